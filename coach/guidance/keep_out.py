"""Claims that must not come back: folklore we looked into, listed in knowledge/keep-out.yaml."""

import re
from dataclasses import dataclass
from pathlib import Path

from coach.domain.strict_yaml import check_keys, parse_yaml, read_text
from coach.errors import KnowledgeError
from coach.guidance.reading import sentences

FIELDS = ("id", "patterns", "found", "say_instead")

_DENIAL = re.compile(
    r"\b(?:found|know of|seen|is|are) no\b"
    r"|\bno (?:such|good|sound)? ?(?:evidence|study|trial|test)\b",
    re.IGNORECASE,
)
"""A sentence that says there is no evidence repeats no claim."""


@dataclass(frozen=True)
class KeptOut:
    """One claim: how to recognise it, what was found, and what may be said instead."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    found: str
    say_instead: str


def read_keep_out(path: Path) -> list[KeptOut]:
    """Read the list.

    Raises:
        KnowledgeError: the file is missing, an entry is wrong, or a pattern does not compile.
    """
    entries = parse_yaml(read_text(path), str(path))
    if not isinstance(entries, list):
        raise KnowledgeError(f"{path}: not a list of claims", "Open each claim with '- id:'.")
    return [_read_claim(entry, path) for entry in entries]


def claims_in(text: str, claims: list[KeptOut]) -> list[tuple[KeptOut, str]]:
    """Every kept-out claim in a text, with the words that gave it away."""
    said = [sentence for sentence in sentences(text) if not _DENIAL.search(sentence)]
    found = []
    for claim in claims:
        matches = (pattern.search(part) for pattern in claim.patterns for part in said)
        match = next(filter(None, matches), None)
        if match:
            found.append((claim, match.group(0)))
    return found


def _read_claim(entry: object, path: Path) -> KeptOut:
    if not isinstance(entry, dict):
        raise KnowledgeError(f"{path}: an entry is not a claim: {entry!r:.60}", "Give it an id.")
    origin = f"{path}: claim '{entry.get('id', '?')}'"
    check_keys(entry, FIELDS, (), origin)
    patterns = entry["patterns"]
    if not isinstance(patterns, list) or not patterns:
        raise KnowledgeError(f"{origin}: 'patterns' is not a list", "Give at least one pattern.")
    try:
        compiled = tuple(re.compile(str(pattern), re.IGNORECASE) for pattern in patterns)
    except re.error as error:
        raise KnowledgeError(
            f"{origin}: a pattern is not a regular expression: {error}", "Correct it."
        ) from None
    return KeptOut(str(entry["id"]), compiled, str(entry["found"]), str(entry["say_instead"]))
