"""The numbers a brief gives: how much, of what, and what is told around them."""

import re
from dataclasses import dataclass

from coach.review.claim_ledger import Ledger
from coach.review.claim_number_forms import WINDOW, apart, with_half
from coach.review.claim_tokens import numbers
from coach.review.text import Span, word_spans

TIMES = frozenset(("year", "month", "week", "day", "hour", "minut", "min", "season"))
"""Stems of the units of time."""
CHANGE = ("change",)
"""What a number counts that is the difference between a before and an after."""
_NEAR = 5
_UNIT_REACH = 3
_SHORT = {
    **{"yr": "year", "yrs": "year", "mth": "month", "mths": "month", "wk": "week", "wks": "week"},
    **{"hr": "hour", "hrs": "hour", "mins": "minut"},
}
_RANGE = re.compile(r"^(?: ?[-–] ?| (?:to|or|and) )[\d.]+(?=[ %])")
_AGO = re.compile(r"\s+(?:days?|weeks?|months?|years?) ago\b", re.I)
_UNIT_END = re.compile(
    r"[.,;:!?()]|\b(?:and|or|to|in|on|at|for|from|with|of|as|an?|per|each|every|this|last|next|i|you|we|who|that)\b",
    re.IGNORECASE,
)


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
            value = with_half(text, at, value)
            unit = tuple(unit_of(ledger, whole, at)) or before
            before = unit
            near = frozenset(near_of(ledger, whole, at))
            if field.path == "history.date" and _AGO.match(text[at.end :]):
                near = frozenset()  # "two weeks ago" is the same day whatever happened then
            elif field.path == "history.date" and value < 1000:
                unit, near = ("date",), frozenset(("date",))
            found.append(Count(value, unit, near))
            if at.text[-1:] in "kK":
                found.append(Count(value / 1000, unit, near))
            if unit and unit[0].startswith("decad"):
                found.append(Count(value * 10, ("year",), near | {"year"}))
        found.extend(Count(value, CHANGE, frozenset(CHANGE)) for value in apart(text))
    return tuple(found)


def unit_of(ledger: Ledger, sentence: Span, at: Span) -> list[str]:
    """The stems of the next words up to a break, those that say what is counted."""
    rest = sentence.text[at.end - sentence.start :][:WINDOW]
    rest = _RANGE.sub("", rest)
    rest = _UNIT_END.split(rest)[0]
    if rest[:1] == "%":
        return ["percent"]
    found = [w.text for w in word_spans(rest)][:_UNIT_REACH]
    stems = [_SHORT.get(s, s) for w in found for s in ledger.content(w) if not s.isdigit()]
    return stems[-1:] + stems[:-1] if len(stems) > 1 and stems[0] not in TIMES else stems


def near_of(ledger: Ledger, sentence: Span, at: Span) -> set[str]:
    """The content stems within five words of a number."""
    start, end = at.start - sentence.start, at.end - sentence.start
    before = sentence.text[max(0, start - WINDOW) : start].split()[-_NEAR:]
    after = sentence.text[end : end + WINDOW].split()[:_NEAR]
    text = " ".join((*before, *after))
    near = {_SHORT.get(s, s) for s in ledger.content(text) if not s.isdigit()}
    return near | ({"percent"} if "%" in text or "percent" in text.lower() else set())
