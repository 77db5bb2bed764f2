"""A second reading of a message, by a model that knows turns of phrase no list foresees.

What the rules have failed stays failed, in their words. Of what they pass, some flaws are told by a single
sentence (a push, an ask for work); others are that no sentence does what one of them must (give a reason,
name a size). Where there is no model the rules stand alone.
"""

from collections.abc import Callable, Mapping

from coach.domain.vocabulary import Purpose
from coach.review.outreach_ask import (
    asks_for_work,
    asks_much,
    asks_nothing,
    is_unbounded,
    leaves_no_way_out,
)
from coach.review.outreach_form import is_officialese
from coach.review.outreach_impact import shows_no_result
from coach.review.outreach_manner import belittles, flatters, is_stock, pushes
from coach.review.outreach_purpose import ACTION, ADVICE, RESULT, leaves_out
from coach.review.outreach_reason import fits_anybody
from coach.review.outreach_times import asks_for_talk, offers_none
from coach.review.reading import Reading, SecondReader, Verdict
from coach.review.registry import Check
from coach.review.requests import find_requests
from coach.review.text import Span
from coach.review.topics import leaves_it_to_reader

MOST = 40
"""Sentences of the longest message that is read a second time; what is longer is no message."""


def _asked(reading: Reading) -> Span | None:
    """The first request, other than one that comes instead of another."""
    asked = [r for r in find_requests(reading) if not r.alternative]
    return asked[0].sentence if asked else None


def _talk(reading: Reading) -> Span | None:
    asked = asks_for_talk(reading)
    return asked[0].sentence if asked else None


_SHOWN: Mapping[str, Callable[[Span], Verdict]] = {
    "no-pressure": pushes,
    "no-job-ask": asks_for_work,
    "ask-low-commitment": asks_much,
    "no-cliche": is_stock,
    "no-flattery": flatters,
    "no-over-apology": belittles,
    "plain-language": is_officialese,
}
_NEEDED: Mapping[str, Callable[[Reading], Verdict]] = {
    "says-why-them": fits_anybody,
    "question-specific": lambda reading: leaves_it_to_reader(_asked(reading)),
    "offers-times": lambda reading: offers_none(_talk(reading)),
    "ask-time-boxed": lambda reading: is_unbounded(_asked(reading)),
    "one-clear-ask": lambda reading: asks_nothing(),
    "easy-out": lambda reading: leaves_no_way_out(),
    "evidence-of-impact": lambda reading: shows_no_result(),
}
_FREED = frozenset({"no-pressure", "no-job-ask"})
"""Checks that a sentence with a way out passes."""
_LINKED = "advice-linked-to-action"
_NOT_FOR: Mapping[str, frozenset[Purpose]] = {
    "one-clear-ask": frozenset(
        {Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.REPLY_TO_NO, Purpose.CLOSING}
    ),
    "ask-time-boxed": frozenset({Purpose.PROGRAMME_APPLICATION, Purpose.SPONSOR_ASK}),
}
"""Purposes of which no sentence need do it: an application has a size of its own, thanks need not ask."""
_PARTS = {"advice-given": ADVICE, "advice-done": ACTION, "advice-result": RESULT}


def judge(check: Check, reading: Reading) -> Verdict:
    """Return the verdict of the rules, or, of what they pass, that of the second reader."""
    verdict = check.run(reading)
    if not verdict.passed or reading.second is None or not 0 < len(reading.sentences) <= MOST:
        return verdict
    return _second(check.id, reading, reading.second) or verdict


def _excused(check: str, reading: Reading, at: int) -> bool:
    """Whether a sentence does what the check is about and is no flaw: an easy no is never a push."""
    if check in _FREED and reading.outs[at]:
        return True
    applies = reading.purpose is Purpose.PROGRAMME_APPLICATION
    return (
        check == "no-job-ask" and applies and reading.has("programme-place", reading.sentences[at])
    )


def _second(check: str, reading: Reading, second: SecondReader) -> Verdict | None:
    texts = [sentence.text for sentence in reading.sentences]
    if check in _SHOWN:
        margins = second.margins(check, texts)
        told = [at for at in range(len(texts)) if not _excused(check, reading, at)]
        surest = max(told, key=margins.__getitem__, default=0)
        return _SHOWN[check](reading.sentences[surest]) if told and margins[surest] >= 0 else None
    if check in _NEEDED:
        if reading.purpose in _NOT_FOR.get(check, ()) or max(second.margins(check, texts)) >= 0:
            return None
        return _NEEDED[check](reading)
    if check == _LINKED:
        left_out = [name for part, name in _PARTS.items() if max(second.margins(part, texts)) < 0]
        return leaves_out(left_out) if left_out else None
    return None
