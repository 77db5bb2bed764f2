"""The page *Reach out*: the form beside the message."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.brief import OutreachBrief
from coach.domain.results import OutreachDraft
from coach.errors import CoachError
from coach.ui import planning, versions
from coach.ui.calm import show_problem
from coach.ui.forms import ORIGIN
from coach.ui.memory import desk
from coach.ui.message import AGAIN, empty_message, show_message
from coach.ui.reach_out_form import FORM, TALKED_BEFORE
from coach.ui.services import reading_guidance, services
from coach.use_cases.draft import draft
from coach.use_cases.read_brief import brief_from_mapping


def page() -> None:
    """Show the form, and beside it the message or what a good one has."""
    planning.title(
        "Reach out", "Six short answers become a message you can change, copy and send yourself."
    )
    with st.container(key="beside"):
        left, right = st.columns(2, gap="large")
    with left:
        wanted, below_button = _form()
    with right:
        st.header("Your message", anchor=False)
        waiting = st.container()
        again = bool(desk().pop(AGAIN, False))
        if wanted or again:
            _write(below_button, waiting, again=again)
        shown = versions.current()
        if shown is None:
            empty_message()
        else:
            show_message(shown, _brief_or_none())


def _form() -> tuple[bool, DeltaGenerator]:
    """Draw the form; return whether the button was pressed, and a place under it."""
    planning.form_head(FORM)
    planning.side_by_side(FORM, "sender.name", "sender.role")
    planning.side_by_side(FORM, "recipient.name", "ask.when")
    FORM.show("why_them", "questions")
    with st.expander("More detail", key="reach-more"):
        _more()
    wanted = st.button("Write my message", key="reach-write", type="primary", width="stretch")
    return wanted, st.container()


def _more() -> None:
    FORM.show("purpose")
    if FORM.value(FORM.at("purpose")) in TALKED_BEFORE:
        FORM.show("before.what", "before.date", "before.advice", "before.action", "before.result")
    if FORM.value(FORM.at("purpose")) == "introduction-request":
        FORM.show("via")
    FORM.show("channel", "relationship", "tone", "ask.kind", "ask.minutes")
    FORM.show("connection", "recipient.role", "recipient.organisation")
    FORM.show("sender.organisation", "sender.facts", "private_notes")


def _brief() -> OutreachBrief:
    brief = brief_from_mapping(FORM.brief(), ORIGIN)
    if not isinstance(brief, OutreachBrief):
        raise TypeError(f"the form made a brief of kind {brief.kind}")
    return brief


def _brief_or_none() -> OutreachBrief | None:
    try:
        return _brief()
    except CoachError:
        return None


def _write(problems: DeltaGenerator, waiting: DeltaGenerator, *, again: bool) -> None:
    """Write a message from the form and put it on screen; keep the one before."""
    shown = versions.current()
    variant = shown.variant + 1 if again and shown else 0
    try:
        brief = _brief()
        with waiting, reading_guidance():
            written = draft(brief, services(), variant=variant)
    except CoachError as problem:
        with problems:
            show_problem(problem, FORM.in_form_words)
        return
    if isinstance(written, OutreachDraft):
        versions.add(versions.Version(written, written.subject, written.body, brief, variant))
