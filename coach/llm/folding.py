"""Folds words, so that RUIZ, Ruíz and ruiz are found as one name, and cuts a text into such words."""

import re
import unicodedata
from dataclasses import dataclass

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts that set no space between words, or hang endings on a name, as the inside of a class."""
LETTER = rf"[^\W{UNSPACED}]"
"""A letter, digit or underscore of any script that sets spaces."""

_DROPPED = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "".join(
    chr(code)
    for code in (*range(0x300, 0x1E00), *range(0xA600, 0xAC00))
    if unicodedata.category(chr(code)).startswith("M")
)
_WORD = re.compile(rf"[^\W_{UNSPACED}](?:[{_DROPPED}]*(?:[^\W_{UNSPACED}]|[{_MARKS}]))*")
_LETTER = re.compile(LETTER)
_POINTS = re.compile(f"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670{_DROPPED}]")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Word:
    """A word of a text: where it stands, as written and folded."""

    start: int
    end: int
    raw: str
    folded: str


def fold(text: str) -> str:
    """Without case, accents, points and invisible characters; ligatures and wide letters as plain ones."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return _POINTS.sub("", _POINTS.sub("", apart).casefold()).translate(_PLAIN)


def spellings(text: str) -> tuple[str, ...]:
    """The ways in which a word is written, folded: Müller is also Mueller."""
    out = unicodedata.normalize("NFC", text).casefold().translate(_WRITTEN_OUT)
    return tuple(dict.fromkeys((fold(text), fold(out))))


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch, in order; hyphens, apostrophes and underscores part them."""
    return [
        Word(found.start(), found.end(), found.group(), fold(found.group()))
        for found in _WORD.finditer(text, start, len(text) if end is None else end)
    ]


def with_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the letters, digits and underscores of spaced scripts that touch it."""
    while start > 0 and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _LETTER.match(text[end]):
        end += 1
    return start, end
