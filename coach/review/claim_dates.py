"""Holds the days and times that a message tells of against those the brief gives."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import MONTHS, WEEKDAYS, months, numbers
from coach.review.text import Span

_SEASONS = {
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
    "winter": (12, 1, 2),
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "night": 1, "weekend": 7, "fortnight": 14}
_UNIT = r"(?:days?|weeks?|months?|years?|fortnights?)"
_RELATIVE = re.compile(
    rf"\b(?P<yesterday>yesterday|last night|the other day|earlier today|this morning)\b"
    rf"|\b(?:last|past|previous|this|next|earlier this|early this|late last) (?P<unit>week|month|year|weekend|fortnight|term|semester)\b(?! of\b)"
    rf"|\b(?P<number>[\w-]+|a couple of|a few|several) (?P<ago>{_UNIT}) (?:ago|back)\b"
    rf"|\b(?:in|since|last|this|next|the|early|late|of|for|during|over the|every) (?P<season>spring|summer|autumn|fall|winter)\b"
    rf"|\b(?P<feast>christmas|easter|xmas|new year'?s (?:day|eve)|thanksgiving|ramadan|half[- ]term)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"\b(?:on|from|until|by) the (?P<day>\d{1,2}(?:st|nd|rd|th))\b", re.I)
_AHEAD = re.compile(r"\b(?:before|by|until|till|after|past) $", re.IGNORECASE)
_SUPPOSED = re.compile(r"\W*(?:and |but |so )?(?:if|should|in case|when)\b", re.IGNORECASE)
_NEVER_DONE = re.compile(
    r"\b(?:should|could|ought to|would|might)(?: have|['’]ve) (?:\w+ ){0,4}$", re.IGNORECASE
)
_GREETED = re.compile(r"\b(?:wish(?:ing|es)?|blessed|merry|happy)\b", re.IGNORECASE)
_SLACK = 0.6


def date_claims(ledger: Ledger, piece: Piece) -> Iterator[Claim]:
    """Yield the months, seasons, weekdays and "last week"s of a clause that are not given."""
    span = piece.span
    if piece.proposal or piece.asks:
        yield from _other_weekday(ledger, piece)
        return
    for month, at in months(span.text, span.start):
        if month not in ledger.months and not _season_given(ledger, month):
            yield Claim(at, "date")
    if ledger.reading.has("availability", piece.sentence):
        return
    for found in _WEEKDAY.finditer(span.text):
        if found["day"].lower() not in ledger.weekdays:
            yield Claim(_at(span, found), "date")
    for found in _RELATIVE.finditer(span.text):
        if found["feast"] and _GREETED.search(piece.sentence.text):
            continue
        if found["feast"] and _AHEAD.search(span.text[max(0, found.start() - 20) : found.start()]):
            continue
        if found["ago"] and _NEVER_DONE.search(span.text[: found.start()]):
            continue
        if piece.wishes and found.group().lower().startswith("next"):
            continue
        if found.group().lower().startswith(("this", "next")) and _SUPPOSED.match(
            piece.sentence.text
        ):
            continue
        if not _given(ledger, found):
            yield Claim(_at(span, found), "date")
    for found in _DAY_OF_MONTH.finditer(span.text):
        day = numbers(found["day"])[0][0]
        if not any(day == v for t in ledger.texts for v, _ in numbers(t.replace("-", " "))):
            yield Claim(_at(span, found), "date")


def _at(span: Span, found: re.Match[str]) -> Span:
    return Span(span.start + found.start(), span.start + found.end(), found.group())


def _season_given(ledger: Ledger, month: str) -> bool:
    return False


def _other_weekday(ledger: Ledger, piece: Piece) -> Iterator[Claim]:
    """Another day than the days the mentee gave."""
    when = ledger.side("ask.when").lower()
    if not any(day in when for day in WEEKDAYS):
        return
    for found in _WEEKDAY.finditer(piece.span.text):
        if found["day"].lower() not in ledger.weekdays:
            yield Claim(_at(piece.span, found), "date")


def _given(ledger: Ledger, found: re.Match[str]) -> bool:
    text = " ".join(ledger.texts).lower().replace("-", " ")
    if found["season"]:
        season = found["season"].lower()
        given = {MONTHS[m - 1] for m in _SEASONS[season]} & ledger.months
        return bool(given) or season in text or (season in ("fall", "autumn") and "autumn" in text)
    if found["feast"]:
        feast = found["feast"].lower().replace("-", " ")
        return feast in text or (
            feast in ("christmas", "xmas") and ("xmas" in text or "december" in text)
        )
    if found["yesterday"]:
        return found.group().lower() in text or _near(ledger, 1, 2)
    unit = (found["unit"] or found["ago"].rstrip("s")).lower()
    if found["unit"]:
        lead = found.group().lower()
        if "next" in lead:
            year = str(ledger.reading.today.year + 1)
            return f"next {unit}" in text or (unit == "year" and year in text)
        if "this" in lead:
            return (
                re.search(
                    rf"\b(?:this|next|per|each|every|last|in one|recently) {unit}|today", text
                )
                is not None
                or _near(ledger, 0, _DAYS.get(unit, 90))
                or str(ledger.reading.today.year) in text
            )
        if re.search(rf"\b(?:last|past|previous|one|a|1) {unit}|{unit}s? (?:ago|back)", text):
            return True
        if unit == "year":
            return str(ledger.reading.today.year - 1) in text
        return _near(ledger, _DAYS.get(unit, 90), _DAYS.get(unit, 90) * 0.99 + 1)
    value = numbers(found["number"])
    count = (
        value[0][0]
        if value
        else {"a": 1, "an": 1, "a couple of": 2}.get(found["number"].lower(), 3)
    )
    if re.search(rf"\b{unit}s? (?:ago|back)|\blast {unit}", text):
        return True
    if unit == "year" and any(
        abs(ledger.reading.today.year - v - count) <= 1
        for t in ledger.texts
        for v, _ in numbers(t.replace("-", " "))
    ):
        return True
    return _near(ledger, count * _DAYS[unit], max(_DAYS[unit], count * _DAYS[unit] * _SLACK))


def _near(ledger: Ledger, days: float, slack: float) -> bool:
    """Whether a given day lies about ``days`` before today; a bare month is a day in its middle."""
    today = ledger.reading.today
    past = [(today - date).days for date in ledger.dates]
    past += [((today.month - MONTHS.index(m) - 1) % 12) * 30 for m in ledger.months]
    past += [abs((a - b).days) for a in ledger.dates for b in ledger.dates if a != b]
    return any(abs(p - days) <= slack for p in past)
