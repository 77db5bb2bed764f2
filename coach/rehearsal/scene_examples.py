"""Examples of what the mentee could say in this very scene, for the things to be tried that are the same in every talk."""

from collections.abc import Mapping, Sequence

from coach.domain.rehearsal import DimensionId
from coach.rehearsal.heard import names_any
from coach.rehearsal.noticed import Noticed
from coach.rehearsal.scene import Example, Scenario
from coach.rehearsal.turn import content_of

_SERVES: Mapping[str, Example] = {
    "vague-ask": "question",
    "over-apology": "question",
    "flattery": "question",
    "never-asks": "question",
    "ask-one": "question",
    "open-it": "question",
    "job-ask": "question",
    "no-next-step": "step",
    "make-it-a-step": "step",
    "name-a-step": "step",
    "show-a-result": "reason",
    "hands-over": "reason",
}
"""What kind of line helps, by the name of what is to be tried."""
_KNOWN = 0.6
"""Share of a line's telling words from which it was said already."""


_SIDES: Mapping[DimensionId, Example] = {
    "purpose": "reason",
    "specificity": "question",
    "questions": "question",
    "next-steps": "step",
}
"""What kind of line helps a side of a talk; to listen, there is none that fits beforehand."""


def of_the_scene(name: str, noticed: Noticed) -> str:
    """A line for what is to be tried, from a place that moves on with the talk; none that was said already."""
    kind = _SERVES.get(name)
    if kind is None or noticed.scenario is None:
        return ""
    if kind == "question" and names_any(noticed.said, noticed.scenario.decision.about):
        kind = "reason"
    spoken = [noticed.said, noticed.heard, *(one.said for one in noticed.earlier)]
    lines = _unsaid(noticed.scenario, kind, spoken)
    return lines[len(noticed.earlier) % len(lines)] if lines else ""


def for_side(side: DimensionId, scenario: Scenario, spoken: Sequence[str]) -> str:
    """A line with which a side of a talk could be better, that was not said in it."""
    kind = _SIDES.get(side)
    return next(iter(_unsaid(scenario, kind, spoken)), "") if kind else ""


def _unsaid(scenario: Scenario, kind: Example, spoken: Sequence[str]) -> list[str]:
    known = [content_of(text) for text in spoken]
    return [
        line
        for line in scenario.examples.get(kind, ())
        if not any(_covered(content_of(line), said) for said in known)
    ]


def _covered(stems: frozenset[str], said: frozenset[str]) -> bool:
    return bool(stems) and len(stems & said) >= _KNOWN * len(stems)
