"""Holds the shares of a message ("two thirds of the price", "down by half") against the brief."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import numbers
from coach.review.text import Span

_SHARE = re.compile(
    r"\b(?:(?P<many>an?|one|two|three|four)[- ](?P<part>third|quarter|fifth|tenth)s?|(?P<half>half))"
    r"(?= (?:(?:of )?(?:the|my|our|your|his|her|their|all|them)\b(?! (?:time|battle|way|point|fun|story|night|day)\b)|less\b|more\b))"
    r"|(?<=\bby )(?:(?:about|nearly|almost|over|roughly|more than) )?(?:(?P<by_many>an?|one|two|three|four)[- ](?P<by_part>third|quarter|fifth|tenth)s?|(?P<by_half>half))\b(?! (?:past|an?)\b)",
    re.IGNORECASE,
)
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_GIVEN = re.compile(
    r"\b(?:half|halv\w+|thirds?|quarters?|doubl\w+|twice|tripl\w+)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\b(\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_FEW = 4
_NEAR = 6.0
"""Percentage points by which a share may stray from a percentage that is given."""


def fraction_claims(ledger: Ledger, piece: Piece) -> Iterator[Claim]:
    """Yield the shares that neither stand in the brief nor follow from two of its numbers."""
    if piece.asks or piece.wishes or piece.proposal:
        return
    for found in _SHARE.finditer(piece.span.text):
        if not _follows(ledger, _percent(found)):
            start = piece.span.start + found.start()
            yield Claim(Span(start, start + len(found.group()), found.group()), "number")


def _percent(found: re.Match[str]) -> float:
    many, part = found["many"] or found["by_many"], found["part"] or found["by_part"]
    if many is None or part is None:
        return 50.0
    return 100.0 * _COUNT[many.lower()] / _PARTS[part.lower()]


def _follows(ledger: Ledger, percent: float) -> bool:
    """Whether the brief tells of a share too, or two numbers of one text make this one."""
    for text in ledger.texts:
        if _GIVEN.search(text):
            return True
        if any(abs(float(m[1]) - percent) <= _NEAR for m in _PERCENT.finditer(text)):
            return True
        values = [value for value, _ in numbers(text)][:_FEW]
        shares = [100 * a / b for a in values for b in values if 0 < a < b]
        if any(min(abs(s - percent), abs(100 - s - percent)) <= _NEAR for s in shares):
            return True
    return False
