"""Gives the pages the program's services, built once and kept for every session."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.results import SearchAnswer
from coach.errors import CoachError
from coach.settings import Settings
from coach.ui.model_choice import from_environment, with_model
from coach.ui.warm import warming
from coach.use_cases.ports import Services
from coach.wiring import build

_here = threading.local()


@st.cache_resource(show_spinner=False)
def _built(settings: Settings) -> Services:
    return build(settings, _progress)


def services() -> Services:
    """Return the services, with the writer of this tab. Nothing slow happens until one is used."""
    return with_model(_of_process())


def _of_process() -> Services:
    return _built(from_environment()[0])


class _NothingYet:
    """Stands in for the search while the guidance is being read for the first time."""

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Find nothing."""
        return SearchAnswer(query=query, answered=False, results=())

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """Find nothing near."""
        return [0.0] * len(texts)


@contextmanager
def reading_guidance(patience: float = 600.0) -> Iterator[Services]:
    """Give the services, with a progress bar here while the guidance is read for the first time.

    That takes a few seconds, once. After ``patience`` seconds the services come with a
    search that finds nothing, and without the model that hears harm told in other words: a message
    can be written without them, and what is told plainly is noticed all the same.
    """
    slot = st.empty()
    ready = warming.wait(lambda done, total: _show(slot, done, total), patience)
    if not ready:
        slot.empty()  # it is not waited for any longer
    _here.slot = slot
    try:
        yield services() if ready else replace(services(), search=_NothingYet(), told=None)
    finally:
        _here.slot = None
        slot.empty()


def read_guidance() -> None:
    """Read the guidance now, in the background."""
    with suppress(CoachError):  # said to the person when they need it, not before
        built = _of_process()
        built.search.search("how do I ask", 1)
        if built.told is not None:
            built.told.told("how do I ask")


def _progress(done: int, total: int) -> None:
    """Report to whoever waits: the page of this thread, or the pages that wait for the warming."""
    slot: DeltaGenerator | None = getattr(_here, "slot", None)
    if slot is None:
        warming.report(done, total)
    else:
        _show(slot, done, total)


def _show(slot: DeltaGenerator, done: int, total: int) -> None:
    slot.progress(
        min(done / max(total, 1), 1.0),
        text=f"Reading the guidance for the first time: {done} of {total}",
    )
