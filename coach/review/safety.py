"""Notices what must not be coached away: distress, misconduct, discrimination, law and medicine.

Only what the mentee writes about themselves is read this way, never a finished message. A match
means that something humane is said first; it accuses nobody and decides nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from coach.errors import KnowledgeError
from coach.review.phrases import default_knowledge

FILE = Path("wording") / "safety.yaml"
IDS = ("distress", "misconduct", "discrimination", "legal-medical")
"""The safety checks, gravest first."""


@dataclass(frozen=True)
class Care:
    """Something to say before anything else: the check's id, and the note."""

    check: str
    note: str


def care_for(text: str, knowledge: Path | None = None) -> Care | None:
    """The gravest thing a text tells of, or None.

    Raises:
        KnowledgeError: the phrase file is missing or wrong.
    """
    plain = text.replace("’", "'")
    for check, pattern, note in _checks(knowledge or default_knowledge()):
        if pattern.search(plain):
            return Care(check, note)
    return None


@lru_cache(maxsize=4)
def _checks(knowledge: Path) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    path = knowledge / FILE
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(
            (
                check,
                re.compile(rf"\b(?:{'|'.join(entries[check]['patterns'])})\b", re.IGNORECASE),
                " ".join(entries[check]["note"].split()),
            )
            for check in IDS
        )
    except (OSError, yaml.YAMLError, re.error, KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: cannot be used ({error})", "Restore the file.") from error
