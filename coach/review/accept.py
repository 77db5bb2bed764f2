"""Makes the changes a person accepts, and no others, in the text they wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from coach.domain.results import Change, ImprovedText
from coach.review.edits import spliced
from coach.review.letter import read_letter
from coach.review.text import MAX_READ, words


@dataclass(frozen=True)
class Places:
    """Where subject and body stand in a text.

    ``titled`` says whether there is a "Subject:" line at all; if not, ``title`` is empty.
    """

    titled: bool
    title: tuple[int, int]
    body: int


def places(text: str) -> Places:
    """Find the subject and the body of a text as a person gives it."""
    head = text[: read_letter(text[:MAX_READ]).body_start]
    rest = text[len(head) :]
    body = len(text) - len(rest.lstrip("\r\n"))
    if not head:
        return Places(False, (0, 0), body)
    start = head.index(":") + 1
    line = head[start:]
    start += len(line) - len(line.lstrip())
    end = start + len(line.strip())
    return Places(True, (start, end), body)


def parts(text: str) -> ImprovedText:
    """Return subject and body of a text as a person gives it."""
    at = places(text)
    return ImprovedText(subject=text[slice(*at.title)], body=text[at.body :])


def whole(subject: str, body: str) -> str:
    """Return an e-mail's subject and body as one text; what ``parts`` takes apart."""
    return f"Subject: {subject}\n\n{body}"


def accepted_text(text: str, changes: Iterable[Change]) -> str:
    """Return the text with ``changes`` made, any or all of those proposed for it."""
    ordered = sorted(changes, key=lambda change: (change.start, change.end))
    return spliced(text, [(change.start, change.end, change.after) for change in ordered])


def accept(text: str, changes: Iterable[Change]) -> ImprovedText:
    """Return subject and body of the text with ``changes`` made.

    Args:
        text: the text that was reviewed.
        changes: any of the changes of that review, in their order.
    """
    return parts(accepted_text(text, changes))


def words_kept(text: str, changes: Iterable[Change]) -> float:
    """Return the share of the person's words, subject and body, that no change takes away.

    Words are compared in order and without regard to capitals; from 0 to 1.
    """
    at = places(text)
    before = len(words(text[slice(*at.title)])) + len(words(text[at.body :]))
    if before == 0:
        return 1.0
    lost = 0
    for change in changes:
        old, new = words(change.before.lower()), words(change.after.lower())
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        lost += len(old) - sum(block.size for block in matcher.get_matching_blocks())
    return round(max(0.0, 1 - lost / before), 3)
