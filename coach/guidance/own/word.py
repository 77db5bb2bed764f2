"""Word files (.docx) as sections, by their heading styles.

The body is walked here and not by python-docx, which leaves out tracked insertions, content
controls and text boxes, and says a merged cell once for every cell it covers.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from coach.errors import InputError
from coach.guidance.own.section import Collector, Section

MOST_UNPACKED = 300 * 1024 * 1024
"""Bytes the parts of the file may have once unpacked; more is an attack or a film."""
MOST_XML = 60 * 1024 * 1024
"""Bytes of XML among them, which takes several times as much memory when it is read."""
MOST_RATIO = 200
"""How many times its packed size a file may have; ordinary ones stay below 30."""
SMALL = 20 * 1024 * 1024
"""Bytes up to which the ratio does not matter."""
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADING = re.compile(r"heading\s*(\d)|(title)", re.IGNORECASE)
_MOST_STYLES_DEEP = 12
BODY_TEXT = 10
"""The outline level Word gives to what is expressly no heading."""

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_BOX = qn("w:txbxContent")
_UNREAD = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SAID_AS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def word_sections(data: bytes, name: str) -> list[Section]:
    """Sections of a Word file, tables row by row.

    Raises:
        InputError: the file is damaged, locked with a password, in the old .doc format, or unpacks
            to far more than it should.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise InputError(
            f"“{name}” is locked with a password, or in the old .doc format.",
            "Save a copy as .docx without the password and add that.",
        )
    _refuse_bombs(data, name)
    # python-docx lets KeyError, ValueError, lxml's errors and its own come out of a damaged file.
    try:
        return _read(docx.Document(io.BytesIO(data)))
    except Exception as error:
        raise _damaged(name) from error


def _read(document: Document) -> list[Section]:
    collector = Collector()
    levels = _style_levels(document)
    for block in _blocks(document.element.body):
        if block.tag == _TABLE:
            for row in _within(block, _ROW):
                cells = (_cell(cell) for cell in _within(row, _CELL))
                collector.block(" | ".join(filter(None, cells)))
            continue
        text = _text(block)
        level = _level(block, levels)
        if level is not None and text.strip():
            collector.heading(level, text)
        else:
            collector.block(text)
        for box in _within(block, _BOX):
            collector.block("\n".join(map(_text, _within(box, _PARAGRAPH))))
    return collector.sections()


def _blocks(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in order, also those in content controls and tracked insertions."""
    for child in element:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in _UNREAD:
            yield from _blocks(child)


def _within(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """The nearest elements of a tag below an element."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _UNREAD:
            yield from _within(child, tag)


def _text(paragraph: BaseOxmlElement) -> str:
    """What a paragraph says, without the boxes that hang on it and without what was deleted."""
    parts = []
    for child in paragraph:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _SAID_AS:
            parts.append(_SAID_AS[child.tag])
        elif child.tag not in _UNREAD and child.tag != _BOX:
            parts.append(_text(child))
    return "".join(parts)


def _cell(cell: BaseOxmlElement) -> str:
    """A cell on one line, with the tables inside it."""
    return " ".join(" ".join(_text(one) for one in _within(cell, _PARAGRAPH)).split())


def _style_levels(document: Document) -> dict[str, int]:
    """The level of every style that is a heading, or is based on one."""
    found = document.styles.element.findall(qn("w:style"))
    styles = {style.get(qn("w:styleId")): style for style in found}
    levels = {}
    for name, style in styles.items():
        for _ in range(_MOST_STYLES_DEEP):
            heading = _HEADING.fullmatch(_value(style, "w:name"))
            level = int(heading[1] or 0) if heading else _outline_level(style)
            based = _value(style, "w:basedOn")
            if level is not None:
                levels[name] = level
            if level is not None or based not in styles:
                break
            style = styles[based]
    return levels


def _level(paragraph: BaseOxmlElement, levels: dict[str, int]) -> int | None:
    """The level a paragraph has as a heading; None for ordinary text."""
    level = _outline_level(paragraph)
    if level is None:
        level = levels.get(_value(paragraph, "w:pPr", "w:pStyle"))
    return level if level != BODY_TEXT else None


def _outline_level(element: BaseOxmlElement) -> int | None:
    value = _value(element, "w:pPr", "w:outlineLvl")
    return int(value) + 1 if value.isdecimal() else None


def _value(element: BaseOxmlElement, *path: str) -> str:
    """The ``w:val`` of what stands at a path below an element, else ""."""
    found = element.find("/".join(map(qn, path)))
    return str(found.get(qn("w:val")) or "") if found is not None else ""


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(part.filename.lower(), part.file_size) for part in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error
    unpacked = sum(size for _, size in parts)
    xml = sum(size for part, size in parts if part.endswith((".xml", ".rels")))
    most = min(MOST_UNPACKED, max(SMALL, MOST_RATIO * len(data)))
    if unpacked > most or xml > MOST_XML:
        raise InputError(
            f"“{name}” unpacks to far more than its size.",
            "Save it anew in your word processor, or as .txt, and add that.",
        )


def _damaged(name: str) -> InputError:
    return InputError(
        f"“{name}” is damaged, or not a Word file.",
        "Open it in a word processor, save it as .docx, and add that.",
    )
