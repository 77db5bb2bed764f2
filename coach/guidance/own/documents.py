"""Reads a document a person adds: a file's bytes become sections of plain text under headings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from coach.errors import InputError
from coach.guidance.own.markdown import markdown_sections, text_sections
from coach.guidance.own.pdf import pdf_sections
from coach.guidance.own.section import Section, letters
from coach.guidance.own.word import word_sections

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read: 20 MB."""
MOST_CHARACTERS = 20_000_000
"""The most text one document may hold once unpacked; a small file can hide a very large one."""
MOST_NAME = 120

_READERS: dict[str, Callable[[bytes, str], list[Section]]] = {
    ".md": markdown_sections,
    ".markdown": markdown_sections,
    ".txt": text_sections,
    ".pdf": pdf_sections,
    ".docx": word_sections,
}
SUFFIXES = (".md", ".txt", ".pdf", ".docx")
"""The kinds of file that can be added."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Document:
    """A document as read: its name, and its sections in order."""

    name: str
    sections: tuple[Section, ...]


def read_document(name: str, data: bytes) -> Document:
    """Read a file by the ending of its name.

    Args:
        name: the file's name; folders in it are dropped.
        data: the file's bytes, at most 20 MB.

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
        raise InputError(f"“{title}” is empty.", "Check that it was saved, then add it again.")
    sections = [_cleaned(section) for section in _READERS[suffix](data, title)]
    sections = [section for section in sections if letters(section.text)]
    if not sections:
        raise InputError(f"“{title}” holds no text.", "Check that it was saved, then add it again.")
    if sum(len(section.text) for section in sections) > MOST_CHARACTERS:
        raise InputError(f"“{title}” holds far too much text.", "Split it into smaller files.")
    return Document(title, tuple(sections))


def document_name(name: str) -> str:
    """The name a document goes by: without folders, control characters or excess length.

    Raises:
        InputError: nothing is left.
    """
    bare = PurePath(name.replace("\\", "/")).name
    shown = " ".join(_CONTROL.sub("", bare).split())
    if len(shown) > MOST_NAME:
        path = PurePath(shown)
        shown = path.stem[: MOST_NAME - len(path.suffix) - 1] + "…" + path.suffix
    if not shown:
        raise InputError("The file has no name.", "Give it one, with its ending, and add it again.")
    return shown


def _cleaned(section: Section) -> Section:
    """The section without control characters, which a terminal would obey."""
    return Section(
        " ".join(_CONTROL.sub(" ", section.heading).split()), _CONTROL.sub(" ", section.text)
    )


def _other_kind(suffix: str) -> str:
    known = f"Add a {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} file"
    if suffix in {".doc", ".odt", ".rtf", ".pages"}:
        return f"{known}: open it in your word processor and save it as .docx."
    if suffix in {".png", ".jpg", ".jpeg", ".heic", ".tif", ".tiff"}:
        return f"{known}: text in a picture has to be recognised first."
    return f"{known}."
