"""The way from a message or an agenda to rehearsing the talk with the person in it."""

import streamlit as st

from coach.ui.links import REHEARSE, address, place
from coach.ui.memory import desk, want
from coach.ui.rehearsal_desk import LEAVE, OWN, SOURCE, WITH

_GO = "rehearse.go"


def rehearse_button(source: str) -> None:
    """The button that takes the brief behind a result along to Rehearse.

    Args:
        source: the page the brief is on, ``reach`` or ``prepare``.
    """
    if desk().get(_GO) == source:
        desk().pop(_GO)
        st.switch_page(place("Rehearse", REHEARSE), query_params=address())
    st.button(
        "Rehearse this",
        key=f"{source}-rehearse",
        on_click=_go,
        args=(source,),
        help="Have the talk once with a guess at this person, made only from what you wrote.",
    )


def _go(source: str) -> None:
    """Leave word where to go and with whom; a talk that is going on can be gone back to."""
    on = desk()
    on[WITH], on[SOURCE] = OWN, source
    st.session_state.pop(WITH, None)
    st.session_state.pop(SOURCE, None)
    want(on, LEAVE)
    want(on, _GO, source)
