"""Counts the favours of a message, for the person who asked for them in one breath."""

import re

from coach.review.ask_sizes import NUMBERS
from coach.review.deeds import count_deeds
from coach.review.reading import Reading
from coach.review.requests import SEVERAL_THINGS, Request

_ASKED_EACH = re.compile(
    r"\b(?:could|can|would|will|might) (?:you|we|i)\b|\b(?:and|or)(?: also)? (?:my|your|the) \w+(?: too| as well)\b",
    re.I,
)
"""Each favour asked for in one long sentence, "and my statement too" among them."""


def how_many(reading: Reading, requests: tuple[Request, ...], kinds: frozenset[str]) -> int:
    """Count the favours, by kind or by how often it is asked, whichever is more."""
    told = [SEVERAL_THINGS.search(r.ask.text) for r in requests]
    counted = [NUMBERS.get(at["number"].lower(), 0) for at in told if at is not None]
    each = sum(
        max(1, len(_ASKED_EACH.findall(r.sentence.text)), count_deeds(reading, r.sentence.text))
        for r in requests
    )
    return max(2, len(kinds), each, *counted)
