"""PDF files: the text page by page, the bookmarks, and a plain word about the rest."""

import io
import re

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject

from coach.errors import InputError
from coach.guidance.own.documents import read_document
from tests.guidance.own.making import LINE, encrypted, pdf, saved, with_bookmarks

PAGE = [LINE] * 20


def headings(data):
    return [section.heading for section in read_document("a.pdf", data).sections]


def refused(data):
    with pytest.raises(InputError) as raised:
        read_document("a.pdf", data)
    assert "a.pdf" in raised.value.message
    assert raised.value.fix
    return raised.value.message


def test_a_page_is_a_section_that_names_its_number():
    sections = read_document("a.pdf", pdf([["Meet once a month."], ["Take notes together."]]))
    assert [(one.heading, one.text.strip()) for one in sections.sections] == [
        ("Page 1", "Meet once a month."),
        ("Page 2", "Take notes together."),
    ]


def test_letters_beyond_ascii_are_read():
    text = read_document("a.pdf", pdf([["Zoë’s café: naïve (or not) at 5 €"]])).sections[0].text
    assert "Zoë’s café: naïve (or not) at 5 €" in text


def test_many_pages_are_read_in_order():
    data = pdf([[f"Page {n} is about subject number {n}."] for n in range(400)])
    found = read_document("a.pdf", data).sections
    assert [int(re.search(r"\d+", one.text)[0]) for one in found] == list(range(400))


def test_someone_who_waits_is_heard_before_each_page():
    class StoppedError(Exception):
        pass

    heard = []

    def alive():
        heard.append(1)
        if len(heard) == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        read_document("a.pdf", pdf([PAGE] * 5), alive)
    assert len(heard) == 3


def test_bookmarks_head_the_pages_that_follow_them():
    data = with_bookmarks(pdf([PAGE] * 4), [(0, "Welcome", 0), (0, "Rules", 2)])
    assert headings(data) == [
        "Welcome, page 1",
        "Welcome, page 2",
        "Rules, page 3",
        "Rules, page 4",
    ]


def test_inner_bookmarks_are_named_under_their_outer_ones():
    data = with_bookmarks(
        pdf([PAGE] * 4), [(0, "Part one", 0), (1, "Goals", 1), (2, "Small ones", 2), (0, "End", 3)]
    )
    assert headings(data) == [
        "Part one, page 1",
        "Part one › Goals, page 2",
        "Part one › Goals › Small ones, page 3",
        "End, page 4",
    ]


def test_the_title_of_the_whole_file_is_not_said_on_every_page():
    marks = [(0, "Handbook", 0), (1, "Rules", 1), (2, "Time", 2), (1, "End", 3)]
    assert headings(with_bookmarks(pdf([PAGE] * 4), marks)) == [
        "Handbook, page 1",
        "Rules, page 2",
        "Rules › Time, page 3",
        "End, page 4",
    ]


def test_a_page_where_several_open_goes_by_what_they_share():
    data = with_bookmarks(
        pdf([PAGE] * 2), [(0, "Rules", 0), (1, "Time", 0), (1, "Place", 0), (1, "Tone", 1)]
    )
    assert headings(data) == ["Rules, page 1", "Tone, page 2"]


def test_a_page_goes_by_the_last_of_several_before_it():
    data = with_bookmarks(pdf([PAGE] * 2), [(0, "Time", 0), (0, "Place", 0)])
    assert headings(data) == ["Time, page 1", "Place, page 2"]


def test_broken_bookmarks_cost_the_headings_and_not_the_text():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(with_bookmarks(pdf([PAGE]), [(0, "A", 0)]))))
    writer.root_object["/Outlines"].get_object()[NameObject("/First")] = NumberObject(7)
    assert headings(saved(writer)) == ["Page 1"]


def test_bookmarks_that_run_in_a_circle_do_not_hang():
    data = with_bookmarks(pdf([PAGE]), [(0, "A", 0), (0, "B", 0)])
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    outlines = writer.root_object["/Outlines"].get_object()
    outlines["/Last"].get_object()[NameObject("/Next")] = outlines.raw_get("/First")
    assert LINE in read_document("a.pdf", saved(writer)).sections[0].text


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_file_that_needs_a_password_is_refused(algorithm):
    assert "locked with a password" in refused(encrypted(pdf([PAGE]), "open", "own", algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_file_that_only_forbids_printing_is_read(algorithm):
    data = encrypted(pdf([PAGE]), "", "own", algorithm)
    assert LINE in read_document("a.pdf", data).sections[0].text


def test_a_scanned_file_is_named_as_such():
    message = refused(pdf([[]] * 3, picture=range(3)))
    assert "scanned: all its pages" in message


def test_page_numbers_do_not_make_a_scan_a_text():
    assert "scanned" in refused(pdf([[f"- {n} -"] for n in range(1, 4)], picture=range(3)))


def test_a_file_that_is_scanned_for_the_most_part_says_how_much():
    data = pdf([PAGE, [], [], []], picture=[1, 2, 3])
    assert "3 of its 4 pages" in refused(data)


def test_a_few_pages_of_pictures_among_text_do_no_harm():
    assert len(headings(pdf([[], PAGE, PAGE], picture=[0]))) == 2


def test_little_text_on_a_page_with_a_picture_is_read():
    assert headings(pdf([["Ask Ann in room 5"]], picture=[0])) == ["Page 1"]


def test_blank_pages_are_not_called_a_scan():
    message = refused(pdf([[], []]))
    assert "holds no text" in message
    assert "scanned" not in message


def test_a_file_without_pages_says_so():
    assert "has no pages" in refused(saved(PdfWriter()))


def test_too_many_pages_are_refused():
    message = refused(pdf([["x"]] * 3_001))
    assert "3,001 pages" in message


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_damaged(share):
    data = pdf([PAGE] * 5)
    assert "damaged" in refused(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "data",
    [
        b"This was never a PDF. " * 50,
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        b"%PDF-1.7\n%%EOF\n",
        b"PK\x03\x04" + bytes(500),
        b"<html><body>404</body></html>",
    ],
)
def test_what_is_no_pdf_is_damaged(data):
    assert "damaged, or not a PDF" in refused(data)


def test_a_hole_in_the_middle_is_damage_or_costs_only_what_was_there():
    data = pdf([[f"Page {n} is about subject number {n}."] for n in range(20)])
    holed = data[:3000] + bytes(800) + data[3800:]
    try:
        sections = read_document("a.pdf", holed).sections
    except InputError as error:
        assert "damaged" in error.message
    else:
        assert len(sections) >= 10
