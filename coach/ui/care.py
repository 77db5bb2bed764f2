"""What is said before anything else when somebody writes of distress or harm, and the way on."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.forms import Form
from coach.ui.memory import desk, want
from coach.ui.planning import write
from coach.ui.withheld import anyway_key

if TYPE_CHECKING:
    from coach.domain.results import AnyDraft

GO_ON = "I have read this: write it all the same"


def show_care(made: "AnyDraft", form: Form) -> bool:
    """Show the note, or the line that is offered, if there is one; return whether it is all there is."""
    if not made.care:
        return False
    from coach.review.safety import IDS  # noqa: PLC0415 - slow; rarely needed
    from coach.use_cases.safety import is_hint, is_withheld  # noqa: PLC0415 - slow; rarely needed

    if is_hint(made):
        st.caption(made.care)
        return False
    withheld = is_withheld(made)
    with st.container(key=f"{form.page}-care", border=True):
        st.text(made.care)
        for finding in made.findings:
            if finding.check in IDS:
                st.text(finding.fix)
        if withheld:
            for question in made.questions:
                st.text(question)
            st.button(
                GO_ON, key=f"{form.page}-anyway", type="tertiary", on_click=_go_on, args=(form,)
            )
    return withheld


def _go_on(form: Form) -> None:
    on = desk()
    on[anyway_key(form)] = True
    want(on, write(form))
