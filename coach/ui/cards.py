"""Shows a card of guidance: in a line, in short, or as a page with its sources."""

import streamlit as st

from coach.domain.card import Card, Source
from coach.ui.links import guidance_link
from coach.ui.literal import literal
from coach.ui.services import services
from coach.ui.words import EVIDENCE, STAGES, in_words


def first_sentence(text: str) -> str:
    """The first sentence of a section, as a taste of the card."""
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]


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


def card_page(card: Card, sources: dict[str, Source]) -> None:
    """The whole card, to be read."""
    st.title(literal(card.title), anchor=False)
    st.caption(f"{STAGES[card.group]} · {in_words(card.topic)}")
    st.badge(EVIDENCE[card.evidence], color="gray", help="How strong the evidence is.")
    _section("Do", card.do)
    _section("Why", card.why)
    if card.say:
        _section("Say", "\n\n".join(f"> {line}" for line in card.say))
    if card.asks:
        _section("Ask yourself", "\n".join(f"- {question}" for question in card.asks))
    if card.avoid:
        _section("Avoid", card.avoid)
    st.header("What this rests on", anchor=False)
    for name in card.sources:
        if name in sources:
            _source(sources[name])


def _section(title: str, body: str) -> None:
    st.header(title, anchor=False)
    st.markdown(body)


def _source(source: Source) -> None:
    with st.container(key=f"source-{source.id}", gap="xsmall"):
        st.markdown(reference(source))
        st.caption(f"{EVIDENCE[source.evidence]}. Found: {literal(source.finding)}")
        st.caption(f"Bear in mind: {literal(source.limits)}")


def reference(source: Source) -> str:
    """A source as a reader would look for it: who, when, what, where, and a link."""
    who = literal(_names(source.authors))
    when = f" ({source.year})" if source.year else ""
    where = ", ".join(
        part for part in (source.container or source.publisher, _issue(source)) if part
    )
    link = f" [{literal(_address(source))}]({source.address})" if source.address else ""
    end = f" *{literal(where)}*." if where else ""
    return f"{who}{when}. {literal(source.title.rstrip('.'))}.{end}{link}"


def _names(authors: tuple[str, ...]) -> str:
    if len(authors) > 4:
        return f"{authors[0]} and others"
    return " and ".join([*([", ".join(authors[:-1])] if authors[:-1] else []), *authors[-1:]])


def _issue(source: Source) -> str:
    issue = f"({source.issue})" if source.issue else ""
    return ", ".join(part for part in (f"{source.volume}{issue}", source.page) if part)


def _address(source: Source) -> str:
    return f"doi.org/{source.doi}" if source.doi else "Read it"
