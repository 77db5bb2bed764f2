"""A draft to try the page with: filled in on demand, and taken away again."""

import streamlit as st

from coach.domain.vocabulary import Kind
from coach.ui.improve_desk import BODY, SUBJECT, OwnDraft
from coach.ui.memory import desk, put, want, wanted
from coach.ui.reach_out_form import FORM
from coach.use_cases.examples import EXAMPLE_DRAFT, example

_FILL, _PUT_BACK, _BEFORE = "improve.fill", "improve.put-back", "improve.before-example"


def example_in(draft: OwnDraft) -> None:
    """Fill in the example, or put back what was there, if its button was pressed."""
    with wanted(_FILL) as pressed:
        if pressed:
            from coach.review.accept import parts  # noqa: PLC0415 - slow
            from coach.use_cases.read_brief import parse_brief  # noqa: PLC0415 - slow

            brief = parse_brief(example(Kind.OUTREACH), "the example")
            given = {**FORM.values(), SUBJECT: draft.subject, BODY: draft.body}
            draft.on.setdefault(_BEFORE, given)
            FORM.fill(brief.model_dump(mode="json"))
            shown = parts(EXAMPLE_DRAFT)
            put(SUBJECT, shown.subject)
            put(BODY, shown.body)
    with wanted(_PUT_BACK) as pressed:
        if pressed:
            for key, value in draft.on.pop(_BEFORE, {}).items():
                put(key, value)


def offer_example() -> None:
    """A button that fills in the example."""
    st.button(
        "See an example",
        key="improve-example",
        type="tertiary",
        on_click=want,
        args=(desk(), _FILL),
    )


def put_back(draft: OwnDraft) -> None:
    """A button that takes the example away, while it is there."""
    if _BEFORE in draft.on:
        st.button(
            "Put back what I had",
            key="improve-example-undo",
            type="tertiary",
            on_click=want,
            args=(desk(), _PUT_BACK),
        )
