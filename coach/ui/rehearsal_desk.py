"""What of a rehearsal is kept on the desk, and the way back to the choice of talks."""

from collections.abc import Callable

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
LEFT = "rehearse.left"
"""The talk that was left in the middle, to be gone back to."""
DONE = "rehearse.done"
"""The talks looked back on at this desk and the saved ones opened, each with its session or none."""
TO_TICK = "rehearse.to-tick"
"""What the mentee wants to bring up in the talk that is going on."""
WITH, SCENE, OWN = "rehearse.with", "scene", "own"
"""Whom the talk is with: somebody of a scene, or somebody like the person who is met."""
SOURCE = "rehearse.source"
"""Where the brief comes from: the page it is on, or a file."""
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


def show_note(note: str, go_on: str, key: str, on_click: Callable[[], None]) -> None:
    """A note of care, and the button by which the mentee says that it is not about that."""
    with st.container(key="rehearse-care", border=True):
        st.text(note)
        st.button(go_on, key=key, type="tertiary", on_click=on_click)
