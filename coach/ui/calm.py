"""Says what went wrong, calmly, and never with a traceback."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from coach.errors import CoachError
from coach.ui.literal import literal

_log = logging.getLogger(__name__)


def show_problem(problem: CoachError, in_form_words: Callable[[str], str] = str) -> None:
    """Show the message and, under it, the one thing to do about it."""
    message = in_form_words(problem.message)
    st.warning(
        f"**{literal(_sentence(message))}**  \n{literal(_sentence(in_form_words(problem.fix)))}"
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


@contextmanager
def calmly() -> Iterator[None]:
    """Turn anything that goes wrong in a page into a notice; the details go to the log."""
    try:
        yield
    except CoachError as problem:
        show_problem(problem)
    except Exception:  # noqa: BLE001 - the last place that can speak to the person
        _log.exception("a page failed")
        st.error(
            "**Something went wrong on our side.**  \n"
            "What you typed is kept. Reload the page; if it happens again, run `coach doctor`."
        )
