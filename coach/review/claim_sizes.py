"""Holds the length of the talk that a message asks for against the length given."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import numbers
from coach.review.text import Span

_SIZED = re.compile(
    r"(?P<three>three[- ]quarters of an hour)|(?P<half>half an hour|half[- ]hour|half hour)|(?P<quarter>quarter of an hour|quarter[- ]hour)"
    r"|(?P<number>[\w-]+) ?(?P<unit>minutes?|mins?|hours?|hrs?)\b",
    re.IGNORECASE,
)


def size_claims(ledger: Ledger, piece: Piece, sentence: Span) -> Iterator[Claim]:
    """Yield a length of talk asked for that is longer than the one given; a shorter one is kind."""
    brief = ledger.reading.brief
    if brief is None or not brief.ask.minutes or not piece.proposal:
        return
    found = list(_SIZED.finditer(sentence.text))
    sizes = {m: _minutes(m) for m in found if _minutes(m)}
    if sizes and brief.ask.minutes not in sizes.values():
        first = next(iter(sizes))
        at = sentence.start + first.start()
        if piece.span.start <= at < piece.span.end and min(sizes.values()) > brief.ask.minutes:
            yield Claim(Span(at, sentence.start + first.end(), first.group()), "number")


def _minutes(found: re.Match[str]) -> int:
    if found["three"]:
        return 45
    if found["half"]:
        return 30
    if found["quarter"]:
        return 15
    word = found["number"].split("-")[-1] if found["number"][0].isdigit() else found["number"]
    values = numbers(word)
    hours = found["unit"].lower().startswith("h")
    value = values[0][0] if values else (1 if hours and word.lower() in ("an", "a") else 0)
    return int(value * (60 if hours else 1))
