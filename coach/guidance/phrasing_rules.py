"""What makes the phrasings of ``knowledge/search`` fit to teach the search."""

from collections.abc import Iterator, Mapping

from coach.domain.card import Card
from coach.guidance.asked_as import AskedAs
from coach.guidance.card_rules import Problem

LEAST_PER_TOPIC = 12
LEAST_PER_CARD = 4
LEAST_PER_SUBJECT = 10


def phrasing_problems(asked_as: AskedAs, cards: Mapping[str, Card]) -> Iterator[Problem]:
    """Topics, cards and subjects with too few phrasings, unknown cards, and phrasings said twice.

    A phrasing may lead to one place only: the same words under two topics teach nothing.
    """
    for topic in sorted({card.topic for card in cards.values()}):
        yield from _enough(topic, asked_as.topics.get(topic, ()), LEAST_PER_TOPIC)
    for card in cards:
        yield from _enough(card, asked_as.cards.get(card, ()), LEAST_PER_CARD)
    for subject, beyond in asked_as.beyond.items():
        yield from _enough(subject, beyond.phrases, LEAST_PER_SUBJECT)
    for card in sorted(set(asked_as.cards) - set(cards)):
        yield f"phrasings for '{card}', which is no card", "Correct the id or remove them"
    yield from _repeated(asked_as)


def _enough(name: str, phrases: tuple[str, ...], least: int) -> Iterator[Problem]:
    if len(phrases) < least:
        yield f"'{name}' has {len(phrases)} phrasings", f"Write at least {least}"


def _repeated(asked_as: AskedAs) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    everything = [
        *asked_as.topics.items(),
        *asked_as.cards.items(),
        *((name, beyond.phrases) for name, beyond in asked_as.beyond.items()),
    ]
    for owner, phrases in everything:
        for phrase in phrases:
            first = owners.setdefault(phrase.casefold(), owner)
            if first != owner or phrases.count(phrase) > 1:
                yield f"“{phrase}” stands under '{first}' and '{owner}'", "Keep one of the two"
