"""Coach style on *Reach out*: one question at a time, and the message growing beside it."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.errors import CoachError
from coach.ui import planning
from coach.ui.calm import show_problem
from coach.ui.care import show_care
from coach.ui.interview_desk import (
    can_go_back,
    go_back,
    go_on,
    interview,
    is_taken,
    reply_key,
    take,
)
from coach.ui.library_wanted import show_wanted
from coach.ui.memory import desk, keep, recall, want, wanted
from coach.ui.reach_out_form import FORM
from coach.ui.versions import Version, versions

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.use_cases.interview import Interview
    from coach.writing.interview import Question

STEP = "reach.interview-step"
NEXT, SKIP, BACK, USE, GO_ON, SEE = "next", "skip", "back", "use", "go-on", "see"


def is_coaching() -> bool:
    """Whether the person wants to be asked rather than advised."""
    return FORM.value(FORM.at("style")) == "coach"


def ask(fields: "Callable[[], None]") -> DeltaGenerator:
    """Ask the next question; return a place for problems.

    Args:
        fields: draws the fields of the form.
    """
    show_wanted()
    planning.form_head(FORM)
    problems = st.container()
    _take_step(problems)
    going = interview()
    if not going.said:
        FORM.show("purpose", "channel")
    with st.container(key="interview", border=True):
        if is_taken() and versions().shown is not None:
            _taken()
        elif (question := going.question) is not None:
            _question(question, going)
        else:
            _over(going)
    with planning.opened("All your answers, as fields", "reach-fields") as is_open:
        if is_open:
            if going.said:
                FORM.show("purpose", "channel")
            fields()
    return problems


def is_growing() -> bool:
    """Whether the message is still growing, and not yet taken over to be edited."""
    return not (is_taken() and versions().shown is not None)


def take_over() -> None:
    """Turn to the message that was just written, to be edited and checked."""
    take(True)


def show_growing() -> None:
    """The message as far as it has grown, and what it still lacks."""
    going = interview()
    grown = going.growth()
    if going.care() and show_care(going.draft(), FORM):
        return
    if grown.problem:
        st.warning(f"{grown.problem}. {grown.fix}".replace("history: ", "", 1))
    if grown.body:
        with st.container(key="growing", border=True):
            if grown.subject:
                with st.container(key="growing-subject"):
                    st.text(grown.subject)
            st.text(grown.body)
    elif not grown.problem:
        with st.container(key="teach", border=True):
            st.markdown("It grows here as you answer: your words, and only what joins them.")
    if grown.missing and grown.body:
        with st.container(key="growing-missing", horizontal=True, vertical_alignment="center"):
            st.caption("Still to come", width="content")
            for label in grown.missing:
                st.text(label, width="content")
    if versions().all:
        _button("See the message I had", SEE, "interview-see", "tertiary")


def _question(question: "Question", going: "Interview") -> None:
    number, about = going.place
    st.caption(f"{number} of about {max(number, about)}")
    with st.container(key="interview-asked"):
        st.text(question.text)
    with st.container(key="interview-why"):
        st.text(question.why)
    key = reply_key(question.id)
    st.text_area(
        "Your answer",
        key=recall(key, ""),
        placeholder=f"for instance: {question.hint}",
        height=96,
        label_visibility="collapsed",
    )
    keep(key)
    with st.container(horizontal=True, key="interview-ways", vertical_alignment="center"):
        _button("Next", NEXT, "interview-next", "primary")
        _button("Skip", SKIP, "interview-skip", "tertiary")
        if can_go_back():
            _button("Back", BACK, "interview-back", "tertiary")
        if "\n" in going.growth().body:
            _button("Stop here", USE, "interview-use", "tertiary")


def _over(going: "Interview") -> None:
    grown = going.growth()
    with st.container(key="interview-asked"):
        st.text(going.ending(grown))
    with st.container(horizontal=True, key="interview-ways", vertical_alignment="center"):
        if grown.body:
            _button("Edit and check it", USE, "interview-use", "primary")
        if can_go_back():
            _button("Back", BACK, "interview-back", "tertiary")


def _taken() -> None:
    with st.container(key="interview-asked"):
        st.text("Your message is yours to change.")
    with st.container(key="interview-why"):
        st.text("The checks follow what you write. Nothing is sent from here.")
    with st.container(horizontal=True, key="interview-ways"):
        _button("Back to the questions", GO_ON, "interview-go-on", "tertiary")


def _button(label: str, step: str, key: str, kind: str) -> None:
    st.button(label, key=key, type=kind, on_click=want, args=(desk(), STEP, step))  # type: ignore[arg-type]


def _take_step(problems: DeltaGenerator) -> None:
    """Do what a button of the interview asked for, before anything is drawn."""
    with wanted(STEP) as step:
        if step in (NEXT, SKIP):
            _answer(problems, skipped=step == SKIP)
        elif step == BACK:
            go_back()
        elif step == USE:
            _use(interview())
        elif step in (GO_ON, SEE):
            take(step == SEE)


def _answer(problems: DeltaGenerator, *, skipped: bool) -> None:
    going = interview()
    question = going.question
    if question is None:
        return
    typed = "" if skipped else str(desk().get(reply_key(question.id), ""))
    try:
        go_on(going.answered(typed))
    except CoachError as problem:
        with problems:
            show_problem(problem)


def _use(going: "Interview") -> None:
    """Put the message among the versions, with the tools to edit, check and take it along."""
    from coach.writing.interview import unfinished  # noqa: PLC0415 - slow; the form comes first

    draft = going.draft()
    if not draft.body:
        return
    versions().add(Version(draft, draft.subject, draft.body, unfinished(going.told)))
    take(True)
