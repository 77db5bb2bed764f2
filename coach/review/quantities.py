"""Reads the quantities in a text, however they are written, so that two texts can be compared by them.

"Half an hour", "30 minutes" and "a 30-minute call" are one quantity; "85%" and "0.85" are one share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from coach.review.claim_tokens import MONTHS, WEEKDAYS, number_value, numbers
from coach.review.text import Span, fold


class Sort(StrEnum):
    """What a quantity measures; only what measures the same can stand for one another."""

    LENGTH = "length"
    WHEN = "when"
    SHARE = "share"
    MONEY = "money"
    CLOCK = "clock"
    YEAR = "year"
    DAY = "day"
    MONTH = "month"
    WEEKDAY = "weekday"
    COUNT = "count"


@dataclass(frozen=True)
class Quantity:
    """A quantity and where it stands.

    Attributes:
        sort: what it measures.
        value: minutes for a length of time, of the day for a clock; hundredths of a month for a day.
        at: where it stands in the text.
        unit: the words right behind it, those that say what a count counts.
        role: ``from``, ``to`` or ``by``, when one of these stands before it.
        each: the time in which it comes again ("40 a month"), or nothing.
        about: whether it is said to be roughly so.
    """

    sort: Sort
    value: float
    at: Span
    unit: str = ""
    role: str = ""
    each: str = ""
    about: bool = False


MINUTES = {
    "min": 1.0, "minute": 1.0, "hour": 60.0, "hr": 60.0, "day": 1_440.0, "week": 10_080.0,
    "fortnight": 20_160.0, "month": 43_800.0, "year": 525_600.0, "yr": 525_600.0, "decade": 5_256_000.0,
}  # fmt: skip
_TIME = rf"(?P<unit>{'|'.join(sorted(MINUTES, key=len, reverse=True))})s?\b"
_FOUND = re.compile(
    r"(?P<iso>\b\d{4}-\d{2}-\d{2}\b)"
    rf"|(?P<day>\b\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<in>{'|'.join(MONTHS)})\b"
    rf"|\b(?P<in2>{'|'.join(MONTHS)}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[ap]m)"
    r"|\b(?P<part>half an|a half|half a|half|three quarters of an|a quarter of an|quarter of an)[ -](?P<of>hour|day|year|decade)\b"
    r"|\b(?P<clock>\d{1,2}(?:[:.]\d{2})?) ?(?P<noon>[ap]\.?m\b|o'clock)"
    r"|\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b"
    r"|(?P<money>[£$€]) ?(?P<amount>\d[\d,]*(?:\.\d+)?(?:[km]\b)?)"
    r"|\b(?P<thirds>two[ -]thirds|three[ -]quarters|(?:one|a)[ -](?:third|quarter|half|fifth|tenth))\b(?! (?:time|year|talk|of an hour))"
    r"|\b(?P<factor>halved|halving|doubled|doubling|tripled|in half|by half)\b"
    rf"|\b(?P<article>an?|one) (?P<alone>{'|'.join(MINUTES)})(?P<half> and a half)?\b",
    re.IGNORECASE,
)
_PARTS = {"half": 0.5, "a half": 0.5, "half an": 0.5, "half a": 0.5, "three quarters of an": 0.75}
_SHARES = {"two": 2 / 3, "three": 0.75, "third": 1 / 3, "quarter": 0.25, "half": 0.5, "fifth": 0.2}
_FACTORS = {"halv": 0.5, "doub": 2.0, "trip": 3.0, "in h": 0.5, "by h": 0.5}
_BEHIND = re.compile(rf"[ -](?:and a half[ -])?{_TIME}", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_MORE_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_PERCENT = re.compile(r" ?(?:%|per ?cent\b)", re.IGNORECASE)
_MONEY = re.compile(r" (?:pounds|euros?|dollars|kroner|francs)\b", re.IGNORECASE)
_RATE = re.compile(
    r"[^.,;:!?()]{0,30}?\b(?:an?|per|each|every) (?P<each>minute|hour|day|week|month|year)\b", re.I
)
_RATED = re.compile(r"\b(?:an?|per|each|every|once a|twice a) $", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?P<role>from|to|by)(?: (?:about|around|nearly|almost|only|just|some|over|under|roughly))* $",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:last|past|next|coming|previous|every|these|within|in|first|final)(?: (?:the|my|your|our|just|about|under|over))* $",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[ -](?:ago|later|earlier|before|after|from now|back|since|old|time)\b", re.IGNORECASE
)
_TAKES = re.compile(
    r"\b(?:for|of|than|about|around|almost|nearly|over|under|lasted|took|take|spent|spend|spare|have|only|just|within|in|to|by"
    r"|me|us|you|another|the|after)(?: up to)? $",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|over|more than|some|roughly|close to|up to|well over|just under|under|fewer than|less than|getting on for"
    r"|approximately|at least|a good|past|beyond) (?:an? |the )?$",
    re.IGNORECASE,
)
"""Stands before a number that is only roughly meant."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|second|third|[a-z]+th)$", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"[ -]((?:[\w'-]+ ?){1,3})")
_UNIT_ENDS = re.compile(
    r"\b(?:and|or|to|in|on|at|for|from|with|of|as|a|an|per|each|every|by|the|i|you|that|who)\b.*",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_HALF_DAY = 720.0


def quantities(text: str, start: int = 0) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order; ``start`` is the offset of the text itself."""
    found = _quantities(text)
    return tuple(replace(one, at=_moved(one.at, start)) for one in found) if start else found


@lru_cache(maxsize=512)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """A clause is compared with every other, so the same few texts are asked about again and again."""
    plain = fold(text)
    found = list(_named(plain))
    taken = bytearray(len(plain))
    for one in found:
        taken[one.at.start : one.at.end] = b"\1" * (one.at.end - one.at.start)
    for value, at in numbers(plain):
        free = not any(taken[at.start : at.end])
        inside = plain[at.start - 1 : at.start]
        if free and not (inside.isalnum() and at.text[0].isdigit()):
            found.append(_number(plain, value, at))
    found += _days(plain, taken)
    found.sort(key=lambda one: one.at.start)
    return tuple(found)


def _moved(at: Span, by: int) -> Span:
    return Span(at.start + by, at.end + by, at.text)


def _named(text: str) -> Iterator[Quantity]:
    """What a pattern of its own finds: dates, clocks, money, fractions, an hour."""
    for found in _FOUND.finditer(text):
        at = Span(found.start(), found.end(), found.group())
        if found["iso"]:
            yield Quantity(Sort.DAY, int(at.text[5:7]) + int(at.text[8:]) / 100, at)
        elif found["in"] or found["in2"]:
            month = MONTHS.index((found["in"] or found["in2"]).lower()) + 1
            yield Quantity(Sort.DAY, month + int(found["day"] or found["day2"]) / 100, at)
        elif found["part"]:
            part = _PARTS.get(found["part"].lower(), 0.25)
            yield _length(text, part * MINUTES[found["of"].lower()], at)
        elif found["clock"] or found["hour"]:
            yield Quantity(Sort.CLOCK, _of_day(found), at, role=_before(_ROLE, text, at))
        elif found["money"]:
            yield _told(text, Quantity(Sort.MONEY, number_value(found["amount"]), at))
        elif found["thirds"]:
            words = re.split(r"[ -]", found["thirds"].lower())
            share = _SHARES.get(words[0], _SHARES.get(words[-1], 0.1))
            yield _told(text, Quantity(Sort.SHARE, share, at))
        elif found["factor"]:
            yield Quantity(Sort.SHARE, _FACTORS[found["factor"].lower()[:4]], at)
        elif _is_taken(text, found):
            minutes = MINUTES[found["alone"].lower()] * (1.5 if found["half"] else 1.0)
            yield _length(text, minutes, at)


def _is_taken(text: str, found: re.Match[str]) -> bool:
    """Whether "an hour" is a length of time, and not how often something comes ("6 an hour")."""
    if found["half"] or found["article"].lower() == "one":
        return True
    return _TAKES.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]) is not None


def _of_day(found: re.Match[str]) -> float:
    """A time of day in minutes, by the clock with twelve hours."""
    if found["hour"]:
        return (int(found["hour"]) * 60 + int(found["minute"])) % _HALF_DAY
    hours, *minutes = re.split(r"[:.]", found["clock"])
    return (int(hours) * 60 + int(minutes[0] if minutes else 0)) % _HALF_DAY


def _number(text: str, value: float, at: Span) -> Quantity:
    """A bare number, by what stands behind it."""
    rest = text[at.end : at.end + 60]
    if _PERCENT.match(rest):
        return _told(text, Quantity(Sort.SHARE, value / 100, at))
    if _MONEY.match(rest):
        return _told(text, Quantity(Sort.MONEY, value, at))
    if suffix := _SUFFIX.match(rest):
        end = at.end + suffix.end()
        return Quantity(Sort.COUNT, value, Span(at.start, end, text[at.start : end]))
    half = _MORE_HALF.match(rest)
    if time := _BEHIND.match(rest):
        value += 0.5 if "half" in time.group() else 0.0
        whole = Span(at.start, at.end + time.end(), text[at.start : at.end + time.end()])
        if _RATED.search(text[max(0, at.start - _LOOK_BACK) : at.start]) and value == 1:
            return Quantity(Sort.COUNT, value, at)
        return _length(text, value * MINUTES[time["unit"].lower()], whole)
    if half:
        value += 0.5
    if _YEAR.match(at.text):
        return Quantity(Sort.YEAR, value, at, role=_before(_ROLE, text, at))
    unit = _NEXT_WORDS.match(rest)
    counted = _UNIT_ENDS.sub("", unit.group(1)).strip() if unit else ""
    return _told(text, Quantity(Sort.COUNT, value, at, unit=counted))


def _length(text: str, minutes: float, at: Span) -> Quantity:
    """A length of time, or the time within or before which something was."""
    before = text[max(0, at.start - _LOOK_BACK) : at.start]
    rest = text[at.end : at.end + 12]
    sort = Sort.WHEN if _PERIOD.search(before) or _THEN.match(rest) else Sort.LENGTH
    return _told(text, Quantity(sort, minutes, at))


def _told(text: str, one: Quantity) -> Quantity:
    """A quantity with what stands around it."""
    rate = _RATE.match(text[one.at.end : one.at.end + 60])
    about = ABOUT.search(text[max(0, one.at.start - _LOOK_BACK) : one.at.start])
    return replace(
        one,
        role=_before(_ROLE, text, one.at),
        each=rate["each"].lower() if rate else "",
        about=about is not None,
    )


def _before(pattern: re.Pattern[str], text: str, at: Span) -> str:
    found = pattern.search(text[max(0, at.start - _LOOK_BACK) : at.start])
    return found["role"].lower() if found else ""


def _days(text: str, taken: bytearray) -> Iterator[Quantity]:
    """Months and days of the week that stand alone."""
    for found in _CALENDAR.finditer(text):
        if taken[found.start()]:
            continue
        at = Span(found.start(), found.end(), found.group())
        name = found.group().lower().split()[-1].removesuffix("s")
        if name in WEEKDAYS:
            yield Quantity(Sort.WEEKDAY, float(WEEKDAYS.index(name)), at)
        else:
            yield Quantity(Sort.MONTH, float(MONTHS.index(name) + 1), at)


_CALENDAR = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})s?\b|\b(?:{'|'.join(m for m in MONTHS if m not in ('march', 'may'))})\b"
    r"|\b(?:in|since|last|of|this|next|until|by) (?:March|May)\b",
    re.IGNORECASE,
)


def is_ordinal(one: Quantity) -> bool:
    """Whether it says which and not how many: the second talk."""
    return one.sort is Sort.COUNT and _ORDINAL.match(one.at.text) is not None
