"""Loads the wording: phrases by move, chosen by tone, channel and relationship.

Wording is data so that a person who does not program can improve it. An entry is a text, or a
text with the conditions under which it may be used.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.brief import Brief
from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError

CONDITIONS = ("purpose", "tone", "channel", "relationship", "style")
_CONTRACTIONS = (
    (re.compile(r"\bI am\b(?! (?:not|$))"), "I'm"),
    (re.compile(r"\bI would\b"), "I'd"),
    (re.compile(r"\bI will\b"), "I'll"),
    (re.compile(r"\bdo not\b"), "don't"),
    (re.compile(r"\bcannot\b"), "can't"),
    (re.compile(r"\b([Ii])s not\b"), r"\1sn't"),
    (re.compile(r"\b([Ii])t is\b"), r"\1t's"),
    (re.compile(r"\b([Tt])hat is\b"), r"\1hat's"),
    (re.compile(r"\b([Tt])here is\b"), r"\1here's"),
)


@dataclass(frozen=True)
class Phrase:
    """One wording and when it may be used; an empty condition allows everything."""

    text: str
    conditions: dict[str, frozenset[str]]

    def fits(self, brief: Brief) -> bool:
        """Whether the brief's purpose, tone, channel, relationship and style allow it."""
        return all(getattr(brief, name) in allowed for name, allowed in self.conditions.items())


@dataclass(frozen=True)
class Wording:
    """The phrases of one kind of text, by key."""

    path: Path
    phrases: dict[str, tuple[Phrase, ...]]

    def choose(self, key: str, brief: Brief, variant: int = 0, **slots: str) -> str:
        """The phrase for ``key`` that fits the brief, with its slots filled.

        People differ, so their texts should: the choice turns on the two names and the variant.
        The same brief and variant always give the same phrase. Phrases written for the style,
        then for the purpose, then for this channel alone, go before those for any.

        Raises:
            KnowledgeError: when no phrase fits, or a slot is missing.
        """
        fitting = [phrase for phrase in self.phrases.get(key, ()) if phrase.fits(brief)]
        if not fitting:
            raise KnowledgeError(
                f"{self.path}: no phrase for “{key}” fits", "Add one without conditions."
            )
        for condition in ("style", "purpose"):
            fitting = [p for p in fitting if condition in p.conditions] or fitting
        only = frozenset({str(brief.channel)})
        fitting = [p for p in fitting if p.conditions.get("channel") == only] or fitting
        text = fitting[(_seed(brief, key) + variant) % len(fitting)].text
        if brief.tone == "warm" and self.path.stem == "outreach":
            for pattern, short in _CONTRACTIONS:
                text = pattern.sub(short, text)
        return self._filled(key, text, slots)

    def say(self, key: str, **slots: str) -> str:
        """The only phrase for ``key``, for texts that are written without a brief.

        Raises:
            KnowledgeError: when there is none, or a slot is missing.
        """
        phrases = self.phrases.get(key, ())
        if not phrases:
            raise KnowledgeError(f"{self.path}: no phrase for “{key}”", "Add one.")
        return self._filled(key, phrases[0].text, slots)

    def _filled(self, key: str, text: str, slots: dict[str, str]) -> str:
        try:
            return text.format(**slots)
        except (KeyError, IndexError) as error:
            fix = f"Use only these slots: {', '.join(sorted(slots)) or 'none'}."
            raise KnowledgeError(f"{self.path}: “{key}” asks for the slot {error}", fix) from error


def _seed(brief: Brief, key: str) -> int:
    text = f"{key}|{brief.sender.name}|{brief.recipient.name}".lower()
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


@lru_cache(maxsize=16)
def load_wording(knowledge: Path, name: str) -> Wording:
    """Read ``wording/<name>.yaml``.

    Raises:
        KnowledgeError: naming the file and the entry that is wrong.
    """
    path = knowledge / "wording" / f"{name}.yaml"
    data = load_mapping(path)
    return Wording(path, {str(key): _phrases(path, str(key), value) for key, value in data.items()})


def _phrases(path: Path, key: str, value: object) -> tuple[Phrase, ...]:
    if not isinstance(value, list) or not value:
        raise KnowledgeError(
            f"{path}: “{key}” is not a list of phrases", "Write one phrase per line."
        )
    found = []
    for entry in value:
        if isinstance(entry, str):
            found.append(Phrase(entry, {}))
            continue
        text = entry.get("text") if isinstance(entry, dict) else None
        if not isinstance(text, str) or set(entry) - {"text", *CONDITIONS}:
            fix = f"Give `text` and, if needed, {', '.join(CONDITIONS)}."
            raise KnowledgeError(f"{path}: an entry of “{key}” is wrong: {entry}", fix)
        conditions = {name: entry[name] for name in CONDITIONS if name in entry}
        allowed = {
            name: frozenset([given] if isinstance(given, str) else given)
            for name, given in conditions.items()
        }
        found.append(Phrase(text, allowed))
    return tuple(found)
