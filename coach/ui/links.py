"""Links between pages, so that a page need not import the page it points to."""

import streamlit as st

from coach.ui.memory import DESK_ID

REACH_OUT, PREPARE, REFLECT, GUIDANCE = "reach-out", "prepare", "reflect", "guidance"
"""The addresses of the pages."""


def _elsewhere() -> None:
    """Stands in for the page a link points to; Streamlit finds the real one by its address."""


def address() -> dict[str, str]:
    """What every link carries: the desk, so that a new tab finds it too."""
    return {DESK_ID: str(st.session_state.get(DESK_ID, ""))}


def guidance_link(label: str, card: str = "") -> None:
    """A link to a card's page, or to all guidance. ``label`` is Markdown."""
    st.page_link(
        st.Page(_elsewhere, title="Guidance", url_path=GUIDANCE),
        label=label,
        query_params={**address(), "card": card} if card else address(),
    )
