"""What is taken elsewhere opens there as it was meant."""

import email
from collections.abc import Callable
from email.policy import default

import pytest

from coach.domain.brief import OutreachBrief
from coach.export.eml import to_eml
from coach.export.markdown import escape, to_markdown
from coach.export.text import to_text
from coach.writing.builtin import BuiltInWriter

Make = Callable[..., OutreachBrief]


def test_an_eml_file_opens_as_an_unsent_message(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.outreach(priya(sender={"name": "Zoë Ångström", "role": "nurse"}))
    message = email.message_from_bytes(to_eml(draft), policy=default)
    assert message["Subject"] == draft.subject
    assert message["X-Unsent"] == "1"
    body = message.get_content()
    assert body.replace("\r\n", "\n").strip() == draft.body


def test_a_subject_cannot_add_headers(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.outreach(priya()).model_copy(update={"subject": "Hello\r\nBcc: a@b.example"})
    message = email.message_from_bytes(to_eml(draft), policy=default)
    assert message["Bcc"] is None


@pytest.mark.parametrize(
    "typed",
    [
        "<b>x</b>",
        "[a](http://b.c)",
        "![](http://b.c/i.png)",
        "**bold**",
        "# head",
        "$x$",
        "`code`",
        "&amp;",
    ],
)
def test_markup_in_a_text_is_escaped(typed: str) -> None:
    shown = escape(typed)
    for mark in ("<", "[", "]", "*", "#", "$", "`", "&"):
        assert shown.replace(f"\\{mark}", "").count(mark) == 0


def test_text_is_subject_and_body(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.outreach(priya())
    assert to_text(draft) == f"Subject: {draft.subject}\n\n{draft.body}"


def test_an_agenda_reads_as_a_timetable(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.agenda(priya(kind="agenda", meeting={"minutes": 30}))
    assert "(0–" in to_text(draft)
    assert to_text(draft).count("\n1. ") == 1
    assert to_markdown(draft).startswith("# ")


def test_a_reflection_keeps_its_three_headings(priya: Make, writer: BuiltInWriter) -> None:
    text = to_text(writer.reflection(priya(kind="reflection", notes=["She listened"])))
    assert [line for line in text.splitlines() if line in ("What happened", "So what", "Now what")] == [
        "What happened", "So what", "Now what",
    ]  # fmt: skip
