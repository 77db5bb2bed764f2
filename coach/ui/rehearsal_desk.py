"""What of a rehearsal is kept on the desk, and the way back to the choice of talks."""

import streamlit as st

from coach.ui.memory import desk, want

SESSION = "rehearse.session"
"""The talk that is going on."""
BEFORE = "rehearse.before"
"""The talk as it was before it was taken up again at an earlier turn."""
CARE, ANYWAY = "rehearse.care", "rehearse.anyway"
"""The note of care for the last turn, and that it is part of the rehearsal."""
ENDED = "rehearse.ended"
"""Whether the mentee has ended the talk."""
LEAVE = "rehearse.leave"
SAY = "rehearse.say"
"""What the mentee says and has no answer to yet."""
BY_MODEL = "rehearse.by-model"
"""Whether a model plays the counterpart in the talk that is going on."""


def leave() -> None:
    """A button that ends the talk and goes back to the choice."""
    st.button(
        "Choose another talk",
        key="rehearse-leave",
        type="tertiary",
        on_click=want,
        args=(desk(), LEAVE),
    )
