"""A letter arrives in a mail program as it was written, and never with anything added."""

import email
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings

from coach.domain.results import AnyDraft
from coach.export.eml import to_eml
from coach.export.letter import MOST_MAILTO, MailLink, as_letter, to_mailto
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
    link, letter = to_mailto(draft), as_letter(draft)
    found = parse_qs(urlsplit(link.url).query, keep_blank_values=True, strict_parsing=True)
    assert found["subject"] == [letter.subject]
    assert found.get("body") == ([letter.body.replace("\n", "\r\n")] if link.is_whole else None)
    assert set(found) <= {"subject", "body"}
    assert link.url.isascii()
    assert "+" not in link.url
    assert len(link.url) <= MOST_MAILTO


def test_a_line_break_in_a_mail_link_is_cr_and_lf() -> None:
    assert to_mailto(message("A & B = C", "one\n\ntwo")).url == (
        "mailto:?subject=A%20%26%20B%20%3D%20C&body=one%0D%0A%0D%0Atwo"
    )


def test_a_mail_link_names_nobody() -> None:
    link = to_mailto(message("x?to=a@b.example", "&bcc=thief@evil.example")).url
    assert urlsplit(link).path == ""
    assert unquote(link).count("bcc") == 1
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}


def test_of_a_letter_too_long_for_a_link_only_the_subject_is_in_it() -> None:
    link = to_mailto(message("Hello", "word " * 2000))
    assert (link.url, link.is_whole) == ("mailto:?subject=Hello", False)
    assert to_mailto(message("x" * 3000, "Hi")) == MailLink("mailto:", is_whole=False)


def test_the_longest_link_is_still_one_that_mail_programs_take() -> None:
    space = MOST_MAILTO - len(to_mailto(message("s", "")).url)
    assert len(to_mailto(message("s", "x" * space)).url) == MOST_MAILTO
    assert not to_mailto(message("s", "x" * (space + 1))).is_whole


def test_a_reflection_in_a_mail_link_has_its_answers() -> None:
    link = to_mailto(reflection("Start?"), {"What surprised you?": "She laughed."})
    assert "She laughed." in unquote(link.url)


def test_an_empty_subject_stays_empty() -> None:
    assert opened(message("", "Hello"))["Subject"] == ""
    assert to_mailto(message("", "Hello")).url == "mailto:?subject=&body=Hello"


def test_names_of_any_script_arrive_in_subject_and_body() -> None:
    found = opened(message("Frage an Zoë Ångström und שרה כהן: " + "lange " * 30, "Ł, 田中, Ñ"))
    assert found["Subject"].startswith("Frage an Zoë Ångström und שרה כהן: lange")
    assert read_body(found) == "Ł, 田中, Ñ"
    assert found["To"] is found["From"] is None
