"""The one place that reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Settings:
    """Where things are and what was asked for.

    Attributes:
        home: the user's data folder (``COACH_HOME``).
        knowledge: the folder of cards, sources and wording.
        app: the Streamlit entry file.
        model: which writer to use (``COACH_MODEL``); ``built-in`` needs no key and no network.
        timezone: the IANA name of the mentee's time zone (``COACH_TIMEZONE``); empty when unset.
    """

    home: Path
    knowledge: Path
    app: Path
    model: str = "built-in"
    timezone: str = ""


def _root() -> Path:
    """The folder that holds ``knowledge/`` and ``app.py``: the checkout, or the installed data."""
    checkout = PACKAGE.parent
    return checkout if (checkout / "knowledge").is_dir() else PACKAGE / "_data"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Build settings from the environment; unset or empty variables take their defaults."""
    home = environ.get("COACH_HOME", "").strip()
    root = _root()
    return Settings(
        home=Path(home).expanduser()
        if home
        else Path(platformdirs.user_data_dir("mentorship-coach", False)),
        knowledge=root / "knowledge",
        app=root / "app.py",
        model=environ.get("COACH_MODEL", "").strip() or "built-in",
        timezone=environ.get("COACH_TIMEZONE", "").strip(),
    )
