"""What of a card is embedded: short passages, so that one strong part is not drowned."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.card import Card
from coach.guidance.asked_as import Phrasing
from coach.guidance.embedding import MODEL_ID

FORMAT = 5
"""Raise it when the index is made or stored in another way: every index is then rebuilt."""


@dataclass(frozen=True)
class Passage:
    """One text to embed, and the card it stands for."""

    id: str
    card: str
    text: str


def card_passages(card: Card) -> tuple[Passage, ...]:
    """Cut a card into five passages; *Say* is an example and not the idea, and is left out."""
    place = f"{card.group}, {card.topic}".replace("-", " ")
    parts = {
        "title": f"{place}: {card.title}.",
        "do": card.do,
        "why": card.why,
        "asks": " ".join(card.asks),
        "avoid": card.avoid,
    }
    return tuple(Passage(f"{card.id}#{part}", card.id, text) for part, text in parts.items())


def content_hash(passages: Sequence[Passage], phrasings: Sequence[Phrasing]) -> str:
    """Name the content of an index: its format, its embedding and every text in it."""
    texts = [[one.id, one.text] for one in passages]
    taught = [[one.teaches, one.card, one.subject, one.text] for one in phrasings]
    content = [FORMAT, MODEL_ID, texts, taught]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
