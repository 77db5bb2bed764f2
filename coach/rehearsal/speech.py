"""What is said in a turn, cut into sentences and words that know where they stand."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.?!…]+[\"”'’)]*(?=\s|$)|\n+")
_TITLES = frozenset("mr mrs ms dr prof st".split())
MOST_CHARACTERS = 20_000
"""A turn is read this far; nobody says more in one breath."""


@dataclass(frozen=True)
class Word:
    """One word: in lower case with a plain apostrophe, as it was written, and where."""

    plain: str
    written: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn, with its place in it.

    Attributes:
        asks: whether it ends with a question mark.
        clauses: the numbers of the words that begin a clause: the first, and after each comma,
            semicolon or dash.
    """

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    asks: bool
    clauses: tuple[int, ...]


@dataclass(frozen=True)
class Speech:
    """A turn as it was said, and its sentences."""

    text: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return sum(len(sentence.words) for sentence in self.sentences)


@dataclass(frozen=True)
class Exchange:
    """What the counterpart said, and what the mentee said to it."""

    heard: str
    said: str


def flat(text: str) -> str:
    """A text in lower case with one kind of apostrophe."""
    return text.lower().replace("’", "'")


@lru_cache(maxsize=512)
def speech(text: str) -> Speech:
    """Cut a turn into its sentences, in one pass."""
    read = text[:MOST_CHARACTERS]
    words = [
        Word(flat(found.group()), found.group(), found.start(), found.end())
        for found in _WORD.finditer(read)
    ]
    cut: list[Sentence] = []
    start = 0
    position = 0
    for end in [found.end() for found in _SENTENCE_END.finditer(read)] + [len(read)]:
        upto = position
        while upto < len(words) and words[upto].end <= end:
            upto += 1
        taken = tuple(words[position:upto])
        if not taken or (taken[-1].plain in _TITLES and end < len(read)):
            continue
        cut.append(_sentence(read, start, end, taken))
        start, position = end, upto
    return Speech(text, tuple(cut))


def _sentence(text: str, start: int, end: int, words: tuple[Word, ...]) -> Sentence:
    start = words[0].start
    written = text[start:end].rstrip()
    clauses = [0]
    for number in range(1, len(words)):
        between = text[words[number - 1].end : words[number].start]
        if any(mark in between for mark in ",;:–—(") or " - " in between:
            clauses.append(number)
    asks = "?" in text[words[-1].end : end]
    return Sentence(written, start, start + len(written), words, asks, tuple(clauses))


_ENDINGS = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "er", "ly", "'s", "s", "e")


def stem(word: str) -> str:
    """A word without its ending, so that "meetings" and "meeting" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
