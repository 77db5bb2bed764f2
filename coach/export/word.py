"""Results as Word files: real styles, an agenda as a table, room to write by hand."""

import io
import re
import zipfile

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft, ReflectionDraft
from coach.export.plain import NO_ANSWERS, Answers, answer_to, heading_of, one_line, plain
from coach.export.text import BEFORE, STAGE_TITLES
from coach.export.word_style import SMALL, new_document, writing_lines

LINES_FOR_NOTES = 6
LINES_AFTER_QUESTION = 2
LINES_FOR_ANSWER = 3
_WIDTHS = (Mm(22), Mm(64), Mm(74))
"""From which to which minute, what and why: 160 mm between the margins."""


def to_docx(draft: AnyDraft, answers: Answers = NO_ANSWERS, language: str = "en") -> bytes:
    """The draft as the bytes of a .docx file, the same bytes for the same draft.

    Args:
        draft: what to write down.
        answers: what the person answered to a reflection's questions.
        language: of the text, as a BCP 47 tag.
    """
    made = new_document(heading_of(draft), language)
    if isinstance(draft, OutreachDraft):
        _message(made, draft)
    elif isinstance(draft, AgendaDraft):
        _agenda(made, draft)
    else:
        _reflection(made, draft, answers)
    return packed(made)


def packed(made: Document) -> bytes:
    """The document's parts in one file, without the hour at which each was packed."""
    file, repacked = io.BytesIO(), io.BytesIO()
    made.save(file)
    with (
        zipfile.ZipFile(file) as parts,
        zipfile.ZipFile(repacked, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in parts.namelist():
            target.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
    return repacked.getvalue()


def _message(made: Document, draft: OutreachDraft) -> None:
    if one_line(draft.subject):
        made.add_paragraph(one_line(draft.subject), style="Title")
    _paragraphs(made, draft.body)


def _paragraphs(made: Document, text: str) -> None:
    for block in re.split(r"\n[ \t]*\n", plain(text).strip("\n")):
        made.add_paragraph(block)


def _agenda(made: Document, draft: AgendaDraft) -> None:
    made.add_paragraph(one_line(draft.title), style="Title")
    made.add_paragraph(one_line(draft.purpose))
    table = made.add_table(rows=1, cols=3, style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], ("Minutes", "What", "Why"), heading=True)
    minute = 0
    for item in draft.items:
        span = f"{minute}–{minute + item.minutes}"
        _fill(table.add_row(), (span, one_line(item.title), one_line(item.why)))
        minute += item.minutes
    _widths(table)
    made.add_paragraph(f"{draft.minutes} minutes in all", style=SMALL)
    for item in draft.items:
        if item.questions:
            made.add_heading(one_line(item.title), level=1)
        for question in item.questions:
            made.add_paragraph(
                one_line(question), style="List Bullet"
            ).paragraph_format.keep_with_next = True
            writing_lines(made, LINES_AFTER_QUESTION)
    if draft.prepare:
        made.add_heading(BEFORE, level=1)
        for text in draft.prepare:
            made.add_paragraph(one_line(text), style="List Bullet")
    made.add_heading("Notes", level=1)
    writing_lines(made, LINES_FOR_NOTES)


def _fill(row: _Row, texts: tuple[str, ...], *, heading: bool = False) -> None:
    """Write a row; a heading is repeated on every page, and no row is cut in two."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text in zip(row.cells, texts, strict=True):
        _write(cell, text, bold=heading)


def _write(cell: _Cell, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(1)
    paragraph.add_run(text).bold = bold or None


def _widths(table: Table) -> None:
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _reflection(made: Document, draft: ReflectionDraft, answers: Answers) -> None:
    made.add_paragraph("Reflection", style="Title")
    for section in draft.sections:
        made.add_heading(STAGE_TITLES[section.stage], level=1)
        for prompt in section.prompts:
            made.add_paragraph(
                one_line(prompt), style="List Bullet"
            ).paragraph_format.keep_with_next = True
            given = answer_to(prompt, answers)
            if given:
                _paragraphs(made, given)
            else:
                writing_lines(made, LINES_FOR_ANSWER)
        for text in section.advice:
            made.add_paragraph(one_line(text), style="Quote")
