"""Fills a form with the example of its kind, and puts back what was there before."""

import streamlit as st

from coach.domain.vocabulary import Kind
from coach.ui import memory
from coach.ui.forms import Form
from coach.use_cases.examples import example
from coach.use_cases.read_brief import parse_brief


def _fill(form: Form) -> None:
    memory.desk().setdefault(_before(form), form.values())
    brief = parse_brief(example(Kind(form.kind)), "the example")
    form.fill(brief.model_dump(mode="json"))


def _put_back(form: Form) -> None:
    for key, value in memory.desk().pop(_before(form), {}).items():
        memory.put(key, value)


def _before(form: Form) -> str:
    return f"{form.page}.before-example"


def example_button(form: Form, key: str, label: str = "Fill with an example") -> None:
    """A button that fills the form; once used, one that undoes it takes its place."""
    if _before(form) in memory.desk():
        st.button(
            "Put back what I had",
            key=f"{key}-undo",
            type="tertiary",
            on_click=_put_back,
            args=(form,),
        )
    else:
        st.button(label, key=key, type="tertiary", on_click=_fill, args=(form,))
