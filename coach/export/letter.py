"""Any result as a letter: a subject and a body. Neither holds an address, for a brief has none."""

from dataclasses import dataclass
from urllib.parse import quote

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft
from coach.export.plain import NO_ANSWERS, Answers, heading_of, one_line, plain
from coach.export.text import agenda_text, to_text

MOST_MAILTO = 2_000
"""Letters of a mailto link that mail programs and browsers take; several cut what is longer."""


@dataclass(frozen=True)
class MailLink:
    """A link that opens a new message without a recipient.

    Attributes:
        url: the ``mailto:`` link (RFC 6068).
        is_whole: whether subject and text are in it; else the text is left out, as it is too long.
    """

    url: str
    is_whole: bool


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


def to_mailto(draft: AnyDraft, answers: Answers = NO_ANSWERS) -> MailLink:
    """The result as a ``mailto:`` link; of a long one, the subject alone.

    Half a text is never put in: it might be sent as if it were all.
    """
    letter = as_letter(draft, answers)
    subject = f"mailto:?subject={quote(letter.subject, safe='')}"
    body = letter.body.replace("\n", "\r\n")
    whole = f"{subject}&body={quote(body, safe='')}"
    if len(whole) <= MOST_MAILTO:
        return MailLink(whole, is_whole=True)
    return MailLink(subject if len(subject) <= MOST_MAILTO else "mailto:", is_whole=False)
