"""Browsing the library: filters combine, order is the order of reading, gaps are counted too."""

import datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.card import Card
from coach.domain.vocabulary import TOPICS, Evidence, Relationship, Stage
from coach.guidance.library import load_library
from coach.use_cases.library import browse, by_stage, coverage, neighbours, stage_of
from tests.conftest import KNOWLEDGE

EVERY_TOPIC = [topic for topics in TOPICS.values() for topic in topics]


def card(
    name: str,
    topic: str = "goals",
    relationships: tuple[Relationship, ...] = (Relationship.MENTOR,),
    evidence: Evidence = Evidence.PRACTICE,
) -> Card:
    return Card(
        id=name,
        title=name,
        topic=topic,
        relationships=relationships,
        stages=(Stage.KNOW,),
        evidence=evidence,
        sources=(),
        reviewed=datetime.date(2026, 11, 1),
        do="",
        why="",
        say=(),
        asks=(),
        avoid="",
    )


SOME = (
    card("pay", "paying-forward", (Relationship.PEER,), Evidence.CONSENSUS),
    card("easy", "easy-out", (Relationship.MENTOR, Relationship.COACH), Evidence.EXPERIMENT),
    card("aim-2", "goals", (Relationship.COACH,), Evidence.META_ANALYSIS),
    card("aim-1", "goals"),
)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [one.id for one in cards]


def test_without_a_filter_every_card_is_there_in_the_order_of_the_relationship() -> None:
    assert ids(browse(SOME)) == ["easy", "aim-1", "aim-2", "pay"]


def test_a_stage_holds_the_cards_of_its_topics() -> None:
    assert ids(browse(SOME, stage=Stage.SET_UP)) == ["aim-1", "aim-2"]


def test_each_filter_narrows_what_the_others_leave() -> None:
    assert ids(browse(SOME, relationship=Relationship.COACH)) == ["easy", "aim-2"]
    assert ids(browse(SOME, stage=Stage.SET_UP, relationship=Relationship.COACH)) == ["aim-2"]
    assert ids(browse(SOME, topic="goals", evidence=Evidence.PRACTICE)) == ["aim-1"]
    assert ids(browse(SOME, stage=Stage.CLOSE, topic="goals")) == []


def test_a_topic_nobody_knows_has_no_cards_and_no_stage() -> None:
    assert browse(SOME, topic="no-such-topic") == ()
    assert stage_of("no-such-topic") is None
    assert stage_of("goals") is Stage.SET_UP


_cards = st.lists(
    st.builds(
        card,
        name=st.uuids().map(str),
        topic=st.sampled_from(EVERY_TOPIC),
        relationships=st.lists(st.sampled_from(Relationship), min_size=1, unique=True).map(tuple),
        evidence=st.sampled_from(Evidence),
    ),
    max_size=12,
)


@given(_cards)
def test_stages_share_the_cards_out_without_losing_or_doubling_one(cards: list[Card]) -> None:
    shared = [one.id for stage in Stage for one in browse(cards, stage=stage)]
    assert shared == ids(browse(cards))
    grouped = [
        one.id for topics in by_stage(cards).values() for row in topics.values() for one in row
    ]
    assert grouped == shared


@given(_cards)
def test_the_coverage_counts_every_card_once_and_names_every_gap(cards: list[Card]) -> None:
    found = coverage(cards)
    assert [(one.stage, row.topic) for one in found for row in one.topics] == [
        (stage, topic) for stage, topics in TOPICS.items() for topic in topics
    ]
    assert sum(one.total for one in found) == len(cards)
    for one in found:
        for row in one.topics:
            assert [kind for kind, _ in row.counts] == list(Evidence)
            for kind, count in row.counts:
                assert count == len(browse(cards, topic=row.topic, evidence=kind))


def test_neighbours_stay_within_the_topic() -> None:
    _, easy, last, first = SOME
    assert neighbours(SOME, easy) == (None, None)
    assert neighbours(SOME, first) == (None, last)
    assert neighbours(SOME, last) == (first, None)


@pytest.fixture(scope="module")
def library() -> tuple[Card, ...]:
    return tuple(load_library(KNOWLEDGE).cards.values())


@pytest.mark.parametrize(
    ("stage", "relationship", "evidence"),
    list(product([None, Stage.FIRST_CONTACT], [None, *Relationship], [None, *Evidence])),
)
def test_filters_of_the_real_library_mean_what_the_cards_say(
    library: tuple[Card, ...],
    stage: Stage | None,
    relationship: Relationship | None,
    evidence: Evidence | None,
) -> None:
    chosen = ids(browse(library, stage=stage, relationship=relationship, evidence=evidence))
    for one in library:
        fits = (
            (stage is None or one.topic in TOPICS[stage])
            and (relationship is None or relationship in one.relationships)
            and (evidence is None or one.evidence == evidence)
        )
        assert (one.id in chosen) == fits
