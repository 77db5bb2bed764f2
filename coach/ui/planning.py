"""What *Prepare* and *Reflect* share: a form, one result that is kept, a way to take it along."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.ui.example import (
    example_button,
    fill_if_wanted,
    is_example,
    put_back_button,
)
from coach.ui.forms import Form
from coach.ui.memory import desk, want, wanted

if TYPE_CHECKING:
    from coach.domain.brief import AnyBrief
    from coach.domain.results import AnyDraft


def title(words: str, lead: str) -> None:
    """The heading of a page and one line under it."""
    st.title(words, anchor=False)
    with st.container(key="lead"):
        st.markdown(lead)


def form_head(form: Form) -> None:
    """The style switch, with the example beside it."""
    fill_if_wanted(form)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="bottom",
        key="form-head",
    ):
        form.show("style")
        with st.container(key="one-place", width="content"):
            if is_example(form):
                put_back_button(form, f"{form.page}-example-undo")
            else:
                example_button(form, f"{form.page}-example")


def more_detail(form: Form, draw: Callable[[], None]) -> None:
    """The rest of a form, drawn when it is opened."""
    with opened("More detail", f"{form.page}-more") as is_open:
        if is_open:
            draw()


@contextmanager
def opened(label: str, key: str) -> Iterator[bool]:
    """A closed section whose content is drawn only once it is open, so that pages stay light.

    Its label never changes: a new label is a new section to Streamlit, and while both are there
    everything below jumps, also a button that is just being pressed.
    """
    section = st.expander(label, key=key, on_change="rerun")
    with section:
        yield bool(section.open)


def submit(form: Form, label: str) -> DeltaGenerator:
    """The button of the form; returns a place for problems under it."""
    st.button(
        label,
        key=f"{form.page}-write",
        type="primary",
        width="stretch",
        on_click=want,
        args=(desk(), write(form)),
    )
    return st.container()


def write(form: Form) -> str:
    """Where the form's button leaves word that it was pressed."""
    return f"{form.page}.write"


def side_by_side(form: Form, *paths: str) -> None:
    """Two fields in one row, the second a little wider."""
    for column, path in zip(st.columns([5, 6]), paths, strict=True):
        with column:
            form.show(path)


def result(form: Form, problems: DeltaGenerator) -> "AnyDraft | None":
    """The result of this form: made now if its button was pressed, else the one last made."""
    with wanted(write(form)) as pressed:
        if pressed:
            from coach.ui.work import make  # noqa: PLC0415 - slow; the form comes first

            made = make(form, problems, st.container())
            if made is not None:
                desk()[f"{form.page}.brief"], desk()[f"{form.page}.made"] = made
    kept: AnyDraft | None = desk().get(f"{form.page}.made")
    return kept


def brief_behind(form: Form) -> "AnyBrief | None":
    """The brief that the result of this form was made from."""
    kept: AnyBrief | None = desk().get(f"{form.page}.brief")
    return kept


def teach(heading: str, points: Sequence[str], form: Form, button: str) -> DeltaGenerator:
    """What a good one has, before there is one. Returns where more ways to begin may go."""
    with st.container(key="teach", border=True):
        st.markdown(heading + "\n\n" + "\n".join(f"- {point}" for point in points))
        ways = st.container(horizontal=True)
        with ways:
            if is_example(form):
                st.caption(f"The example is in the form. Press “{button}”.")
            else:
                example_button(form, f"{form.page}-teach-example", "See an example")
    return ways
