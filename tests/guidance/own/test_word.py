"""Word files: what a reader sees, under its headings, and a plain word about what is no such file."""

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from coach.errors import InputError
from coach.guidance.own.documents import read_document
from tests.guidance.own.making import LINE, add_xml, padded, saved, word, zipped


def read(document):
    return [(one.heading, one.text) for one in read_document("a.docx", saved(document)).sections]


def texts(document):
    return "\n".join(text for _, text in read(document))


def refused(data):
    with pytest.raises(InputError) as raised:
        read_document("a.docx", data)
    assert "a.docx" in raised.value.message
    assert raised.value.fix
    return raised.value.message


def test_text_stands_under_its_headings():
    document = word("Before.", (1, "Meeting"), "Once a month.", (1, "Ending"), "After a year.")
    assert read(document) == [
        ("", "Before."),
        ("Meeting", "Once a month."),
        ("Ending", "After a year."),
    ]


def test_nested_headings_are_named_under_their_outer_ones():
    document = word((1, "Rules"), "A.", (2, "Time"), "B.", (3, "Late"), "C.", (1, "End"), "D.")
    assert [heading for heading, _ in read(document)] == [
        "Rules",
        "Rules › Time",
        "Rules › Time › Late",
        "End",
    ]


def test_the_title_of_the_whole_document_stands_only_above_its_beginning():
    document = word(
        (0, "Handbook"), "Hello.", (1, "Rules"), "A.", (2, "Time"), "B.", (1, "End"), "C."
    )
    assert [heading for heading, _ in read(document)] == [
        "Handbook",
        "Rules",
        "Rules › Time",
        "End",
    ]


def test_a_style_based_on_a_heading_is_one():
    document = word()
    style = document.styles.add_style("House chapter", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 1"]
    document.add_paragraph("Goals", style=style)
    document.add_paragraph("Set three.")
    assert read(document) == [("Goals", "Set three.")]


def test_an_outline_level_makes_a_heading_and_body_text_unmakes_one():
    document = word()
    add_xml(
        document,
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Goals</w:t></w:r></w:p>',
    )
    add_xml(
        document,
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/></w:pPr>'
        "<w:r><w:t>Set three.</w:t></w:r></w:p>",
    )
    assert read(document) == [("Goals", "Set three.")]


def test_a_document_of_headings_alone_is_text_all_the_same():
    document = word((1, "Call Ann first"), (1, "Then write to Ben"), (2, "And wait"))
    assert read(document) == [
        ("Call Ann first", "Call Ann first"),
        ("Then write to Ben › And wait", "And wait"),
    ]


def test_a_paragraph_made_to_look_like_a_heading_is_kept_whole():
    long = "We meet on the first Tuesday of the month unless it is a holiday. " * 8
    heading, text = read(word((1, long), "And so on."))[0]
    assert len(heading) <= 200
    assert text.startswith(long.strip())


def test_a_table_is_read_row_by_row_and_equal_cells_stay():
    document = word()
    table = document.add_table(2, 3)
    for row, cells in zip(
        table.rows, (["Who", "May book", "May cancel"], ["Mentee", "Yes", "Yes"]), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert texts(document) == "Who | May book | May cancel\n\nMentee | Yes | Yes"


def test_a_merged_cell_is_said_once():
    document = word()
    table = document.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    across = table.cell(0, 0).merge(table.cell(0, 2))
    across.text = "Across"
    down = table.cell(1, 0).merge(table.cell(2, 0))
    down.text = "Down"
    assert texts(document) == "Across\n\nDown | c4 | c5\n\nc7 | c8"


def test_a_table_inside_a_table_is_read():
    document = word()
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = "Outer"
    outer.add_table(1, 2).cell(0, 1).text = "inner words"
    assert "Outer inner words" in texts(document)


def test_lists_links_tabs_and_line_breaks_are_read():
    document = word()
    document.add_paragraph("First thing", style="List Bullet")
    document.add_paragraph("Second thing", style="List Number")
    add_xml(
        document,
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>see</w:t></w:r>"
        '<w:hyperlink w:anchor="x"><w:r><w:tab/><w:t>the form</w:t></w:r></w:hyperlink>'
        "<w:r><w:br/><w:t>below</w:t></w:r></w:p>",
    )
    assert texts(document) == "First thing\n\nSecond thing\n\nsee the form\nbelow"


def test_insertions_and_controls_are_read_and_deletions_are_not():
    document = word()
    run = "<w:r><w:t>{}</w:t></w:r>"
    add_xml(
        document,
        f"<w:p>{run.format('kept ')}<w:ins>{run.format('added ')}</w:ins>"
        "<w:del><w:r><w:delText>dropped</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format('moved away')}</w:moveFrom></w:p>",
    )
    add_xml(
        document,
        f"<w:sdt><w:sdtContent><w:p>{run.format('in a control')}</w:p></w:sdtContent></w:sdt>",
    )
    assert texts(document) == "kept added\n\nin a control"


def test_a_text_box_is_read_once():
    document = word()
    box = "<w:txbxContent><w:p><w:r><w:t>boxed words</w:t></w:r></w:p></w:txbxContent>"
    add_xml(
        document,
        '<w:p><w:r><w:t>Beside.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.'
        'openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert texts(document) == "Beside.\n\nboxed words"


def test_a_document_with_pictures_and_no_words_holds_no_text():
    assert "holds no text" in refused(saved(docx.Document()))


def test_a_password_or_the_old_format_is_named():
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000)
    assert "locked with a password, or in the old .doc format" in refused(ole)


def test_the_old_format_by_its_own_name_is_told_what_to_do():
    with pytest.raises(InputError) as raised:
        read_document("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000))
    assert "save it as .docx" in raised.value.fix


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_damaged(share):
    data = saved(word(*[LINE] * 50))
    assert "damaged" in refused(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "data",
    [
        zipped(a=b"some text", b=b"more of it"),
        zipped(**{"[Content_Types].xml": b"<not-xml", "word/document.xml": b"<x/>"}),
        b"PK\x03\x04" + bytes(200),
        b"just words, no zip",
    ],
    ids=["another zip", "broken xml", "zip header", "text"],
)
def test_what_is_no_word_file_is_damaged(data):
    assert "damaged, or not a Word file" in refused(data)


def test_a_spreadsheet_by_the_wrong_name_is_no_word_file():
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        b'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    data = zipped(
        **{"[Content_Types].xml": types, "_rels/.rels": links, "xl/workbook.xml": b"<workbook/>"}
    )
    assert "not a Word file" in refused(data)


@pytest.mark.parametrize("part", ["word/media/film.bin", "word/more.xml"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(part):
    assert "unpacks to far more" in refused(padded(saved(word(LINE)), part, 80_000_000))


def test_much_of_the_same_text_is_no_bomb():
    assert len(texts(word(*[LINE] * 3_000))) > 200_000


def test_entities_are_not_expanded():
    source = zipfile.ZipFile(io.BytesIO(saved(word("Before it.", LINE))))
    parts = {name: source.read(name) for name in source.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY big "&a;&a;&a;">]><w:document'
    parts["word/document.xml"] = (
        parts["word/document.xml"].replace(b"<w:document", bomb, 1).replace(LINE.encode(), b"&big;")
    )
    assert read_document("a.docx", zipped(**parts)).sections[0].text == "Before it."
