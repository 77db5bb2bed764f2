"""Loads the phrase lists the checks work with: wording is data, kept in knowledge/wording.

The file has four parts: ``patterns`` (name -> regular expressions), ``words`` (name -> words,
compared as stems), ``irregular`` (base form -> irregular forms) and ``synonyms`` (groups of
words that count as one).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.review.patterns import compiled
from coach.review.stems import plain, strip_suffix

PHRASE_FILE = Path("wording") / "review.yaml"
_PARTS = ("patterns", "words", "irregular", "synonyms", "replacements")
_NOBODY = "(?!)"
_YOU = re.compile(r"\byou\b(?![|)]u\b)")
"""Chat spells "you" as "u"; every expression takes both."""
_CAPITAL = re.compile(r"(?<!\\)[A-Z]|\(\?-?[a-z]+[:)]")
"""A capital in an expression that is not an escape, or a part with flags of its own."""
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Replacement:
    """A stock phrase and what to say instead; ``put`` may be empty.

    The expression is compiled when it is first needed, for most messages need none.
    """

    check: str
    expression: str
    put: str
    why: str

    @cached_property
    def find(self) -> re.Pattern[str]:
        """The expression, compiled.

        Raises:
            KnowledgeError: if it cannot be.
        """
        try:
            return compile_any((self.expression,), keep=True)
        except re.error as error:
            what = f"replacements: {self.expression!r}"
            raise _broken(PHRASE_FILE, what, str(error)) from error


@dataclass(frozen=True)
class Phrases:
    """The phrase lists, ready for use; patterns are compiled when first asked for."""

    patterns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]
    forms: Mapping[str, frozenset[str]]
    irregular: Mapping[str, str]
    synonyms: Mapping[str, str]
    replacements: tuple[Replacement, ...] = ()
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)
    _small: dict[str, re.Pattern[str] | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    def pattern(self, name: str, who: str = "") -> re.Pattern[str]:
        """Return the patterns called ``name`` as one expression that matches whole words.

        ``who`` stands in for ``{name}`` in an expression: alternatives for somebody's name.

        Raises:
            KnowledgeError: if the phrase file has no such patterns, or one cannot be compiled.
        """
        key = f"{name} {who}"
        if key not in self._compiled:
            if name not in self.patterns:
                raise _broken(PHRASE_FILE, f"patterns.{name} is missing", "Put it back.")
            filled = tuple(e.replace("{name}", who or _NOBODY) for e in self.patterns[name])
            ours = not who or filled == self.patterns[name]
            try:
                self._compiled[key] = compile_any(filled, keep=ours)
            except re.error as error:
                raise _broken(PHRASE_FILE, f"patterns.{name}: {error}", "Correct it.") from error
        return self._compiled[key]

    def matches(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """Every place where the patterns called ``name`` match, in either case.

        What is written without capitals is looked for in the text made small, as ``re`` weighs letters that
        have two cases slowly; the places are the same.

        Raises:
            KnowledgeError: see ``pattern``.
        """
        if name not in self._small:
            self._small[name] = _without_case(self.pattern(name))
        found, small = self._small[name], text.lower()
        if found is None or len(small) != len(text):
            return self.pattern(name).finditer(text)
        return found.finditer(small)

    def word_set(self, name: str) -> frozenset[str]:
        """Return the stems of the word list called ``name``.

        Raises:
            KnowledgeError: if the phrase file has no such list.
        """
        if name not in self.words:
            raise _broken(PHRASE_FILE, f"words.{name} is missing", "Put it back.")
        return self.words[name]

    def exact(self, name: str) -> frozenset[str]:
        """Return the words of the list called ``name`` as written, in lower case."""
        self.word_set(name)
        return self.forms[name]

    def concept(self, stem: str) -> str:
        """Return the stem that stands for ``stem`` and its synonyms."""
        return self.synonyms.get(stem, stem)


def compile_any(expressions: tuple[str, ...], *, keep: bool = False) -> re.Pattern[str]:
    """Compile alternatives; a blank in an expression matches any white space, " ?" also none.

    ``keep`` keeps what was compiled for the next run, where nobody's words are in it.
    """
    blanks = (
        _YOU.sub(r"(?:you|u)", e).replace(" ?", r"\s*").replace(" ", r"\s+") for e in expressions
    )
    alternatives = "|".join(blanks)
    compile_one = compiled if keep else re.compile
    return compile_one(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _without_case(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """The same expression for a text in small letters, unless it names a capital."""
    if _CAPITAL.search(pattern.pattern):
        return None
    return compiled(pattern.pattern, pattern.flags & ~re.IGNORECASE & ~re.UNICODE)


@lru_cache(maxsize=1)
def default_knowledge() -> Path:
    """Return the knowledge folder of the checkout, or the one installed with the package."""
    checkout = _PACKAGE.parent / "knowledge"
    return checkout if checkout.is_dir() else _PACKAGE / "_data" / "knowledge"


@lru_cache(maxsize=8)
def load_phrases(knowledge: Path) -> Phrases:
    """Read ``wording/review.yaml`` below ``knowledge``.

    Raises:
        KnowledgeError: if the file is missing, is not YAML or breaks its format.
    """
    path = knowledge / PHRASE_FILE
    data = load_mapping(path)
    return _checked(data, path)


def _checked(data: dict[str, Any], path: Path) -> Phrases:
    unknown = [str(key) for key in data if key not in _PARTS]
    missing = [part for part in _PARTS if part not in data]
    if unknown or missing:
        what = f"unknown part {unknown[0]}" if unknown else f"the part {missing[0]} is missing"
        raise _broken(path, what, f"Keep to the parts {', '.join(_PARTS)}.")
    irregular = {
        plain(form): plain(base)
        for base, forms in _lists(data["irregular"], "irregular", path).items()
        for form in forms
    }
    patterns = _lists(data["patterns"], "patterns", path)
    forms = {
        name: frozenset(plain(word) for entry in entries for word in entry.split())
        for name, entries in _lists(data["words"], "words", path).items()
    }
    return Phrases(
        patterns=patterns,
        words={n: frozenset(_stem(w, irregular) for w in listed) for n, listed in forms.items()},
        forms=forms,
        irregular=irregular,
        synonyms=_synonyms(data["synonyms"], irregular, path),
        replacements=_replacements(data["replacements"], path),
    )


def _stem(word: str, irregular: Mapping[str, str]) -> str:
    simple = plain(word)
    return strip_suffix(irregular.get(simple, simple))


def _lists(value: object, part: str, path: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _broken(path, f"{part} is not a mapping", "Write name: [entries].")
    checked: dict[str, tuple[str, ...]] = {}
    for name, entries in value.items():
        if not isinstance(entries, list) or not all(isinstance(e, str) and e for e in entries):
            raise _broken(
                path, f"{part}.{name} is not a list of texts", "Quote each entry, one per line."
            )
        checked[str(name)] = tuple(entries)
    return checked


def _synonyms(value: object, irregular: Mapping[str, str], path: Path) -> dict[str, str]:
    if not isinstance(value, list) or not all(isinstance(group, str) for group in value):
        raise _broken(path, "synonyms is not a list of texts", "Write one group of words a line.")
    found: dict[str, str] = {}
    for group in value:
        stems = [_stem(word, irregular) for word in group.split()]
        for stem in stems:
            found.setdefault(stem, stems[0])
    return found


def _replacements(value: object, path: Path) -> tuple[Replacement, ...]:
    if not isinstance(value, list):
        raise _broken(path, "replacements is not a list", "Write one entry per phrase.")
    found = []
    for entry in value:
        if not isinstance(entry, dict) or set(entry) != {"check", "find", "put", "why"}:
            raise _broken(
                path, f"the replacement {entry!r} is incomplete", "Give check, find, put and why."
            )
        found.append(
            Replacement(
                check=str(entry["check"]),
                expression=str(entry["find"]),
                put=str(entry["put"]),
                why=str(entry["why"]),
            )
        )
    return tuple(found)


def _broken(path: Path, what: str, fix: str) -> KnowledgeError:
    return KnowledgeError(f"The phrase file {path} is broken: {what}.", fix)
