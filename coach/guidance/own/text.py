"""Plain text: which encoding a file is in, and which of its lines are headings."""

import codecs
import re
from collections.abc import Sequence

from coach.errors import InputError
from coach.guidance.own.section import Collector, Section

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]")
MOST_FOREIGN = 0.02
"""Share of characters no text has, above which a file is taken for something else."""
FEW_FOREIGN = 4
"""So many of them are forgiven however short the text is."""
MOST_HEADING = 70
_NUMBERED = re.compile(r"(?:(?:chapter|section|part|appendix)\s+)?(\d+(?:\.\d+)*)[.):]?\s+\S", re.I)
_UNDERLINE = re.compile(r"(=|-|~|\*)\1{2,}")


def text_sections(data: bytes, name: str) -> list[Section]:
    """A plain text file, cut at the lines that are plainly headings: underlined, numbered, capitals.

    Blank lines stay, so that the text is cut between paragraphs.

    Raises:
        InputError: the file is not text.
    """
    collector = Collector()
    for paragraph in re.split(r"\n[^\S\n]*\n", decoded(data, name)):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        level = _level(lines)
        if level:
            collector.heading(level, lines[0])
            lines = lines[2:] if len(lines) > 1 else []
        collector.block("\n".join(lines))
    return collector.sections()


def decoded(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, UTF-16 or UTF-32 by its mark, else Western European.

    Raises:
        InputError: the file is not text.
    """
    encoding = next((known for mark, known in _MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(encoding) if encoding else _unmarked(data)
    except UnicodeDecodeError:
        raise _not_text(name) from None
    most = max(FEW_FOREIGN, MOST_FOREIGN * len(text))
    if "\x00" in text or len(_FOREIGN.findall(text)) > most:
        raise _not_text(name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unmarked(data: bytes) -> str:
    """UTF-8 if most of what is not ASCII reads as that, so that one bad byte costs one letter."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return text if good > bad else data.decode("cp1252", errors="replace")


def _level(lines: Sequence[str]) -> int:
    """The level of the heading a paragraph opens with, else 0."""
    if not lines:
        return 0
    first = lines[0].strip()
    if len(first) > MOST_HEADING or first[-1] in ".,;:?!" or not any(map(str.isalpha, first)):
        return 0
    if len(lines) > 1:
        ruled = _UNDERLINE.fullmatch(lines[1].strip())
        return 0 if ruled is None else 1 if ruled[1] == "=" else 2
    if numbered := _NUMBERED.match(first):
        return 1 + numbered[1].count(".")
    return 1 if first.isupper() else 0


def _not_text(name: str) -> InputError:
    return InputError(f"“{name}” is not a text file.", "Save it as text in UTF-8.")
