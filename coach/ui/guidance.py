"""The page *Guidance*: search it, browse it, read one card."""

import streamlit as st

from coach.domain.card import Card
from coach.domain.results import SearchAnswer
from coach.domain.vocabulary import TOPICS, Stage
from coach.ui import memory
from coach.ui.cards import card_page, first_sentence
from coach.ui.links import guidance_link
from coach.ui.literal import literal
from coach.ui.planning import title
from coach.ui.services import reading_guidance, services
from coach.ui.words import STAGES, counted, in_words

_QUERY, _STAGE = "guidance.query", "guidance.stage"
_RESULTS = 8


def page() -> None:
    """Show one card if the address names it, else search and browse."""
    cards = services().cards
    card = cards.cards.get(st.query_params.get("card", ""))
    with st.container(key="reading"):
        if card is not None:
            guidance_link("All guidance")
            card_page(card, cards.sources)
            _neighbours(card)
        else:
            _search_and_browse()


def _search_and_browse() -> None:
    title("Guidance", "Short advice, each piece with what it rests on and how strong that is.")
    query = st.text_input(
        "Search the guidance",
        key=memory.recall(_QUERY, ""),
        type="search",
        live="350ms",
        placeholder="how do I ask somebody senior for help",
    )
    if query and query.strip():
        with reading_guidance() as ready:
            answer = ready.search.search(query.strip(), _RESULTS)
        _answer(answer)
    else:
        _browse()


def _answer(answer: SearchAnswer) -> None:
    if not answer.answered or not answer.results:
        with st.container(key="no-answer"):
            st.text(f"The guidance has nothing on “{answer.query}”.")
            st.caption("Try other words, or look under one of these.")
        _browse()
        return
    st.caption(counted(len(answer.results), "card", "cards"))
    for hit in answer.results:
        with st.container(key=f"hit-{hit.card}", gap="xsmall"):
            guidance_link(literal(hit.title), hit.card)
            st.text(hit.excerpt)
            st.caption(in_words(hit.topic))


def _browse() -> None:
    stage = st.pills(
        "Browse by stage",
        [one.value for one in Stage],
        key=memory.recall(_STAGE, Stage.FIRST_CONTACT.value),
        format_func=lambda value: STAGES[Stage(value)],
    )
    if stage is not None:
        _topics(Stage(stage))


def _topics(stage: Stage) -> None:
    every = services().cards.cards.values()
    st.header(STAGES[stage], anchor=False)
    by_topic = {topic: [one for one in every if one.topic == topic] for topic in TOPICS[stage]}
    for topic, cards in by_topic.items():
        if cards:
            with st.container(key=f"topic-{topic}", gap="xsmall"):
                st.subheader(in_words(topic), anchor=False)
                for card in cards:
                    _line(card)
    if not any(by_topic.values()):
        st.caption("There is nothing here yet.")


def _line(card: Card) -> None:
    with st.container(key=f"line-{card.id}", gap=None):
        guidance_link(literal(card.title), card.id)
        st.caption(first_sentence(card.do))


def _neighbours(card: Card) -> None:
    others = [
        one
        for one in services().cards.cards.values()
        if one.id != card.id and one.group == card.group
    ]
    others.sort(key=lambda one: one.topic != card.topic)
    if others:
        st.header("Read next", anchor=False)
        for other in others[:3]:
            guidance_link(literal(other.title), other.id)
