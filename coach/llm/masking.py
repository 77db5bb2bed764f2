"""Keeps names from a remote model: stand-ins go out, and the names are put back into what comes.

Masked are the people and organisations *given*, in whatever way they are written, and every e-mail address,
telephone number, handle, and link to a profile. Names that nobody gave are not guessed at: a guess
would miss some, and mask words that the model needs. Nicknames, postal addresses and what a text tells of a
person without naming them are not masked either.

``Mask(Names(people=("Dr. Elena Ruiz",))).mask("Hi Elena, …")`` gives ``"Hi Name1, …"``. Each word of a
name has a stand-in of its own, so that the model can write "Hi Name1" and "Dr. Name2's talk". Of an
organisation only the words that tell it from others are masked: "Org1 Hospital".
"""

from collections.abc import Iterator

from coach.domain.model import Names
from coach.llm.addresses import Found, addresses
from coach.llm.folding import with_letters
from coach.llm.name_book import name_book
from coach.llm.name_finder import NameFinder
from coach.llm.stand_ins import (
    CONTEXT,
    LONGEST_UNFINISHED,
    STAND_IN,
    UNFINISHED,
    StandIns,
    Stem,
    Thing,
)


class Mask:
    """The stand-ins of one conversation with a model: the same name has the same one throughout.

    Every text is to be masked once. A word of it that already reads like a stand-in is masked as well,
    and so comes back as it was.

    Args:
        names: who and what is to be masked, besides addresses, telephone numbers and handles.
    """

    def __init__(self, names: Names) -> None:
        book = name_book(names)
        self._finder = NameFinder(book)
        self._stand_ins = StandIns()
        for thing, surface in book.first:
            self._stand_ins.give(thing, surface)

    def mask(self, text: str) -> str:
        """``text`` with a stand-in for each thing that is not to be seen."""
        parts: list[str] = []
        done = 0
        for found in self._found(text):
            surface = text[found.start : found.end]
            parts += [text[done : found.start], self._stand_ins.give(found.thing, surface)]
            done = found.end
        return "".join([*parts, text[done:]])

    def restore(self, text: str) -> str:
        """``text`` with every stand-in turned back; one that was never given stays as it is."""
        return self._stand_ins.restored(text)

    def stream(self) -> "Restoring":
        """Restore a text that comes in pieces."""
        return Restoring(self._stand_ins)

    def unknown(self, text: str) -> tuple[str, ...]:
        """What in a model's text reads like a stand-in and was never given, each once."""
        return tuple(dict.fromkeys(self._stand_ins.unknown(text)))

    def _found(self, text: str) -> list[Found]:
        """What to mask, in order. Where two overlap, the surer kind counts."""
        taken = _apart([*addresses(text), *self._finder.unspaced(text), *_like_stand_ins(text)])
        spaced = self._finder.spaced(text, [(one.start, one.end) for one in taken])
        return _joined(sorted([*taken, *_apart(list(spaced))], key=lambda one: one.start))


class Restoring:
    """Restores a text piece by piece; what comes out is what restoring the whole would give."""

    def __init__(self, stand_ins: StandIns) -> None:
        self._stand_ins = stand_ins
        self._text = ""
        self._done = 0

    def feed(self, piece: str) -> str:
        """What is certain after one more piece: all but the beginning of a stand-in at the end."""
        self._text += piece
        from_here = max(self._done, len(self._text) - LONGEST_UNFINISHED)
        unfinished = UNFINISHED.search(self._text, from_here)
        return self._until(unfinished.start() if unfinished else len(self._text))

    def end(self) -> str:
        """What was held back."""
        return self._until(len(self._text))

    def _until(self, stop: int) -> str:
        certain = self._stand_ins.restored(self._text, self._done, stop)
        kept = max(0, stop - CONTEXT)
        self._text = self._text[kept:]
        self._done = stop - kept
        return certain


def _like_stand_ins(text: str) -> Iterator[Found]:
    """Words that would be read as stand-ins: they get one of their own."""
    for found in STAND_IN.finditer(text):
        start, end = with_letters(text, *found.span())
        stem = Stem((found["stem"] or found["apart"]).capitalize())
        yield Found(start, end, Thing(stem, f"\n{text[start:end]}"))


def _joined(found: list[Found]) -> list[Found]:
    """What touches what comes before it goes with it, so that no two stand-ins touch."""
    joined: list[Found] = []
    for one in found:
        if joined and joined[-1].end == one.start:
            joined[-1] = Found(joined[-1].start, one.end, joined[-1].thing)
        else:
            joined.append(one)
    return joined


def _apart(found: list[Found]) -> list[Found]:
    """What does not overlap anything earlier in the list, in the order of the text."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in found:
        stretch = range(one.start, one.end)
        if one.start < one.end and taken.isdisjoint(stretch):
            kept.append(one)
            taken.update(stretch)
    return sorted(kept, key=lambda one: one.start)
