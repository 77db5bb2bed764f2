"""The check on times: does a request for a talk name a day, a window or a week?"""

import re

from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.requests import Request, find_requests, only_time
from coach.review.text import Span


def asks_for_talk(reading: Reading) -> list[Request]:
    """Return the requests that are for a talk of any kind; a picked brain may answer in writing."""
    requests = find_requests(reading)
    written = any(r.kinds == {"reply"} for r in requests)
    return [
        r
        for r in requests
        if "talk" in r.kinds
        and not r.alternative
        and not (written and _only_brains(reading, r))
        and not only_time(reading, r.sentence)
    ]


def _only_brains(reading: Reading, request: Request) -> bool:
    talk = reading.find("favour-talk", request.sentence)
    return bool(talk) and all(at.text.lower().startswith("pick") for at in talk)


def offers_times(reading: Reading) -> Verdict:
    """A request for a talk names a day, a window or a week."""
    asked = asks_for_talk(reading)
    starts = {r.sentence.start for r in asked}
    for number, sentence in enumerate(reading.sentences):
        near = sentence.start in starts or (
            number and reading.sentences[number - 1].start in starts
        )
        if near and reading.has("placeholder-time", sentence):
            return passes("You offer times; fill in the blank.")
        ahead = reading.has("availability", sentence) or reading.has("time-ahead", sentence)
        if not (near or ahead):
            continue
        if any(_is_time(reading, sentence, at) for at in reading.find("times", sentence)):
            return passes(PRAISES["offers-times"])
    return offers_none(asked[0].sentence if asked else None)


def offers_none(at: Span | None) -> Verdict:
    """Return the verdict on a request for a talk without a day or a week."""
    return fails(
        "Without a day or a week, your reader must open the calendar and make you an offer.",
        "Offer two windows, such as “Tuesday or Thursday after 4 pm, next week or the week after”.",
        at,
    )


def _is_time(reading: Reading, sentence: Span, at: Span) -> bool:
    before = sentence.text[: at.start - sentence.start].lower()
    past = re.search(
        r"\b(?:last|since|heard|saw|read|wrote|talk|was|were|did|post|met)\b[^,;]*$", before
    )
    return past is None or (
        re.search(r"\b(?:could|would|can|free|available|on)\b[^,;]*$", before) is not None
        and ("last" not in before.split()[-2:])
    )
