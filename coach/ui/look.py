"""What is on every page: our own static style sheet, and the way between the pages."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from coach.ui.links import address

NAME = "Mentorship Coach"
STYLE = Path(__file__).with_name("style.css")


def put_on() -> None:
    """Add the style sheet to the page. It holds nothing that anybody typed."""
    st.html(STYLE)


def show_way(pages: Sequence[Page], here: Page) -> None:
    """The name of the app and its pages in one row, on a phone as on a wide screen."""
    with st.container(key="way", horizontal=True, vertical_alignment="center"):
        with st.container(key="name", width="content"):
            st.markdown(NAME)
        for page in pages:
            place = "here" if page.url_path == here.url_path else f"way-{page.title.split()[0]}"
            with st.container(key=place, width="content"):
                st.page_link(page, query_params=address())
