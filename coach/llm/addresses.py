"""Finds e-mail addresses, telephone numbers, handles, and links with a person's handle in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.llm.folding import LETTER, fold
from coach.llm.stand_ins import Stem, Thing


@dataclass(frozen=True)
class Found:
    """A stretch of a text and what it is."""

    start: int
    end: int
    thing: Thing


_EMAIL = re.compile(
    rf"(?<!{LETTER}){LETTER}(?:{LETTER}|[.+'’%-]){{0,63}}@"
    rf"{LETTER}(?:{LETTER}|-){{0,62}}(?:\.(?:{LETTER}|-){{1,63}}){{1,8}}(?!{LETTER})"
)
_PROFILE = re.compile(
    r"""(?<![A-Za-z0-9-])(?:
      linkedin\.com/(?:mwlite/)?(?:in|pub)/ | xing\.com/profile/ | bsky\.app/profile/
    | researchgate\.net/profile/ | scholar\.google\.[a-z.]{2,6}/citations\?user=
    | (?:twitter|x|github|gitlab|instagram|facebook|fb|medium|calendly|orcid|about|telegram|t|wa
        |linktr|threads|tiktok|youtube|skype|reddit/u)
      \.(?:com|me|org|ee|net)/@?)"""
    rf"(?P<handle>(?:[^\s/?#<>()\[\]{{}}\"'“”‘’,;|\\@])*{LETTER})",
    re.IGNORECASE | re.VERBOSE,
)
_HANDLE = re.compile(rf"@(?P<handle>(?!\d){LETTER}(?:(?:{LETTER}|[.-])*{LETTER})?)")
_PHONE = re.compile(
    rf"(?<!{LETTER})(?:\+\d{{1,3}}[ \u00a0.-]?)?(?:\(\d{{1,5}}\)[ \u00a0.-]?)?"
    rf"\d(?:(?:[ \u00a0\t./]| ?[–‑-] ?)?\d){{5,90}}(?!{LETTER})"
)
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.–]\d{1,2}[-/.–]\d{1,2}|\d{1,2}[-/.–]\d{1,2}[-/.–]\d{2,4})(?!\d)"
)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0.]\d{3})+|\d+\.\d+|10\.\d{4,9}/.*")
_HOURS = re.compile(r"[0-2]\d[0-5]\d ?[-–] ?[0-2]\d[0-5]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 7
"""Digits of a telephone number."""
_PLAIN_FEWEST = 9
"""Digits of one that has neither a sign nor a gap: fewer may be any number."""
_PER_GROUP = 2.5
"""Digits of a group, on average; a list of small numbers has fewer."""


def addresses(text: str) -> Iterator[Found]:
    """Yield what is found, the surest kind first; later ones may overlap earlier ones."""
    for found in _EMAIL.finditer(text):
        yield Found(*found.span(), Thing(Stem.EMAIL, fold(found.group())))
    for pattern in (_PROFILE, _HANDLE):
        for found in pattern.finditer(text):
            yield Found(*found.span("handle"), Thing(Stem.HANDLE, fold(found["handle"])))
    for found in _PHONE.finditer(text):
        for start, end in _numbers(text, *found.span()):
            digits = "".join(c for c in text[start:end] if c.isdigit())
            yield Found(start, end, Thing(Stem.PHONE, digits))


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The telephone numbers in a stretch of digits, which may hold dates too."""
    if text[start] in "+(":
        pieces = [(start, end)]
    else:
        borders = [start, *(at for d in _DATE.finditer(text, start, end) for at in d.span()), end]
        pieces = list(zip(borders[::2], borders[1::2], strict=True))
    for first, last in pieces:
        piece = text[first:last]
        first += len(piece) - len(piece.lstrip(" \u00a0\t./–‑-"))
        last -= len(piece) - len(piece.rstrip(" \u00a0\t./–‑-"))
        if first < last and _is_phone(text[first:last]):
            yield first, last


def _is_phone(piece: str) -> bool:
    """Whether digits are a telephone number, or several in a row, rather than some other number."""
    groups = re.findall(r"\d+", piece)
    digits = sum(map(len, groups))
    if digits < _FEWEST or _HOURS.fullmatch(piece):
        return False
    if piece[0] in "+(":
        return True
    if piece[0] == "0":
        return "." not in piece[:2]
    if len(groups) == 1:
        return digits >= _PLAIN_FEWEST
    if _NUMBER.fullmatch(piece) or any(_YEAR.fullmatch(group) for group in groups):
        return False
    return digits >= _PER_GROUP * len(groups)
