"""Chooses what of the guidance a model is told: the cards that bear on it, a sentence each, within a budget."""

import re
from collections.abc import Callable, Mapping, Sequence

from coach.domain.card import Card
from coach.domain.results import GuidanceRef

CEILING = 90
"""Tokens of guidance in one prompt. What to do is in the prompt itself; a card adds its one idea."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def guidance_lines(
    guidance: Sequence[GuidanceRef], cards: Mapping[str, Card], count: Callable[[str], int]
) -> str:
    """The first thing each card says to do, best card first, as long as they fit ``CEILING``."""
    kept: list[str] = []
    for ref in guidance:
        line = f"- {_SENTENCE.split(' '.join(cards[ref.card].do.split()))[0]}"
        if count("\n".join([*kept, line])) <= CEILING:
            kept.append(line)
    return "\n".join(kept)
