"""Numbers that are no count of their own: shares, differences, and thousands said once for two."""

import datetime
import re
from collections.abc import Iterable, Iterator

from coach.review.claim_tokens import numbers
from coach.review.text import Span

WINDOW = 120
"""Characters looked at on either side of a number, so that a text without breaks stays linear."""
YEAR_DAYS = 365
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_OUT_OF = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|\w{3,6}ty))"
    r" (?:in|out of(?: every)?|of every) (?:an? |one )?$",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?$", re.IGNORECASE)
_A_PART = re.compile(r"\b(?:an?|one|two|three|four)[ -]$", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?<![\d,.])(\d[\d,.]{0,14})(?![\d,.])\s{0,3}(?:[^\W\d]\w{0,30} ){0,3}?"
    r"(?:to|after|against|instead of|down from|up from|before it was|was|before)\s{1,3}(?:only |just |about |the )?"
    r"(\d[\d,.]{0,14})(?![\d,.])"
)
_CHANGED_BEFORE = re.compile(
    r"\b(?:by|down|up|climbed|risen|rose|fell|fallen|dropped|grew|grown|gained|lost|cut|saved?|spared?)\b[^.;!?]{0,24}$",
    re.IGNORECASE,
)
_CHANGED_BEHIND = re.compile(
    r"^(?: [\w-]+)? (?:fewer|less|more|points?|lower|higher|down|up|saved)\b",
    re.IGNORECASE,
)
_ALL = 100


def with_half(text: str, at: Span, value: float, start: int = 0) -> float:
    """The value of a number with the half behind it: "four and a half"; ``start`` is the text's offset."""
    return value + 0.5 * bool(_AND_A_HALF.match(text, at.end - start))


def apart(text: str) -> Iterator[float]:
    """By how much something changed that is told with its before and after ("from 61 to 74")."""
    for one in _FROM_TO.finditer(text):
        values = [value for part in one.groups() for value, _ in numbers(part)]
        if len(values) == 2 and values[0] != values[1]:
            yield abs(values[0] - values[1])


def tells_change(sentence: Span, at: Span) -> bool:
    """Whether a number says by how much something changed: "by thirteen", "thirteen points"."""
    before = sentence.text[: at.start - sentence.start][-WINDOW:]
    behind = sentence.text[at.end - sentence.start :][:WINDOW]
    return _CHANGED_BEFORE.search(before) is not None or _CHANGED_BEHIND.match(behind) is not None


def is_share(sentence: Span, at: Span, value: float) -> bool:
    """Whether it only says out of how many ("93 in a hundred"), or is a part ("a third less")."""
    before = sentence.text[: at.start - sentence.start][-WINDOW:]
    if value == _ALL and _OUT_OF.search(before):
        return True
    return _PART.fullmatch(at.text) is not None and _A_PART.search(before) is not None


def short_of_thousands(given: Iterable[float], sentence: Span, at: Span, value: float) -> bool:
    """Whether "thousand" is said once for two: "thirty-four thousand instead of twenty-one"."""
    if value * 1000 not in given:
        return False
    return any(
        other.start != at.start and found >= 1000
        for found, other in numbers(sentence.text, sentence.start)
    )


def days_off(today: datetime.date, day: datetime.date) -> int:
    """How many days ``day`` lies from today; one of about a year ago may be meant as coming."""
    past = abs((today - day).days)
    return min(past, abs(YEAR_DAYS - past)) if past < YEAR_DAYS else past
