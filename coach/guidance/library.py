"""The whole curated guidance in memory: cards and their sources, checked against each other."""

from dataclasses import dataclass
from pathlib import Path

from coach.domain.card import Card, Source
from coach.errors import KnowledgeError
from coach.guidance.cards import card_files, read_card
from coach.guidance.sources import read_sources


@dataclass(frozen=True)
class Library:
    """Every card and source.

    Attributes:
        cards: by id, in reading order (by stage, topic, then name).
        sources: by id, in the order of the file.
    """

    cards: dict[str, Card]
    sources: dict[str, Source]


def load_library(knowledge: Path) -> Library:
    """Read ``knowledge/cards`` and ``knowledge/sources.yaml``.

    Raises:
        KnowledgeError: a file is missing or wrong; the message names the file and the thing.
    """
    files = card_files(knowledge)
    if not files:
        raise KnowledgeError(
            f"{knowledge / 'cards'}: no cards found",
            "Restore the folder, or reinstall the program.",
        )
    sources = read_sources(knowledge / "sources.yaml")
    cards: dict[str, Card] = {}
    for path in files:
        card = read_card(path)
        if card.id in cards:
            raise KnowledgeError(
                f"{path}: another card is called '{card.id}', in {cards[card.id].topic}/",
                "Rename one of the two.",
            )
        for source in card.sources:
            if source not in sources:
                raise KnowledgeError(
                    f"{path}: unknown source '{source}'", "Add it to sources.yaml, or correct it."
                )
        cards[card.id] = card
    return Library(cards=cards, sources=sources)
