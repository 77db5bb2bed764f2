"""What *Prepare* and *Reflect* share: a form, one result that is kept, a way to take it along."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.results import AnyDraft
from coach.errors import CoachError
from coach.ui.calm import show_problem
from coach.ui.copying import copy_button
from coach.ui.example import example_button
from coach.ui.forms import ORIGIN, Form
from coach.ui.memory import desk
from coach.ui.services import reading_guidance, services
from coach.use_cases.draft import draft
from coach.use_cases.read_brief import brief_from_mapping


def title(words: str, lead: str) -> None:
    """The heading of a page and one line under it."""
    st.title(words, anchor=False)
    with st.container(key="lead"):
        st.markdown(lead)


def form_head(form: Form) -> None:
    """The style switch, with the example beside it."""
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="bottom",
        key="form-head",
    ):
        form.show("style")
        example_button(form, f"{form.page}-example")


def submit(form: Form, label: str) -> tuple[bool, DeltaGenerator]:
    """Whether the button was pressed, and a place for problems under it."""
    wanted = st.button(label, key=f"{form.page}-write", type="primary", width="stretch")
    return wanted, st.container()


def side_by_side(form: Form, *paths: str) -> None:
    """Two fields in one row, the second a little wider."""
    for column, path in zip(st.columns([5, 6]), paths, strict=True):
        with column:
            form.show(path)


def kept(form: Form) -> AnyDraft | None:
    """The result last made from this form."""
    made: AnyDraft | None = desk().get(f"{form.page}.made")
    return made


def make(form: Form, problems: DeltaGenerator, waiting: DeltaGenerator) -> None:
    """Make a result from the form; on a problem say so and keep the one before."""
    try:
        brief = brief_from_mapping(form.brief(), ORIGIN)
        with waiting, reading_guidance():
            desk()[f"{form.page}.made"] = draft(brief, services())
    except CoachError as problem:
        with problems:
            show_problem(problem, form.in_form_words)


def take_away(text: str, markdown: str, page: str, what: str) -> None:
    """Copy the result, or save it as Markdown."""
    with st.container(key="actions", horizontal=True):
        copy_button(f"Copy {what}", text, f"{page}-copy")
        st.download_button(
            "Save as text (.md)",
            markdown,
            f"{what}.md",
            "text/markdown",
            key=f"{page}-md",
            on_click="ignore",
        )


def teach(heading: str, points: Sequence[str], form: Form) -> None:
    """What a good one has, before there is one."""
    with st.container(key="teach", border=True):
        st.markdown(heading + "\n\n" + "\n".join(f"- {point}" for point in points))
        example_button(form, f"{form.page}-teach-example", "See an example")
