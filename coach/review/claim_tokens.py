"""Finds the hard facts in a text: numbers, months and names that either are given or are not."""

import datetime
import re
from collections.abc import Iterable

from coach.domain.dates import MONTHS as FULL_NAMES
from coach.domain.dates import read_date
from coach.review.stems import plain
from coach.review.text import Span, word_spans, words

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = tuple(name.lower() for name in FULL_NAMES)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_VALUES = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **{word: value for value, word in enumerate(_ORDINALS, start=2)},
    "dozen": 12,
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_AFTER_DIGITS = {**_SCALES, "grand": 1000}
_SUFFIXES = {"k": 1000, "m": 1_000_000}
_WORD = "|".join((*_TENS, *sorted(_UNITS, key=len, reverse=True), "dozen"))
_SCALE = "|".join(_SCALES)
_NUMBER = re.compile(
    rf"\d[\d,]*(?:\.\d+)?(?:[km]\b| (?:thousand|million)\b| grand(?=[.,;!?]|$| (?:a|in|of|for|on|per|put|saved|from|to|less|more|away)\b))?"
    rf"|\b(?:{'|'.join(_TENS)})[- ](?:first|{'|'.join(_ORDINALS[1:8])})\b|\bhalf a dozen\b"
    rf"|(?:(?<=\bthe )|(?<=\bmy )|(?<=\bour ))(?:{'|'.join(_TENS)})[- ]second\b"
    rf"|\b(?:(?:{_WORD})(?:[- ](?:{_WORD}))?(?:[- ](?:{_SCALE})){{0,2}}|(?:an? )?(?:{_SCALE}))"
    rf"(?:[- ](?:and[- ])?(?:{_WORD})(?:[- ](?:{_WORD}))?(?:[- ](?:thousand|million))?)?\b"
    rf"|\b(?:{'|'.join(_ORDINALS)})\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?![\d/-])")
_ISO = re.compile(r"\b\d{4}-(\d{2})(?:-\d{2})?\b")
_MONTH = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:in|since|last|of|\d) May\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)(?:t)?\b\.?", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b(?: \d{4})?"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?"
    r"|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_SHORT_DAY = re.compile(r"\b(mon|tues?|wed|weds|thurs?|thu|fri|sat|sun)\b", re.IGNORECASE)
_DAYS_ON = re.compile(
    rf"\b(?P<first>{'|'.join(WEEKDAYS)})s?(?: ?[-–] ?| to | till | until | through )(?P<last>{'|'.join(WEEKDAYS)})"
)
_TITLE_SHARE = 0.5
_LEAD = 40
_TITLE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Sr|Rev)\.$")


def number_value(text: str) -> float:
    """Return the value of a number written in digits or words; "6k" is 6,000."""
    simple = text.lower().replace(",", "").strip()
    if simple[:1].isdigit():
        scale = simple.rsplit(" ", 1)[-1]
        factor = _AFTER_DIGITS.get(scale, _SUFFIXES.get(simple[-1:], 1))
        simple = simple.removesuffix(scale).strip() if scale in _AFTER_DIGITS else simple
        return float(simple[:15].rstrip(".km")) * factor
    if simple == "half a dozen":
        return _VALUES["dozen"] / 2
    total, part = 0, 0
    for word in re.split(r"[- ]+", simple):
        if word == "dozen":
            part = (part or 1) * _VALUES[word]
        elif word in _SCALES:
            part = (part or 1) * _SCALES[word]
            total, part = (total + part, 0) if part >= 1000 else (total, part)
        else:
            part += _VALUES.get(word, word == "first")
    return float(total + part)


def numbers(text: str, start: int = 0) -> list[tuple[float, Span]]:
    """Return the numbers in ``text`` with where they stand."""
    return [
        (number_value(m.group()), Span(start + m.start(), start + m.end(), m.group()))
        for m in _NUMBER.finditer(text)
    ]


def months(text: str, start: int = 0) -> list[tuple[str, Span]]:
    """Return the months named in ``text`` or in its ISO dates, in lower case."""
    found = [
        (m.group().split()[-1].lower(), Span(start + m.start(), start + m.end(), m.group()))
        for m in _MONTH.finditer(text)
    ]
    for m in _ISO.finditer(text):
        if 1 <= int(m[1]) <= len(MONTHS):
            found.append(
                (MONTHS[int(m[1]) - 1], Span(start + m.start(), start + m.end(), m.group()))
            )
    return found


def given_months(texts: Iterable[str]) -> frozenset[str]:
    """Return every month in ``texts``, also those cut short ("5 Nov")."""
    short = {month[:3]: month for month in MONTHS}
    named = {month for text in texts for month, _ in months(text)}
    cut = {short[m[1].lower()] for text in texts for m in _SHORT.finditer(text)}
    numbered = {
        MONTHS[int(part) - 1]
        for text in texts
        for found in _NUMERIC.finditer(text)
        for part in found.groups()
        if 1 <= int(part) <= len(MONTHS)
    }
    return frozenset(named | cut | numbered)


def given_dates(texts: tuple[str, ...], today: datetime.date) -> tuple[datetime.date, ...]:
    """Return the days named in ``texts``, several to a text."""
    inside = (m.group() for text in texts for m in _DAY.finditer(text))
    found = (read_date(text, today) for text in (*texts, *inside))
    return tuple(date for date in found if date is not None)


def given_weekdays(texts: Iterable[str], dates: Iterable[datetime.date]) -> frozenset[str]:
    """Return the days of the week named in ``texts``, in full or cut short, or by a date."""
    named = {WEEKDAYS[d.weekday()] for d in dates}
    for text in texts:
        lower = text.lower()
        named |= {day for day in WEEKDAYS if day in lower}
        for found in _DAYS_ON.finditer(lower):
            first, last = (WEEKDAYS.index(found[n]) for n in ("first", "last"))
            named |= set(WEEKDAYS[first : last + 1])
        cut = {m[1].lower()[:3] for m in _SHORT_DAY.finditer(text)}
        named |= {day for day in WEEKDAYS if day[:3] in cut}
    return frozenset(named)


def given_names(texts: Iterable[str]) -> frozenset[str]:
    """Return every word of ``texts``, plain, hyphenated ones also by part."""
    return frozenset(
        part
        for text in texts
        for word in words(text)
        for part in (plain(word), *plain(word).split("-"))
    )


def names(sentence: Span) -> list[Span]:
    """Return the capitalised words inside a sentence; its first word is no evidence of a name.

    Nothing is returned when the whole sentence is written in capitals or title case.
    """
    spans = word_spans(sentence.text, sentence.start)
    inside = [s for s in spans[1:] if len(s.text) > 1]
    capital = [s for s in inside if s.text[0].isupper() and any(c.islower() for c in s.text)]
    if len(inside) > 3 and len(capital) > len(inside) * _TITLE_SHARE:
        return []
    return [s for s in capital if not _opens(sentence, s)]


def _opens(sentence: Span, word: Span) -> bool:
    start = word.start - sentence.start
    before = sentence.text[max(0, start - _LEAD) : start].rstrip()
    if _TITLE.search(before):
        return False
    return before.endswith((":", '"', ".", "!", "?", "(", "-"))
