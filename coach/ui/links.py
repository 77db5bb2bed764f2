"""Links between pages, so that a page need not import the page it points to."""

import streamlit as st
from streamlit.navigation.page import Page

from coach.ui.memory import DESK_ID

REACH_OUT, IMPROVE, PREPARE, REFLECT = "reach-out", "improve", "prepare", "reflect"
GUIDANCE, MODEL, REHEARSE = "guidance", "model", "rehearse"
"""Addresses of pages."""


def _elsewhere() -> None:
    """Stands in for the page a link points to; Streamlit finds the real one by its address."""


def place(title: str, path: str) -> Page:
    """Stands for the page of that address, to be pointed at."""
    return st.Page(_elsewhere, title=title, url_path=path)


def address() -> dict[str, str]:
    """What every link carries: the desk, so that a new tab finds it too."""
    return {DESK_ID: str(st.session_state.get(DESK_ID, ""))}


def library_link(label: str, **within: str) -> None:
    """A link into the guidance: all of it, or what ``within`` names. ``label`` is Markdown."""
    st.page_link(place("Guidance", GUIDANCE), label=label, query_params={**address(), **within})


def guidance_link(label: str, card: str = "") -> None:
    """A link to a card's page, or to all guidance. ``label`` is Markdown."""
    library_link(label, **({"card": card} if card else {}))


def topic_link(label: str, topic: str) -> None:
    """A link to the cards of one topic, whatever was filtered before. ``label`` is Markdown."""
    library_link(label, topic=topic)
