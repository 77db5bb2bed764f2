"""Says what two people share: "same university", "same rota"."""

from collections.abc import Callable

Frame = Callable[[str, str], str]
"""Puts a text into the wording of a key."""
OCCASIONS = frozenset(
    "conference convention day dinner evening event expo fair festival hackathon induction lunch meeting talk "
    "meetup reception reunion retreat session summit symposium training workshop ceremony webinar".split()
)


def same(text: str, frame: Frame, *, past: bool = False) -> str:
    """As in "same university": what the two went to, are in, or have in common."""
    words = set(text.lower().split())
    if words & {"uni", "university", "school", "college"}:
        return f"We went to the {text}."
    if words & {
        "group",
        "slack",
        "course",
        "class",
        "cohort",
        "programme",
        "program",
        "club",
        "community",
    }:
        return f"We {'were' if past else 'are'} in the {text}."
    if words & {"rota", "team", "shift", "ward", "project", "board", "committee", "panel"}:
        return f"We {'were' if past else 'are'} on the {text}."
    if words & {"office", "building", "floor", "hospital", "company", "firm", "department", "lab"}:
        return f"We {'worked' if past else 'work'} {'on' if 'floor' in words else 'in'} the {text}."
    if words & OCCASIONS:
        return f"We were at the {text}."
    return f"We shared the {text}." if past else frame("in-common", f"the {text}")
