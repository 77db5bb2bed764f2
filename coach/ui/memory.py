"""Keeps what a person typed through reruns, page switches and a reload of the browser tab.

Streamlit forgets a field when its page is left, and everything when the tab is reloaded. So each
browser tab has a *desk*: a dictionary in this process's memory, found again by a random id in the
address (``?desk=…``). A desk holds private notes too, which is why it is never written to disk,
why the id has 128 bits, and why the app listens on this computer only. Desks are dropped after
``MAX_AGE`` seconds without use, or when there are more than ``MAX_DESKS``; an id that is not known
is never adopted.
"""

import secrets
import threading
import time
from collections.abc import Callable
from typing import Any

import streamlit as st

MAX_DESKS = 200
MAX_AGE = 12 * 60 * 60
MAX_TEXT = 60_000
"""Longest text a desk keeps, in characters; longer ones live only as long as their page."""

DESK_ID = "desk"

Desk = dict[str, Any]


class Desks:
    """Every desk in this process, oldest use first."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, limit: int = MAX_DESKS
    ) -> None:
        self._clock = clock
        self._limit = limit
        self._lock = threading.Lock()
        self._desks: dict[str, tuple[float, Desk]] = {}

    def find(self, name: str) -> Desk | None:
        """Return the desk of that id if it is still kept, and count this as use."""
        with self._lock:
            self._drop_old()
            kept = self._desks.pop(name, None)
            if kept is None:
                return None
            self._desks[name] = (self._clock(), kept[1])
            return kept[1]

    def open(self) -> tuple[str, Desk]:
        """Make an empty desk; return its id and the desk."""
        name, made = secrets.token_urlsafe(16), Desk()
        with self._lock:
            self._desks[name] = (self._clock(), made)
            self._drop_old()
        return name, made

    def _drop_old(self) -> None:
        oldest_kept = self._clock() - MAX_AGE
        for name in [name for name, (used, _) in self._desks.items() if used < oldest_kept]:
            del self._desks[name]
        while len(self._desks) > self._limit:
            del self._desks[next(iter(self._desks))]


@st.cache_resource(show_spinner=False)
def desks() -> Desks:
    """The desks of this process."""
    return Desks()


def desk() -> Desk:
    """Return this tab's desk: the one of this session, of its address, or a new one."""
    every = desks()
    name = st.session_state.get(DESK_ID) or st.query_params.get(DESK_ID) or ""
    kept = every.find(name) if name else None
    if kept is None:
        name, kept = every.open()
    st.session_state[DESK_ID] = name
    if st.query_params.get(DESK_ID) != name:
        st.query_params[DESK_ID] = name
    return kept


def recall(key: str, default: object) -> None:
    """Give the field ``key`` its kept value, if Streamlit has forgotten it. Call before drawing."""
    if key not in st.session_state:
        st.session_state[key] = desk().get(key, default)


def keep(key: str) -> None:
    """Keep the value of the field ``key``. Call after drawing."""
    value = st.session_state.get(key)
    if not (isinstance(value, str) and len(value) > MAX_TEXT):
        desk()[key] = value


def put(key: str, value: object) -> None:
    """Set the field ``key``, in a callback or before the field is drawn."""
    st.session_state[key] = value
    keep(key)
