"""The page *Improve my draft*: the person's own text, and beside it what would make it better."""

import streamlit as st

from coach.domain.vocabulary import Channel
from coach.ui import memory, planning
from coach.ui.improve_desk import BODY, STEP, SUBJECT, GoBack, OwnDraft, own_draft
from coach.ui.improve_example import example_in, offer_example, put_back
from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.reach_out_form import FORM, TALKED_BEFORE
from coach.ui.vouching import take_in
from coach.ui.words import counted

_PROMISE = (
    "what already works, in your own words,",
    "at most five things that would change your reader's mind, the weightiest first,",
    "changes you take or leave one by one. None adds a fact you did not give.",
)


def page() -> None:
    """Show the draft, and beside it the review or what it will say."""
    draft = own_draft()
    example_in(draft)
    take_in()
    with wanted(STEP) as step:
        if step is not None:
            draft.do(step)
    if _channel() is Channel.EMAIL:
        draft.split()
    planning.title(
        "Improve my draft", "Your words stay. You see every change and why, and you decide."
    )
    with st.container(key="beside-improve"):
        left, right, below = st.columns([10, 11, 10], gap="large")
    with left:
        _write(draft)
    if not draft.body.strip():
        with right:
            _teach()
        return
    from coach.ui.improve_result import (  # noqa: PLC0415 - slow; the form comes first
        show_each_change,
        show_result,
        standing,
    )

    with right:
        made = standing(draft, _channel())
        if made is not None:
            show_result(draft, made)
    if made is not None and made.given.changes:
        with below:
            show_each_change(made)


def _channel() -> Channel:
    return Channel(str(FORM.value(FORM.at("channel"))))


def _write(draft: OwnDraft) -> None:
    """The draft, and what is known about it."""
    FORM.show("channel")
    with st.container(key="letter", gap="small"):
        if _channel() is Channel.EMAIL:
            st.text_input("Subject", key=memory.recall(SUBJECT, ""), autocomplete="off")
            memory.keep(SUBJECT)
        st.text_area(
            "Your draft",
            key=memory.recall(BODY, ""),
            height="content",
            placeholder="Paste or write your message here.",
        )
        memory.keep(BODY)
    with st.container(horizontal=True, key="improve-under", vertical_alignment="center"):
        if draft.body.strip():
            st.caption(
                f"{_length(draft)}. The review follows when you leave the box.", width="content"
            )
        put_back(draft)
        if draft.can_go_back:
            st.button(
                "Back to the draft before",
                key="improve-back",
                type="tertiary",
                on_click=want,
                args=(desk(), STEP, GoBack()),
            )
    FORM.show("purpose")
    with planning.opened("Who it is for, and your facts", "improve-facts") as is_open:
        if is_open:
            _facts()


def _length(draft: OwnDraft) -> str:
    if _channel() is Channel.LINKEDIN_NOTE:
        return counted(len(draft.body), "letter", "letters")
    return counted(len(draft.body.split()), "word", "words")


def _facts() -> None:
    """The brief of *Reach out*: what is typed here stands there too."""
    st.caption(
        literal(
            "The same answers as on Reach out. With their name and a question, the review also "
            "checks the name, your facts and your private notes."
        )
    )
    planning.side_by_side(FORM, "recipient.name", "recipient.role")
    planning.side_by_side(FORM, "sender.name", "sender.role")
    FORM.show("why_them", "connection", "questions", "ask.when")
    purpose = FORM.value(FORM.at("purpose"))
    if purpose in TALKED_BEFORE:
        FORM.show("before.what", "before.date", "before.advice", "before.action", "before.result")
    if purpose == "introduction-request":
        FORM.show("via")
    FORM.show("sender.facts", "relationship", "tone", "private_notes", "style")


def _teach() -> None:
    with st.container(key="teach", border=True):
        points = "\n".join(f"- {point}" for point in _PROMISE)
        st.markdown(f"Paste a draft, however rough. You get\n\n{points}")
        offer_example()
