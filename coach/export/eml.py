"""A result as an .eml file that a mail program opens as an unsent draft."""

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
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"  # mail programs that know it open the file ready to be sent
    body = letter.body + "\n"
    simple = body.isascii() and max(map(len, body.split("\n"))) <= MOST_BYTES_A_LINE
    message.set_content(body, cte="7bit" if simple else "quoted-printable")
    return message.as_bytes()
