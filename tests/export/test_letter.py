"""A letter arrives in a mail program as it was written, and never with anything added."""

import email
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings

from coach.domain.results import AnyDraft
from coach.errors import InputError
from coach.export.eml import to_eml
from coach.export.letter import MOST_MAILTO, as_letter, to_mailto
from coach.export.plain import one_line, plain
from tests.export.odd_texts import ODD, TEXTS, agenda, message, reflection


def opened(draft: AnyDraft) -> EmailMessage:
    found = email.message_from_bytes(to_eml(draft), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def read_body(found: EmailMessage) -> str:
    return str(found.get_content()).replace("\r\n", "\n").removesuffix("\n")


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_subject_and_body_come_back_letter_by_letter(subject: str, body: str) -> None:
    found = opened(message(subject, body))
    assert found["Subject"] == one_line(subject)
    assert read_body(found) == plain(body).strip("\n")


@pytest.mark.parametrize("text", ODD)
def test_no_text_adds_a_header(text: str) -> None:
    found = opened(message(text, text))
    assert sorted(found.keys()) == [
        "Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject", "X-Unsent",
    ]  # fmt: skip
    assert not found.is_multipart()


@pytest.mark.parametrize("text", ODD)
def test_no_line_of_the_file_is_longer_than_mail_allows(text: str) -> None:
    raw = to_eml(message(text, text))
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_an_agenda_to_send_leaves_out_what_is_done_beforehand() -> None:
    draft = agenda("Roles").model_copy(update={"prepare": ("Practise saying no",)})
    found = opened(draft)
    assert found["Subject"] == "Roles"
    assert "How did you begin?" in read_body(found)
    assert "Practise" not in read_body(found)


def test_a_reflection_takes_the_answers_along() -> None:
    answers = {"What surprised you?": "That she laughed."}
    found = email.message_from_bytes(to_eml(reflection("Start?"), answers), policy=default)
    assert b"That she laughed." in found.get_payload(decode=True)  # type: ignore[operator]


@settings(deadline=None)
@given(TEXTS.map(lambda text: text[:80]), TEXTS.map(lambda text: text[:90]))
def test_a_mail_link_gives_back_subject_and_body(subject: str, body: str) -> None:
    draft = message(subject, body)
    try:
        link = to_mailto(draft)
    except InputError:
        assert len(body) > 40  # many of its letters take nine or twelve places each
        return
    letter = as_letter(draft)
    found = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert set(found) == {"subject", "body"}
    assert found["subject"] == [letter.subject]
    assert found["body"] == [letter.body.replace("\n", "\r\n")]
    assert link.isascii()
    assert "+" not in link


def test_a_line_break_in_a_mail_link_is_cr_and_lf() -> None:
    assert to_mailto(message("A & B = C", "one\n\ntwo")) == (
        "mailto:?subject=A%20%26%20B%20%3D%20C&body=one%0D%0A%0D%0Atwo"
    )


def test_a_mail_link_names_nobody() -> None:
    link = to_mailto(message("x?to=a@b.example", "&bcc=thief@evil.example"))
    assert urlsplit(link).path == ""
    assert unquote(link).count("bcc") == 1
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}


def test_a_letter_too_long_for_a_link_says_what_to_take_instead() -> None:
    with pytest.raises(InputError, match="too long") as caught:
        to_mailto(message("Hello", "word " * 2000))
    assert ".eml" in caught.value.fix


def test_the_longest_link_is_still_one_that_mail_programs_take() -> None:
    space = MOST_MAILTO - len(to_mailto(message("s", "")))
    assert len(to_mailto(message("s", "x" * space))) == MOST_MAILTO
    with pytest.raises(InputError):
        to_mailto(message("s", "x" * (space + 1)))
