"""Gives the pages the program's services, built once and kept for every session."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st
from streamlit import runtime
from streamlit.delta_generator import DeltaGenerator

from coach.errors import CoachError
from coach.settings import Settings, read_settings
from coach.use_cases.ports import Services
from coach.wiring import build

WARM_AFTER = 1.5
"""Seconds after the first page; long enough for it to be painted."""

_here = threading.local()


class _Warming:
    """Builds the index in the background, once, while the person is still reading."""

    def __init__(self) -> None:
        self.thread: threading.Thread | None = None
        self.done = 0
        self.total = 0

    def start(self) -> None:
        """Start, unless it has been started before."""
        if self.thread is None:
            self.thread = threading.Timer(WARM_AFTER, self._run)
            self.thread.daemon = True
            self.thread.start()

    def _run(self) -> None:
        with suppress(CoachError):  # said to the person when they need it, not before
            services().search.search("how do I ask", 1)

    def wait(self, slot: DeltaGenerator) -> None:
        """Show how far it is until it is done, if it is under way."""
        while self.thread is not None and self.thread.is_alive() and self.total:
            _show(slot, self.done, self.total)
            self.thread.join(0.1)


_warming = _Warming()


def _show(slot: DeltaGenerator, done: int, total: int) -> None:
    slot.progress(
        min(done / max(total, 1), 1.0),
        text=f"Reading the guidance for the first time: {done} of {total}",
    )


def _progress(done: int, total: int) -> None:
    slot: DeltaGenerator | None = getattr(_here, "slot", None)
    if slot is not None:
        _show(slot, done, total)
    elif threading.current_thread() is _warming.thread:
        _warming.done, _warming.total = done, total


@st.cache_resource(show_spinner=False)
def _built(settings: Settings) -> Services:
    return build(settings, _progress)


def services() -> Services:
    """Return the services of this process. Nothing slow happens until one of them is used."""
    return _built(read_settings())


@contextmanager
def reading_guidance() -> Iterator[None]:
    """Show a progress bar here while the guidance is read for the first time."""
    slot = st.empty()
    _warming.wait(slot)
    _here.slot = slot
    try:
        yield
    finally:
        _here.slot = None
        slot.empty()


def warm_soon() -> None:
    """Read the guidance in the background shortly after the first page is on screen."""
    if runtime.exists():
        _warming.start()
