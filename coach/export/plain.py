"""Text that every reader of files takes as it stands: no control characters, no half letters."""

import re
from collections.abc import Mapping

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft

Answers = Mapping[str, str]
"""What the person answered, by question."""

NO_ANSWERS: Answers = {}

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return ``text`` with every line end as ``\n`` and nothing that XML or UTF-8 cannot hold.

    Control characters are dropped; half a letter (a lone surrogate) becomes U+FFFD, so that it is
    seen to be missing.
    """
    return _HALF.sub("\ufffd", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """The text on one line, so that it cannot add a header or a property."""
    return " ".join(plain(text).split())


def answer_to(question: str, answers: Answers) -> str:
    """What the person answered to a question; empty when nothing."""
    return plain(answers.get(question, "")).strip()


def heading_of(draft: AnyDraft) -> str:
    """What a result is called on one line: a message by its subject, a plan by its title."""
    if isinstance(draft, OutreachDraft):
        return one_line(draft.subject) or "Message"
    return one_line(draft.title) if isinstance(draft, AgendaDraft) else "Reflection"
