"""A result as an .eml file that a mail program opens as an unsent draft."""

from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from coach.domain.results import AnyDraft
from coach.export.letter import as_letter
from coach.export.plain import NO_ANSWERS, Answers

MOST_BYTES_A_LINE = 76
"""Longer lines are encoded, so that no mail program breaks or cuts them."""


def to_eml(draft: AnyDraft, answers: Answers = NO_ANSWERS) -> bytes:
    """The result as RFC 5322 bytes. There is no address in a brief, so ``To`` is left to the person."""
    letter = as_letter(draft, answers)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # mail programs that know it open the file ready to be sent
    body = letter.body + "\n"
    simple = body.isascii() and max(map(len, body.split("\n"))) <= MOST_BYTES_A_LINE
    message.set_content(body, cte="7bit" if simple else "quoted-printable")
    return _subject(letter.subject) + message.as_bytes()


def _subject(subject: str) -> bytes:
    """The subject's header (RFC 2047).

    The message would encode it as well, but takes a subject that looks like an encoded word for one.
    """
    head = f"Subject: {subject}"
    if not subject.isascii() or "=?" in subject or len(head) > MOST_BYTES_A_LINE:
        encoded = Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
        head = f"Subject: {encoded}"
    return f"{head}\r\n".encode("ascii")
