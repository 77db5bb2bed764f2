"""Finds how big the favour is said to be: minutes, a line back, one question."""

import re

from coach.review.reading import Reading
from coach.review.requests import find_requests
from coach.review.text import Span

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "fifteen": 15,
    "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90, "few": 5, "couple of": 2,
}  # fmt: skip
_WHOSE = re.compile(r"\b(?<!of )(?:your|his|her|their) (?:\w+ )?$", re.IGNORECASE)
_EACH = ("minute", "min", "hour")


def sizes(reading: Reading) -> list[Span]:
    """Return the words that say how big the favour is: minutes, a line, one question."""
    found: list[Span] = []
    requests = {r.sentence.start for r in find_requests(reading)}
    for sentence in reading.sentences:
        at = [size for size in reading.find("size", sentence) if not _of_a_thing(sentence, size)]
        if not at:
            continue
        told = reading.has("own-past", sentence)
        fragment = len(sentence.text.split()) <= 8
        context = reading.has("size-context", sentence)
        if sentence.start in requests or (not told and (context or fragment or sentence.asks)):
            found.extend(at)
    return found


def _of_a_thing(sentence: Span, size: Span) -> bool:
    """Whether a length is that of something of theirs ("your 20-minute talk"), not of the favour."""
    before = sentence.text[: size.start - sentence.start]
    return size.text.lower().endswith(_EACH) and _WHOSE.search(before) is not None


MOST_HOURS = 4
"""Above this, "15h" is a time of day and not a length."""


def minutes_asked(reading: Reading) -> list[tuple[int, Span]]:
    """Return the lengths of talk asked for, in minutes, with where they stand."""
    asked: list[tuple[int, Span]] = []
    requests = {r.sentence.start for r in find_requests(reading)}
    pattern = reading.phrases.pattern("size-minutes")
    for sentence in reading.sentences:
        if sentence.start not in requests and (
            reading.has("own-past", sentence) or not reading.has("size-context", sentence)
        ):
            continue
        for at in pattern.finditer(sentence.text):
            if at["unit"].lower() == "h" and at["low"].isdigit() and int(at["low"]) > MOST_HOURS:
                continue  # "15h - 17h" is a time of day
            span = Span(sentence.start + at.start(), sentence.start + at.end(), at.group())
            asked.append((_minutes(at), span))
    return asked


def _minutes(at: re.Match[str]) -> int:
    low = " ".join(at["low"].lower().split())
    unit = 60 if at["unit"].lower().startswith("h") else 1
    if low.startswith("half"):
        return unit // 2
    if low.startswith("quarter"):
        return unit // 4
    value = (at["high"] or low).lower()
    return min(int(value) if value.isdigit() else NUMBERS.get(value, 1), 10_000) * unit
