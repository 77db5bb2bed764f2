"""Answers a question from cards alone: advice with citations, or the cards' own questions.

Every word of an answer is a card's, but for the few that join them; what a citation quotes stands
in the card letter for letter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.domain.card import Card
from coach.domain.results import Citation
from coach.guidance.reading import sentences
from coach.writing.wording import Wording

MOST_DO_WORDS = 55
"""Words of *Do* that a short answer gives; the card has the rest."""
MOST_ALSO_WORDS = 30
MOST_QUESTIONS = 3
MOST_PER_CARD = 2
NEAR_ENOUGH = 0.12
"""A question is asked when it lies at most this much further (cosine) than the nearest one."""
LEAD = 0.08
"""Head start of the best card's questions (cosine)."""

Closeness = Callable[[Sequence[str]], list[float]]
"""How near each text is to what was asked, -1 to 1."""


@dataclass(frozen=True)
class Composed:
    """An answer's text or questions, with the cards they rest on."""

    answer: str
    questions: tuple[str, ...]
    citations: tuple[Citation, ...]


def advise(cards: Sequence[Card], wording: Wording) -> Composed:
    """Mentor style: what to do, what to say, why, and one thing more from the second card.

    *Why* is given whole, since its last sentence is often the one that limits the first.
    """
    lead, *rest = cards
    do = opening(lead.do, MOST_DO_WORDS)
    parts = [
        wording.say("do", x=do, n="1"),
        wording.say("say", x=lead.say[0], n="1"),
        wording.say("why", x=lead.why, n="1"),
    ]
    citations = [citation(lead, do)]
    for number, card in enumerate(rest[:1], start=2):
        also = opening(card.do, MOST_ALSO_WORDS)
        parts.append(wording.say("also", x=also, n=str(number)))
        citations.append(citation(card, also))
    return Composed("\n\n".join(parts), (), tuple(citations))


def ask_back(cards: Sequence[Card], near: Closeness) -> Composed:
    """Coach style: one to three of the cards' own questions, the nearest to what was asked."""
    pairs = [(card, ask) for card in cards for ask in card.asks]
    scores = near([ask for _, ask in pairs])
    ranked = sorted(
        (
            (score + LEAD * (card is cards[0]), place, card, ask)
            for place, ((card, ask), score) in enumerate(zip(pairs, scores, strict=True))
        ),
        key=lambda one: (-one[0], one[1]),
    )
    chosen: list[tuple[Card, str]] = []
    for score, _, card, ask in ranked:
        taken = sum(1 for other, _ in chosen if other is card)
        if score >= ranked[0][0] - NEAR_ENOUGH and taken < MOST_PER_CARD:
            chosen.append((card, ask))
        if len(chosen) == MOST_QUESTIONS:
            break
    used = dict.fromkeys(card.id for card, _ in chosen)
    first = {card.id: (card, ask) for card, ask in reversed(chosen)}
    return Composed(
        answer="",
        questions=tuple(ask for _, ask in chosen),
        citations=tuple(citation(*first[name]) for name in used),
    )


def opening(text: str, most: int) -> str:
    """The first sentences of a section, at most ``most`` words, but always one."""
    chosen: list[str] = []
    for sentence in sentences(text):
        if chosen and len(" ".join([*chosen, sentence]).split()) > most:
            break
        chosen.append(sentence)
    return " ".join(chosen)


def citation(card: Card, quote: str) -> Citation:
    """A citation of the card's own words."""
    return Citation(card=card.id, title=card.title, sources=card.sources, quote=quote)
