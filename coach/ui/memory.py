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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

MAX_DESKS = 200
MAX_AGE = 12 * 60 * 60
MAX_TEXT = 60_000
"""Longest text a desk keeps, in characters; longer ones live only as long as their page."""

DESK_ID = "desk"
_DRAWN = "drawn"

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


def begin() -> None:
    """Find the desk and keep what was typed since the last run. Before anything is drawn."""
    on = desk()
    for key in on.setdefault(_DRAWN, set()):
        keep(key)


def field_key(key: str) -> str:
    """The key of the widget for the kept value ``key``; another one after each :func:`put`."""
    times = desk().get(_times_put(key), 0)
    return f"{key}~{times}" if times else key


def recall(key: str, default: object) -> str:
    """Give the widget its kept value, if Streamlit has forgotten it; return the widget's key."""
    widget = field_key(key)
    if widget not in st.session_state:
        st.session_state[widget] = desk().get(key, default)
    desk().setdefault(_DRAWN, set()).add(key)
    return widget


def keep(key: str) -> None:
    """Keep the value of the widget for ``key``, if there is one."""
    widget = field_key(key)
    if widget in st.session_state:
        value = st.session_state[widget]
        if not (isinstance(value, str) and len(value) > MAX_TEXT):
            desk()[key] = value


def put(on: Desk, key: str, value: object) -> None:
    """Set a kept value; its widget is drawn anew with it.

    The browser may send a field's old value once more while the new one is on its way, so the
    field gets a new key that no old value belongs to.
    """
    on[key] = value
    on[_times_put(key)] = on.get(_times_put(key), 0) + 1


def _times_put(key: str) -> str:
    return f"{key} put"


def want(on: Desk, what: str, with_what: object = True) -> None:
    """Leave word that a button was pressed. The only thing a callback does.

    Streamlit cuts a run short when the next click comes, and the callback's press is gone with
    it. A word left on the desk is still there for the next run.
    """
    on[what] = with_what


@contextmanager
def wanted(what: str) -> Iterator[Any]:
    """What was left by :func:`want`, or none; forgotten once the work under it is done."""
    try:
        yield desk().get(what)
    except Exception:
        desk().pop(what, None)
        raise
    desk().pop(what, None)
