"""Says when something happened, from whatever date the mentee typed: "on 3 November", "last week"."""

import datetime
import re
from collections.abc import Sequence

from coach.domain.dates import read_date
from coach.writing.text import bare, is_blank, recase, tidy

FAR_DAYS = 300
"""Days from which a date needs its year."""
_DAY = re.compile(
    r"^(?:\w+day,? )?(?:on )?(?:the )?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\.?(?: of)? [a-z]{3,9}\.?(?:,? \d{4})?|"
    r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)$",
    re.I,
)
_NUMBERS = re.compile(r"^(?:on )?\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{2}|\d{4}))?$")
_READY = re.compile(
    r"^(?:yesterday|today|this (?:morning|week|month|year|spring|summer|autumn|fall|winter)|earlier \w+ \w+|"
    r"last \w+|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|some|\d+) "
    r"(?:days?|weeks?|months?|years?) ago|recently|a while (?:ago|back)|over the \w+|(?:in|on|at|during|before|after|around|back in) .{2,30})$",
    re.I,
)
_MONTH = re.compile(
    r"^(?:early |mid[- ]|late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*"
    r"(?: \d{4})?$|^(?:19|20)\d\d$",
    re.I,
)
_MONTH_NAME = re.compile(r"\b(?:march|may)\b")
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:[a-z]*day)?$", re.I)
_ISO_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def when_phrase(text: str, today: datetime.date, names: Sequence[str] = ()) -> str:
    """As in "on 3 November"; "" for what is no date we can place in a sentence."""
    if is_blank(text):
        return ""
    plain = recase(bare(tidy(text)), names)
    if _DAY.match(plain) and (date := read_date(plain, today)):
        far = abs((today - date).days) > FAR_DAYS
        return f"on {date.day} {date:%B}" + (f" {date.year}" if far else "")
    if _NUMBERS.match(plain):
        date = read_date(plain, today)
        return when_phrase(date.isoformat(), today, names) if date else ""
    if match := _ISO_MONTH.match(plain):
        month = int(match[2])
        if not 1 <= month <= 12:
            return ""
        return f"in {datetime.date(int(match[1]), month, 1):%B} {match[1]}"
    if _WEEKDAY.match(plain):
        return "on " + next(day for day in FULL_DAYS if day[:3] == plain[:3].capitalize())
    if _MONTH.match(plain):
        season = re.match(r"(?:spring|summer|autumn|fall|winter)", plain, re.I)
        return f"in {_season(plain) if season else _MONTH_NAME.sub(lambda m: m[0].capitalize(), plain)}"
    plain = re.sub(
        r"\b(?:mon|tues?|weds?|thur?s?|fri|sat|sun)$",
        lambda m: next(day for day in FULL_DAYS if day[:3] == m[0][:3].capitalize()),
        plain,
        flags=re.I,
    )
    if _READY.match(plain):
        return spelled(plain[:1].lower() + plain[1:])
    return ""


def _season(text: str) -> str:
    """As in "summer" -> "the summer"; "spring 2024" stays."""
    bare_season = " " not in text
    return f"the {text.lower()}" if bare_season else text.lower()


def spelled(when: str) -> str:
    """As in "2 weeks ago" -> "two weeks ago"; larger numbers stay."""
    number = re.match(r"([2-9]) (?=days?|weeks?|months?|years?)", when)
    return _SMALL[int(number[1]) - 2] + when[1:] if number else when
