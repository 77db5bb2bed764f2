"""Finds where a message asks for work: a job, an opening, a referral, a CV to be passed on."""

import re

from coach.domain.vocabulary import Purpose
from coach.review.reading import Reading
from coach.review.text import Span


def denied(reading: Reading, sentence: Span, at: Span) -> bool:
    """Tell whether the clause before ``at`` says no to it."""
    before = sentence.text[: at.start - sentence.start]
    clause = re.split(r"[,;:]|\bbut\b", before)[-1]
    if re.search(r"\b(?:not|never)\b|n't\b", at.text, re.IGNORECASE):
        return True
    return reading.phrases.pattern("job-free").search(clause.rstrip()) is not None


def job_asks(reading: Reading, sentence: Span) -> list[Span]:
    """Return where ``sentence`` asks for a job, an opening, a referral or to pass on a CV."""
    asked = [
        at
        for at in (
            *reading.find("job-ask", sentence),
            *_cv_passed_on(reading, sentence),
            *_helped_into_work(reading, sentence),
        )
        if not denied(reading, sentence, at)
        and not _is_past(reading, sentence, at)
        and not _is_offered(sentence, at)
    ]
    if not asked or reading.purpose is not Purpose.PROGRAMME_APPLICATION:
        return asked
    return [at for at in asked if not reading.has("programme-place", sentence)]


_SMALL_HELP = re.compile(
    r"\s*to (?:proof-?read|read|test|try|taste|translate|check|look (?:over|at|through)|listen|watch|hold)\b",
    re.IGNORECASE,
)


def _is_offered(sentence: Span, at: Span) -> bool:
    """Tell whether somebody is needed for a small help in return: "if you ever need someone to read a draft"."""
    needed = at.text.lower().startswith("if you")
    return needed and _SMALL_HELP.match(sentence.text[at.end - sentence.start :]) is not None


_WORKED = re.compile(r"work(?:ing)?\b|train(?:ing)?\b", re.IGNORECASE)


_GRANTED = re.compile(
    r"\b(?:said yes to|agreed to|offered me|gave me|i(?:'ve| have)? (?:got|started|begun|finished|had))(?: (?:an?|the|my|one|two))?$",
    re.IGNORECASE,
)
"""What goes before work that somebody has been given: "she said yes to a trial month"."""


def _is_past(reading: Reading, sentence: Span, at: Span) -> bool:
    """Tell whether the work is told of as past or given ("I used to work for you"), which asks for none."""
    before = sentence.text[: at.start - sentence.start].rstrip()
    if not sentence.asks and _GRANTED.search(before) is not None:
        return True
    if _WORKED.match(at.text) is None:
        return False
    return reading.phrases.pattern("past-work").search(before) is not None


def _helped_into_work(reading: Reading, sentence: Span) -> list[Span]:
    """Where work is sought and the reader is to do something about it, in whatever words."""
    if not reading.has("work-sought", sentence) or not reading.has("request-cue", sentence):
        return []
    return reading.find("work-help", sentence)


def _cv_passed_on(reading: Reading, sentence: Span) -> list[Span]:
    """Where a CV of the sender's is to go to somebody, in whatever words ("cause … to be forwarded")."""
    if not reading.has("cv-passed-on", sentence) or reading.has("cv-looked-at", sentence):
        return []
    return reading.find("own-cv", sentence)
