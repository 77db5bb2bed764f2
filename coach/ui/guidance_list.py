"""The guidance a result rests on, in one closed line."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.results import GuidanceRef
from coach.ui.links import guidance_link
from coach.ui.literal import literal
from coach.ui.words import counted


def show_guidance_used(used: Sequence[GuidanceRef], key: str) -> None:
    """Each card used: its title, as a link, and what it changed."""
    if not used:
        return
    with st.expander(f"Guidance behind this: {counted(len(used), 'card', 'cards')}", key=key):
        for place, reference in enumerate(used):
            with st.container(key=f"{key}-{place}", gap=None):
                guidance_link(literal(reference.title), reference.card)
                st.caption(literal(reference.why))
