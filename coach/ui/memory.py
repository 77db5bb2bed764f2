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
"""Longest text a desk keeps, in characters; three times what a brief takes in one field."""

UNDER_WAY = 1.5
"""Seconds after a run in which a click may still come from before it; nobody types that fast."""

DESK_ID = "desk"
_DRAWN, _PUT, _ENDED = "drawn", "put", "ended"

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
    on[_DRAWN] = {key for key in on.get(_DRAWN, set()) if key in st.session_state}
    _put_again(on)
    for key in on[_DRAWN]:
        _keep(on, key)


def recall(key: str, default: object) -> str:
    """Give the field ``key`` its kept value, if Streamlit has forgotten it; return the key."""
    on = desk()
    if key not in st.session_state:
        st.session_state[key] = on.get(key, default)
    on.setdefault(_DRAWN, set()).add(key)
    return key


def keep(key: str) -> None:
    """Keep the value of the field ``key`` as it is now. After drawing it."""
    _keep(desk(), key)


def _keep(on: Desk, key: str) -> None:
    value = st.session_state.get(key)
    on[key] = value[:MAX_TEXT] if isinstance(value, str) else value


def put(key: str, value: object) -> None:
    """Set the field ``key``. Before it is drawn."""
    on = desk()
    on[key] = value
    if key not in on.get(_DRAWN, set()):
        st.session_state.pop(key, None)
        return
    on[_ENDED] = None
    was = on.setdefault(_PUT, {}).setdefault(key, [])
    was[:] = [old for old in (*was, st.session_state.get(key)) if old != value]
    st.session_state[key] = value


def _put_again(on: Desk) -> None:
    """Set fields again where the browser has not heard of it yet.

    A click that was under way when fields were set brings the old values of some along.
    """
    put_before: dict[str, list[object]] = on.get(_PUT, {})
    ended = on.get(_ENDED)
    if ended is not None and time.monotonic() - ended > UNDER_WAY:
        put_before.clear()
    for key, was in put_before.items():
        if key in on[_DRAWN] and st.session_state[key] in was:
            st.session_state[key] = on[key]


def end() -> None:
    """Note that a run came to its end. After everything is drawn."""
    desk()[_ENDED] = time.monotonic()


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
