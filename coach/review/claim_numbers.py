"""Holds the numbers of a message against the brief: the value, and what it counts."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_counts import CHANGE, TIMES, Count, near_of, unit_of
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_number_forms import (
    WINDOW,
    days_off,
    is_share,
    short_of_thousands,
    tells_change,
    with_half,
)
from coach.review.claim_tokens import MONTHS, numbers
from coach.review.quantities import ABOUT
from coach.review.reading import MAX_FOUND
from coach.review.text import Span

_CLOCKED = TIMES | {"pm", "am", "clock", "date", "time"}
_MONTHS_IN = {"year": 12.0, "month": 1.0, "week": 0.23, "day": 0.033}
_CLOCK = re.compile(
    r"\b(?:at|after|before|around|from|until|till|by|past|between|to) $", re.IGNORECASE
)
_TH = re.compile(r"(?:st|nd|rd|th)\b")
_FEW = 3
_AFTER_SINCE = re.compile(r" (?:years? )?since\b", re.IGNORECASE)
_SOME = 5
_NEAR_SHARE = 0.15
_HOUR = re.compile(r"(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock|h\b)", re.IGNORECASE)
_SPARE = re.compile(r"\b(?:you|u|me|spare|borrow|grab)(?: for)? $", re.I)
_LATER = re.compile(r" (?:days?|weeks?) (?:later|earlier|after|before|on)\b", re.I)
_TIME = re.compile(r" (?:time|attempt|try|message|note|email|reminder)\b", re.I)
_THANKS = re.compile(
    r"(?:an? )?(?:million|thousand|hundred)(?=[.,!]|$| (?:for|times?|thanks|apologies|ways|things|miles)\b)",
    re.I,
)
_MORE = re.compile(r"^ (?:more|further|others?)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AGED = re.compile(
    r"\b(?:at|aged?|i'?m|am|turned|turning)(?: only| just| now| already)? $", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"$|[.,;:!?)]| (?:now|and|so|but|i|i'm|with|already|today|this|next|years?|yrs?|when|it)\b",
    re.IGNORECASE,
)
"""What stands behind an age; behind a count stands what is counted."""
_PER = re.compile(r"\b(?:in|per) $", re.IGNORECASE)
_YOU_ALL = re.compile(r"\b(?:you|us) $", re.IGNORECASE)
_MINUTES = re.compile(r"[ -]?min", re.IGNORECASE)
_ORDINAL = re.compile(r"second|third|\w+th$", re.IGNORECASE)


def number_claims(
    ledger: Ledger, given: tuple[Count, ...], piece: Piece, within: Span
) -> Iterator[Claim]:
    """Yield the numbers of a clause that are not given, or count something else.

    ``within`` is the sentence, whose words tell what is counted.
    """
    span = piece.span
    safe = ledger.reading.find("safe-number", within)
    timed = ledger.reading.find("size", within) + ledger.reading.find("times", within)
    for value, at in numbers(span.text, span.start)[:MAX_FOUND]:
        if any(s.start <= at.start < s.end for s in safe) or _is_bullet(within, at, value):
            continue
        asked = (piece.asks or piece.wishes) and any(s.start <= at.start < s.end for s in timed)
        if piece.proposal or asked:
            continue
        wrong = _wrong(ledger, given, within, at, with_half(span.text, at, value, span.start))
        if wrong:
            year = bool(_YEAR.match(at.text))
            yield Claim(at, "date" if year else "number")


def _is_bullet(sentence: Span, at: Span, value: float) -> bool:
    return at.start == sentence.start and value < 10 and at.text[0].isdigit()


def _wrong(
    ledger: Ledger, given: tuple[Count, ...], sentence: Span, at: Span, value: float
) -> bool:
    unit = unit_of(ledger, sentence, at)
    near = near_of(ledger, sentence, at)
    if _is_small(ledger, sentence, at, value, unit):
        return False
    same = [count for count in given if count.value == value and count.unit != CHANGE]
    if tells_change(sentence, at) and Count(value, CHANGE, frozenset(CHANGE)) in given:
        return False
    if _asked(ledger, sentence, at, value, unit):
        return False
    before = sentence.text[: at.start - sentence.start][-WINDOW:]
    if (value == 1 and _PER.search(before)) or (value <= _SOME and _YOU_ALL.search(before)):
        return False
    if same and (any(map(_month, near)) or _TH.match(sentence.text, at.end - sentence.start)):
        return False
    if any(not c.unit and not c.near for c in same):
        return False
    if _roughly(given, sentence, at, value) or _worked_out(given, value, unit):
        return False
    if _derived(ledger, given, sentence, at, value, unit):
        return False
    if not same:
        values = {count.value for count in given}
        return not (
            is_share(sentence, at, value) or short_of_thousands(values, sentence, at, value)
        )
    if (
        same
        and _AGED.search(before)
        and _NO_NOUN.match(sentence.text[at.end - sentence.start :][:WINDOW])
        and any("old" in c.near or c.unit[:1] == ("year",) for c in same)
    ):
        return False
    if _YEAR.match(at.text):
        return False
    if unit and _counted_otherwise(ledger, given, unit[0], value):
        return True
    if not unit or not near or not _differs(ledger, unit[0], same):
        return False
    return not any(not c.near or _shares(ledger, near, c.near) for c in same)


def _differs(ledger: Ledger, unit: str, same: list[Count]) -> bool:
    """Whether the brief's number counts time and the message's does not, or the reverse."""
    timed = unit in _CLOCKED
    return all(bool(c.unit) and (c.unit[0] in _CLOCKED) != timed for c in same)


def _is_small(ledger: Ledger, sentence: Span, at: Span, value: float, unit: list[str]) -> bool:
    """Whether it is no count to speak of: one of something, a pair of ways, the first of all."""
    start = at.start - sentence.start
    about = ABOUT.search(sentence.text[max(0, start - WINDOW) : start])
    if about is None and _THANKS.match(sentence.text, start):
        return True
    if at.text[0].isdigit() or (
        value > 1 and _MORE.match(sentence.text[at.end - sentence.start :][:WINDOW])
    ):
        return False
    rest = sentence.text[at.end - sentence.start :][:WINDOW]
    if value <= _SOME and unit and unit[0] in ledger.lexicon.words("talk-units"):
        return True
    if value <= _FEW and (_LATER.match(rest) or (_ORDINAL.match(at.text) and _TIME.match(rest))):
        return True
    if _ORDINAL.match(at.text):
        if unit and unit[0] in ("messag", "not", "mail", "email", "follow", "try", "attempt"):
            return True
        return value == 2 and not (unit and unit[0] in TIMES)
    if unit and unit[0] in TIMES and value > 1:
        return False
    if value <= 1:
        return not (unit and unit[0] in ("year", "month"))
    return value == 2 and (not unit or unit[0] in ledger.wording or not ledger.holds(unit[0]))


def _asked(ledger: Ledger, sentence: Span, at: Span, value: float, unit: list[str]) -> bool:
    """Whether it is the length or the time of day asked for."""
    brief = ledger.reading.brief
    if brief is None:
        return False
    start = at.start - sentence.start
    if value == brief.ask.minutes and (
        (unit and unit[0].startswith("min"))
        or _MINUTES.match(sentence.text[at.end - sentence.start :][:WINDOW])
    ):
        return True
    if value == brief.ask.minutes and _SPARE.search(sentence.text[max(0, start - 20) : start]):
        return True
    if value * 60 == brief.ask.minutes and unit and unit[0] in ("hour", "hr"):
        return True
    clock = _CLOCK.search(
        sentence.text[max(0, at.start - sentence.start - WINDOW) : at.start - sentence.start]
    )
    return clock is not None and any(value == v for v, _ in numbers(brief.ask.when))


def _roughly(given: tuple[Count, ...], sentence: Span, at: Span, value: float) -> bool:
    """Whether it is an hour by another clock, or "about" a number that is given."""
    start, end = at.start - sentence.start, at.end - sentence.start
    before = sentence.text[max(0, start - WINDOW) : start]
    if value <= 24 and (_CLOCK.search(before) or _HOUR.match(sentence.text, end)):
        return any(c.value <= 24 and c.value % 12 == value % 12 for c in given)
    if not ABOUT.search(before):
        return False
    return any(abs(c.value - value) <= _NEAR_SHARE * max(c.value, value) for c in given)


def _worked_out(given: tuple[Count, ...], value: float, unit: list[str]) -> bool:
    """Whether it is the sum or the difference of two numbers that count the same thing."""
    alike = [c for c in given if c.unit and unit and c.unit[0] == unit[0]][:_SOME]
    pairs = [(a.value, b.value) for n, a in enumerate(alike) for b in alike[n + 1 :]]
    return any(value in (a + b, abs(a - b)) for a, b in pairs)


def _month(stem: str) -> bool:
    return len(stem) > 2 and any(month.startswith(stem) for month in MONTHS)


def _counted_otherwise(ledger: Ledger, given: tuple[Count, ...], unit: str, value: float) -> bool:
    """Whether the brief counts the same thing, and never by this number."""
    alike = [c for c in given if c.unit and c.unit[0] == unit]
    return bool(alike) and all(c.value != value for c in alike)


def _derived(
    ledger: Ledger,
    given: tuple[Count, ...],
    sentence: Span,
    at: Span,
    value: float,
    unit: list[str],
) -> bool:
    """Whether a number follows from a year, a span of years or a date that is given."""
    today = ledger.reading.today
    if _YEAR.match(at.text):
        spans = [c.value for c in given if c.unit and c.unit[0] == "year"]
        if any(abs(today.year - s - value) <= 1 for s in spans):
            return True
        relative = ledger.side("")
        low = relative.lower()
        return (value == today.year and "this year" in low) or (
            value == today.year - 1 and "last year" in low
        )
    if (
        unit
        and unit[0] in _MONTHS_IN
        and any(
            abs(c.value * _MONTHS_IN[c.unit[0]] - value * _MONTHS_IN[unit[0]])
            <= 0.2 * value * _MONTHS_IN[unit[0]]
            for c in given
            if c.unit and c.unit[0] in _MONTHS_IN and c.unit[0] != unit[0]
        )
    ):
        return True
    if not unit or unit[0] == "year" or _AFTER_SINCE.match(sentence.text, at.end - sentence.start):
        return any(abs(today.year - c.value - value) <= 1 for c in given if 1900 < c.value < 2100)
    if unit and unit[0] in ("week", "month", "day"):
        length = {"week": 7, "month": 30, "day": 1}[unit[0]]
        days = value * length
        return any(
            abs(days_off(last, d) - days) <= max(length * 0.75, days * 0.2, 1)
            for d in ledger.dates
            for last in (today, max(ledger.dates))
            if last != d
        )
    if unit and unit[0].startswith("decad"):
        return any(c.value == value * 10 for c in given)
    return False


def _shares(ledger: Ledger, one: set[str], other: frozenset[str]) -> bool:
    return any(ledger.lexicon.same(a, b) for a in one for b in other)
