"""Shows a reflection: three stages of questions, with room for the answers."""

import streamlit as st

from coach.domain.results import AnyDraft, ReflectionDraft, ReflectionSection
from coach.export.markdown import escape, to_markdown
from coach.export.text import to_text
from coach.ui import planning
from coach.ui.findings import show_findings, verdict
from coach.ui.guidance_list import show_guidance_used
from coach.ui.questions import answers, show_questions
from coach.ui.words import REFLECTION_STAGES


def show_reflection(made: AnyDraft) -> None:
    """The questions by stage, the advice, and what the checks found."""
    if not isinstance(made, ReflectionDraft):
        return
    for section in made.sections:
        _section(section)
    given = _answers(made)
    plain = [f"{title}: my answers\n{text}" for title, text in given]
    marked = [f"## {title}: my answers\n\n{escape(text)}" for title, text in given]
    planning.take_away(
        _joined(to_text(made), plain), _joined(to_markdown(made), marked), "reflect", "reflection"
    )
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


def _answers(made: ReflectionDraft) -> list[tuple[str, str]]:
    """The person's answers by stage, those that have any."""
    stages = (
        (REFLECTION_STAGES[one.stage][0], answers(one.prompts, f"reflect-{one.stage}"))
        for one in made.sections
    )
    return [(title, "\n\n".join(given)) for title, given in stages if given]


def _joined(text: str, more: list[str]) -> str:
    return "\n\n".join([text.rstrip(), *more]) + "\n"
