"""A rehearsed talk as a Word file, with lines to write on what to do next time."""

from docx.document import Document

from coach.domain.rehearsal import Rehearsal, RehearsedTurn
from coach.export.plain import one_line
from coach.export.rehearsal import said_of, side_line, told_after, words_line
from coach.export.word import packed
from coach.export.word_style import SMALL, new_document, writing_lines

LINES_FOR_NEXT_TIME = 4


def rehearsal_docx(found: Rehearsal, title: str, counterpart: str, note: str = "") -> bytes:
    """The bytes of a .docx file, the same bytes for the same rehearsal.

    Args:
        found: the rehearsal.
        title: what was rehearsed.
        counterpart: who the other one was.
        note: what is to be known first, such as that the other one was a guess.
    """
    made = new_document(one_line(title), "en")
    made.add_paragraph(one_line(title), style="Title")
    for text in (found.care, note):
        if text:
            made.add_paragraph(one_line(text), style=SMALL)
    made.add_heading("The talk", level=1)
    if found.opening:
        _said(made, one_line(counterpart), found.opening)
    for turn in found.turns:
        _turn(made, turn, counterpart)
    made.add_heading("Looking back", level=1)
    for side in found.debrief.dimensions:
        made.add_paragraph(one_line(side_line(side)), style="List Bullet")
    made.add_paragraph(words_line(found.debrief), style=SMALL)
    for heading, texts in told_after(found.debrief):
        made.add_heading(heading, level=1)
        for text in texts:
            made.add_paragraph(one_line(text), style="List Bullet")
    made.add_heading("Next time", level=1)
    writing_lines(made, LINES_FOR_NEXT_TIME)
    return packed(made)


def _turn(made: Document, turn: RehearsedTurn, counterpart: str) -> None:
    _said(made, "You", turn.mentee)
    for text in said_of(turn):
        made.add_paragraph(one_line(text), style="Quote")
    _said(made, one_line(counterpart), turn.counterpart)


def _said(made: Document, who: str, words: str) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(f"{who}: ").bold = True
    paragraph.add_run(one_line(words))
