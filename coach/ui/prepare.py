"""The page *Prepare*: an agenda for one meeting, timed, the most important first."""

import streamlit as st

from coach.ui import planning
from coach.ui.care import show_care
from coach.ui.forms import Field, Form
from coach.ui.reach_out_form import STYLE
from coach.ui.words import RELATIONSHIPS

BUTTON = "Plan my meeting"
_FIRST = (
    "recipient.name",
    "meeting.number",
    "meeting.minutes",
    "topic",
    "questions",
    "last_advice",
    "open_actions",
)
_QUESTIONS = "What do you want to ask?"

FORM = Form(
    page="prepare",
    kind="agenda",
    fields=(
        STYLE,
        Field("recipient.name", "Who are you meeting?", same_as="reach.recipient.name"),
        Field(
            "meeting.number",
            "Meeting number",
            "number",
            default=1,
            help="The first meeting gets time for expectations and a way to stop.",
        ),
        Field("meeting.minutes", "Minutes", "number", default=30, limits=(5, 480)),
        Field(
            "topic",
            "What is it about?",
            placeholder="choosing between a management and a technical track",
        ),
        Field(
            "questions",
            _QUESTIONS,
            "list",
            rows=3,
            placeholder="What made you choose management?\nWhat would you look at first?",
            help="One on each line, the one that matters most first.",
        ),
        Field(
            "last_advice",
            "What did they advise last time?",
            "list",
            placeholder="shadow a team lead for a day",
        ),
        Field(
            "open_actions",
            "What did you say you would do?",
            "list",
            placeholder="ask Dana whether I may sit in on her planning",
            help="One on each line, done or not.",
        ),
        Field("goals", "What are you working towards?", "list"),
        Field("updates", "What is new since you last spoke?", "list"),
        Field("worries", "What worries you?", "list"),
        Field(
            "relationship",
            "What are they to you?",
            "choice",
            options=RELATIONSHIPS,
            default="mentor",
        ),
        Field("meeting.format", "Where and how do you meet?", placeholder="a walk on the pier"),
        Field("meeting.date", "When?", placeholder="3 December 2026, 4 pm"),
        Field(
            "private_notes",
            "Private notes",
            "list",
            help="For you and the coach only. These never appear in the agenda.",
        ),
    ),
    says={
        "nothing to ask": f"“{_QUESTIONS}” is empty",
        "give a topic, or at least one question": "Write one question, or what it is about",
    },
)


def page() -> None:
    """Show the form, and beside it the agenda or what a good one has."""
    planning.title("Prepare", "Walk in knowing what comes first, and leave with a next step.")
    with st.container(key="beside"):
        left, right = st.columns(2, gap="large")
    with left:
        planning.form_head(FORM)
        FORM.show(_FIRST[0])
        planning.side_by_side(FORM, *_FIRST[1:3])
        FORM.show(*_FIRST[3:])
        planning.more_detail(FORM, _more)
        below = planning.submit(FORM, BUTTON)
    with right:
        st.header("Your agenda", anchor=False)
        made = planning.result(FORM, below)
        if made is not None and not show_care(made, FORM):
            from coach.ui.agenda import show_agenda  # noqa: PLC0415 - slow; the form comes first

            show_agenda(made, FORM)
        elif made is None:
            planning.teach(
                "A meeting that is worth their time",
                (
                    "puts the question that matters most first,",
                    "says what you did with their last advice,",
                    "keeps five minutes at the end for the next step.",
                ),
                FORM,
                BUTTON,
            )


def _more() -> None:
    FORM.show("goals", "updates", "worries", "relationship")
    FORM.show("meeting.format", "meeting.date", "private_notes")
