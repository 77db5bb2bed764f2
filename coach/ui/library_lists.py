"""The guidance as lists: its contents, the cards of a stage or topic, the cards a search found."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.card import Card
from coach.domain.results import OwnHit, SearchHit
from coach.domain.vocabulary import TOPICS, Stage
from coach.ui.cards import in_short
from coach.ui.library_filters import Filters, reset_button
from coach.ui.links import guidance_link, library_link, topic_link
from coach.ui.literal import literal
from coach.ui.words import EVIDENCE, STAGES, counted, in_words
from coach.use_cases.library import by_stage, stage_of

LIFT = "Clear the filters"
SHORT = 40
"""So many cards are listed; more are shown as contents until a stage or topic is chosen."""


def show_count(cards: Sequence[Card], chosen: Filters) -> None:
    """How many cards there are for what is chosen, and the way back to all of them."""
    topics = len({card.topic for card in cards})
    said = f"{counted(len(cards), 'card', 'cards')}{chosen.in_words()}"
    if topics > 1:
        said += f", on {topics} topics"
    count_line(said, "All guidance" if chosen == Filters(topic=chosen.topic) else LIFT, chosen)


def count_line(said: str, lift: str, chosen: Filters) -> None:
    """A line that says how many cards there are; with filters, a button lifts them."""
    with st.container(key="count", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(literal(said), width="content")
        if chosen != Filters():
            reset_button(lift, "library-clear")


def show_cards(cards: Sequence[Card], chosen: Filters) -> None:
    """The cards chosen: as contents while they are many, else one by one by topic."""
    if not cards:
        nothing_fits(
            f"There is no card{chosen.in_words()}.",
            "Not every topic has a card for everybody, or of every kind of evidence.",
            LIFT,
        )
    if chosen.topic:
        _topic(cards, chosen.topic)
    elif chosen.stage or len(cards) <= SHORT:
        with st.container(key="one-stage" if chosen.stage else "few-stages"):
            for stage, topics in by_stage(cards).items():
                _stage(stage, topics)
    else:
        _contents(by_stage(cards), chosen)


def nothing_fits(said: str, why: str, lift: str) -> None:
    """No card fits; one click lifts the filters."""
    with st.container(key="nothing-fits", gap="xsmall"):
        st.text(said)
        st.caption(why)
        reset_button(lift, "library-clear")


def _contents(stages: dict[Stage, dict[str, tuple[Card, ...]]], chosen: Filters) -> None:
    """Every stage with its topics, as links that keep what narrows them."""
    within = {
        name: value
        for name, value in (("counterpart", chosen.counterpart), ("evidence", chosen.evidence))
        if value
    }
    with st.container(key="contents"):
        for stage, topics in stages.items():
            with st.container(key=f"contents-{stage}", gap=None):
                st.subheader(STAGES[stage], anchor=False)
                for topic in topics:
                    library_link(in_words(topic), topic=topic, **within)


def _stage(stage: Stage, topics: dict[str, tuple[Card, ...]]) -> None:
    st.header(STAGES[stage], anchor=False)
    with st.container(key=f"topics-{stage}"):
        for topic, cards in topics.items():
            with st.container(key=f"topic-{topic}", gap="xsmall"):
                st.subheader(in_words(topic), anchor=False)
                for card in cards:
                    _line(card)


def _topic(cards: Sequence[Card], topic: str) -> None:
    """One topic: its cards, and the other topics of its stage."""
    stage = stage_of(topic)
    if stage is None:
        return
    with st.container(key="topic-head", gap=None):
        library_link(STAGES[stage], stage=stage)
        st.header(in_words(topic), anchor=False)
    with st.container(key=f"topic-{topic}"):
        for card in cards:
            _line(card)
    st.subheader(f"More in “{STAGES[stage]}”", anchor=False)
    with st.container(key="more-topics", horizontal=True, gap="small"):
        for other in TOPICS[stage]:
            if other != topic:
                topic_link(in_words(other), other)


def _line(card: Card) -> None:
    with st.container(key=f"line-{card.id}", gap=None):
        guidance_link(literal(card.title), card.id)
        st.markdown(in_short(card.do))
        st.caption(EVIDENCE[card.evidence])


def show_hits(hits: Sequence[tuple[SearchHit, Card]]) -> None:
    """What a search found, best first."""
    with st.container(key="hits"):
        for hit, card in hits:
            with st.container(key=f"hit-{hit.card}", gap=None):
                guidance_link(literal(hit.title), hit.card)
                st.text(hit.excerpt)
                st.caption(f"{in_words(hit.topic)} · {EVIDENCE[card.evidence]}")


def show_yours(own: Sequence[OwnHit]) -> None:
    """Passages of the person's own documents: apart from the guidance, and letter by letter."""
    if not own:
        return
    with st.container(key="yours"):
        st.subheader("Yours", anchor=False)
        st.caption("From documents you added; not part of the curated guidance.")
        for place, hit in enumerate(own):
            with st.container(key=f"own-{place}", gap=None):
                with st.container(key=f"own-name-{place}"):
                    st.text(hit.document)
                if hit.heading:
                    st.caption(literal(hit.heading))
                st.text(hit.excerpt)
