"""Fills a form with the example of its kind, and puts back what was there before."""

import streamlit as st

from coach.domain.vocabulary import Kind
from coach.ui.forms import Form
from coach.ui.memory import desk, put, want, wanted
from coach.use_cases.examples import example


def fill_if_wanted(form: Form) -> None:
    """Fill the form, or put back what was there, if a button for it was pressed."""
    with wanted(_fill(form)) as pressed:
        if pressed:
            from coach.use_cases.read_brief import parse_brief  # noqa: PLC0415 - slow

            brief = parse_brief(example(Kind(form.kind)), "the example")
            desk().setdefault(_before(form), form.values())
            form.fill(brief.model_dump(mode="json"))
    with wanted(_put_back(form)) as pressed:
        if pressed:
            for key, value in desk().pop(_before(form), {}).items():
                put(key, value)


def _before(form: Form) -> str:
    return f"{form.page}.before-example"


def _fill(form: Form) -> str:
    return f"{form.page}.fill"


def _put_back(form: Form) -> str:
    return f"{form.page}.put-back"


def is_example(form: Form) -> bool:
    """Whether the form was filled with the example and not put back."""
    return _before(form) in desk()


def example_button(form: Form, key: str, label: str = "Fill with an example") -> None:
    """A button that fills the form."""
    st.button(label, key=key, type="tertiary", on_click=want, args=(desk(), _fill(form)))


def put_back_button(form: Form, key: str) -> None:
    """A button that takes the example away again."""
    st.button(
        "Put back what I had",
        key=key,
        type="tertiary",
        on_click=want,
        args=(desk(), _put_back(form)),
    )
