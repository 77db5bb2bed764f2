"""The page *Reach out*: the form beside the message."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.ui import interview, planning
from coach.ui.care import show_care
from coach.ui.library_wanted import show_wanted
from coach.ui.links import IMPROVE, address, place
from coach.ui.memory import desk, wanted
from coach.ui.reach_out_form import FORM, TALKED_BEFORE
from coach.ui.steps import STEP
from coach.ui.versions import versions
from coach.ui.vouching import take_in
from coach.ui.withheld import withheld_key

BUTTON = "Write my message"


def page() -> None:
    """Show the form, and beside it the message or what a good one has."""
    versions().catch_up()
    take_in()
    planning.title(
        "Reach out", "Six short answers become a message you can change, copy and send yourself."
    )
    with st.container(key="beside"):
        left, right = st.columns(2, gap="large")
    coaching = interview.is_coaching()
    with left:
        problems = interview.ask(_fields) if coaching else _form()
    with right:
        with st.container(key="result-head", horizontal=True, vertical_alignment="bottom"):
            st.header("Your message", anchor=False, width="content")
            at_top = st.container(key="at-top", width="content")
        before = versions().shown
        _write_if_wanted(problems)
        if coaching and versions().shown is not before:
            interview.take_over()
        withheld = desk().get(withheld_key(FORM))
        shown = versions().shown
        if coaching and interview.is_growing():
            interview.show_growing()
        elif withheld is not None:
            show_care(withheld, FORM)
        elif shown is None:
            _empty_message()
        else:
            from coach.ui.message import show_message  # noqa: PLC0415 - slow; the form comes first

            show_message(shown, at_top)


def _form() -> DeltaGenerator:
    """Draw the form; return a place for problems under its button."""
    show_wanted()
    planning.form_head(FORM)
    _fields()
    return planning.submit(FORM, BUTTON)


def _fields() -> None:
    planning.side_by_side(FORM, "sender.name", "sender.role")
    planning.side_by_side(FORM, "recipient.name", "ask.when")
    FORM.show("why_them", "questions")
    planning.more_detail(FORM, _more)


def _write_if_wanted(problems: DeltaGenerator) -> None:
    waiting = st.container()
    with wanted(planning.write(FORM)) as pressed:
        if pressed:
            from coach.ui.work import write_message  # noqa: PLC0415 - slow; the form comes first

            write_message(FORM, problems, waiting)
    with wanted(STEP) as step:
        if step is not None:
            from coach.ui.take_step import take_step  # noqa: PLC0415 - slow; the form comes first

            take_step(step, problems, waiting)


def _more() -> None:
    FORM.show("purpose")
    if FORM.value(FORM.at("purpose")) in TALKED_BEFORE:
        FORM.show("before.what", "before.date", "before.advice", "before.action", "before.result")
    if FORM.value(FORM.at("purpose")) == "introduction-request":
        FORM.show("via")
    FORM.show("channel", "relationship", "tone", "ask.kind", "ask.minutes")
    FORM.show("connection", "recipient.role", "recipient.organisation")
    FORM.show("sender.organisation", "sender.facts", "private_notes")


def _empty_message() -> None:
    """What a good first message has, and two ways to begin."""
    ways = planning.teach(
        "A good first message",
        (
            "says who you are in one line,",
            "gives a reason that fits only this person,",
            "asks one thing they can answer in twenty minutes, and makes it easy to say no.",
        ),
        FORM,
        BUTTON,
    )
    with ways:
        page = place("Improve my draft", IMPROVE)
        st.page_link(page, label="I have a draft already", query_params=address())
