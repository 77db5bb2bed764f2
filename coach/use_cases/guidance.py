"""Searches, shows and lists the curated guidance."""

import difflib
from functools import lru_cache

from coach.domain.card import Card
from coach.domain.results import SearchAnswer
from coach.domain.vocabulary import TOPICS
from coach.errors import InputError
from coach.use_cases.ports import Cards, Services

MOST_RESULTS = 50
OWN_RESULTS = 3
"""Passages of the mentee's own guidance shown beside the cards."""


def search_guidance(query: str, services: Services, *, k: int = 5) -> SearchAnswer:
    """Find up to ``k`` cards for a question, and passages of the mentee's own guidance beside them.

    ``answered`` is false when there are neither.

    Raises:
        InputError: when the query is empty or ``k`` is out of range.
    """
    if not query.strip():
        raise InputError("the query is empty", "Type what you want to know, in your own words.")
    if not 1 <= k <= MOST_RESULTS:
        raise InputError(f"k is {k}", f"Give a number from 1 to {MOST_RESULTS}.")
    found = services.search.search(query, k)
    own = services.own.search(query, OWN_RESULTS)
    return found.model_copy(update={"own": own, "answered": found.answered or bool(own)})


def show_card(card_id: str, cards: Cards) -> Card:
    """One card by its id.

    Raises:
        InputError: when there is no such card; names the nearest one.
    """
    if card_id in cards.cards:
        return cards.cards[card_id]
    near = difflib.get_close_matches(card_id, cards.cards, n=1, cutoff=0.5)
    hint = f"Did you mean `{near[0]}`?" if near else "`coach guidance list` shows all of them."
    raise InputError(f"there is no card “{card_id}”", hint)


def list_cards(cards: Cards, topic: str | None = None) -> tuple[Card, ...]:
    """Every card, or those of one topic, in the order of the relationship's stages.

    Raises:
        InputError: when the topic is unknown; names the nearest one.
    """
    topics = [name for group in TOPICS.values() for name in group]
    if topic is not None and topic not in topics:
        near = difflib.get_close_matches(topic, topics, n=1, cutoff=0.4)
        hint = f"Did you mean `{near[0]}`?" if near else f"Topics: {', '.join(topics)}."
        raise InputError(f"there is no topic “{topic}”", hint)
    chosen = [card for card in cards.cards.values() if topic in (None, card.topic)]
    return tuple(sorted(chosen, key=lambda card: (topics.index(card.topic), card.id)))


def cards_by_topic(cards: Cards) -> dict[str, tuple[str, ...]]:
    """Card ids by topic, for pointing from a finding to its guidance; also by ``topic/card``."""
    return _by_topic(tuple((card.topic, card.id) for card in cards.cards.values()))


@lru_cache(maxsize=8)
def _by_topic(pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic, card in pairs:
        found[topic] = (*found.get(topic, ()), card)
        found[f"{topic}/{card}"] = (card,)
    return found
