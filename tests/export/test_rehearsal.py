"""A rehearsal taken away: the whole talk, what was said of it, and nothing a reader of files trips over."""

import io

import docx
import pytest

from coach.export.rehearsal import rehearsal_markdown
from coach.export.rehearsal_word import rehearsal_docx
from coach.use_cases.rehearse import begin, rehearsal_of, say

SAID = "Any *advice*? I am sorry\x07 to ask."


@pytest.fixture
def found():
    session = begin("first-informational-talk")
    for text in (SAID, "What was your hardest year, and what did it teach you?"):
        say(session, text)
    return rehearsal_of(session)


def paragraphs(data):
    return docx.Document(io.BytesIO(data)).paragraphs


def test_the_word_file_reads_back_turn_by_turn_with_headings(found):
    read = paragraphs(rehearsal_docx(found, "A first talk", "Hanne Brook", "A guess."))
    texts = [one.text for one in read]
    assert texts[:2] == ["A first talk", "A guess."]
    assert f"Hanne Brook: {found.opening}" in texts
    assert f"Hanne Brook: {found.turns[1].counterpart}" in texts
    assert "You: What was your hardest year, and what did it teach you?" in texts
    headings = [one.text for one in read if one.style.name == "Heading 1"]
    assert headings[:2] == ["The talk", "Looking back"]
    assert headings[-1] == "Next time"


def test_every_side_is_told_with_its_reason(found):
    texts = [one.text for one in paragraphs(rehearsal_docx(found, "T", "H"))]
    for side in found.debrief.dimensions:
        assert any(side.reason in text and f"{side.rating} of 3" in text for text in texts)


def test_the_same_rehearsal_is_the_same_file(found):
    assert rehearsal_docx(found, "T", "H") == rehearsal_docx(found, "T", "H")


def test_markdown_holds_the_same_and_reads_nothing_into_what_was_said(found):
    text = rehearsal_markdown(found, "A first talk", "Hanne Brook", "A guess.")
    assert text.startswith("# A first talk\n\nA guess")
    assert "\\*advice\\*" in text
    assert "## Looking back" in text
