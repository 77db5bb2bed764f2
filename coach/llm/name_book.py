"""Takes given names apart into what may stand in a text: words, family names with particles, initials."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import combinations

from coach.domain.model import Names
from coach.llm.folding import fold, spellings, words
from coach.llm.given_names import is_ordinary, is_unspaced, organisation_words, person_words
from coach.llm.name_words import (
    ACRONYMS,
    BETWEEN,
    COMMON,
    DOMAIN_ENDS,
    NEVER_SMALL,
    ORDINARY,
    PARTICLES,
)
from coach.llm.stand_ins import Stem, Thing

LONG = 7
"""Letters from which on a name is also found inside a longer word, such as a host's name."""
SHORT = 2
"""Names of so few letters, as Al and Jo, are masked only where they are capitalised."""


class Written(Enum):
    """How a pattern has to be written to count."""

    ANYHOW = auto()
    AS_NAME = auto()
    EXACTLY = auto()


@dataclass(frozen=True)
class Part:
    """Which words of a pattern one stand-in takes the place of; ``stop`` is the first not taken."""

    thing: Thing
    start: int
    stop: int


@dataclass(frozen=True)
class Pattern:
    """Folded words that stand one after the other, and what becomes of them.

    ``exact`` is how the first word counts at any rate, and otherwise ``written`` decides.
    """

    words: tuple[str, ...]
    parts: tuple[Part, ...]
    written: Written = Written.ANYHOW
    exact: str = ""
    person: int = -1


@dataclass(frozen=True)
class Given:
    """One word of a given name, with its particles, and the stand-in's thing."""

    raw: str
    words: tuple[str, ...]
    core: int
    thing: Thing

    @property
    def common(self) -> bool:
        """Whether it is an ordinary word too, or so short that it may be one."""
        whole = "".join(self.words)
        return len(self.words) == 1 and (
            whole in COMMON or len(whole) <= SHORT or whole.isdigit() or whole in PARTICLES
        )


@dataclass
class NameBook:
    """Everything to look for.

    Attributes:
        first: the things in the order given, as written.
        patterns: by the first word.
        inside: found within a longer word too.
        single: found as one of the pieces of a longer word.
        unspaced: found anywhere, in scripts without spaces.
        alone: of those scripts, found only where nothing touches it.
        initials: of each person, by the letter.
    """

    first: list[tuple[Thing, str]] = field(default_factory=list)
    patterns: dict[str, list[Pattern]] = field(default_factory=dict)
    inside: dict[str, Thing] = field(default_factory=dict)
    single: dict[str, Thing] = field(default_factory=dict)
    unspaced: dict[str, Thing] = field(default_factory=dict)
    alone: dict[str, Thing] = field(default_factory=dict)
    initials: dict[int, dict[str, Thing]] = field(default_factory=dict)

    def add(self, pattern: Pattern) -> None:
        """Look for a pattern; of two that are alike the first counts."""
        known = self.patterns.setdefault(pattern.words[0], [])
        if all(pattern.words != other.words or other.exact != pattern.exact for other in known):
            known.append(pattern)
            known.sort(key=lambda p: len(p.words), reverse=True)


def name_book(names: Names) -> NameBook:
    """Take all given names apart, people first."""
    book = NameBook()
    for person, name in enumerate(names.people):
        _add_person(book, person, name)
    for name in names.organisations:
        _add_organisation(book, name)
    return book


def _add_person(book: NameBook, person: int, name: str) -> None:
    named = person_words(name)
    only = len(named) == 1
    given = [_remember(book, Stem.NAME, raw, particles, only) for raw, particles in named]
    spaced = [one for one in given if one.words]
    for one in spaced:
        initial = len(one.words) == 1 and len(one.words[0]) == 1 and len(given) > 1
        if not initial:
            _add_word(book, one, person)
    _add_sequences(book, spaced, person)
    _add_joined(book, given)
    first = book.initials.setdefault(person, {})
    if len(spaced) > 1:
        for one in spaced:
            first.setdefault(one.words[one.core][0], one.thing)


def _add_organisation(book: NameBook, name: str) -> None:
    raw_words = organisation_words(name)
    distinct = [raw for raw in raw_words if not is_ordinary(raw)]
    if not any(not raw.isdigit() for raw in distinct):
        _add_phrase(book, raw_words)
        return
    only = len(distinct) == 1
    given = {raw: _remember(book, Stem.ORGANISATION, raw, "", only) for raw in distinct}
    for one in given.values():
        if one.words:
            _add_word(book, one, -1)
    _add_sequences(book, [given[raw] for raw in distinct if given[raw].words], -1, raw_words)
    _add_joined(book, list(given.values()))
    joined = "".join(fold(raw) for raw in raw_words)
    if len(joined) >= LONG:
        book.inside.setdefault(joined, given[distinct[0]].thing)
    _add_initials(book, raw_words, given[distinct[0]].thing)


def _add_phrase(book: NameBook, raw_words: Sequence[str]) -> None:
    """An organisation of ordinary words only, such as Open University: masked as a whole."""
    folded = tuple(word.folded for raw in raw_words for word in words(raw))
    if not folded:
        return
    thing = Thing(Stem.ORGANISATION, " ".join(folded))
    book.first.append((thing, " ".join(raw_words)))
    given = _as_given(words(raw_words[0])[0].raw)
    book.add(Pattern(folded, (Part(thing, 0, len(folded)),), Written.AS_NAME, given))
    _add_initials(book, raw_words, thing)


def _add_initials(book: NameBook, raw_words: Sequence[str], thing: Thing) -> None:
    """The short form of several words: UCL, and UoL with the small letters."""
    if len(raw_words) < 2:
        return
    large = "".join(raw[0].upper() for raw in raw_words if fold(raw) not in BETWEEN)
    mixed = "".join(raw[0] for raw in raw_words)
    for short in dict.fromkeys((large, mixed)):
        if len(short) > 1 and short.isalpha() and short[0].isupper() and short not in ACRONYMS:
            whole = (Part(thing, 0, 1),)
            book.add(Pattern((fold(short),), whole, Written.EXACTLY, short))


def _remember(book: NameBook, stem: Stem, raw: str, particles: str, only: bool) -> Given:
    """Give a word of a name its thing: the same for the same word, whoever is called so."""
    whole = f"{particles} {raw}".strip()
    folded = tuple(word.folded for word in words(whole))
    core = len(words(particles))
    if not is_unspaced(raw):
        key = " ".join(folded)
        known = [thing for thing, _ in book.first if thing.key == key]
        thing = known[0] if known else Thing(stem, key)
        if not known:
            book.first.append((thing, whole))
        return Given(whole, folded, core, thing)
    return Given(whole, (), 0, _remember_unspaced(book, stem, raw, only))


def _remember_unspaced(book: NameBook, stem: Stem, raw: str, only: bool) -> Thing:
    """A word of a script without spaces; one letter of a longer name counts only by itself."""
    composed = unicodedata.normalize("NFC", raw)
    known = {**book.alone, **book.unspaced}
    thing = known.get(composed, Thing(stem, composed))
    if composed not in known:
        book.first.append((thing, raw))
    place = book.unspaced if only or len(composed) > 1 else book.alone
    for form in (composed, unicodedata.normalize("NFD", raw)):
        place.setdefault(form, thing)
    return thing


def _add_word(book: NameBook, one: Given, person: int) -> None:
    """One word of a name by itself, with and without its particles, and in its parts."""
    written = Written.AS_NAME if one.common else Written.ANYHOW
    for folded in _spelt(one.raw):
        part = (Part(one.thing, 0, len(folded)),)
        book.add(Pattern(folded, part, written, _as_given(one.raw), person))
    if len(one.words) == 1:
        if not one.common:
            book.single.setdefault(one.words[0], one.thing)
        return
    joined = "".join(one.words)
    if len(joined) > SHORT:
        book.add(Pattern((joined,), (Part(one.thing, 0, 1),), person=person))
    ends = len(one.words) - 1 if one.words[-1] in DOMAIN_ENDS and not one.core else None
    cores = (one.words[one.core : ends], *((word,) for word in one.words[one.core :]))
    for core in dict.fromkeys(cores):
        whole = "".join(core)
        if len(whole) > SHORT and whole not in DOMAIN_ENDS:
            how = Written.AS_NAME if whole in COMMON or whole in ORDINARY else Written.ANYHOW
            book.add(Pattern(core, (Part(one.thing, 0, len(core)),), how, person=person))
            if how is Written.ANYHOW and len(core) == 1:
                book.single.setdefault(whole, one.thing)


def _as_given(raw: str) -> str:
    """A word given in small letters counts so too, if it is not one of the commonest words."""
    return raw if raw.islower() and len(raw) > SHORT and raw not in NEVER_SMALL else ""


def _spelt(raw: str) -> Iterator[tuple[str, ...]]:
    ways = [spellings(word.raw) for word in words(raw)]
    yield tuple(way[0] for way in ways)
    if any(len(way) > 1 for way in ways):
        yield tuple(way[-1] for way in ways)


def _add_sequences(
    book: NameBook, given: Sequence[Given], person: int, raw_words: Sequence[str] = ()
) -> None:
    """Several words of a name in a row are that name, however they are written: will smith."""
    rows = [tuple(given), *combinations(given, 2)] if len(given) > 1 else []
    for row in rows:
        if any(len(word) > 1 for one in row for word in one.words):
            _add_row(book, [(one.words, one.thing) for one in row], person)
    by_raw = {one.raw: one.thing for one in given}
    whole = [
        (tuple(word.folded for word in words(raw)), by_raw.get(raw))
        for raw in raw_words
        if words(raw)
    ]
    if len(whole) > 1:
        _add_row(book, whole, person)


def _add_row(
    book: NameBook, row: Sequence[tuple[tuple[str, ...], Thing | None]], person: int
) -> None:
    at = 0
    parts: list[Part] = []
    for folded, thing in row:
        if thing is not None:
            parts.append(Part(thing, at, at + len(folded)))
        at += len(folded)
    every = tuple(word for folded, _ in row for word in folded)
    book.add(Pattern(every, tuple(parts), person=person))


def _add_joined(book: NameBook, given: Sequence[Given]) -> None:
    """Names as they stand inside file names and hosts: elenaruiz, northfieldhospital."""
    plain = [one for one in given if one.words]
    for one in plain:
        whole = "".join(one.words)
        if len(whole) >= LONG and not one.common:
            book.inside.setdefault(whole, one.thing)
    ends = [plain, [plain[0], plain[-1]], [plain[-1], plain[0]]] if len(plain) > 1 else []
    for row in ends:
        joined = "".join("".join(one.words) for one in row)
        if len(joined) >= LONG:
            book.inside.setdefault(joined, row[0].thing)
    odd = [one for one in given if not one.words]
    if len(odd) > 1:
        for forms in ("".join(one.raw for one in odd), "".join(one.raw for one in reversed(odd))):
            book.unspaced.setdefault(forms, odd[0].thing)
