"""The message: edited in place, checked as it changes, ready to copy."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.vocabulary import Channel, Style
from coach.ui.care import show_care
from coach.ui.guidance_list import show_guidance_used
from coach.ui.memory import desk, recall, want
from coach.ui.message_checks import as_given, checked, show_checks
from coach.ui.provenance import SOURCES, choose_view, show_provenance
from coach.ui.questions import show_questions
from coach.ui.reach_out_form import FORM
from coach.ui.rehearsal_ways import rehearse_button
from coach.ui.services import services
from coach.ui.steps import STEP, GoTo, PutAnswersIn, WriteAgain
from coach.ui.taking import Luggage, take_along
from coach.ui.versions import BODY, NO_OTHER, SUBJECT, Version, versions
from coach.ui.words import counted
from coach.ui.written_by import JOINS_ONLY, show_trouble, show_written_by
from coach.use_cases.ways import different, only

_VIEW = "reach.view"
NOTE_LETTERS = 300
"""What a LinkedIn note holds; a free account has 200 for some."""


def show_message(shown: Version, at_top: DeltaGenerator) -> None:
    """Show the version on screen, checked against the form as it is now."""
    show_care(shown.draft, FORM)
    show_trouble(shown.draft.writer, "reach")
    if shown.draft.questions:
        _questions(shown)
    where = channel(shown)
    found = checked(shown, where)
    clauses = found.clauses if found is not None else ()
    if clauses and choose_view("Edit", _VIEW) == SOURCES:
        show_provenance(as_given(shown, where), clauses, "reach-told")
    else:
        _edit(shown)
    _actions(shown)
    show_written_by(shown.draft.writer, "reach")
    if shown.draft.style is Style.COACH and services().model is not None:
        st.caption(JOINS_ONLY)
    if found is not None:
        show_checks(found, shown, where, at_top)
    show_guidance_used(shown.draft.guidance, "reach-guidance")


def _questions(shown: Version) -> None:
    """What the coach asks; the answers go into the message word for word."""
    with st.container(key="coach-asks", border=True):
        st.subheader("Questions only you can answer", anchor=False)
        st.caption("Answer as you would say it to them: your words go in as they are.")
        show_questions(shown.draft.questions, "reach")
        st.button(
            "Put my answers in the message",
            key="reach-weave",
            on_click=want,
            args=(desk(), STEP, PutAnswersIn()),
            help="Word for word, before what you ask for. The message before is kept.",
        )


def channel(version: Version) -> Channel:
    """Where the message is going to be sent."""
    return version.brief.channel if version.brief else Channel(str(FORM.value(FORM.at("channel"))))


def _edit(shown: Version) -> None:
    """Draw the message as fields."""
    with st.container(key="letter", gap="small"):
        if channel(shown) is Channel.EMAIL:
            st.text_input("Subject", key=recall(SUBJECT, shown.subject), autocomplete="off")
        st.text_area("Message", key=recall(BODY, shown.body), height="content")
    st.caption(f"{_length(shown)}. Change anything; the checks follow when you leave the box.")


def _length(version: Version) -> str:
    if channel(version) is Channel.LINKEDIN_NOTE:
        return f"{len(version.body)} of {NOTE_LETTERS} letters"
    return counted(len(version.body.split()), "word", "words")


def _actions(version: Version) -> None:
    """Copy, take away, and other versions."""
    is_mail = channel(version) is Channel.EMAIL
    take_along(
        Luggage(
            version.as_it_stands, "reach", "message", version.brief, version.body, is_mail=is_mail
        )
    )
    with st.container(horizontal=True, key="actions", vertical_alignment="center"):
        if version.brief is not None:
            st.button(
                "Try another approach",
                key="reach-again",
                on_click=want,
                args=(desk(), STEP, WriteAgain()),
            )
            rehearse_button("reach")
        _other_versions()
    if version.brief is not None and desk().get(NO_OTHER) == version.brief:
        st.caption(only(len(different(versions().drafts_of(version.brief)))))


def _other_versions() -> None:
    count, at = len(versions().all), versions().place
    if count > 1:
        with st.container(horizontal=True, key="versions", vertical_alignment="center"):
            for label, to in (("Version before", at - 1), ("Version after", at + 1)):
                st.button(
                    label,
                    key=f"reach-to-{label.split()[1]}",
                    type="tertiary",
                    disabled=not 0 <= to < count,
                    on_click=want,
                    args=(desk(), STEP, GoTo(to)),
                )
            st.caption(f"{at + 1} of {count}", width="content")
