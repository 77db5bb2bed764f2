"""Shows one answer of the page *Ask*: advice with its cards, one question at a time, or a plain no."""

import re
from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import memory, planning
from coach.ui.links import guidance_link, topic_link
from coach.ui.literal import literal
from coach.ui.memory import desk, want
from coach.ui.questions import answer_key
from coach.ui.words import EVIDENCE, counted, in_words

if TYPE_CHECKING:  # the question is shown before these are needed, and they take half a second
    from coach.domain.results import Answer, Citation, OwnHit

AT = "ask.at"
"""Where the desk keeps which of a coach's questions is shown."""
_MARK = re.compile(r"\\\[(\d+)\\\]")


def show_answer(made: "Answer") -> None:
    """One answer, whole."""
    if made.care:
        with st.container(key="ask-care", border=True):
            st.text(made.care)
    if not made.answer and not made.citations and not made.questions and not made.made:
        return
    if not made.answered or (not made.citations and not made.questions and not made.writer.calls):
        _nothing(made)
    elif made.answer:
        _advice(made)
    elif made.questions or not made.made:
        _coach(made)


def _advice(made: "Answer") -> None:
    """Mentor style: the answer as prose, and beside it the cards it rests on."""
    if not made.citations:
        _prose(made.answer)
        _yours(made.own)
        return
    with st.container(key="beside"):
        left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("From the guidance", anchor=False)
        _prose(made.answer)
    with right, st.container(key="ask-cards"):
        st.subheader("What this rests on", anchor=False)
        for number, cited in enumerate(made.citations, 1):
            with st.container(key=f"cited-{number}", gap=None):
                _card(cited, f"[{number}] ")
        with planning.opened("The words quoted", "ask-quoted") as is_open:
            if is_open:
                for number, cited in enumerate(made.citations, 1):
                    st.markdown(f"> {literal(cited.quote)} {_mark(str(number))}")
    _yours(made.own)


def _prose(text: str) -> None:
    with st.container(key="ask-prose"):
        for paragraph in text.split("\n\n"):
            st.markdown(with_marks(paragraph))


def _coach(made: "Answer") -> None:
    """Coach style: one question, room to think, and nothing that advises."""
    if not made.questions:
        with st.container(key="ask-nothing"):
            st.text("The guidance speaks of this, but has no open question for it.")
        _cards(made.citations, "Cards that speak of it")
        return
    count = len(made.questions)
    at = int(desk().get(AT, 0)) % count
    question = made.questions[at]
    with st.container(key="ask-coach", border=True):
        st.caption("A question for you" + (f" · {at + 1} of {count}" if count > 1 else ""))
        with st.container(key="ask-asked"):
            st.text(question)
        key = answer_key("ask", question)
        st.text_area(
            "Room to think in writing",
            key=memory.recall(key, ""),
            height=150,
            help="For you only. It is kept while the app runs, and goes nowhere.",
        )
        memory.keep(key)
        if count > 1:
            st.button(
                "Another question",
                key="ask-next",
                on_click=want,
                args=(desk(), AT, (at + 1) % count),
            )
    if made.citations:
        _cards(made.citations, "Where these questions come from")
    _yours(made.own, closed=True)


def _nothing(made: "Answer") -> None:
    """The guidance has no answer: say so, and leave several ways on."""
    with st.container(key="ask-nothing"):
        st.text(made.answer)
    _yours(made.own)
    with st.container(key="ask-nearest", gap="xsmall"):
        if made.topics:
            st.caption("Nearest in the guidance, though it may not be what you meant")
            for topic in made.topics:
                topic_link(in_words(topic), topic)
        guidance_link("All guidance")


def _cards(citations: "tuple[Citation, ...]", label: str) -> None:
    """The cards, closed: what they advise is read only by who opens it."""
    with st.expander(label, key="ask-behind"):
        for place, cited in enumerate(citations):
            with st.container(key=f"behind-{place}", gap=None):
                _card(cited)


def _card(cited: "Citation", before: str = "") -> None:
    from coach.ui.services import services  # noqa: PLC0415 - slow; the question comes first

    guidance_link(literal(before + cited.title), cited.card)
    card = services().cards.cards.get(cited.card)
    if card is not None:
        st.caption(f"Evidence: {EVIDENCE[card.evidence].lower()}.")


def _yours(own: "tuple[OwnHit, ...]", *, closed: bool = False) -> None:
    """Passages of the person's own documents, apart from the guidance and labelled as theirs."""
    if not own:
        return
    passages = counted(len(own), "passage", "passages")
    if closed:
        with st.expander(f"Yours: {passages}", key="ask-yours-closed"), st.container(key="yours"):
            _passages(own)
        return
    with st.container(key="yours", gap="xsmall"):
        st.subheader("Yours", anchor=False)
        st.caption("From documents you added; not part of the curated guidance.")
        _passages(own)


def _passages(own: "tuple[OwnHit, ...]") -> None:
    for place, hit in enumerate(own):
        with st.container(key=f"own-{place}", gap=None):
            with st.container(key=f"own-name-{place}"):
                st.text(hit.document)
            if hit.heading:
                st.caption(literal(hit.heading))
            with st.container(key=f"own-words-{place}"):
                st.text(hit.excerpt)


def with_marks(text: str) -> str:
    """A paragraph letter by letter, with the numbers of its citations made quiet."""
    return _MARK.sub(lambda found: _mark(found.group(1)), literal(text))


def _mark(number: str) -> str:
    return rf":small[:gray[\[{number}\]]]"


def show_before(made: "Answer", place: int) -> None:
    """An earlier turn of a conversation, in short: what was asked, what was said, and the cards."""
    with st.container(key=f"said-{place}"):
        st.text(made.question)
    with st.container(key=f"before-{place}", gap="xsmall"):
        for text in (made.care, *made.questions):
            if text:
                st.text(text)
        for paragraph in filter(None, made.answer.split("\n\n")):
            st.markdown(with_marks(paragraph))
        for one in made.made:
            st.caption(literal(one.title))
            st.text(one.text)
        if made.citations:
            with planning.opened("What this rests on", f"before-cards-{place}") as is_open:
                if is_open:
                    for number, cited in enumerate(made.citations, 1):
                        _card(cited, f"[{number}] ")
