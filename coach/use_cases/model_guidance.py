"""Chooses what of the guidance a model is told before it writes: few lines, within a budget."""

from collections.abc import Callable, Mapping, Sequence

from coach.domain.card import Card
from coach.domain.results import GuidanceRef
from coach.use_cases.context import FOR_WRITING, choose

CEILING = 90
"""Tokens of guidance in one prompt."""


def guidance_lines(
    guidance: Sequence[GuidanceRef], cards: Mapping[str, Card], count: Callable[[str], int]
) -> str:
    """What the cards say to do, a line each, the best card first and most worth its tokens."""
    ranked = [(cards[ref.card], 1.0 / place) for place, ref in enumerate(guidance, 1)]
    chosen = choose(ranked, count, CEILING, FOR_WRITING)
    return "\n".join(f"- {one.text}" for one in chosen)
