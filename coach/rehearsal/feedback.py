"""Says of one turn what worked, in its own words, and what to try next time."""

import re
import string
from collections.abc import Mapping, Sequence
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Feedback, Move, TryNext, Worked
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.library import load_reactions
from coach.rehearsal.moves import moves_in
from coach.rehearsal.noticed import FEW_WORDS, Noticed
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
from coach.rehearsal.scene import Scenario
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.stretches import gives_way, of_the_talk, stretch
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import load_words

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
_YIELDED = frozenset(
    {Move.PROPOSES_NEXT_STEP, Move.OFFERS_BACK, Move.SHARES_PROGRESS, Move.REFLECTS}
)
"""What is no help to the mentee where it gives way."""
_ANSWERS = frozenset({Move.SHARES_PROGRESS, Move.CONTEXT, Move.REFLECTS})
"""What is no answer to a question that was left lying."""
_OF_THEM = re.compile(r"\byou(?:r|rs|['’]\w+)?\b", re.IGNORECASE)


def feedback_on(
    turn: str,
    before: str,
    earlier: Sequence[Exchange] = (),
    knowledge: Path | None = None,
    scenario: Scenario | None = None,
) -> Feedback:
    """Say of one turn at most one thing that worked and at most one to try.

    Args:
        turn: what the mentee said.
        before: the counterpart's line just before; empty where the mentee begins.
        earlier: the exchanges before that.
        knowledge: the folder the wording is read from.
        scenario: what is rehearsed; without it, nothing is said of what the talk turns on.
    """
    folder = knowledge or default_knowledge()
    found = moves_in(turn, before, earlier, folder)
    noticed = Noticed(
        turn,
        before,
        earlier,
        found,
        load_cues(folder),
        load_words(folder),
        load_reactions(folder),
        scenario,
    )
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
    open_to = [o for o in apart(standing(noticed.found), TO_WORK_ON) if o.sure and o.move in WORTH]
    open_to = [one for one in open_to if not _excuses(noticed, one)]
    if faults:
        open_to = [one for one in open_to if one.move in _WEIGHTY and _stands(noticed, one)]
    if gives_way(noticed):
        open_to = [one for one in open_to if one.move not in _YIELDED]
    if "for" not in noticed.said.lower().split():
        open_to = [one for one in open_to if one.move is not Move.THANKS]
    if not open_to:
        return None
    last = noticed.recent
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
    return len(piece.split()) > FEW_WORDS and clean(piece, noticed.cues)


def _try_next(noticed: Noticed) -> TryNext | None:
    name = "gives-way" if gives_way(noticed) else to_change(noticed.moves)
    name = name or of_the_talk(noticed) or stretch(noticed)
    if not name:
        return None
    advice = noticed.words.tries[name]
    turn = len(noticed.earlier)
    return TryNext(
        what=_fill(advice.what, noticed, turn),
        example=_fill(advice.example, noticed, turn),
        card=advice.card,
    )


def standing(found: Sequence[Found]) -> tuple[Found, ...]:
    """The moves of a turn, without those that would be an answer to the question it left lying."""
    left = any(one.move is Move.IGNORES_QUESTION for one in found)
    return tuple(one for one in found if not (left and one.move in _ANSWERS))


def standing_degrees(heard: Mapping[Move, float]) -> Mapping[Move, float]:
    """How much each move is heard; an answer only as far as the question was not left lying."""
    answered = 1 - heard.get(Move.IGNORES_QUESTION, 0.0)
    return {move: much * (answered if move in _ANSWERS else 1.0) for move, much in heard.items()}


def to_change(moves: frozenset[Move]) -> str:
    """The name of the move to change, if there is one."""
    return next((fault.value for fault in FAULTS if fault in moves), "")


def _fill(wordings: Sequence[str], noticed: Noticed, turn: int, *, taken_up: str = "") -> str:
    """The first wording, from a place that moves on with the talk, whose slots can be filled.

    Wordings with slots go before those without, for they are about this turn. ``taken_up`` are the
    words of it that go on from something the counterpart told.
    """
    said = said_by(noticed.heard, noticed.cues, taken_up, noticed.reactions)
    slots = {
        "said": said,
        "judged": said if _OF_THEM.search(said) else "",
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
