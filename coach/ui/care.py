"""What is said before anything else when somebody writes of distress or harm, and the way on."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.forms import Form
from coach.ui.memory import desk, want
from coach.ui.planning import write
from coach.ui.withheld import anyway_key

if TYPE_CHECKING:
    from coach.domain.results import AnyDraft

GO_ON = "This is about something else: write it"


def show_care(made: "AnyDraft", form: Form) -> bool:
    """Show the note, if there is one; return whether it is all there is."""
    if not made.care:
        return False
    from coach.use_cases.safety import is_withheld, may_go_on  # noqa: PLC0415 - slow; rarely needed

    withheld = is_withheld(made)
    with st.container(key=f"{form.page}-care", border=True):
        st.text(made.care)
        if withheld:
            for finding in made.findings:
                st.text(finding.fix)
            for question in made.questions:
                st.text(question)
            if may_go_on(made):
                st.button(
                    GO_ON, key=f"{form.page}-anyway", type="tertiary", on_click=_go_on, args=(form,)
                )
    return withheld


def _go_on(form: Form) -> None:
    on = desk()
    on[anyway_key(form)] = True
    want(on, write(form))
