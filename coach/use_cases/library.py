"""Browses the curated guidance, and says what each part of it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.card import Card
from coach.domain.vocabulary import TOPICS, Evidence, Relationship, Stage


@dataclass(frozen=True)
class TopicCoverage:
    """How many cards of a topic rest on each kind of evidence, strongest first; zeros included."""

    topic: str
    counts: tuple[tuple[Evidence, int], ...]

    @property
    def total(self) -> int:
        """The cards of this topic; none is a gap."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True)
class StageCoverage:
    """The coverage of every topic of a stage, in reading order; none is left out."""

    stage: Stage
    topics: tuple[TopicCoverage, ...]

    @property
    def total(self) -> int:
        """The cards of this stage."""
        return sum(one.total for one in self.topics)


def stage_of(topic: str) -> Stage | None:
    """The stage a topic belongs to; none for a topic nobody knows."""
    return next((stage for stage, topics in TOPICS.items() if topic in topics), None)


def browse(
    cards: Iterable[Card],
    stage: Stage | None = None,
    topic: str | None = None,
    relationship: Relationship | None = None,
    evidence: Evidence | None = None,
) -> tuple[Card, ...]:
    """The cards that fit every filter given, in reading order.

    Args:
        cards: where to look.
        stage: the stage the card's topic belongs to, so that each card is in one stage only.
        topic: a topic's id; one nobody knows fits no card.
        relationship: whom the card must be for; many cards are for several.
        evidence: exactly this grade.
    """
    order = {topic: place for place, topic in enumerate(_every_topic())}
    chosen = (
        card
        for card in cards
        if (stage is None or card.group is stage)
        and topic in (None, card.topic)
        and (relationship is None or relationship in card.relationships)
        and evidence in (None, card.evidence)
    )
    return tuple(sorted(chosen, key=lambda card: (order[card.topic], card.id)))


def by_stage(cards: Iterable[Card]) -> dict[Stage, dict[str, tuple[Card, ...]]]:
    """Cards by stage and topic, both in reading order; what has no card is left out."""
    found: dict[Stage, dict[str, tuple[Card, ...]]] = {}
    for card in browse(cards):
        topics = found.setdefault(card.group, {})
        topics[card.topic] = (*topics.get(card.topic, ()), card)
    return found


def neighbours(cards: Iterable[Card], card: Card) -> tuple[Card | None, Card | None]:
    """The cards before and after this one in its topic."""
    row = browse(cards, topic=card.topic)
    at = next(place for place, one in enumerate(row) if one.id == card.id)
    return (row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)


def coverage(cards: Iterable[Card]) -> tuple[StageCoverage, ...]:
    """How many cards each topic has of each kind of evidence, grouped by stage.

    Every stage, topic and kind is there, so that gaps show as zeros.
    """
    kinds = [(card.topic, card.evidence) for card in cards]
    return tuple(
        StageCoverage(
            stage,
            tuple(
                TopicCoverage(topic, tuple((kind, kinds.count((topic, kind))) for kind in Evidence))
                for topic in topics
            ),
        )
        for stage, topics in TOPICS.items()
    )


def _every_topic() -> tuple[str, ...]:
    return tuple(topic for topics in TOPICS.values() for topic in topics)
