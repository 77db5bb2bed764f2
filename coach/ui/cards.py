"""Shows a card of guidance: in short beside a finding, or as a page to be read."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.card import Card, Source
from coach.domain.vocabulary import Relationship
from coach.guidance.reading import sentences
from coach.ui.copying import copy_button
from coach.ui.library_sources import show_sources
from coach.ui.library_wanted import use_button
from coach.ui.links import guidance_link, library_link
from coach.ui.literal import literal
from coach.ui.services import services
from coach.ui.words import (
    COUNTERPARTS,
    EVIDENCE,
    EVIDENCE_MEANS,
    STAGES,
    day,
    in_words,
    listed,
)


def in_short(text: str, most: int = 24) -> str:
    """The first sentences of a section, at most ``most`` words, but always one."""
    chosen: list[str] = []
    for sentence in sentences(text):
        if chosen and len(" ".join([*chosen, sentence]).split()) > most:
            break
        chosen.append(sentence)
    return " ".join(chosen)


def short_card(card: Card) -> None:
    """What to do and what to say, with the way to the rest."""
    st.markdown(card.do)
    for line in card.say[:1]:
        st.markdown(f"> {line}")
    st.caption(f"Evidence: {EVIDENCE[card.evidence].lower()}.")
    guidance_link("Why, and the sources", card.id)


def short_cards(ids: tuple[str, ...], key: str) -> None:
    """The cards of a finding, closed; an id that is not known is left out."""
    known = services().cards.cards
    for place, name in enumerate(ids):
        if name in known:
            with st.expander(f"Guidance: {literal(known[name].title)}", key=f"{key}-{place}"):
                short_card(known[name])


def questions_of_cards(ids: tuple[str, ...]) -> None:
    """What the cards of a finding ask, and nothing they advise."""
    known = services().cards.cards
    for name in ids:
        if name in known:
            for question in known[name].asks[:2]:
                st.markdown(question)


def card_page(
    card: Card, sources: dict[str, Source], beside: tuple[Card | None, Card | None]
) -> None:
    """The whole card, to be read; ``beside`` are the cards before and after it in its topic."""
    _head(card)
    with st.container(key="beside"):
        text, foundations = st.columns([10, 9], gap="large")
    with text, st.container(key="card-text"):
        _section("Do", card.do)
        _section("Why", card.why)
        if card.say:
            _say(card.say)
        if card.asks:
            _section("Ask yourself", "\n".join(f"- {question}" for question in card.asks))
        if card.avoid:
            _section("Avoid", card.avoid)
    with foundations, st.container(key="card-sources"):
        st.header("What this rests on", anchor=False)
        show_sources(card.sources, sources)
        st.caption(f"We last reviewed this card on {day(card.reviewed)}.")
    _beside(card, beside)


def _head(card: Card) -> None:
    """The way here, the title, how strong the evidence is, whom it is for, and what to do now."""
    with st.container(key="crumbs", horizontal=True, gap="small"):
        library_link("Guidance")
        library_link(STAGES[card.group], stage=card.group)
        library_link(in_words(card.topic), topic=card.topic)
    st.title(literal(card.title), anchor=False)
    with st.container(key="card-evidence", gap=None):
        st.markdown(f"**{EVIDENCE[card.evidence]}.** {EVIDENCE_MEANS[card.evidence]}")
        st.caption(_for(card.relationships))
    with st.container(key="card-actions"):
        use_button(card, in_short(card.do))


def _for(relationships: Sequence[Relationship]) -> str:
    """Whom the card is for, in a sentence."""
    if len(relationships) == len(COUNTERPARTS):
        return "For talking with anybody: a mentor, a coach, a sponsor or a peer."
    return f"For talking with {listed([COUNTERPARTS[one] for one in relationships])}."


def _section(title: str, body: str) -> None:
    with st.container(key=f"part-{title.lower().replace(' ', '-')}", gap="xsmall"):
        st.header(title, anchor=False)
        st.markdown(body)


def _say(lines: Sequence[str]) -> None:
    """What a person would say, each line ready to be copied."""
    with st.container(key="part-say", gap="xsmall"):
        st.header("Say", anchor=False)
        for place, line in enumerate(lines):
            with st.container(key=f"say-{place}", gap="xsmall"):
                st.markdown(f"> {line}")
                with st.container(key=f"say-copy-{place}", width="content"):
                    copy_button("Copy this line", line, f"card-copy-{place}", quiet=True)


def _beside(card: Card, beside: tuple[Card | None, Card | None]) -> None:
    if not any(beside):
        return
    st.header(f"More on “{in_words(card.topic)}”", anchor=False)
    with st.container(key="beside-cards", horizontal=True, gap="medium"):
        for label, other in zip(("Before this", "After this"), beside, strict=True):
            if other is not None:
                with st.container(key=f"beside-{label.split()[0].lower()}", gap=None):
                    st.caption(label)
                    guidance_link(literal(other.title), other.id)
