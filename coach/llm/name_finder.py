"""Finds given names in a text, however they are written there, and tells them from ordinary words."""

import re
from collections.abc import Iterator, Sequence

from coach.llm.addresses import Found
from coach.llm.folding import UNSPACED, Word, with_letters, words
from coach.llm.name_book import NameBook, Pattern, Written
from coach.llm.name_words import (
    CONTINUES,
    FUNCTION,
    GREETINGS,
    MONTH_BEFORE,
    MONTHS,
    TITLES,
)
from coach.llm.stand_ins import Thing

_GAP = re.compile(r"\.?\s{0,3}|\s?[-‐‑–_'’ʼ`´&+./,]\s?")
_LONGEST_GAP = 4
_ENDINGS = ("s", "es")
_SHORTEST_INFLECTED = 3
_SHORTEST_SMALL = 4
"""Letters of a name that may be inflected in small letters too."""
_SENTENCE_START = re.compile(r"(?:^|\n[ \t>]*|[.!?:;…][\"'”’)]?\s+|[-*•>#\"“‘(\[]\s?|\d[.)]\s)\Z")
_BEFORE_START = 8
_INITIAL_GAP = re.compile(r"\.?[ \u00a0]?|\.?-")
_MOST_INITIALS = 4
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LINES = re.compile(r"[^\n]+")


class NameFinder:
    """Looks for the names of a book."""

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._inside = _either(book.inside)
        self._unspaced = _either(book.unspaced)
        self._alone = _either(book.alone, f"(?<![{UNSPACED}])", f"(?![{UNSPACED}])")

    def unspaced(self, text: str) -> Iterator[Found]:
        """Names of scripts without spaces; letters that stand right beside them are taken along."""
        things = {**self._book.alone, **self._book.unspaced}
        for pattern in filter(None, (self._unspaced, self._alone)):
            for found in pattern.finditer(text):
                start, end = with_letters(text, *found.span())
                yield Found(start, end, things[found.group()])

    def spaced(self, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
        """Names of other scripts, outside what is taken already (in order, not overlapping)."""
        found = _words_outside(text, taken)
        at = 0
        while at < len(found):
            match = self._match(text, found, at)
            if match is None:
                yield from self._compound(found[at])
                at += 1
                continue
            pattern, last_end = match
            yield from _parts(text, found, at, pattern, last_end)
            yield from self._initials(text, found, at, pattern)
            at += len(pattern.words)

    def _match(self, text: str, found: list[Word], at: int) -> tuple[Pattern, int] | None:
        """The longest pattern that starts at a word, and where its last name ends, before -s."""
        for pattern in self._candidates(found[at].folded):
            last = at + len(pattern.words) - 1
            if last >= len(found):
                continue
            ending = _ending(found[last], pattern.words[-1])
            if ending is None or not _in_row(text, found, at, pattern):
                continue
            if not self._counts(text, found, at, pattern, ending):
                continue
            return pattern, found[last].end - ending
        return None

    def _candidates(self, folded: str) -> Iterator[Pattern]:
        yield from self._book.patterns.get(folded, ())
        for ending in _ENDINGS:
            if folded.endswith(ending):
                for pattern in self._book.patterns.get(folded.removesuffix(ending), ()):
                    if len(pattern.words) == 1:
                        yield pattern

    def _counts(self, text: str, found: list[Word], at: int, pattern: Pattern, ending: int) -> bool:
        first = found[at]
        small = first.raw[0].islower()
        if ending:
            name = "".join(pattern.words)
            shortest = _SHORTEST_SMALL if small else _SHORTEST_INFLECTED
            if len(name) < shortest or (small and pattern.written is not Written.ANYHOW):
                return False
        if pattern.exact and first.raw == pattern.exact and not ending:
            return True
        if pattern.written is Written.EXACTLY:
            return False
        return pattern.written is Written.ANYHOW or (
            not small and _is_name(text, found, at, pattern)
        )

    def _compound(self, word: Word) -> Iterator[Found]:
        """A word with a name in it, such as ElenaRuizCV or ruiz2026: all of it is masked."""
        if self._inside is not None and (inner := self._inside.search(word.folded)):
            yield Found(word.start, word.end, self._book.inside[inner.group()])
            return
        if word.raw.isascii() and not (word.raw.islower() or word.raw[1:].islower()):
            for piece in _PIECES.findall(word.raw):
                thing = self._book.single.get(piece.lower())
                if thing is not None and len(piece) >= _SHORTEST_INFLECTED:
                    yield Found(word.start, word.end, thing)
                    return
        if not word.folded.isalpha():
            for piece in _LETTERS.findall(word.folded):
                for name in (piece, *(piece.removesuffix(ending) for ending in _ENDINGS)):
                    if name in self._book.single:
                        yield Found(word.start, word.end, self._book.single[name])
                        return

    def _initials(self, text: str, found: list[Word], at: int, pattern: Pattern) -> Iterator[Found]:
        """Initials of the same person right beside the name: E. Ruiz, JRR Tolkien, Elena R."""
        known = self._book.initials.get(pattern.person)
        if not known:
            return
        beside = at
        while beside > 0 and _is_initials(found[beside - 1].raw, known):
            word = found[beside - 1]
            if not _INITIAL_GAP.fullmatch(text[word.end : found[beside].start]):
                break
            if word.raw == "I" and text[word.end] != ".":
                break
            yield Found(word.start, word.end, known[word.folded[0]])
            beside -= 1
        after = at + len(pattern.words)
        if after < len(found) and len(found[after].raw) == 1:
            word = found[after]
            gap = text[found[after - 1].end : word.start]
            full_stop = text[word.end : word.end + 1] == "."
            if (word.raw in "AI" and not full_stop) or self._match(text, found, after):
                return
            if word.raw.isupper() and word.folded in known and _INITIAL_GAP.fullmatch(gap):
                yield Found(word.start, word.end, known[word.folded])


def _either(texts: dict[str, Thing], before: str = "", after: str = "") -> re.Pattern[str] | None:
    longest_first = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
    return re.compile(f"{before}(?:{longest_first}){after}") if texts else None


def _words_outside(text: str, taken: Sequence[tuple[int, int]]) -> list[Word]:
    edges = [0, *(edge for stretch in taken for edge in stretch), len(text)]
    free = zip(edges[::2], edges[1::2], strict=True)
    return [word for start, end in free for word in words(text, start, end)]


def _ending(word: Word, wanted: str) -> int | None:
    """How many letters of -s or -es a word has beyond what is wanted; None when it is another word."""
    if word.folded == wanted:
        return 0
    for ending in _ENDINGS:
        if word.folded == wanted + ending and word.raw.lower().endswith(ending):
            return len(ending)
    return None


def _in_row(text: str, found: list[Word], at: int, pattern: Pattern) -> bool:
    for step, wanted in enumerate(pattern.words[:-1]):
        here, after = found[at + step], found[at + step + 1]
        gap = text[here.end : after.start]
        if here.folded != wanted or len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
            return False
    return True


def _parts(
    text: str, found: list[Word], at: int, pattern: Pattern, last_end: int
) -> Iterator[Found]:
    """What the parts of a pattern take up; what runs over a line's end is masked line by line."""
    for part in pattern.parts:
        start = found[at + part.start].start
        is_last = part.stop == len(pattern.words)
        end = last_end if is_last else found[at + part.stop - 1].end
        for line in _LINES.finditer(text, start, end):
            first = line.start() + len(line.group()) - len(line.group().lstrip())
            last = line.end() - len(line.group()) + len(line.group().rstrip())
            if first < last:
                yield Found(first, last, part.thing)


def _is_name(text: str, found: list[Word], at: int, pattern: Pattern) -> bool:
    """Whether a common word with a capital is somebody's name where it stands."""
    word = found[at]
    before = found[at - 1] if at else None
    last = found[at + len(pattern.words) - 1]
    after = found[at + len(pattern.words)] if at + len(pattern.words) < len(found) else None
    next_to = after is not None and text[last.end : after.start] == " "
    previous = before is not None and text[before.end : word.start] in (" ", ". ")
    if word.folded in MONTHS and _is_month(
        before if previous else None, after if next_to else None
    ):
        return False
    if (
        before is not None
        and previous
        and (before.folded in TITLES or before.folded in GREETINGS or len(before.folded) == 1)
    ):
        return True
    if not _SENTENCE_START.search(text[max(0, word.start - _BEFORE_START) : word.start]):
        return True
    if word.folded in FUNCTION:
        return False
    return not (next_to and after is not None and after.folded in CONTINUES)


def _is_month(before: Word | None, after: Word | None) -> bool:
    return (after is not None and after.raw[0].isdigit()) or (
        before is not None and (before.raw[0].isdigit() or before.folded in MONTH_BEFORE)
    )


def _is_initials(raw: str, known: dict[str, Thing]) -> bool:
    return len(raw) <= _MOST_INITIALS and raw.isupper() and all(c.lower() in known for c in raw)
