"""Reads the dates people write: 2026-11-03, 3 November, Nov 3rd, yesterday, two weeks ago."""

import contextlib
import datetime
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<monthnumber>\d{1,2})-(?P<day>\d{1,2})\b")
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[ ]+(?:of[ ]+)?{_MONTH}(?:,?[ ]+(?P<year>\d{{4}}))?",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}[ ]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?[ ]+(?P<year>\d{{4}}))?", re.I
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>\d{4}|\d{2}))?(?![\d/-])"
)
_AGO = re.compile(
    r"\b(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ ]+"
    r"(?P<unit>day|week|month)s?[ ]+(?:ago|back|before)",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNITS = {"day": 1, "week": 7, "month": 30}


def read_date(text: str, today: datetime.date) -> datetime.date | None:
    """Return the first date in ``text``; one without a year is the latest such day not after today.

    Returns None when there is no date, or none that exists.
    """
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        found = pattern.search(text)
        if found is not None:
            return _as_date(found, today)
    return _in_numbers(text, today)


def numeric_dates(match: re.Match[str], today: datetime.date) -> list[datetime.date]:
    """The days that "3/11/2026" or "3.11." can mean: day first, then month first if it differs."""
    year = int(match["year"] or today.year)
    year += 2000 if year < 100 else 0
    pairs = dict.fromkeys(
        ((int(match["one"]), int(match["two"])), (int(match["two"]), int(match["one"])))
    )
    found = []
    for day, month in pairs:
        with contextlib.suppress(ValueError):
            found.append(datetime.date(year, month, day))
    return found[:1] if match["mark"] == "." else found


def _in_numbers(text: str, today: datetime.date) -> datetime.date | None:
    """A date in numbers only, where it can mean one day not after today and no other."""
    match = _NUMERIC.search(text)
    if match is None or (match["year"] is None and match["mark"] != "/"):
        return None
    past = [date for date in numeric_dates(match, today) if date <= today]
    return past[0] if len(past) == 1 else None


def _as_date(found: re.Match[str], today: datetime.date) -> datetime.date | None:
    groups = found.groupdict()
    month = groups.get("month")
    number = _MONTHS.index(month.lower()) + 1 if month else int(found["monthnumber"])
    year = int(found["year"]) if found["year"] else today.year
    try:
        date = datetime.date(year, number, int(found["day"]))
        return date if found["year"] or date <= today else date.replace(year=year - 1)
    except ValueError:
        return None


def days_before(text: str, today: datetime.date) -> int | None:
    """Return how many days before ``today`` the day written in ``text`` was; None if unclear."""
    date = read_date(text, today)
    if date is not None:
        return (today - date).days
    ago = _AGO.search(text)
    if ago is not None:
        number = ago["number"].lower()
        return int(_NUMBERS.get(number, number)) * _UNITS[ago["unit"].lower()]
    simple = text.strip().lower()
    if "day before yesterday" in simple:
        return 2
    if simple in ("yesterday", "today", "this morning"):
        return 1 if simple == "yesterday" else 0
    return 7 if simple == "last week" else None
