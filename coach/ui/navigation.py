"""The pages, their names and addresses; each is imported when it is first opened."""

from collections.abc import Callable
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import Page

from coach.ui.calm import calmly
from coach.ui.links import (
    GUIDANCE,
    IMPROVE,
    MODEL,
    PREPARE,
    REACH_OUT,
    REFLECT,
    REHEARSE,
    address,
    place,
)

ASK, DOCUMENTS = "ask", "documents"


def pages() -> list[Page]:
    """The pages in the order of a relationship, then the guidance beside it."""
    return [
        st.Page(_shown("reach_out"), title="Reach out", url_path=REACH_OUT, default=True),
        st.Page(_shown("improve"), title="Improve my draft", url_path=IMPROVE),
        st.Page(_shown("prepare"), title="Prepare", url_path=PREPARE),
        st.Page(_shown("rehearse"), title="Rehearse", url_path=REHEARSE),
        st.Page(_shown("reflect"), title="Reflect", url_path=REFLECT),
        st.Page(_shown("ask"), title="Ask", url_path=ASK),
        st.Page(_shown("guidance"), title="Guidance", url_path=GUIDANCE),
        st.Page(_shown("own_documents"), title="Your documents", url_path=DOCUMENTS),
        st.Page(_shown("model"), title="Model", url_path=MODEL),
    ]


def way_to(path: str, label: str) -> None:
    """A link to the page of that address. ``label`` is Markdown."""
    st.page_link(place(label, path), label=label, query_params=address())


def _shown(module: str) -> Callable[[], None]:
    def page() -> None:
        with calmly():
            import_module(f"coach.ui.{module}").page()

    return page
