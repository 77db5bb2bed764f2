"""Says of one turn what worked, in its own words, and what to try next time."""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Feedback, Move, TryNext, Worked
from coach.rehearsal.bearing import in_its_place
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.heard import last_question, says_goodbye
from coach.rehearsal.library import load_reactions
from coach.rehearsal.moves import moves_in
from coach.rehearsal.noticed import Noticed
from coach.rehearsal.own_words import (
    apart,
    asked_by,
    own_fact,
    quote,
    rest_of,
    said_by,
)
from coach.rehearsal.plausible import borne_out, judges
from coach.rehearsal.sayings import keeps_it_going
from coach.rehearsal.scene import Scenario
from coach.rehearsal.scene_examples import of_the_scene
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
_ABOUT_WORK = frozenset({Move.CONNECTION, Move.OPEN_QUESTION})
"""What makes a talk good that asks for what the other knows, unless it draws a limit too."""
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
    return given_on(turn, before, earlier, knowledge, scenario).feedback


@dataclass(frozen=True)
class Given:
    """What is said of a turn, with the names it goes by.

    Attributes:
        found: the moves of the turn, without those that only a feeling speaks for.
        praised: the move that is praised, in its place.
        tried: the name of what is to be tried; empty where nothing is.
    """

    feedback: Feedback
    found: tuple[Found, ...]
    praised: Found | None = None
    tried: str = ""


def given_on(
    turn: str,
    before: str,
    earlier: Sequence[Exchange] = (),
    knowledge: Path | None = None,
    scenario: Scenario | None = None,
) -> Given:
    """The same as ``feedback_on``, with the names of what is praised and of what is to be tried."""
    folder = knowledge or default_knowledge()
    found = borne_out(moves_in(turn, before, earlier, folder), turn, before)
    if scenario and "?" in turn and keeps_it_going(last_question(before), scenario):
        found = tuple(one for one in found if one.move is not Move.IGNORES_QUESTION)
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
    praised = _praised(noticed)
    worked = None if praised is None else _worked(noticed, praised)
    tried = _tried(noticed)
    feedback = Feedback(
        moves=tuple(one.move for one in found),
        worked=() if worked is None else (worked,),
        try_next=_try_next(noticed, tried) if tried else None,
    )
    return Given(feedback, found, praised if worked else None, tried)


def _praised(noticed: Noticed) -> Found | None:
    """The move most worth naming; in a turn with a fault only a weighty one beside it."""
    faults = noticed.moves & TO_WORK_ON
    if Move.MONOLOGUE in faults:
        return None
    open_to = _borne(noticed)
    if faults:
        open_to = [one for one in open_to if one.move in _WEIGHTY]
    if noticed.scenario and Move.SETS_BOUNDARY not in noticed.scenario.good:
        open_to = [one for one in open_to if one.move is not Move.SETS_BOUNDARY]
    if gives_way(noticed):
        open_to = [one for one in open_to if one.move not in _YIELDED]
    if not open_to:
        return None
    last = noticed.recent
    wanted = noticed.scenario.good if noticed.scenario else WORTH
    return min(
        open_to,
        key=lambda one: (one.move in last, one.move not in wanted, WORTH.index(one.move)),
    )


def _borne(noticed: Noticed) -> list[Found]:
    """The good moves of a turn that a sentence of it bears, each in its place."""
    good = [o for o in standing(noticed.found) if o.sure and o.move in WORTH]
    placed = [
        in_its_place(one, noticed.said, _heard_for(one.move, noticed), noticed.cues) for one in good
    ]
    at_fault = [one for one in noticed.found if one.move in TO_WORK_ON]
    return apart([*at_fault, *(one for one in placed if one)], TO_WORK_ON)


def _heard_for(move: Move, noticed: Noticed) -> str:
    """The lines a move can answer: what is taken up may have been said a moment earlier."""
    if move is not Move.REFLECTS or not noticed.earlier:
        return noticed.heard
    return f"{noticed.earlier[-1].heard} {noticed.heard}"


def _worked(noticed: Noticed, best: Found) -> Worked | None:
    """The praise of a move; none where what it would name is not there."""
    praise = noticed.words.worked[best.move]
    words = quote(noticed.said, best)
    times = sum(best.move in noticed.moves_at(at) for at in range(len(noticed.earlier)))
    why = _fill(praise.why, noticed, times, taken_up=words)
    return Worked(quote=words, why=why, card=praise.card) if why else None


def _tried(noticed: Noticed) -> str:
    """The name of what is to be tried; whoever takes leave is told a fault, and nothing more."""
    name = "gives-way" if gives_way(noticed) else to_change(noticed.moves)
    name = name or of_the_talk(noticed)
    return name if name or says_goodbye(noticed.said) else stretch(noticed)


def _try_next(noticed: Noticed, name: str) -> TryNext:
    advice = noticed.words.tries[name]
    turn = len(noticed.earlier)
    between = _between_the_two(noticed.scenario)
    usual = advice.between if between and advice.between else advice.example
    example = _rest(name, noticed) or of_the_scene(name, noticed) or _fill(usual, noticed, turn)
    return TryNext(what=_fill(advice.what, noticed, turn), example=example, card=advice.card)


def _rest(name: str, noticed: Noticed) -> str:
    """What is left of a turn without its apologies, which is the best example there is."""
    return rest_of(noticed.said, noticed.cues) if name == Move.OVER_APOLOGY.value else ""


def _between_the_two(scenario: Scenario | None) -> bool:
    """Whether a talk settles something between the two, and does not ask for what the other knows."""
    if scenario is None:
        return False
    return Move.SETS_BOUNDARY in scenario.good or not _ABOUT_WORK & set(scenario.good)


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
    words of it that go on from something the counterpart told. Empty where none can be filled.
    """
    said = said_by(noticed.heard, noticed.cues, taken_up, noticed.reactions)
    if taken_up and not said and noticed.earlier:
        said = said_by(noticed.earlier[-1].heard, noticed.cues, taken_up, noticed.reactions)
    slots = {
        "said": said,
        "judged": said if _OF_THEM.search(said) and judges(said) else "",
        "asked": asked_by(noticed.heard),
        "own": own_fact(noticed.said, noticed.earlier, noticed.cues),
        "rest": rest_of(noticed.said, noticed.cues),
        "count": str(speech(noticed.said).count),
    }
    able = [one for one in wordings if all(slots[name] for name in _slots(one))]
    about = [one for one in able if _slots(one)] or able
    return about[turn % len(about)].format(**slots) if about else ""


def _slots(wording: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(wording) if name]
