"""The page *Reflect*: three stages of questions to answer after a meeting."""

import streamlit as st

from coach.domain.results import ReflectionDraft, ReflectionSection
from coach.export.markdown import escape, to_markdown
from coach.export.text import to_text
from coach.ui import planning
from coach.ui.findings import show_findings, verdict
from coach.ui.forms import Field, Form
from coach.ui.guidance_list import show_guidance_used
from coach.ui.questions import answers, show_questions
from coach.ui.reach_out_form import STYLE
from coach.ui.words import REFLECTION_STAGES

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
        FORM.show("recipient.name", "notes", "advice_received", "commitments", "feelings")
        with st.expander("More detail", key="reflect-more"):
            FORM.show("topic", "meeting.date", "private_notes")
        wanted, below = planning.submit(FORM, "Ask me")
    with right:
        st.header("Your reflection", anchor=False)
        waiting = st.container()
        if wanted:
            planning.make(FORM, below, waiting)
        made = planning.kept(FORM)
        if isinstance(made, ReflectionDraft):
            _reflection(made)
        else:
            planning.teach(
                "Three short looks back",
                (
                    "what happened, without judging it,",
                    "what it means to you,",
                    "what you do next, small enough to do this week.",
                ),
                FORM,
            )


def _reflection(made: ReflectionDraft) -> None:
    for section in made.sections:
        _section(section)
    given = _answers(made)
    plain = [f"{title}: my answers\n{text}" for title, text in given]
    marked = [f"## {title}: my answers\n\n{escape(text)}" for title, text in given]
    planning.take_away(
        _joined(to_text(made), plain), _joined(to_markdown(made), marked), "reflect", "reflection"
    )
    st.subheader(verdict(made.findings, "The questions pass our checks."), anchor=False)
    show_findings(made.findings, "reflect")
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
