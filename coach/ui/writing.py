"""Writes while the person watches: the words as they come, what is being done, and a way to stop.

Streamlit ends a run where it stands as soon as the next click comes; that closes the line to the
model. A run that was ended so leaves a mark on the desk, and the run after it delivers the built-in
text at once: nobody waits, or pays, for a model twice because they clicked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.ui.literal import literal
from coach.ui.memory import desk
from coach.ui.words import check_words

if TYPE_CHECKING:
    from coach.domain.model import Answered, Filled, Form, Show, Talk, Task
    from coach.domain.results import AnyDraft
    from coach.use_cases.ports import Model, Services

STOP = "Write without the model"
CHECKING = "Checking it against what you told us"
STOPPED = "The model was stopped before it was done, so the built-in writer wrote this."
_UNDER_WAY = "model.under-way"


@dataclass
class Work:
    """What a model works on, on which page, and the text once it is there."""

    page: str
    asked: object
    made: "AnyDraft | None" = None


@contextmanager
def under_way(page: str, asked: object) -> Iterator[tuple[Work, Work | None]]:
    """Mark that a model works for a page; give this work, and the one that was ended before it."""
    ended: Work | None = desk().get(_UNDER_WAY)
    now = Work(page, asked)
    desk()[_UNDER_WAY] = now
    try:
        yield now, ended if ended is not None and ended.page == page else None
    except Exception:
        desk().pop(_UNDER_WAY, None)
        raise
    desk().pop(_UNDER_WAY, None)


def without_model(services: "Services") -> "Services":
    """The services with the built-in writer alone."""
    return replace(services, model=None)


def as_stopped(made: "AnyDraft") -> "AnyDraft":
    """A built-in text that says it came because the model was stopped."""
    writer = made.writer.model_copy(update={"trouble": STOPPED, "floor": True})
    return made.model_copy(update={"writer": writer})


class Watching:
    """Draws what a model does while it does it, in the container that is open.

    Args:
        model: its name.
        clock: seconds, for telling how long it has been.
        checking: what it says while a text is checked.
        stop: what the button says that turns away from the model.
    """

    def __init__(
        self,
        model: str,
        clock: Callable[[], float] = monotonic,
        *,
        checking: str = CHECKING,
        stop: str = STOP,
    ) -> None:
        self._model, self._clock = model, clock
        self._checking, self._stop = checking, stop
        self._began = clock()
        self._doing, self._text = "", ""
        self._place = st.empty()
        self._head: DeltaGenerator | None = None

    def end(self) -> None:
        """Take it all away again."""
        self._place.empty()

    def __call__(self, doing: str, text: str) -> None:
        """Show what is being done; see ``coach.use_cases.checked.Watch``."""
        if doing == "done":  # the text is kept first, and only then the page is touched
            return
        if doing == "repairing":
            text = ", ".join(check_words(check).lower() for check in text.split(", "))
            self._doing = f"Putting right: {text}"
        elif doing == "checking":
            self._doing = self._checking
        elif not self._doing.startswith("Putting"):
            self._doing = "Writing"
        if doing == "writing" and text:
            self._text = text
        self._draw()

    def _draw(self) -> None:
        if self._head is None:
            with self._place.container(key="writing", border=True):
                with st.container(horizontal=True, key="writing-head"):
                    self._head = st.empty()
                    st.button(self._stop, key="writing-stop", type="tertiary")
                self._words = st.empty()
        seconds = int(self._clock() - self._began)
        since = f" · {seconds} s" if seconds else ""
        self._head.caption(literal(f"{self._doing} · {self._model}{since}"))
        if self._text:
            self._words.text(self._text)


@dataclass(frozen=True)
class Stoppable:
    """A model that a person can turn away from while it is waited for, where no text is shown."""

    inner: "Model"
    show: "Show"

    @property
    def name(self) -> str:
        """See ``Model``."""
        return self.inner.name

    @property
    def sees_notes(self) -> bool:
        """See ``Model``."""
        return self.inner.sees_notes

    def count(self, text: str) -> int:
        """See ``Model``."""
        return self.inner.count(text)

    def fill(self, task: "Task[Form]", show: "Show | None" = None) -> "Filled[Form]":
        """See ``Model``."""
        return self.inner.fill(task, show or self.show)

    def converse(self, talk: "Talk", show: "Show | None" = None) -> "Answered":
        """See ``Model``."""
        return self.inner.converse(talk, show or self.show)
