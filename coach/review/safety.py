"""Notices what must not be coached away: distress, misconduct, discrimination, law and medicine.

Only what the mentee writes about themselves is read this way, never a finished message. A match
means that something humane is said first; it accuses nobody and decides nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.review.patterns import compiled
from coach.review.phrases import default_knowledge

FILE = Path("wording") / "safety.yaml"
LEGAL_MEDICAL = "legal-medical"
IDS = ("distress", "misconduct", "discrimination", LEGAL_MEDICAL)
"""The safety checks, gravest first."""
_SAME_LENGTH = str.maketrans({"’": "'", "\n": " ", "\u00a0": " "})


@dataclass(frozen=True)
class Care:
    """Something to say before anything else.

    ``check`` is the safety check's id and ``quote`` the words that were noticed, between ``start``
    and ``end`` of the text; ``note`` is said first, ``fix`` says what is safe to go on with, and
    ``question`` is the one thing to ask. Where it is not ``sure``, ``hint`` is the one line to offer;
    ``withheld`` is added to the fix where nothing was written.
    """

    check: str
    note: str
    fix: str
    question: str
    quote: str
    start: int
    end: int
    sure: bool = True
    hint: str = ""
    withheld: str = ""

    @property
    def said(self) -> str:
        """What is said first: the note, or the line that is offered where it is not sure."""
        return self.note if self.sure else self.hint


@dataclass(frozen=True)
class _Check:
    id: str
    wanted: re.Pattern[str]
    unwanted: re.Pattern[str]
    note: str
    fix: str
    question: str
    hint: str
    withheld: str

    def care(self, quote: str, start: int, end: int, *, sure: bool) -> Care:
        """What to say about the words found."""
        return Care(
            check=self.id,
            note=self.note,
            fix=self.fix,
            question=self.question,
            quote=quote,
            start=start,
            end=end,
            sure=sure,
            hint=self.hint,
            withheld=self.withheld,
        )


def care_for(text: str, knowledge: Path | None = None) -> Care | None:
    """The gravest thing a text tells of, or None.

    Raises:
        KnowledgeError: the phrase file is missing or wrong.
    """
    plain = text.translate(_SAME_LENGTH)
    for check in _checks(knowledge or default_knowledge()):
        seen = check.unwanted.sub(lambda found: "\N{BULLET}" * len(found.group()), plain)
        found = check.wanted.search(seen)
        if found:
            start, end = found.span()
            quote = text[start:end]
            return check.care(quote, start, end, sure=True)
    return None


def care_named(
    check: str,
    quote: str = "",
    start: int = 0,
    *,
    sure: bool = True,
    knowledge: Path | None = None,
) -> Care:
    """What to say about a thing noticed in another way, with the words that told of it.

    Raises:
        KnowledgeError: the phrase file is missing or wrong.
    """
    said = next(one for one in _checks(knowledge or default_knowledge()) if one.id == check)
    return said.care(quote, start, start + len(quote), sure=sure)


def of_another(text: str, knowledge: Path | None = None) -> bool:
    """Whether a text names somebody apart from the two people as the one who does it."""
    return bool(_elsewhere(knowledge or default_knowledge()).search(text.translate(_SAME_LENGTH)))


_entries = lru_cache(maxsize=4)(load_mapping)


@lru_cache(maxsize=4)
def _elsewhere(knowledge: Path) -> re.Pattern[str]:
    path = knowledge / FILE
    try:
        return _any_of(_entries(path)["elsewhere"])
    except (re.error, KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: cannot be used ({error})", "Restore the file.") from error


@lru_cache(maxsize=4)
def _checks(knowledge: Path) -> tuple[_Check, ...]:
    path = knowledge / FILE
    try:
        entries = _entries(path)
        return tuple(
            _Check(
                name,
                _any_of(entries[name]["patterns"]),
                _any_of(entries[name]["not"]),
                *(
                    " ".join(entries[name][part].split())
                    for part in ("note", "fix", "question", "hint", "withheld")
                ),
            )
            for name in IDS
        )
    except (re.error, KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: cannot be used ({error})", "Restore the file.") from error


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return compiled(rf"\b(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
