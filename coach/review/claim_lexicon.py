"""The words that claims are compared with: which may stand for which, and which tell no fact.

Wording is data: everything comes from ``knowledge/wording/claims.yaml``. Unlike the synonyms of the
other checks, a word may stand in several groups here: a claim may be said in any other words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.review.phrases import compile_any
from coach.review.stems import plain, strip_suffix

CLAIM_FILE = Path("wording") / "claims.yaml"
_LISTS = (
    "groups",
    "wording",
    "idle",
    "fact-nouns",
    "mental-verbs",
    "mental-states",
    "mental-nouns",
    "deeds",
    "feats",
    "pledges",
    "talk-units",
    "people",
    "groups-of-people",
    "ranks",
    "lesser",
    "nicknames",
    "acronyms",
    "sides",
)
_MAPPINGS = ("patterns", "reasons", "implied")
_SHORTEST = 4
_LONGEST_TAIL = 3
_COMMON_HEAD = 6
_MOST_SUFFIXES = 20
"""More than any word has; a paste without spaces is no word."""


@dataclass(frozen=True)
class Lexicon:
    """Groups of words with one meaning, and lists of words; all by stem but for the nicknames."""

    groups: Mapping[str, frozenset[int]]
    lists: Mapping[str, frozenset[str]]
    forms: Mapping[str, frozenset[str]]
    nicknames: Mapping[str, frozenset[int]]
    patterns: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, str]
    implied: Mapping[str, tuple[str, ...]]

    def words(self, name: str) -> frozenset[str]:
        """Return the stems of the list called ``name``."""
        return self.lists[name]

    def same(self, one: str, other: str) -> bool:
        """Tell whether two stems may mean the same: alike, of one family, or of one group."""
        if one == other or akin(one, other):
            return True
        return bool(self.groups.get(one, _NONE) & self.groups.get(other, _NONE))


_NONE: frozenset[int] = frozenset()


def akin(one: str, other: str) -> bool:
    """Tell whether two stems are of one word family: "educ" and "educat", "analyt" and "analys"."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or not short.isalpha():
        return False
    if long.startswith(short):
        return len(long) - len(short) <= _LONGEST_TAIL
    head = short[: max(_COMMON_HEAD, len(short) - 2)]
    return len(short) >= _COMMON_HEAD and long.startswith(head) and len(long) - len(short) <= 2


@lru_cache(maxsize=4)
def load_lexicon(knowledge: Path, irregular: tuple[tuple[str, str], ...]) -> Lexicon:
    """Read ``wording/claims.yaml`` below ``knowledge``; ``irregular`` maps forms to base forms.

    Raises:
        KnowledgeError: if the file is missing, is not YAML or breaks its format.
    """
    path = knowledge / CLAIM_FILE
    data = load_mapping(path)
    lines = _checked(data, path)
    bases = dict(irregular)
    return Lexicon(
        groups=_grouped(lines["groups"], bases),
        lists={
            name: frozenset(_stem(w, bases) for line in listed for w in _parts(line))
            for name, listed in lines.items()
            if name not in ("groups", "nicknames")
        },
        forms={
            name: frozenset(plain(w) for line in lines[name] for w in _parts(line))
            for name in ("ranks", "people", "mental-states", "mental-nouns", "lesser")
        },
        nicknames=_grouped(lines["nicknames"], None),
        patterns={k: tuple(v) for k, v in data["patterns"].items()},
        implied={k: tuple(v) for k, v in data["implied"].items()},
        reasons={k: str(v) for k, v in data["reasons"].items()},
    )


def _checked(data: object, path: Path) -> dict[str, list[str]]:
    if not isinstance(data, dict) or set(data) != {*_LISTS, *_MAPPINGS}:
        raise KnowledgeError(
            f"The phrase file {path} is broken.",
            f"Give it the parts {', '.join((*_LISTS, *_MAPPINGS))}.",
        )
    lists = {**{name: data[name] for name in _LISTS}, **data["patterns"]}
    for name, lines in lists.items():
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise KnowledgeError(
                f"The phrase file {path} is broken: {name} is not a list of texts.",
                "Quote each entry, one per line.",
            )
    for lines in data["patterns"].values():
        compile_any(tuple(lines), keep=True)
    return {name: data[name] for name in _LISTS}


def _parts(line: str) -> list[str]:
    return [part for word in line.split() for part in word.split("-") if part]


@lru_cache(maxsize=20_000)
def root(stem: str) -> str:
    """Strip a stem until nothing more comes off, so that "answered" and "answer" end alike."""
    stem = stem.replace("ae", "e")  # "paediatric" is "pediatric" across the sea
    for _ in range(_MOST_SUFFIXES):
        shorter = strip_suffix(stem)
        if shorter == stem:
            break
        stem = shorter
    return stem


def _stem(word: str, irregular: Mapping[str, str]) -> str:
    simple = plain(word)
    return root(irregular.get(simple, simple))


def _grouped(lines: list[str], irregular: Mapping[str, str] | None) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.split() if irregular is None else _parts(line):
            key = plain(word) if irregular is None else _stem(word, irregular)
            found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}
