"""The page *Reflect*: three stages of questions to answer after a meeting."""

import streamlit as st

from coach.ui import planning
from coach.ui.care import show_care
from coach.ui.forms import Field, Form
from coach.ui.reach_out_form import STYLE

BUTTON = "Ask me"
_FIRST = ("recipient.name", "notes", "advice_received", "commitments", "feelings")
_NOTES = "What was said?"

FORM = Form(
    page="reflect",
    kind="reflection",
    fields=(
        STYLE,
        Field("recipient.name", "Whom did you meet?", same_as="prepare.recipient.name"),
        Field(
            "notes",
            _NOTES,
            "list",
            rows=4,
            placeholder="she asked what I would miss if I stopped coding\nI talked too much",
            help="Rough notes are fine, one on each line.",
        ),
        Field(
            "advice_received",
            "What did they advise?",
            "list",
            placeholder="shadow a team lead for a day before deciding",
        ),
        Field(
            "commitments",
            "What did you say you would do?",
            "list",
            placeholder="ask Dana whether I may sit in on her planning",
        ),
        Field("feelings", "How did it feel?", "list", placeholder="relieved, and a little exposed"),
        Field("topic", "What was it about?"),
        Field("meeting.date", "When was it?"),
        Field(
            "private_notes",
            "Private notes",
            "list",
            help="For you and the coach only. These never appear in the reflection.",
        ),
    ),
    says={
        "nothing to ask": f"“{_NOTES}” is empty",
        "give a topic, or at least one question": "Write one line there, however rough",
    },
)


def page() -> None:
    """Show the form, and beside it the questions or why they help."""
    planning.title("Reflect", "Ten quiet minutes after a meeting, while you still remember it.")
    with st.container(key="beside"):
        left, right = st.columns(2, gap="large")
    with left:
        planning.form_head(FORM)
        FORM.show(*_FIRST)
        planning.more_detail(FORM, _more)
        below = planning.submit(FORM, BUTTON)
    with right:
        st.header("Your reflection", anchor=False)
        made = planning.result(FORM, below)
        if made is not None and not show_care(made, FORM):
            from coach.ui.reflection import show_reflection  # noqa: PLC0415 - slow; the form first

            show_reflection(made, FORM)
        elif made is None:
            planning.teach(
                "Three short looks back",
                (
                    "what happened, without judging it,",
                    "what it means to you,",
                    "what you do next, small enough to do this week.",
                ),
                FORM,
                BUTTON,
            )


def _more() -> None:
    FORM.show("topic", "meeting.date", "private_notes")
