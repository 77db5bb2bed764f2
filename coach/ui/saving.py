"""A button that makes a file when it is pressed, so that a run of the page stays cheap."""

from collections.abc import Callable

import streamlit as st

MARKDOWN, EML, ICS = "text/markdown", "message/rfc822", "text/calendar"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def download(label: str, make: Callable[[], bytes], name: str, kind: str, key: str) -> None:
    """Show a quiet button.

    Args:
        label: what it says.
        make: gives the file's bytes; called in another thread, and never with anything to show.
        name: what the file is called.
        kind: its media type.
        key: of the widget.
    """
    st.download_button(label, make, name, kind, key=key, type="tertiary", on_click="ignore")
