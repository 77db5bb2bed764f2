"""Questions to begin with on the page *Ask*, whether or not there is a language model."""

from collections.abc import Sequence

import streamlit as st

from coach.ui.memory import desk, want


def show_examples(examples: Sequence[str], what: str) -> None:
    """Show them as quiet buttons; a press leaves the example on the desk under ``what``."""
    with st.container(key="ask-examples", gap=None):
        st.caption("For example")
        for place, example in enumerate(examples):
            st.button(
                example,
                key=f"ask-example-{place}",
                type="tertiary",
                on_click=want,
                args=(desk(), what, example),
            )
