"""Gives each masked thing its stand-in, and turns stand-ins back, also in a model's handwriting.

A stand-in is a stem and a number: ``Name1``, ``Org2``. How the thing is first written (or as the brief
writes it) is its plain form; RUIZ and ruiz are ``NAME1`` and ``name1``; any other spelling takes a letter,
``Name1b``, so that each is restored as it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Stem(StrEnum):
    """What a stand-in is for."""

    NAME = "Name"
    ORGANISATION = "Org"
    EMAIL = "Email"
    PHONE = "Phone"
    HANDLE = "Handle"


_LETTERS = "bcdfghjkmpqtvwxz"
"""Letters of other spellings: none of them begins an ending such as -s, -es or -n."""
STAND_IN = re.compile(
    rf"""(?<![A-Za-z])
    (?:(?P<stem>{"|".join(Stem)})|(?P<apart>(?-i:Name|NAME|Org|ORG))[\ \u00a0_-])
    (?P<number>[0-9]{{1,6}})(?![0-9])
    (?:(?P<letter>[{_LETTERS}])(?=(?:e?s)?(?![a-z])))?""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
"""Everything that may be read as a stand-in."""
_PREFIXES = "|".join(stem[:end] for stem in Stem for end in range(1, len(stem)))
UNFINISHED = re.compile(
    rf"(?<![A-Za-z])(?:{_PREFIXES}|(?:{'|'.join(Stem)})[ \u00a0_-]?[0-9]{{0,6}}[a-z]{{0,3}}(?: [a-z]{{0,4}})?)\Z",
    re.ASCII | re.IGNORECASE,
)
"""The end of a text that could still become, or change, a stand-in."""
LONGEST_UNFINISHED = max(map(len, Stem)) + 1 + 6 + 3 + 1 + 4
CONTEXT = 2
"""Characters before a stand-in that decide how it is read."""
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?:;\n*•>-][ \t]|[\"“‘(\[*_])\Z")
_GOES_ON = re.compile(r" (?!Name|Org)[a-z]", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Thing:
    """Something masked: ``key`` is the same for all its spellings."""

    stem: Stem
    key: str


@dataclass
class _Spellings:
    plain: str
    known: dict[str, str] = field(default_factory=dict)
    letters: int = 0


class StandIns:
    """The stand-ins given so far. Numbers are given in the order in which things come."""

    def __init__(self) -> None:
        self._number: dict[Thing, int] = {}
        self._things: dict[tuple[Stem, int], _Spellings] = {}
        self._next = dict.fromkeys(Stem, 1)
        self._written: dict[str, str] = {}

    def give(self, thing: Thing, surface: str) -> str:
        """The stand-in of a thing written like this."""
        if thing not in self._number:
            self._number[thing] = self._next[thing.stem]
            self._next[thing.stem] += 1
            self._things[thing.stem, self._number[thing]] = _Spellings(surface)
        number = self._number[thing]
        spellings = self._things[thing.stem, number]
        if surface not in spellings.known:
            word = self._new(thing, number, spellings, surface)
            spellings.known[surface] = word
            self._written[word] = surface
        return spellings.known[surface]

    def _new(self, thing: Thing, number: int, spellings: _Spellings, surface: str) -> str:
        plain = f"{thing.stem}{number}"
        if surface == spellings.plain:
            return plain
        if surface == spellings.plain.upper():
            return plain.upper()
        if surface == spellings.plain.lower():
            return plain.lower()
        if spellings.letters == len(_LETTERS):
            return self.give(Thing(thing.stem, f"{thing.key}\n{surface}"), surface)
        spellings.letters += 1
        return plain + _LETTERS[spellings.letters - 1]

    def restored(self, text: str, start: int = 0, stop: int | None = None) -> str:
        """``text`` from ``start`` on with every stand-in that begins before ``stop`` turned back."""
        stop = len(text) if stop is None else stop
        parts: list[str] = []
        done = start
        for found in STAND_IN.finditer(text, start):
            if found.start() >= stop:
                break
            surface = self._surface(found)
            if surface is not None:
                parts += [text[done : found.start()], surface]
                done = found.end()
        parts.append(text[done : max(done, stop)])
        return "".join(parts)

    def unknown(self, text: str) -> Iterator[str]:
        """What reads as a stand-in and was never given."""
        for found in STAND_IN.finditer(text):
            if self._surface(found) is None and not _counts_things(found):
                yield found.group()

    def _surface(self, found: re.Match[str]) -> str | None:
        """What a stand-in stands for, in whatever case it is written; None for one never given."""
        if found.group() in self._written:
            return self._written[found.group()]
        said = found["stem"] or found["apart"]
        stem, number, letter = Stem(said.capitalize()), found["number"], found["letter"] or ""
        spellings = self._things.get((stem, int(number))) if number[0] != "0" else None
        if spellings is None or _counts_things(found):
            return None
        surface = self._written.get(f"{stem}{number}{letter.lower()}")
        if surface is None:
            surface = spellings.plain + letter
        is_name = stem in (Stem.NAME, Stem.ORGANISATION)
        return surface.upper() if said.isupper() and is_name else surface


def _counts_things(found: re.Match[str]) -> bool:
    """Whether it is a sentence such as "Name 2 things that went well"."""
    if found["apart"] is None:
        return False
    text = found.string
    before = text[max(0, found.start() - CONTEXT) : found.start()]
    return bool(_GOES_ON.match(text, found.end()) and _SENTENCE_START.search(before))
