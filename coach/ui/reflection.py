"""Shows a reflection: three stages of questions, with room for the answers."""

import streamlit as st

from coach.domain.results import AnyDraft, ReflectionDraft, ReflectionSection
from coach.export.text import to_text
from coach.ui.findings import show_findings, verdict
from coach.ui.forms import Form
from coach.ui.guidance_list import show_guidance_used
from coach.ui.memory import desk
from coach.ui.planning import brief_behind
from coach.ui.questions import answer_key, show_questions
from coach.ui.taking import Luggage, take_along
from coach.ui.words import REFLECTION_STAGES
from coach.ui.written_by import show_trouble, show_written_by


def show_reflection(made: AnyDraft, form: Form) -> None:
    """The questions by stage, the advice, and what the checks found."""
    if not isinstance(made, ReflectionDraft):
        return
    show_trouble(made.writer, "reflect")
    for section in made.sections:
        _section(section)
    given = _answers(made)
    take_along(
        Luggage(
            made, "reflect", "reflection", brief_behind(form), to_text(made, given), answers=given
        )
    )
    show_written_by(made.writer, "reflect")
    st.subheader(verdict(made.findings, "The questions pass our checks."), anchor=False)
    show_findings(made.findings, "reflect", made.style)
    show_guidance_used(made.guidance, "reflect-guidance")


def _section(section: ReflectionSection) -> None:
    title, lead = REFLECTION_STAGES[section.stage]
    with st.container(key=f"stage-{section.stage}", gap="small"):
        st.subheader(title, anchor=False)
        st.caption(lead)
        show_questions(section.prompts, f"reflect-{section.stage}", rows=2)
        for place, advice in enumerate(section.advice):
            with st.container(key=f"advice-{section.stage}-{place}", gap=None):
                st.caption("A piece of advice")
                st.text(advice)


def _answers(made: ReflectionDraft) -> dict[str, str]:
    """What the person answered so far, by question."""
    return {
        prompt: str(desk().get(answer_key(f"reflect-{section.stage}", prompt), ""))
        for section in made.sections
        for prompt in section.prompts
    }
