"""Reads a document a person adds: a file's bytes become sections of plain text under headings."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from coach.errors import InputError
from coach.guidance.own.cleaning import clean_name, clean_text
from coach.guidance.own.markdown import markdown_sections
from coach.guidance.own.pdf import pdf_sections
from coach.guidance.own.section import Section, letters
from coach.guidance.own.text import text_sections
from coach.guidance.own.word import word_sections

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read: 20 MB."""
MOST_CHARACTERS = 20_000_000
"""The most text one document may hold once unpacked; a small file can hide a very large one."""
MOST_NAME = 120
_MOST_SUFFIX = 12

_Alive = Callable[[], None]
_READERS: dict[str, Callable[[bytes, str, _Alive], list[Section]]] = {
    ".md": lambda data, name, _: markdown_sections(data, name),
    ".markdown": lambda data, name, _: markdown_sections(data, name),
    ".txt": lambda data, name, _: text_sections(data, name),
    ".pdf": pdf_sections,
    ".docx": lambda data, name, _: word_sections(data, name),
}
SUFFIXES = (".md", ".txt", ".pdf", ".docx")
"""The kinds of file that can be added."""
_AGAIN = "Check that it was saved, then add it again."


@dataclass(frozen=True)
class Document:
    """A document as read: its name, and its sections in order."""

    name: str
    sections: tuple[Section, ...]


def read_document(name: str, data: bytes, alive: _Alive | None = None) -> Document:
    """Read a file by the ending of its name.

    Args:
        name: the file's name; folders in it are dropped.
        data: the file's bytes, at most 20 MB.
        alive: called again and again while a long file is read; what it raises comes out.

    Raises:
        InputError: the file is too large, empty, damaged, locked, scanned, or of another kind; the
            fix says what to do about it.
    """
    title = document_name(name)
    suffix = PurePath(title).suffix.lower()
    if suffix not in _READERS:
        raise InputError(f"“{title}” is not a kind of file that can be read.", _other_kind(suffix))
    if len(data) > MOST_BYTES:
        raise InputError(
            f"“{title}” is larger than {MOST_BYTES // 1024 // 1024} MB.",
            "Split it, or add only the chapters you need.",
        )
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError(f"“{title}” is empty.", _AGAIN)
    read = _READERS[suffix](data, title, alive or (lambda: None))
    sections = [Section(clean_text(one.heading), clean_text(one.text)) for one in read]
    sections = [section for section in sections if letters(section.text)]
    if not sections:
        raise InputError(f"“{title}” holds no text.", _AGAIN)
    if sum(len(section.text) for section in sections) > MOST_CHARACTERS:
        raise InputError(f"“{title}” holds far too much text.", "Split it into smaller files.")
    return Document(title, tuple(sections))


def document_name(name: str) -> str:
    """The name a document goes by: without folders, control characters or excess length.

    A name that has to be shortened keeps a mark of the whole, so that two of them stay two.

    Raises:
        InputError: nothing is left.
    """
    shown = clean_name(PurePath(name.replace("\\", "/")).name)
    if len(shown) > MOST_NAME:
        mark = hashlib.sha256(shown.encode()).hexdigest()[:6]
        suffix = PurePath(shown).suffix[:_MOST_SUFFIX]
        shown = f"{shown[: MOST_NAME - len(suffix) - len(mark) - 1]}…{mark}{suffix}"
    if not shown:
        raise InputError("The file has no name.", "Give it one, with its ending, and add it again.")
    return shown


def _other_kind(suffix: str) -> str:
    known = f"Add a {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} file"
    if suffix in {".doc", ".docm", ".odt", ".rtf", ".pages"}:
        return f"{known}: open it in your word processor and save it as .docx."
    if suffix in {".png", ".jpg", ".jpeg", ".heic", ".tif", ".tiff"}:
        return f"{known}: text in a picture has to be recognised first."
    return f"{known}."
