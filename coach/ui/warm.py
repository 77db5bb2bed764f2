"""Gets the slow things ready in the background, while the person reads and types.

The vocabulary of the domain, the checks and the search take a second or two to import. None of
that is needed to show a form, so pages import it when it is needed, and this module imports it
shortly after the first page is painted, which is mostly before anybody has pressed a button.
"""

import threading
import time
from collections.abc import Callable
from importlib import import_module

from streamlit import runtime

WARM_AFTER = 1.5
"""Seconds after the first page; long enough for it to be painted."""


class Warming:
    """One piece of background work in this process, and how far it is."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._done = 0
        self._total = 0

    def start(self, work: Callable[[], None]) -> None:
        """Start the work a little later, unless it has been started before."""
        if self._thread is None:
            self._thread = threading.Timer(WARM_AFTER, work)
            self._thread.daemon = True
            self._thread.start()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is."""
        self._done, self._total = done, total

    def wait(self, show: Callable[[int, int], None], patience: float) -> bool:
        """Wait for the work at most ``patience`` seconds, showing how far it is.

        Returns:
            Whether nothing is under way any more.
        """
        until = time.monotonic() + patience
        while self._thread is not None and self._thread.is_alive():
            if time.monotonic() > until:
                return False
            if self._total:
                show(self._done, self._total)
            self._thread.join(0.1)
        return True


warming = Warming()


def warm_soon() -> None:
    """Get everything ready shortly after the first page is on screen."""
    if runtime.exists():
        warming.start(_warm)


def _warm() -> None:
    import_module("coach.ui.message")
    import_module("coach.ui.services").read_guidance()
