"""Finds what no message needs and nobody gave: links, pictures, addresses, markup.

A model that was misled by a text it should only have read shows it here first. What the mentee gave
themselves may stay.
"""

import re
import unicodedata
from collections.abc import Iterable

_LINK = re.compile(
    r"(?:https?|ftp|file|data|javascript|mailto)\s?:\S+"
    r"|\bwww\.\S+"
    r"|\b[\w.-]+\.(?:com|org|net|io|co|ai|app|dev|info|biz|ru|cn|xyz|me|link|site|online|uk|de|fr|eu)\b"
    r"(?:/\S*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.|\s?\(dot\)\s?)[\w.-]+", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d[\d ()/.-]{6,}\d(?![\w,])")
_MARKUP = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|<\s*/?\s*[a-z!][^>]{0,300}>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});|^\s*```",
    re.IGNORECASE | re.MULTILINE,
)
_TIED = re.compile(r"\[([^\]\n]{1,200})\]\(([^)\s]{1,400})\)")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|\*|_)(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*_])")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+|^\s{0,3}>\s+", re.MULTILINE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


def strays(text: str, given: Iterable[str]) -> tuple[str, ...]:
    """Return links, addresses, phone numbers and markup of ``text`` that none of ``given`` holds.

    Args:
        text: what is going to be shown or sent.
        given: every text the mentee gave that may stand in it.
    """
    known = _plain(" ".join(given))
    plain = unicodedata.normalize("NFKC", text)
    found = [
        match.group().strip().rstrip(".,;:!?)")
        for pattern in (_MARKUP, _LINK, _MAIL, _PHONE)
        for match in pattern.finditer(plain)
        if not _DATE.fullmatch(match.group().strip())
    ]
    return tuple(dict.fromkeys(one for one in found if _plain(one) not in known))


def without_markup(text: str) -> str:
    """The text as plain text: emphasis, headings and the targets of links are taken out."""
    told = _TIED.sub(lambda found: found.group(1), text)
    told = _HEADING.sub("", told)
    for _ in range(2):
        told = _EMPHASIS.sub(lambda found: found.group(2), told)
    return told.replace("\r\n", "\n").strip()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
