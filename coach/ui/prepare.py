"""The page *Prepare*: an agenda for one meeting, timed, the most important first."""

import streamlit as st

from coach.domain.results import AgendaDraft, AgendaItem
from coach.export.markdown import to_markdown
from coach.export.text import to_text
from coach.ui import planning
from coach.ui.findings import show_findings, verdict
from coach.ui.forms import Field, Form
from coach.ui.guidance_list import show_guidance_used
from coach.ui.literal import literal
from coach.ui.questions import show_questions
from coach.ui.reach_out_form import STYLE
from coach.ui.words import RELATIONSHIPS, brief_places

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
        Field("meeting.date", "When?", placeholder="Thursday at 4 pm"),
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
        FORM.show("recipient.name")
        planning.side_by_side(FORM, "meeting.number", "meeting.minutes")
        FORM.show("topic", "questions", "last_advice", "open_actions")
        with st.expander("More detail", key="prepare-more"):
            FORM.show("goals", "updates", "worries", "relationship")
            FORM.show("meeting.format", "meeting.date", "private_notes")
        wanted, below = planning.submit(FORM, "Plan my meeting")
    with right:
        st.header("Your agenda", anchor=False)
        waiting = st.container()
        if wanted:
            planning.make(FORM, below, waiting)
        made = planning.kept(FORM)
        if isinstance(made, AgendaDraft):
            _agenda(made)
        else:
            planning.teach(
                "A meeting that is worth their time",
                (
                    "puts the question that matters most first,",
                    "says what you did with their last advice,",
                    "keeps five minutes at the end for the next step.",
                ),
                FORM,
            )


def _agenda(made: AgendaDraft) -> None:
    with st.container(key="plan-purpose", gap="xsmall"):
        st.text(made.title)
        st.caption(f"{literal(made.purpose)} {made.minutes} minutes in all.")
    minute = 0
    for place, item in enumerate(made.items):
        _item(item, minute, place)
        minute += item.minutes
    if made.prepare:
        st.subheader("Before you go", anchor=False)
        for place, line in enumerate(made.prepare):
            with st.container(key=f"todo-{place}"):
                st.text(line)
    planning.take_away(to_text(made), to_markdown(made), "prepare", "agenda")
    if made.questions:
        st.subheader("Questions only you can answer", anchor=False)
        show_questions(made.questions, "prepare")
    st.subheader(verdict(made.findings, "Ready."), anchor=False)
    show_findings(made.findings, "prepare")
    show_guidance_used(made.guidance, "prepare-guidance")


def _item(item: AgendaItem, start: int, place: int) -> None:
    with st.container(key=f"item-{place}", horizontal=True, gap="medium", wrap=False):
        with st.container(width=92, key=f"item-time-{place}", gap=None):
            st.text(f"{start}–{start + item.minutes} min")
        with st.container(key=f"item-what-{place}", gap="xsmall"):
            with st.container(key=f"item-title-{place}"):
                st.text(item.title)
            for number, question in enumerate(item.questions):
                with st.container(key=f"item-question-{place}-{number}"):
                    st.text(question)
            why = [item.why, f"From {brief_places(item.sources)}." if item.sources else ""]
            st.caption(literal(" ".join(part for part in why if part)))
