"""Holds the numbers of a message against the brief: the value, and what it counts."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import MONTHS, numbers
from coach.review.quantities import ABOUT
from coach.review.reading import MAX_FOUND
from coach.review.text import Span, word_spans

_NEAR = 5
_UNIT_REACH = 3
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minut", "min", "season"))
_SHORT = {
    **{"yr": "year", "yrs": "year", "mth": "month", "mths": "month", "wk": "week", "wks": "week"},
    **{"hr": "hour", "hrs": "hour", "mins": "minut"},
}
_CLOCKED = _TIMES | {"pm", "am", "clock", "date", "time"}
_MONTHS_IN = {"year": 12.0, "month": 1.0, "week": 0.23, "day": 0.033}
_RANGE = re.compile(r"^(?: ?[-–] ?| (?:to|or|and) )[\d.]+(?=[ %])")
_AGO = re.compile(r"\s+(?:days?|weeks?|months?|years?) ago\b", re.I)
_CLOCK = re.compile(
    r"\b(?:at|after|before|around|from|until|till|by|past|between|to) $", re.IGNORECASE
)
_TH = re.compile(r"(?:st|nd|rd|th)\b")
_WINDOW = 120
_FEW = 3
_YEAR_DAYS = 365
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
_ORDINAL = re.compile(r"second|third|\w+th$", re.IGNORECASE)


@dataclass(frozen=True)
class Count:
    """A number given: its value, the stems right behind it, and all those near it."""

    value: float
    unit: tuple[str, ...]
    near: frozenset[str]


def counts(ledger: Ledger) -> tuple[Count, ...]:
    """Return the numbers of the brief; the time asked for supports no other fact."""
    found = []
    for field in ledger.fields:
        if field.path.startswith("ask.") and field.path != "ask.when":
            continue
        text = field.text.replace("-", " ") if field.path == "history.date" else field.text
        whole = Span(0, len(text), text)
        before: tuple[str, ...] = ()
        for value, at in numbers(text):
            unit = tuple(_unit(ledger, whole, at)) or before
            before = unit
            near = frozenset(_near(ledger, whole, at))
            if field.path == "history.date" and _AGO.match(text[at.end :]):
                near = frozenset()  # "two weeks ago" is the same day whatever happened then
            elif field.path == "history.date" and value < 1000:
                unit, near = ("date",), frozenset(("date",))
            found.append(Count(value, unit, near))
            if at.text[-1:] in "kK":
                found.append(Count(value / 1000, unit, near))
            if unit and unit[0].startswith("decad"):
                found.append(Count(value * 10, ("year",), near | {"year"}))
    return tuple(found)


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
        wrong = _wrong(ledger, given, within, at, value)
        if wrong:
            year = bool(_YEAR.match(at.text))
            yield Claim(at, "date" if year else "number")


def _is_bullet(sentence: Span, at: Span, value: float) -> bool:
    return at.start == sentence.start and value < 10 and at.text[0].isdigit()


def _wrong(
    ledger: Ledger, given: tuple[Count, ...], sentence: Span, at: Span, value: float
) -> bool:
    unit = _unit(ledger, sentence, at)
    near = _near(ledger, sentence, at)
    if _is_small(ledger, sentence, at, value, unit):
        return False
    same = [count for count in given if count.value == value]
    if _asked(ledger, sentence, at, value, unit):
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
        return True
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
    about = ABOUT.search(sentence.text[max(0, start - _WINDOW) : start])
    if about is None and _THANKS.match(sentence.text, start):
        return True
    if at.text[0].isdigit() or (
        value > 1 and _MORE.match(sentence.text[at.end - sentence.start :][:_WINDOW])
    ):
        return False
    rest = sentence.text[at.end - sentence.start :][:_WINDOW]
    if value <= _SOME and unit and unit[0] in ledger.lexicon.words("talk-units"):
        return True
    if value <= _FEW and (_LATER.match(rest) or (_ORDINAL.match(at.text) and _TIME.match(rest))):
        return True
    if _ORDINAL.match(at.text):
        if unit and unit[0] in ("messag", "not", "mail", "email", "follow", "try", "attempt"):
            return True
        return value == 2 and not (unit and unit[0] in _TIMES)
    if unit and unit[0] in _TIMES and value > 1:
        return False
    if value <= 1:
        return not (unit and unit[0] in ("year", "month"))
    return value == 2 and (not unit or unit[0] in ledger.wording or not ledger.holds(unit[0]))


def _asked(ledger: Ledger, sentence: Span, at: Span, value: float, unit: list[str]) -> bool:
    """Whether it is the length or the time of day asked for."""
    brief = ledger.reading.brief
    if brief is None:
        return False
    if value == brief.ask.minutes and unit and unit[0].startswith("min"):
        return True
    start = at.start - sentence.start
    if value == brief.ask.minutes and _SPARE.search(sentence.text[max(0, start - 20) : start]):
        return True
    if value * 60 == brief.ask.minutes and unit and unit[0] in ("hour", "hr"):
        return True
    clock = _CLOCK.search(
        sentence.text[max(0, at.start - sentence.start - _WINDOW) : at.start - sentence.start]
    )
    return clock is not None and any(value == v for v, _ in numbers(brief.ask.when))


def _roughly(given: tuple[Count, ...], sentence: Span, at: Span, value: float) -> bool:
    """Whether it is an hour by another clock, or "about" a number that is given."""
    start, end = at.start - sentence.start, at.end - sentence.start
    before = sentence.text[max(0, start - _WINDOW) : start]
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
            abs(_days_off(last, d) - days) <= max(length * 0.75, days * 0.2, 1)
            for d in ledger.dates
            for last in (today, max(ledger.dates))
            if last != d
        )
    if unit and unit[0].startswith("decad"):
        return any(c.value == value * 10 for c in given)
    return False


def _days_off(today: datetime.date, day: datetime.date) -> int:
    """How many days ``day`` lies from today; one of about a year ago may be meant as coming."""
    past = abs((today - day).days)
    return min(past, abs(_YEAR_DAYS - past)) if past < _YEAR_DAYS else past


def _unit(ledger: Ledger, sentence: Span, at: Span) -> list[str]:
    """The stems of the next words up to a break, those that say what is counted."""
    rest = sentence.text[at.end - sentence.start :][:_WINDOW]
    rest = _RANGE.sub("", rest)
    rest = re.split(r"[.,;:!?()]|\b(?:and|or|to|in|on|at|for|from|with|of|as)\b", rest)[0]
    if rest[:1] == "%":
        return ["percent"]
    found = [w.text for w in word_spans(rest)][:_UNIT_REACH]
    stems = [_SHORT.get(s, s) for w in found for s in ledger.content(w)]
    return stems[-1:] + stems[:-1] if len(stems) > 1 and stems[0] not in _TIMES else stems


def _near(ledger: Ledger, sentence: Span, at: Span) -> set[str]:
    """The content stems within five words of a number."""
    start, end = at.start - sentence.start, at.end - sentence.start
    before = sentence.text[max(0, start - _WINDOW) : start].split()[-_NEAR:]
    after = sentence.text[end : end + _WINDOW].split()[:_NEAR]
    text = " ".join((*before, *after))
    near = {_SHORT.get(s, s) for s in ledger.content(text) if not s.isdigit()}
    return near | ({"percent"} if "%" in text or "percent" in text.lower() else set())


def _shares(ledger: Ledger, one: set[str], other: frozenset[str]) -> bool:
    return any(ledger.lexicon.same(a, b) for a in one for b in other)
