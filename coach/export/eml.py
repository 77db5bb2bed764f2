"""A message as an .eml file that a mail program opens as an unsent draft."""

from email.message import EmailMessage
from email.policy import SMTP

from coach.domain.results import OutreachDraft


def to_eml(draft: OutreachDraft) -> bytes:
    """The message as RFC 5322 bytes. There is no address in a brief, so ``To`` is left to the person."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(draft.subject.split())
    message["X-Unsent"] = "1"  # mail programs that know it open the file ready to be sent
    message.set_content(draft.body + "\n")
    return message.as_bytes()
