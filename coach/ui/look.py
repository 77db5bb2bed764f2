"""What is on every page: our own static style sheet, and the way between the pages."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from coach.ui.links import MODEL, address, place
from coach.ui.literal import literal
from coach.ui.model_choice import current, from_environment, key_is_gone
from coach.use_cases.about_model import about_model

NAME = "Mentorship Coach"
STYLE = Path(__file__).with_name("style.css")


def put_on() -> None:
    """Add the style sheet to the page. It holds nothing that anybody typed."""
    st.html(STYLE)


def show_way(pages: Sequence[Page], here: Page) -> None:
    """The name of the app and its pages in one row, on a phone as on a wide screen.

    The page *Model* has its way at the foot of every page, beside who writes.
    """
    with st.container(key="way", horizontal=True, vertical_alignment="center"):
        with st.container(key="name", width="content"):
            st.markdown(NAME)
        for page in (page for page in pages if page.url_path != MODEL):
            spot = "here" if page.url_path == here.url_path else f"way-{page.title.split()[0]}"
            with st.container(key=spot, width="content"):
                st.page_link(page, query_params=address())


def show_foot(here: Page) -> None:
    """Who writes, in one quiet line at the foot of every page but *Model*, and the way to change it."""
    if here.url_path == MODEL:
        return
    settings = current()
    about = about_model(settings.model, settings.access)
    with st.container(key="foot", horizontal=True, vertical_alignment="center"):
        st.caption(literal(f"Texts here are written by {about.title}."), width="content")
        wrong = from_environment()[1] is not None or key_is_gone()
        label = "Its settings need a look" if wrong else "Change"
        with st.container(key="foot-way", width="content"):
            st.page_link(place("Model", MODEL), label=label, query_params=address())
