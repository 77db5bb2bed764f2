"""The forms in which people write days, times and time zones, as patterns."""

import contextlib
import datetime
import re

_MONTHS = (
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec"
).split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\b\.?"
DAYS = "mon|monday tue|tues|tuesday wed|weds|wednesday thu|thur|thurs|thursday fri|friday sat|saturday sun|sunday".split()  # fmt: skip
WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b\.?", re.I)
_YEAR = r"(?P<year>\d{4})"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = (
    re.compile(rf"{_YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"),
    re.compile(rf"\b{_YEAR}(?P<mark>[-/.])(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}\b"),
    re.compile(rf"\b(?P<first>\d{{1,2}})(?P<mark>[-/])(?P<second>\d{{1,2}})(?P=mark){_YEAR}\b"),
    re.compile(rf"(?<![\d:.]){_ORDINAL}\.?[\s-]+(?:of\s+)?{_MONTH}(?:[\s,-]+{_YEAR}\b)?", re.I),
    re.compile(rf"\b{_MONTH}\s+{_ORDINAL}\b(?:[\s,]+{_YEAR}\b)?", re.I),
)
OTHER_MONTH = re.compile(
    r"\b\d{1,2}\.?\s(?:de\s)?(?P<word>[^\W\d_]{3,})\.?,?\s(?:de[l]?\s)?\d{4}\b", re.I
)
"""A day, a word and a year: the word is a month that is misspelt or in another language."""
_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
TIMES = (
    re.compile(
        rf"\b(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?(?!\d)"
        rf"(?:\s*{_HALF}|\s*(?P<full>uhr|hrs?|h)\b)?",
        re.I,
    ),
    re.compile(rf"\b(?P<hour>\d{{1,2}})\s*{_HALF}", re.I),
    re.compile(r"\b(?P<hour>\d{1,2})\s*(?P<full>uhr|h)(?:\s?(?P<minute>\d{2}))?\b", re.I),
    re.compile(r"\b(?:12\s+)?(?P<noon>noon|midday)\b", re.I),
)
ALL_DAY = re.compile(r"\b(?:all|whole|full|entire)[\s-]*day(?:\s+long)?\b", re.I)
SPAN = re.compile(r"\d\s*(?:[-–—]|to|until|till)\s*(?=\d|$)", re.I)
"""A number and a dash: two hours, of which at most one can be read."""
_SIGN = "[+\N{MINUS SIGN}-]"
ZONE = re.compile(r"\[?\b(?P<zone>[A-Za-z][A-Za-z_]+(?:/[A-Za-z][A-Za-z0-9_+-]*){1,2})\]?")
UTC = re.compile(rf"(?<![A-Z])(?:UTC|GMT|(?<=\d)\s?Z)\b(?!\s*{_SIGN}\d)", re.I)
OFFSET = re.compile(
    rf"(?:\b(?P<named>UTC|GMT)\s*)?(?P<sign>{_SIGN})(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d{{2}}))?(?!\d)",
    re.I,
)
FILLER = re.compile(r"\b(?:at|on|the|from|um)\b|[,;()@]|(?<=\s)[-–—](?=\s)", re.I)
_YEARS = range(1970, 2200)


def first_of(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """What the first pattern that is in the text finds."""
    return next((found for found in (one.search(text) for one in patterns) if found), None)


def first_time(text: str) -> re.Match[str] | None:
    """The time of day that comes first in the text, in whichever form it is written."""
    every = (found for found in (one.search(text) for one in TIMES) if found)
    return min(every, key=lambda found: found.start(), default=None)


def clock_time(found: dict[str, str | None]) -> datetime.time | None:
    """What the clock shows; none when no clock can."""
    hour, half = int(found.get("hour") or 12), (found.get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half == "a" and hour > 12:
        return None
    with contextlib.suppress(ValueError):
        return datetime.time(hour, int(found.get("minute") or 0))
    return None


def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, when there is one in the years in which people now living meet."""
    with contextlib.suppress(ValueError):
        return datetime.date(year, month, day) if year in _YEARS else None
    return None


def month_number(name: str) -> int:
    """1 for January or Jan."""
    return next(
        number for number, names in enumerate(_MONTHS, 1) if name.lower() in names.split("|")
    )


def is_offset(found: re.Match[str], before: str, glued: bool) -> bool:
    """Whether a sign and a number are an offset, and not the end of "10:00-11:00"."""
    if found["named"] or found["sign"] == "+":
        return True
    return glued or re.search(r":\d{2}:\d{2}(?:\.\d+)?$", before) is not None
