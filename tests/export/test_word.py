"""A Word file opens in its reader with real styles, all of the text, and nothing else."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings

from coach.domain.brief import AnyBrief
from coach.domain.results import AnyDraft
from coach.export.plain import one_line, plain
from coach.export.word import to_docx
from coach.writing.builtin import BuiltInWriter
from tests.export.odd_texts import ODD, TEXTS, agenda, message, reflection

Make = Callable[..., AnyBrief]


def opened(draft: AnyDraft, **more: object) -> Document:
    return docx.Document(io.BytesIO(to_docx(draft, **more)))  # type: ignore[arg-type]


def styled(found: Document, style: str) -> list[str]:
    return [
        one.text for one in found.paragraphs if one.style is not None and one.style.name == style
    ]


def test_a_letter_is_a_title_and_plain_paragraphs(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.outreach(priya())
    found = opened(draft)
    assert styled(found, "Title") == [draft.subject]
    assert styled(found, "Normal") == draft.body.split("\n\n")


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_any_letter_comes_back_letter_by_letter(text: str) -> None:
    found = opened(message("", text))
    blocks = re.split(r"\n[ \t]*\n", plain(text).strip("\n"))
    assert [one.text for one in found.paragraphs] == blocks


def test_an_agenda_is_a_table_with_questions_and_room_for_notes(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.agenda(priya(kind="agenda", meeting={"number": 1, "minutes": 45}))
    found = opened(draft)
    (table,) = found.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Minutes", "What", "Why"]
    ends = list(itertools.accumulate(one.minutes for one in draft.items))
    spans = [f"{begin}–{end}" for begin, end in zip([0, *ends], ends, strict=False)]
    assert rows[1:] == [
        [span, one.title, one.why] for span, one in zip(spans, draft.items, strict=True)
    ]
    assert spans[-1].endswith("–45")
    questions = [one for item in draft.items for one in item.questions]
    assert styled(found, "List Bullet") == [*questions, *draft.prepare]
    assert styled(found, "Heading 1")[-2:] == ["Before the meeting", "Notes"]
    assert len(styled(found, "Writing Line")) > len(questions)
    assert "45 minutes in all" in styled(found, "Small")


def test_the_head_of_the_table_is_repeated_on_every_page(
    priya: Make, writer: BuiltInWriter
) -> None:
    (table,) = opened(writer.agenda(priya(kind="agenda"))).tables
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_a_reflection_has_room_to_write_under_every_question(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.reflection(priya(kind="reflection", notes=["She listened"]))
    found = opened(draft)
    prompts = [one for section in draft.sections for one in section.prompts]
    assert styled(found, "Heading 1") == ["What happened", "So what", "Now what"]
    assert styled(found, "List Bullet") == prompts
    assert len(styled(found, "Writing Line")) == 3 * len(prompts)


def test_an_answer_stands_where_its_lines_would_be() -> None:
    found = opened(reflection("Start?"), answers={"What surprised you?": "She laughed.\n\nI too."})
    texts = [one.text for one in found.paragraphs]
    at = texts.index("What surprised you?")
    assert texts[at + 1 : at + 3] == ["She laughed.", "I too."]
    assert len(styled(found, "Writing Line")) == 3


def test_the_file_says_its_title_and_language_and_names_no_author() -> None:
    about = opened(message("One question", "Hello")).core_properties
    assert (about.title, about.language) == ("One question", "en-GB")
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created is None


def test_the_text_is_marked_as_being_in_its_language() -> None:
    found = opened(message("", "Bonjour"), language="fr")
    assert 'w:val="fr"' in found.styles.element.xml.split("w:lang ")[1]


@pytest.mark.parametrize("language", ["en", "", "no such language", '"/><evil'])
def test_a_language_nobody_knows_is_english(language: str) -> None:
    assert opened(message("", "x"), language=language).core_properties.language == "en-GB"


def test_the_same_draft_is_the_same_file() -> None:
    assert to_docx(agenda("Roles")) == to_docx(agenda("Roles"))


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("draft_of", [agenda, reflection, lambda text: message(text, text)])
def test_no_text_becomes_a_link_a_field_or_a_macro(
    draft_of: Callable[[str], AnyDraft], text: str
) -> None:
    data = to_docx(draft_of(text))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        body = parts.read("word/document.xml").decode()
        links = "".join(parts.read(name).decode() for name in names if name.endswith(".rels"))
    assert 'TargetMode="External"' not in links
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert not re.search(r"<w:(hyperlink|fldChar|instrText|fldSimple|object|altChunk)\b", body)
    said = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
    assert one_line(text) in one_line(" ".join(said))
