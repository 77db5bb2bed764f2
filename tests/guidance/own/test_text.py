"""Markdown and plain text: the words a reader sees, whatever encoding they came in."""

import pytest

from coach.errors import InputError
from coach.guidance.own.documents import read_document


def sections(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    return [(one.heading, one.text) for one in read_document(name, data).sections]


def words(name, text):
    return "\n".join(found for _, found in sections(name, text))


def refused(name, data):
    with pytest.raises(InputError) as raised:
        read_document(name, data)
    assert raised.value.fix
    return raised.value.message


# Markdown


def test_headings_of_both_kinds_head_what_follows():
    text = "Before.\n\nRules\n=====\n\nA.\n\nTime\n----\n\nB.\n\n### Late ###\n\nC.\n\n# End\n\nD."
    assert sections("a.md", text) == [
        ("", "Before."),
        ("Rules", "A."),
        ("Rules › Time", "B."),
        ("Rules › Time › Late", "C."),
        ("End", "D."),
    ]


def test_front_matter_is_left_out():
    assert words("a.md", "---\ntitle: A\ntags:\n  - b\n---\n\nMeet monthly.") == "Meet monthly."
    assert words("a.md", "---\n---\nMeet monthly.") == "Meet monthly."
    assert refused("a.md", b"---\ntitle: A\n---") == "“a.md” holds no text."


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nOpening words.\n\n---\n\nMeet monthly.",
        "---\nOpening words.\n\n---\n\nMeet monthly.",
        "---\nOpening words.",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(text):
    assert "Opening words." in words("a.md", text)


def test_headings_inside_code_are_code():
    text = "# Real\n\n```\n# not a heading\nrun it\n```\n\n    # nor this\n"
    assert sections("a.md", text) == [("Real", "# not a heading\nrun it\n\n# nor this")]


def test_a_table_is_read_row_by_row():
    text = "| Who | Cancel |\n|---|---|\n| Mentee | *one* day |\n| Mentor | two days |"
    assert words("a.md", text) == "Who | Cancel\n\nMentee | one day\n\nMentor | two days"


def test_the_targets_of_links_and_pictures_are_dropped():
    text = (
        'See [the form](https://evil.example/x?y "now") and ![a chart](http://evil.example/p.png), '
        "[this][1] too.\n\n[1]: https://evil.example/z\n"
    )
    assert words("a.md", text) == "See the form and a chart, this too."


def test_html_is_dropped_and_its_words_stay():
    text = (
        'A <b>bold</b> <a href="http://evil.example">link</a>&amp; more<br>here\n\n'
        '<div onclick="x()">\n<p>Inside &lt;it&gt;</p>\n</div>\n\n<!-- hidden -->\n\n'
        "<script>\nalert(1)\n</script>\n"
    )
    found = words("a.md", text)
    assert found.split() == "A bold link& more here Inside <it>".split()


def test_what_only_looks_like_a_tag_is_a_word():
    assert words("a.md", "Write to <mentor name> first.") == "Write to <mentor name> first."
    assert words("a.md", "Hi <mentor>, thanks.") == "Hi <mentor>, thanks."


def test_lists_quotes_and_emphasis_are_plain_words():
    text = "1. *First* thing\n2. second\n   - inner\n\n> quoted __words__\n> go on"
    assert words("a.md", text).split("\n\n") == [
        "First thing", "second", "inner", "quoted words go on",
    ]  # fmt: skip


def test_headings_with_nothing_under_them_are_not_lost():
    assert sections("a.md", "# Call Ann\n\n# Rules\n\n## Time\n\nMonthly.\n\n# Write to Ben") == [
        ("Call Ann", "Call Ann"),
        ("Rules › Time", "Monthly."),
        ("Write to Ben", "Write to Ben"),
    ]


@pytest.mark.parametrize("text", ["[" * 20_000, "*a" * 20_000, ">" * 20_000 + " a", "`a" * 20_000])
def test_text_made_to_slow_a_parser_ends(text):
    try:
        words("a.md", text)
    except InputError as error:
        assert "holds no text" in error.message


# Plain text


def test_plain_text_is_cut_at_lines_that_are_plainly_headings():
    text = (
        "Welcome\n=======\n\nHello there.\n\nMEETINGS\n\nOnce a month.\n\n2.1 Being late\n\nCall."
        "\n\nChapter 3: Ending\n\nAfter a year."
    )
    assert sections("a.txt", text) == [
        ("Welcome", "Hello there."),
        ("MEETINGS", "Once a month."),
        ("MEETINGS › 2.1 Being late", "Call."),
        ("Chapter 3: Ending", "After a year."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "We meet once a month.",
        "1. Bring the notes, please.",
        "12",
        "STOP!",
        "A LINE OF CAPITALS THAT GOES ON AND ON AND ON UNTIL NOBODY COULD TAKE IT FOR A HEADING",
        "Not a heading\njust two lines",
    ],
)
def test_ordinary_lines_are_no_headings(line):
    assert [heading for heading, _ in sections("a.txt", f"{line}\n\nThen more.")] == [""]


def test_the_words_under_an_underlined_heading_in_one_paragraph_stay():
    assert sections("a.txt", "Rules\n-----\nBe kind.\nBe early.") == [
        ("Rules", "Be kind.\nBe early.")
    ]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-bom", "utf-16-be-bom", "cp1252"],
)
def test_every_usual_encoding_is_read(encoding):
    text = "Zoë’s café – naïve – 5 €"
    if encoding.endswith("-bom"):
        data = ("\ufeff" + text).encode(encoding.removesuffix("-bom"))
    else:
        data = text.encode(encoding)
    assert words("a.txt", data) == text


def test_other_scripts_are_read():
    text = "مرحبا بالعالم\n\n导师每月见面一次。\n\nΚαλημέρα σας, наставник"
    assert words("a.txt", text) == text


def test_one_bad_byte_costs_one_letter():
    assert words("a.txt", "Zoë’s café is naïve".encode() + b"\xff and more") == (
        "Zoë’s café is naïve\ufffd and more"
    )


def test_line_ends_of_other_systems_are_read():
    assert words("a.txt", b"One.\r\nTwo.\r\rThree.") == "One.\nTwo.\n\nThree."


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        bytes(value for value in range(1, 256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(300) + b"IEND",
        "no mark".encode("utf-16-le"),
        b"\xff\xfeo",
    ],
    ids=["every byte", "every byte but nul", "png", "utf-16 without a mark", "half a letter"],
)
def test_what_is_no_text_is_named(data):
    assert refused("a.txt", data) == "“a.txt” is not a text file."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t \r\n", b"\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"*** --- ***", "🙂".encode()],
)
def test_a_file_without_words_says_so(name, data):
    message = refused(name, data)
    assert "is empty" in message or "holds no text" in message


def test_one_letter_is_a_document():
    assert sections("a.txt", b"a") == [("", "a")]


def test_what_a_terminal_would_obey_or_nobody_sees_is_left_out():
    text = (
        "Pay\u202eevil\u202c \x1b[31mred\x1b[0m \x9b1m men\u00adtor \U000e0041\u200bof\ufb01ce\x07"
    )
    assert words("a.txt", text).split() == ["Payevil", "[31mred", "[0m", "1m", "mentor", "office"]


def test_joiners_that_emoji_and_scripts_need_stay():
    assert words("a.txt", "👩‍💻 می‌خواهم") == "👩‍💻 می‌خواهم"
