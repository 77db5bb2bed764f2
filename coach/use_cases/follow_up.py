"""Searches for a turn of a conversation, which may make sense only after the turns before it."""

from collections.abc import Sequence

from coach.domain.model import Turn
from coach.domain.results import SearchAnswer
from coach.guidance.lexical import words
from coach.use_cases.ask import CARDS
from coach.use_cases.guidance import search_guidance
from coach.use_cases.ports import Services

_PUSHING = frozenset(
    words(
        "advice advise tell answer please order beg instruct decide choose pick yes no nod word line "
        "sentence coach mentor question opinion honest honestly straight directly stop simply quick short "
        "okay sure fine go more"
    )
)
"""Words that press for an answer and do not say on what."""


def found_for(asked: str, turns: Sequence[Turn], services: Services) -> SearchAnswer:
    """What the guidance has on a turn; one that says nothing alone is read with the last that does."""
    before = [turn.text for turn in turns if turn.role == "user"]
    before = [text for text in before if not _is_bare(text)] or before
    if before and _is_bare(asked):
        return search_guidance(f"{before[-1]} {asked}", services, k=CARDS)
    found = search_guidance(asked, services, k=CARDS)
    if found.results or found.beyond or not before:
        return found
    together = search_guidance(f"{before[-1]} {asked}", services, k=CARDS)
    return together if together.results else found


def _is_bare(text: str) -> bool:
    """Whether a turn does not say what it is about: "And then?", "Just tell me, in one word."."""
    return all(word in _PUSHING for word in words(text))
