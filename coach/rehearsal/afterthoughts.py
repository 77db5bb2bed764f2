"""What is said of a talk beside its ratings: what came of it, what they may have thought, what to keep and change."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.domain.rehearsal import TO_WORK_ON, Dimension, DimensionId, Move
from coach.rehearsal.bearing import in_its_place
from coach.rehearsal.cues import Cues
from coach.rehearsal.feedback import FAULTS, WORTH, Given
from coach.rehearsal.own_words import quote
from coach.rehearsal.rating import MOST, SIDES, Heard
from coach.rehearsal.scene import Scenario
from coach.rehearsal.scene_examples import for_side
from coach.rehearsal.speech import Exchange
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import DebriefWords
from coach.rehearsal.written_out import write_out

HIGH = 2
"""The rating from which a side is good."""
KEPT = 2
TAKES_BACK = "gives-way"
"""What is tried where the mentee takes back what they came for."""
_LAST_TURNS = 2
_ROOM = 0.65
"""Share of the words from which a good talk left the other little room."""
_UNENDED = re.compile(r"(?<![.?!…])” (?=[A-Z])")
"""The end of a quotation that has no mark, before the next sentence."""
_LINES: Mapping[DimensionId, frozenset[str]] = {
    "purpose": frozenset({"vague-ask", "ignores-question", "job-ask"}),
    "specificity": frozenset({"vague-ask", "flattery", "show-a-result"}),
    "listening": frozenset({"take-up", "ignores-question", "defensive"}),
    "questions": frozenset({"never-asks", "ask-one", "open-it", "vague-ask"}),
    "ownership": frozenset({"name-a-step", "gives-way", "defensive"}),
    "respect": frozenset({"say-what-for", "ease-off", "over-apology", "flattery"}),
    "next-steps": frozenset({"no-next-step", "make-it-a-step", "give-a-day", "name-a-step"}),
}
"""Whose example goes with the next step of a side: the things to be tried that serve it."""


@dataclass(frozen=True)
class Told:
    """One turn of the talk with its moves and the feedback it gets."""

    exchange: Exchange
    found: tuple[Found, ...]
    degrees: Mapping[Move, float]
    given: Given


def taken_back(told: Sequence[Told]) -> bool:
    """Whether the mentee ends by taking back what they came for."""
    return any(turn.given.tried == TAKES_BACK for turn in told[-_LAST_TURNS:])


def borne(turn: Told, wanted: frozenset[Move], cues: Cues) -> Iterator[tuple[float, str]]:
    """What in a turn shows one of these moves, quoted, and how much the move is heard."""
    for one in turn.found:
        if one.move not in wanted:
            continue
        said, heard = turn.exchange.said, turn.exchange.heard
        placed = one if one.move in TO_WORK_ON else in_its_place(one, said, heard, cues)
        if placed is not None:
            yield turn.degrees.get(one.move, 0.0), quote(said, placed)


def evidence(
    told: Sequence[Told], wanted: frozenset[Move], cues: Cues, most: int = KEPT
) -> tuple[str, ...]:
    """The clearest quotes that show one of these moves, in the order of the talk."""
    quotes: dict[str, tuple[float, int]] = {}
    for number, turn in enumerate(told):
        for much, words in borne(turn, wanted, cues):
            quotes.setdefault(words, (-much, number))
    best = sorted(quotes, key=quotes.__getitem__)[:most]
    return tuple(sorted(best, key=lambda words: quotes[words][1]))


def outcome(
    scenario: Scenario,
    told: Sequence[Told],
    last_line: str,
    words: DebriefWords,
    *,
    granted: bool | None,
) -> str:
    """Whether the mentee got what the talk turned on; empty where that is not known."""
    if granted is None:
        return ""
    goal = " ".join(scenario.goals)
    if taken_back(told):
        return words.outcome.taken_back.format(goal=goal)
    if not granted:
        return words.outcome.open.format(goal=goal)
    lines = [form for line in scenario.decision.granted for form in (line, write_out(line))]
    heard = [last_line, *(turn.exchange.heard for turn in reversed(told))]
    line = next((line for text in heard for line in lines if line in text), "")
    return words.outcome.quoted.format(line=line) if line else words.outcome.granted


def keep(scenario: Scenario, told: Sequence[Told], words: DebriefWords) -> tuple[str, ...]:
    """The two best things that worked, of different kinds, as they were said."""
    kept: dict[str, str] = {}
    for turn in sorted(told, key=lambda turn: worth(scenario, turn)):
        for worked in turn.given.feedback.worked:
            said = words.keep.format(quote=worked.quote, why=worked.why)
            kept.setdefault(worked.card, _UNENDED.sub("”. ", said))
    return tuple(kept.values())[:KEPT]


def worth(scenario: Scenario, turn: Told) -> tuple[int, bool, int, float]:
    """How far back a turn stands among what worked: by its faults, then by what was praised in it."""
    faults = len({one.move for one in turn.found} & TO_WORK_ON)
    praised = turn.given.praised
    if praised is None:
        return faults, True, len(WORTH), 0.0
    heard = turn.degrees.get(praised.move, 0.0)
    return faults, praised.move not in scenario.good, WORTH.index(praised.move), -heard


def change(
    scenario: Scenario,
    told: Sequence[Told],
    sides: Sequence[Dimension],
    heard: Heard,
    words: DebriefWords,
) -> tuple[str, str]:
    """What to change, and a line that belongs to it.

    It is what was taken back at the end, else the fault met most often with the example it got, else the
    weakest side's next step with a line of this scene; of a talk without weak sides, a stretch.
    """
    named = [turn.given for turn in told if turn.given.tried and turn.given.feedback.try_next]
    if taken_back(told):
        return _tried(next(one for one in reversed(named) if one.tried == TAKES_BACK))
    order = [fault.value for fault in FAULTS]
    faults = Counter(one.tried for one in named if one.tried in order)
    if faults:
        worst = max(faults, key=lambda name: (faults[name], -order.index(name)))
        return _tried(next(one for one in named if one.tried == worst))
    weakest = _weakest(sides, heard)
    if weakest.rating >= HIGH and heard.share > _ROOM:
        return words.share.format(share=f"{heard.share:.0%}"), ""
    if weakest.rating == MOST:
        return words.all_well, ""
    serves = _LINES[weakest.id]
    line = next((_tried(one)[1] for one in reversed(named) if one.tried in serves), "")
    line = line or for_side(weakest.id, scenario, [turn.exchange.said for turn in told])
    following = words.dimensions[weakest.id].next
    return (words.nothing.format(next=following) if weakest.rating >= HIGH else following), line


def _tried(given: Given) -> tuple[str, str]:
    tried = given.feedback.try_next
    return (tried.what, tried.example) if tried else ("", "")


def _weakest(sides: Sequence[Dimension], heard: Heard) -> Dimension:
    """The side rated least; of several, the one with least for it."""
    amounts = {side.id: heard.amount(side.good) / side.enough for side in SIDES}
    return min(sides, key=lambda side: (side.rating, amounts[side.id]))


def thinking(
    scenario: Scenario,
    told: Sequence[Told],
    sides: Sequence[Dimension],
    words: DebriefWords,
    cues: Cues,
    *,
    granted: bool | None,
) -> str:
    """What the counterpart was likely thinking, from what happened; never more than a guess.

    It agrees with the ratings and with what came of the talk: where the two point different ways, only the
    moment is told.
    """
    good = sum(side.rating for side in sides) >= HIGH * len(sides)
    back = taken_back(told)
    rated = {side.id: side.rating for side in sides}
    fitting = {move for side in SIDES if rated[side.id] >= HIGH for move in side.good}
    kinds = [move for move in (*FAULTS, *WORTH) if move.value in words.thinking]
    well = good and not back
    telling = fitting if well else TO_WORK_ON | (fitting if granted else set())
    ranked = [move for move in kinds if move in telling]
    moment = next(
        (
            _at(words.thinking[move.value], quoted[0])
            for move in ranked
            if (quoted := evidence(told, frozenset({move}), cues, most=1))
        ),
        words.thinking["granted" if granted and not back else "otherwise"],
    )
    if granted is not None and granted is not good and not back:
        return moment
    lines = scenario.thinking.good if well else scenario.thinking.poor
    maybe = words.thinking["maybe"].format(line=lines[len(told) % len(lines)])
    return f"{moment} {maybe}"


def _at(wording: str, said: str) -> str:
    """The wording with what was said in it, and one mark at its end."""
    return wording.format(quote=said.rstrip(". ")).replace("?”.", "?”")
