"""Numbers need a source: every figure in a card's *Why* stands in the register too."""

import re
from collections.abc import Iterator, Mapping

from coach.domain.card import Card, Source
from coach.guidance.card_rules import Problem

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def figures(text: str) -> set[str]:
    """The numbers of a text, without commas: "1,162 people" holds 1162."""
    return {found.replace(",", "") for found in _NUMBER.findall(text)}


def number_problems(card: Card, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Figures in *Why* that no source of the card reports; what stands in quotation marks may."""
    cited = [sources[name] for name in card.sources if name in sources]
    known = {
        figure
        for source in cited
        for text in (source.finding, source.limits, source.title, str(source.year))
        for figure in figures(text)
    }
    for figure in sorted(figures(_QUOTED.sub("", card.why)) - known):
        yield (
            f"the figure {figure} in 'Why' stands in no source of this card",
            "Give it in the finding or limits of the source it comes from, or take it out",
        )
