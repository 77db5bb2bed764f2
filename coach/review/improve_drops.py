"""Steps that take a sentence out: a push, a stock phrase, a job hint, a private matter.

Nothing is taken out that asks or informs, unless it is the very thing that must not be there.
"""

import re
from collections.abc import Iterator

from coach.review.deeds import count_deeds
from coach.review.improve_step import Step, Steps, edit
from coach.review.outreach_reason import is_particular
from coach.review.privacy import no_private_note
from coach.review.reading import Reading
from coach.review.requests import find_requests, questions
from coach.review.text import Span
from coach.review.work_asks import job_asks

_TURN = re.compile(r",? (?:so|but|and) (?=I\b|we\b|my\b)(?!.*,? (?:so|but|and) (?:I|we|my)\b)")
"""Where the last part of a sentence begins that can stand alone."""
_POINTS_BACK = re.compile(r"\b(?:it|that|this|they|them|those)\b", re.IGNORECASE)
MAX_DROPPED = 20
"""Words of the longest sentence taken out whole."""


def drop(pattern: str, why: str, *, whole: bool) -> Steps:
    """Delete the sentences that match ``pattern``: all of it, or in part if they ask nothing."""

    def steps(reading: Reading, subject: str, check: str) -> Iterator[Step]:
        requests = {
            r.sentence.start
            for r in find_requests(reading)
            if not (r.kinds <= {"reply"} and questions(reading))
        }
        for sentence in reading.sentences:
            if sentence.start in requests or len(sentence.text.split()) > MAX_DROPPED:
                continue
            expression = reading.phrases.pattern(pattern)
            hit = expression.fullmatch(sentence.text) if whole else expression.search(sentence.text)
            reason = pattern == "flattery" and is_particular(reading, sentence)
            if hit is not None and not reason and not _informs(reading, sentence):
                yield edit(reading, subject, sentence.start, sentence.end, "", why)

    return steps


def _informs(reading: Reading, sentence: Span) -> bool:
    """A sentence that also asks, or says who and why, is not dropped for one phrase in it."""
    return sentence.asks or any(reading.has(name, sentence) for name in ("who-does", "thanks"))


def drop_private(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Take out the sentence in which a private note shows."""
    shown = no_private_note(reading)
    why = "You marked this as private; once sent, it cannot be taken back."
    for number, sentence in enumerate(reading.sentences):
        if shown.passed or not sentence.start <= shown.start < sentence.end:
            continue
        after = reading.sentences[number + 1 :][:1]
        turn = _TURN.search(sentence.text)
        if turn is not None and any(_POINTS_BACK.search(s.text) for s in after):
            rest = sentence.text[turn.end() :]
            end = sentence.start + turn.end() + len(rest)
            yield edit(reading, subject, sentence.start, end, rest[:1].upper() + rest[1:], why)
        yield edit(reading, subject, sentence.start, sentence.end, "", why)


def drop_job_asks(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Take out the sentences that ask for a job, but not the only one that asks for something else as well."""
    why = "Asked for a job, people send you to the careers page; asked for advice, they talk."
    asked = [r.sentence.start for r in find_requests(reading)] + [
        s.start for s in questions(reading)
    ]
    for sentence in reading.sentences:
        alone = not any(start != sentence.start for start in asked)
        if alone and count_deeds(reading, sentence.text) > 1:
            continue
        if job_asks(reading, sentence):
            yield edit(reading, subject, sentence.start, sentence.end, "", why)
