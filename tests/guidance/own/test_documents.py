"""What any document is held to: its name, its size, its kind."""

import pytest

from coach.errors import InputError
from coach.guidance.own.documents import MOST_BYTES, MOST_NAME, document_name, read_document
from tests.guidance.own.making import LINE, pdf


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("handbook.txt", "handbook.txt"),
        ("some/folder/handbook.txt", "handbook.txt"),
        ("C:\\Users\\ann\\handbook.txt", "handbook.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("hand\x1b[31mbook\x07.txt", "hand[31mbook.txt"),
        ("hand\nbook\t 2.txt", "hand book 2.txt"),
        ("exe.\u202etxt.md", "exe.txt.md"),
        ("a\u200b\u200fb\u2066.txt", "ab.txt"),
        ("🙂 👩‍💻.txt", "🙂 👩‍💻.txt"),
        ("مرشد.txt", "مرشد.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("  spaced   out .txt", "spaced out .txt"),
    ],
)
def test_a_name_is_kept_without_what_could_mislead(given, kept):
    assert read_document(given, LINE.encode()).name == kept


@pytest.mark.parametrize("name", ["", "/", "\x07\u202e", "a/.."])
def test_a_name_of_nothing_is_refused(name):
    with pytest.raises(InputError):
        read_document(name, LINE.encode())


def test_long_names_are_shortened_keep_their_ending_and_stay_apart():
    first, second = (document_name("x" * 300 + part + ".txt") for part in "ab")
    assert len(first) == len(second) == MOST_NAME
    assert first.endswith(".txt")
    assert first != second
    assert document_name(first) == first


def test_an_endless_ending_is_shortened_too():
    with pytest.raises(InputError) as raised:
        read_document("a." + "x" * 300, LINE.encode())
    assert len(raised.value.message) < 250


@pytest.mark.parametrize("name", ["a.TXT", "a.Md", "a.MARKDOWN"])
def test_an_ending_in_capitals_counts(name):
    assert read_document(name, LINE.encode()).name == name


def test_a_pdf_in_capitals_is_read():
    assert LINE in read_document("A.PDF", pdf([[LINE]])).sections[0].text


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("handbook", ".docx file"),
        (".txt", ".docx file"),
        ("a.exe", ".docx file"),
        ("a.doc", "word processor"),
        ("a.odt", "word processor"),
        ("a.JPG", "recognised"),
        ("a.pdf.zip", ".docx file"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(name, hint):
    with pytest.raises(InputError) as raised:
        read_document(name, LINE.encode())
    assert "not a kind of file" in raised.value.message
    assert hint in raised.value.fix


@pytest.mark.parametrize("ending", ["txt", "md", "pdf", "docx"])
def test_a_file_above_20_mb_is_refused_before_it_is_read(ending):
    with pytest.raises(InputError) as raised:
        read_document(f"a.{ending}", b"x" * (25 * 1024 * 1024))
    assert "larger than 20 MB" in raised.value.message


def test_a_file_of_exactly_20_mb_is_read():
    text = b"We meet monthly." + b" " * (MOST_BYTES - 16)
    assert read_document("a.txt", text).sections[0].text == "We meet monthly."


@pytest.mark.parametrize("ending", ["txt", "md", "pdf", "docx"])
@pytest.mark.parametrize("data", [b"", b"  \r\n\t"])
def test_an_empty_file_says_so(ending, data):
    with pytest.raises(InputError) as raised:
        read_document(f"a.{ending}", data)
    assert "is empty" in raised.value.message
