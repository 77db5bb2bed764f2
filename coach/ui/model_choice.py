"""Which writer this browser tab uses: the one of the environment, or one chosen here and only here.

What was chosen lies on the tab's desk, so that it outlives a reload. A key that was pasted does not:
it is kept in the memory of the browser session alone, never written, never on the desk or in an
address, and gone when the page is loaded anew.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import InputError
from coach.settings import Settings, read_places, read_settings
from coach.ui.memory import desk

if TYPE_CHECKING:  # every page says who writes; these are needed only where a model is used
    from coach.use_cases.model_taken import Taken
    from coach.use_cases.ports import Model, Services

_CHOICE, _NOTES, _TAKEN = "model.choice", "model.sees-notes", "model.taken"
_KEY, _OPENED = "model.key-in-memory", "model.opened"


@dataclass(frozen=True)
class Choice:
    """A writer chosen on the page *Model*.

    Attributes:
        name: as in ``COACH_MODEL``.
        url: the server's address, if it is not the provider's own.
        with_key: whether a key was pasted for it.
    """

    name: str
    url: str = ""
    with_key: bool = False


def from_environment() -> tuple[Settings, InputError | None]:
    """The settings of this process; where they are wrong, those of the built-in writer and why."""
    try:
        return read_settings(), None
    except InputError as problem:
        return read_places(), problem


def chosen() -> Choice | None:
    """What was chosen here, if anything."""
    kept: Choice | None = desk().get(_CHOICE)
    return kept


def key_is_gone() -> bool:
    """Whether a model was chosen with a key that was forgotten since."""
    choice = chosen()
    return choice is not None and choice.with_key and not _key()


def choose(choice: Choice, key: str = "") -> None:
    """Use another writer in this tab; ``key`` is kept in the memory of the session."""
    desk()[_CHOICE] = choice
    st.session_state[_KEY] = key


def settings_for(choice: Choice, key: str) -> Settings:
    """The settings with that writer. A key of the environment goes to no server but its own."""
    settings = _allowed(from_environment()[0])
    own = settings.access.key if choice.url == settings.access.url else ""
    access = replace(settings.access, url=choice.url, key=key or own)
    return replace(settings, model=choice.name, access=access)


def current() -> Settings:
    """The settings as they hold in this tab."""
    choice = chosen()
    if choice is None or key_is_gone():
        return _allowed(from_environment()[0])
    return settings_for(choice, _key())


def with_model(built: "Services") -> "Services":
    """The services with the model of this tab."""
    settings, usual = current(), from_environment()[0]
    if built.models is None or (settings.model, settings.access) == (usual.model, usual.access):
        return built
    kept: tuple[Settings, Model | None] | None = st.session_state.get(_OPENED)
    if kept is None or kept[0] != settings:
        kept = settings, built.models.open(settings.model, settings.access)
        st.session_state[_OPENED] = kept
    return replace(built, model=kept[1])


def sees_notes() -> bool:
    """Whether private notes may be sent."""
    return bool(desk().get(_NOTES, from_environment()[0].access.sees_notes))


def allow_notes(allowed: bool) -> None:
    """Allow private notes to be sent, or not, in this tab."""
    desk()[_NOTES] = allowed


def taken() -> "Taken":
    """What was taken in this tab so far."""
    from coach.use_cases.model_taken import Taken  # noqa: PLC0415 - only where a model is used

    kept: Taken = desk().get(_TAKEN, Taken())
    return kept


def add_taken(more: "Taken") -> None:
    """Add what some calls took."""
    desk()[_TAKEN] = taken() + more


def _key() -> str:
    return str(st.session_state.get(_KEY, ""))


def _allowed(settings: Settings) -> Settings:
    return replace(settings, access=replace(settings.access, sees_notes=sees_notes()))
