"""Cuts a text into sentences and words without losing a single character offset.

Everything here works on a *folded* text: the same length as the original, with curly quotes,
odd spaces and other typography made plain, so that one pattern fits all keyboards while
``start`` and ``end`` still point into the text the person typed.
"""

import re
from dataclasses import dataclass

MAX_READ = 40_000
"""Characters read closely; a longer paste is far beyond any message and only its length matters."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\r": " ",
        "\u2028": "\n",
        "\u2029": "\n",
        "‑": "-",
    }
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n[ ]*\n|\n")
_ABBREVIATION = re.compile(
    r"(?:(?<!')\b(?:dr|mr|mrs|ms|mx|prof|st|sr|jr|rev|hon|col|capt|lt|sgt|maj|cllr|e\.g|i\.e|etc|approx|vs|cf|no|nr|dept|ext|fig"
    r"|inc|ltd|co|ca|resp|[a-z]|a\.m|p\.m|u\.s|u\.k|ph\.d|m\.sc|b\.sc))$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ ]*(?:[-*•–]|\d{1,2}[.)])[ ]")
_WRAPPED_AT = 45


@dataclass(frozen=True)
class Span:
    """A piece of a text: ``start`` and ``end`` are offsets, ``text`` is folded."""

    start: int
    end: int
    text: str

    @property
    def asks(self) -> bool:
        """Whether it ends in, or holds, a question mark."""
        return "?" in self.text


def fold(text: str) -> str:
    """Return ``text`` with plain quotes and spaces; every character keeps its place."""
    return text.translate(_PLAIN)


def words(text: str) -> list[str]:
    """Return the words of ``text``, in order, as written."""
    return _WORD.findall(text)


def word_spans(text: str, start: int = 0) -> list[Span]:
    """Return the words of ``text`` as spans; ``start`` is the offset of the text itself."""
    found = _WORD.finditer(text)
    return [Span(start + m.start(), start + m.end(), m.group()) for m in found]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``text[start:end]`` without outer white space, newlines inside made spaces."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if not piece:
        return None
    return Span(start + lead, start + lead + len(piece), piece.replace("\n", " "))


def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Cut ``text[start:end]`` into sentences.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` (not after an abbreviation), at a blank line,
    and at a line break unless the line was merely wrapped.
    """
    found: list[Span] = []
    position = start
    for mark in _END.finditer(text, start, end):
        if not _is_end(text, mark, position, end):
            continue
        piece = trimmed(text, position, mark.end())
        if piece is not None:
            found.append(piece)
        position = mark.end()
    last = trimmed(text, position, end)
    if last is not None:
        found.append(last)
    return tuple(found)


def _is_end(text: str, mark: re.Match[str], position: int, end: int) -> bool:
    if "\n" in mark.group():
        return mark.group().count("\n") > 1 or not _is_wrapped(text, mark.start(), end)
    if mark.group().startswith("."):
        before = text[max(position, mark.start() - 8) : mark.start()]
        following = text[mark.end() : mark.end() + 2].strip(" \n")[:1]
        if len(mark.group()) == 1 and _ABBREVIATION.search(before):
            ends_time = before.lower().endswith(("a.m", "p.m", "etc", "inc", "ltd"))
            return ends_time and following.isupper()
        return not (following.islower() and len(mark.group()) > 1)
    return True


def _is_wrapped(text: str, newline: int, end: int) -> bool:
    """Tell whether the line before ``newline`` goes on in the next one."""
    line_start = text.rfind("\n", 0, newline) + 1
    line = text[line_start:newline].rstrip()
    after = text[newline + 1 : min(end, newline + 40)]
    if _BULLET.match(after) or not after.strip():
        return False
    if after.lstrip()[:1].islower() and not line.endswith(","):
        return True
    return len(line) >= _WRAPPED_AT and line[-1:] not in ".!?:"
