"""Where a claim begins and ends: from the words of a pattern up to the next break."""

import re
from collections.abc import Iterator

from coach.review.claim_ledger import Ledger
from coach.review.text import Span, trimmed

_STOP = re.compile(r"[.,;:!?()–—]|\s-\s|\b(?:and|but|so|because|which|who)\b")
_REST = 300
"""Characters looked at behind a pattern, so that a text without breaks stays linear."""


def until_break(sentence: Span, start: int) -> str:
    """Return what stands from ``start`` up to the end of the clause."""
    rest = sentence.text[start - sentence.start :][:_REST]
    return _STOP.split(rest, maxsplit=1)[0]


def reach(ledger: Ledger, sentence: Span, start: int, end: int) -> Span:
    """Return the words from ``start`` to ``end`` as written, even where a way out is blanked."""
    span = trimmed(ledger.reading.letter.text, start, min(end, sentence.end))
    return span or Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def matches(ledger: Ledger, name: str, sentence: Span) -> Iterator[tuple[re.Match[str], int, int]]:
    """Yield the matches of the patterns called ``name`` with their offsets in the message."""
    for found in ledger.pattern(name).finditer(sentence.text):
        yield found, sentence.start + found.start(), sentence.start + found.end()
