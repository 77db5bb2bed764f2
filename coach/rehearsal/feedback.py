"""Says of one turn what worked, in its own words, and what to try next time."""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Feedback, Move, TryNext, Worked
from coach.rehearsal.cues import Cues, default_knowledge, load_cues
from coach.rehearsal.moves import moves_in
from coach.rehearsal.own_words import (
    apart,
    asked_by,
    blames,
    clean,
    own_fact,
    quote,
    rest_of,
    said_by,
)
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import RehearsalWords, load_words

WORTH = (
    Move.REFLECTS,
    Move.EVIDENCE_OF_IMPACT,
    Move.SETS_BOUNDARY,
    Move.SHARES_PROGRESS,
    Move.ASKS_FEEDBACK,
    Move.CONNECTION,
    Move.SPECIFIC_QUESTION,
    Move.PROPOSES_NEXT_STEP,
    Move.ADVOCACY_ASK,
    Move.OFFERS_BACK,
    Move.OPEN_QUESTION,
    Move.RESPECTS_TIME,
    Move.CONTEXT,
    Move.THANKS,
)
"""What is worth naming, the rarest and most useful first."""
FAULTS = (
    Move.JOB_ASK,
    Move.DEFENSIVE,
    Move.OVER_APOLOGY,
    Move.FLATTERY,
    Move.MONOLOGUE,
    Move.VAGUE_ASK,
    Move.IGNORES_QUESTION,
)
"""What to change, what costs most first."""
_WEIGHTY = frozenset(
    {
        Move.EVIDENCE_OF_IMPACT,
        Move.SETS_BOUNDARY,
        Move.SPECIFIC_QUESTION,
        Move.PROPOSES_NEXT_STEP,
        Move.REFLECTS,
        Move.SHARES_PROGRESS,
        Move.OFFERS_BACK,
    }
)
"""Enough to be praised in a turn that has something to change."""
_QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.SPECIFIC_QUESTION})
_REQUESTS = frozenset({Move.ASKS_FEEDBACK, Move.ADVOCACY_ASK, Move.PROPOSES_NEXT_STEP})
NEVER_ASKED = 3
"""Turns in a row without a question or a request from which it is named."""
_STRONG = 3
"""Good moves from which a turn needs nothing more."""
_FEW_WORDS = 4


@dataclass(frozen=True)
class Noticed:
    """A turn with everything that feedback rests on."""

    said: str
    heard: str
    earlier: Sequence[Exchange]
    found: tuple[Found, ...]
    cues: Cues
    words: RehearsalWords

    @property
    def moves(self) -> frozenset[Move]:
        """The moves of the turn."""
        return frozenset(one.move for one in self.found)


def feedback_on(
    turn: str, before: str, earlier: Sequence[Exchange] = (), knowledge: Path | None = None
) -> Feedback:
    """Say of one turn at most one thing that worked and at most one to try.

    Args:
        turn: what the mentee said.
        before: the counterpart's line just before; empty where the mentee begins.
        earlier: the exchanges before that.
        knowledge: the folder the wording is read from.
    """
    folder = knowledge or default_knowledge()
    found = moves_in(turn, before, earlier, folder)
    noticed = Noticed(turn, before, earlier, found, load_cues(folder), load_words(folder))
    worked = _worked(noticed)
    return Feedback(
        moves=tuple(one.move for one in found),
        worked=(worked,) if worked else (),
        try_next=_try_next(noticed),
    )


def _worked(noticed: Noticed) -> Worked | None:
    """The move most worth naming; in a turn with a fault only a weighty one beside it."""
    faults = noticed.moves & TO_WORK_ON
    if Move.MONOLOGUE in faults:
        return None
    open_to = [o for o in apart(noticed.found, TO_WORK_ON) if o.sure and o.move in WORTH]
    open_to = [one for one in open_to if not _excuses(noticed, one)]
    if faults:
        open_to = [one for one in open_to if one.move in _WEIGHTY and _stands(noticed, one)]
    if "for" not in noticed.said.lower().split():
        open_to = [one for one in open_to if one.move is not Move.THANKS]
    if not open_to:
        return None
    last = _recent(noticed)
    best = min(open_to, key=lambda one: (one.move in last, WORTH.index(one.move)))
    praise = noticed.words.worked[best.move]
    words = quote(noticed.said, best)
    why = _fill(praise.why, noticed, len(noticed.earlier), taken_up=words)
    return Worked(quote=words, why=why, card=praise.card)


def _piece(noticed: Noticed, one: Found) -> str:
    return noticed.said[one.start : one.end]


def _excuses(noticed: Noticed, one: Found) -> bool:
    """Whether an account of what was done puts it off on others."""
    return one.move is Move.SHARES_PROGRESS and blames(_piece(noticed, one), noticed.cues)


def _stands(noticed: Noticed, one: Found) -> bool:
    """Whether the words of a move can be praised beside a fault: enough of them, and clean."""
    piece = _piece(noticed, one)
    return len(piece.split()) > _FEW_WORDS and clean(piece, noticed.cues)


def _recent(noticed: Noticed) -> frozenset[Move]:
    """The moves of the turn before, which need not be named again at once."""
    if not noticed.earlier:
        return frozenset()
    last = noticed.earlier[-1]
    found = moves_in(last.said, last.heard)
    return frozenset(one.move for one in found)


def _try_next(noticed: Noticed) -> TryNext | None:
    name = to_change(noticed.moves) or _of_the_talk(noticed) or _stretch(noticed)
    if not name:
        return None
    advice = noticed.words.tries[name]
    turn = len(noticed.earlier)
    return TryNext(
        what=_fill(advice.what, noticed, turn),
        example=_fill(advice.example, noticed, turn),
        card=advice.card,
    )


def to_change(moves: frozenset[Move]) -> str:
    """The name of the move to change, if there is one."""
    return next((fault.value for fault in FAULTS if fault in moves), "")


def _of_the_talk(noticed: Noticed) -> str:
    """What is missing from the talk so far: a question, or a next step at its close.

    Whoever has just been asked something rightly answers; that is not the moment to name it.
    """
    closing = noticed.cues.said("closing", speech(noticed.heard)) is not None
    stepped = frozenset({Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
    if closing and noticed.earlier and not noticed.moves & stepped:
        recent = noticed.earlier[-NEVER_ASKED:]
        if not any(_asks_or_has(one, stepped) for one in recent):
            return "no-next-step"
    if len(noticed.moves) >= _STRONG or "?" in noticed.heard:
        return ""
    silent = _turns_without_asking(noticed)
    new = silent == NEVER_ASKED or (silent > NEVER_ASKED and "?" in noticed.earlier[-1].heard)
    return "never-asks" if new else ""


def _turns_without_asking(noticed: Noticed) -> int:
    """How many turns in a row, up to this one, ask nothing; looks back a dozen at most."""
    asking = _QUESTIONS | _REQUESTS
    if noticed.moves & asking or "?" in noticed.said:
        return 0
    count = 1
    for one in reversed(noticed.earlier[-4 * NEVER_ASKED :]):
        if "?" in one.said or _asks_or_has(one, asking):
            break
        count += 1
    return count


def _asks_or_has(one: Exchange, moves: frozenset[Move]) -> bool:
    return any(found.move in moves for found in moves_in(one.said, one.heard))


def _stretch(noticed: Noticed) -> str:
    """A small thing more, for a turn without fault that leaves room for one."""
    moves = noticed.moves
    count = speech(noticed.said).count
    told = said_by(noticed.heard, noticed.cues)
    if count < _FEW_WORDS:
        return "say-more" if count else ""
    if not moves:
        return "take-up" if told and not asked_by(noticed.heard) else ""
    if len(moves) >= _STRONG or {Move.REFLECTS, Move.SPECIFIC_QUESTION} <= moves:
        return ""
    if moves == {Move.THANKS}:
        return "" if "for" in noticed.said.lower().split() else "say-what-for"
    if Move.CLOSED_QUESTION in moves and not moves & {Move.REFLECTS, Move.OPEN_QUESTION}:
        again = Move.CLOSED_QUESTION in _recent(noticed)
        return "open-it" if again or Move.SPECIFIC_QUESTION not in moves else ""
    if Move.PROPOSES_NEXT_STEP in moves:
        dated = noticed.cues.said("dated", speech(noticed.said)) is not None
        return "" if dated else "give-a-day"
    if moves == {Move.REFLECTS}:
        return "make-it-a-step" if len(noticed.earlier) >= NEVER_ASKED else ""
    asked = asked_by(noticed.heard)
    if moves & {Move.CONTEXT, Move.EVIDENCE_OF_IMPACT} and not moves & (_QUESTIONS | _REQUESTS):
        return "" if asked else "ask-one"
    taken_up = moves & {Move.REFLECTS, Move.SETS_BOUNDARY, Move.SHARES_PROGRESS}
    return "take-up" if told and not asked and not taken_up else ""


def _fill(wordings: Sequence[str], noticed: Noticed, turn: int, *, taken_up: str = "") -> str:
    """The first wording, from a place that moves on with the talk, whose slots can be filled.

    Wordings with slots go before those without, for they are about this turn. ``taken_up`` are the
    words of it that go on from something the counterpart told.
    """
    slots = {
        "said": said_by(noticed.heard, noticed.cues, taken_up),
        "asked": asked_by(noticed.heard),
        "own": own_fact(noticed.said, noticed.earlier, noticed.cues),
        "rest": rest_of(noticed.said, noticed.cues),
        "count": str(speech(noticed.said).count),
    }
    able = [one for one in wordings if all(slots[name] for name in _slots(one))]
    about = [one for one in able if _slots(one)] or able
    chosen = about[turn % len(about)]
    return chosen.format(**slots)


def _slots(wording: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(wording) if name]
