"""The one place that reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs

from coach.errors import InputError

PACKAGE = Path(__file__).resolve().parent
BUILT_IN = "built-in"
"""The writer that needs no key and no network."""
MASKING = ("auto", "always", "never")
YES = frozenset({"1", "yes", "true", "on"})
LONGEST_PATIENCE = 3_600.0


@dataclass(frozen=True)
class ModelAccess:
    """How a language model is reached, and what it may see.

    Attributes:
        url: a server that speaks OpenAI's protocol (``OPENAI_BASE_URL``); empty for OpenAI itself.
        key: the key (``OPENAI_API_KEY``); never printed.
        mask: ``auto`` masks names before a remote model sees them, ``always`` also before one on
            this computer, ``never`` not at all (``COACH_MASK``).
        sees_notes: whether private notes may be sent (``COACH_MODEL_SEES_NOTES``).
        patience: seconds to wait for the next piece of a reply (``COACH_MODEL_PATIENCE``); 0 for
            what suits the server.
    """

    url: str = ""
    key: str = field(default="", repr=False)
    mask: str = "auto"
    sees_notes: bool = False
    patience: float = 0.0


@dataclass(frozen=True)
class Settings:
    """Where things are and what was asked for.

    Attributes:
        home: the user's data folder (``COACH_HOME``).
        knowledge: the folder of cards, sources and wording.
        app: the Streamlit entry file.
        model: which writer to use (``COACH_MODEL``); ``built-in`` needs no key and no network.
        timezone: the IANA name of the mentee's time zone (``COACH_TIMEZONE``); empty when unset.
        access: how that writer is reached when it is a language model.
        prompts: the folder of prompts.
    """

    home: Path
    knowledge: Path
    app: Path
    model: str = BUILT_IN
    timezone: str = ""
    access: ModelAccess = field(default_factory=ModelAccess)
    prompts: Path = PACKAGE.parent / "prompts"


def _root() -> Path:
    """The folder that holds ``knowledge/`` and ``app.py``: the checkout, or the installed data."""
    checkout = PACKAGE.parent
    return checkout if (checkout / "knowledge").is_dir() else PACKAGE / "_data"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Build settings from the environment; unset or empty variables take their defaults.

    Raises:
        InputError: a variable that is about a language model cannot be what it is set to.
    """
    return replace(
        read_places(environ),
        model=environ.get("COACH_MODEL", "").strip() or BUILT_IN,
        access=_access(environ),
    )


def read_places(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings apart from the language model: with the built-in writer, whatever is set."""
    home = environ.get("COACH_HOME", "").strip()
    root = _root()
    return Settings(
        home=Path(home).expanduser()
        if home
        else Path(platformdirs.user_data_dir("mentorship-coach", False)),
        knowledge=root / "knowledge",
        app=root / "app.py",
        timezone=environ.get("COACH_TIMEZONE", "").strip(),
        prompts=root / "prompts",
    )


def _access(environ: Mapping[str, str]) -> ModelAccess:
    def given(name: str) -> str:
        return environ.get(name, "").strip()

    mask = given("COACH_MASK").lower() or "auto"
    if mask not in MASKING:
        raise InputError(
            f"COACH_MASK is {mask!r}", f"Set it to {', '.join(MASKING[:-1])} or {MASKING[-1]}."
        )
    return ModelAccess(
        url=given("OPENAI_BASE_URL"),
        key=given("OPENAI_API_KEY"),
        mask=mask,
        sees_notes=given("COACH_MODEL_SEES_NOTES").lower() in YES,
        patience=_seconds(given("COACH_MODEL_PATIENCE")),
    )


def _seconds(given: str) -> float:
    try:
        seconds = float(given or 0)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < LONGEST_PATIENCE:
        raise InputError(
            f"COACH_MODEL_PATIENCE is {given!r}", "Give a number of seconds, such as 60."
        )
    return seconds
