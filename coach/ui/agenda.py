"""Shows an agenda as a timeline."""

import streamlit as st

from coach.domain.brief import AgendaBrief
from coach.domain.results import AgendaDraft, AgendaItem, AnyDraft
from coach.ui.calendar_entry import show_calendar
from coach.ui.findings import show_findings, verdict
from coach.ui.forms import Form
from coach.ui.guidance_list import show_guidance_used
from coach.ui.literal import literal
from coach.ui.planning import brief_behind
from coach.ui.questions import show_questions
from coach.ui.rehearsal_ways import rehearse_button
from coach.ui.taking import Luggage, take_along
from coach.ui.words import brief_places
from coach.ui.written_by import show_trouble, show_written_by


def show_agenda(made: AnyDraft, form: Form) -> None:
    """The agenda, what to do before, and what the checks found."""
    if not isinstance(made, AgendaDraft):
        return
    show_trouble(made.writer, "prepare")
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
    luggage = Luggage(made, "prepare", "agenda", brief_behind(form))
    take_along(luggage)
    if isinstance(luggage.brief, AgendaBrief):
        show_calendar(made, luggage.brief, luggage.name("ics"), form.in_form_words)
        rehearse_button("prepare")
    show_written_by(made.writer, "prepare")
    if made.questions:
        st.subheader("Questions only you can answer", anchor=False)
        show_questions(made.questions, "prepare")
    st.subheader(verdict(made.findings, "Ready."), anchor=False)
    show_findings(made.findings, "prepare", made.style)
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
