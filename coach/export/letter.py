"""Any result as a letter: a subject and a body. Neither holds an address, for a brief has none."""

from dataclasses import dataclass
from urllib.parse import quote

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft
from coach.errors import InputError
from coach.export.plain import NO_ANSWERS, Answers, heading_of, one_line, plain
from coach.export.text import agenda_text, to_text

MOST_MAILTO = 2_000
"""Letters of a mailto link that mail programs and browsers take; several cut what is longer."""


@dataclass(frozen=True)
class Letter:
    """What goes into a mail program."""

    subject: str
    body: str


def as_letter(draft: AnyDraft, answers: Answers = NO_ANSWERS) -> Letter:
    """The result as subject and body.

    An agenda leaves out what the mentee does beforehand: the letter is for the other person.
    """
    if isinstance(draft, OutreachDraft):
        return Letter(one_line(draft.subject), plain(draft.body).strip("\n"))
    text = agenda_text(draft) if isinstance(draft, AgendaDraft) else to_text(draft, answers)
    return Letter(heading_of(draft), text.strip("\n"))


def to_mailto(draft: AnyDraft) -> str:
    """The result as a ``mailto:`` link (RFC 6068) that opens a new message without a recipient.

    Raises:
        InputError: when the link would be longer than mail programs take.
    """
    letter = as_letter(draft)
    body = quote(letter.body.replace("\n", "\r\n"), safe="")
    link = f"mailto:?subject={quote(letter.subject, safe='')}&body={body}"
    if len(link) > MOST_MAILTO:
        raise InputError(
            "this is too long for a link, and your mail program might cut it",
            "Copy the text, or take the .eml file: both hold all of it.",
        )
    return link
