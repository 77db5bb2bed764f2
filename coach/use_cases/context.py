"""Chooses what of the cards found goes into a prompt: piece by piece, the most value for its tokens.

Of the pieces of a card a task wants some of them more than others. The most wanted piece of a card
leads it: the other pieces come only where it stands, and the best card is led in before the next one. What
leads and does not fit whole is given by as many of its first sentences as fit.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from coach.domain.card import Card

Count = Callable[[str], int]
"""How many tokens a text takes."""
Called = Callable[[Card], str]
"""The name by which a card is cited."""


class Piece(StrEnum):
    """A part of a card, in the order in which they are told."""

    DO = "Do"
    WHY = "Why"
    AVOID = "Avoid"


Wants = Mapping[Piece, float]
"""What each piece is worth to a task, from 0 to 1; what is not named is not given."""
FOR_WRITING: Wants = MappingProxyType({Piece.DO: 1.0})
"""What to do is in the prompt itself; a card adds its one idea."""
FOR_ANSWERS: Wants = MappingProxyType({Piece.DO: 1.0, Piece.WHY: 0.8, Piece.AVOID: 0.5})
"""What a person would say is left out: as a statement it would not be true of the mentee."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True)
class Chosen:
    """A piece of a card as it goes into a prompt."""

    card: Card
    piece: Piece
    text: str


def by_id(card: Card) -> str:
    """The name by which a card is cited when it has no shorter one."""
    return card.id


def choose(
    cards: Sequence[tuple[Card, float]],
    count: Count,
    ceiling: int,
    wants: Wants,
    called: Called = by_id,
) -> tuple[Chosen, ...]:
    """Choose pieces whose text, as ``told`` writes it, takes no more than ``ceiling`` tokens.

    Args:
        cards: cards and how well each fits what was asked, more than 0; best first or not.
        count: counts tokens.
        ceiling: the most tokens.
        wants: what each piece is worth; the one worth most leads its card.
        called: the names by which cards are cited.

    Returns:
        The pieces, best card first, in the order of ``Piece``; the same for the same input.
    """
    ranked = sorted((one for one in cards if one[1] > 0), key=lambda one: -one[1])
    order = sorted((p for p in Piece if wants.get(p, 0) > 0), key=lambda p: -wants[p])
    if not ranked or not order:
        return ()
    count = cache(count)

    def fits(chosen: Sequence[Chosen]) -> bool:
        return count(told(chosen, called)) <= ceiling

    chosen: list[Chosen] = []
    waiting = iter([pieces for card, _ in ranked if (pieces := _pieces(card, order))])
    scores = {card.id: score for card, score in ranked}
    leader = next(waiting, None)
    others: list[Chosen] = []
    while leader is not None or others:
        best = _best([*(leader[:1] if leader else []), *others], count, scores, wants)
        if best is None:
            leader = next(waiting, None)
        elif leader and best is leader[0]:
            fitting = _fitting(best, chosen, fits)
            if fitting is not None:
                chosen.append(fitting)
                others += leader[1:]
            leader = next(waiting, None)
        else:
            others.remove(best)
            if fits([*chosen, best]):
                chosen.append(best)
    return _in_order(chosen, [card.id for card, _ in ranked])


def told(chosen: Sequence[Chosen], called: Called = by_id) -> str:
    """The pieces as a model reads them, each card under the name by which it is cited."""
    blocks: dict[str, list[str]] = {}
    for one in chosen:
        lines = blocks.setdefault(one.card.id, [f"[{called(one.card)}] {one.card.title}"])
        lines.append(f"{one.piece}: {one.text}")
    return "\n\n".join("\n".join(lines) for lines in blocks.values())


def _pieces(card: Card, order: Sequence[Piece]) -> list[Chosen]:
    """The pieces of a card that are wanted and not empty, the most wanted first."""
    texts = {
        Piece.DO: card.do,
        Piece.WHY: card.why,
        Piece.AVOID: card.avoid,
    }
    return [
        Chosen(card, piece, " ".join(texts[piece].split()))
        for piece in order
        if texts[piece].strip()
    ]


def _best(
    offered: Sequence[Chosen], count: Count, scores: Mapping[str, float], wants: Wants
) -> Chosen | None:
    """What gives the most for its tokens; of two alike the one offered first."""

    def worth(one: Chosen) -> float:
        return scores[one.card.id] * wants[one.piece] / max(1, count(one.text))

    return max(offered, key=worth, default=None)


def _fitting(
    one: Chosen, chosen: Sequence[Chosen], fits: Callable[[Sequence[Chosen]], bool]
) -> Chosen | None:
    """A piece, or as many of its first sentences as fit; None where not even one does."""
    for text in _shorter(one.text):
        shorter = Chosen(one.card, one.piece, text)
        if fits([*chosen, shorter]):
            return shorter
    return None


def _shorter(text: str) -> Iterator[str]:
    sentences = _SENTENCE.split(text)
    for number in range(len(sentences), 0, -1):
        yield " ".join(sentences[:number])


def _in_order(chosen: Sequence[Chosen], ids: Sequence[str]) -> tuple[Chosen, ...]:
    pieces = list(Piece)
    return tuple(sorted(chosen, key=lambda one: (ids.index(one.card.id), pieces.index(one.piece))))
