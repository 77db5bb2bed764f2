"""What is said of a flaw that a second reader finds, and what shows that a sentence cannot have it."""

from collections.abc import Callable, Mapping

from coach.domain.vocabulary import Purpose
from coach.review.outreach_ask import (
    asks_for_work,
    asks_much,
    is_unbounded,
    leaves_no_way_out,
)
from coach.review.outreach_form import abstract_words, is_officialese
from coach.review.outreach_impact import shows_no_result
from coach.review.outreach_manner import (
    belittles,
    flatters,
    is_stock,
    pushes,
    speaks_to_reader,
)
from coach.review.outreach_people import is_a_stranger
from coach.review.outreach_purpose import ACTION, ADVICE, RESULT, has_no_blurb
from coach.review.outreach_reason import fits_anybody
from coach.review.outreach_times import asks_for_talk, offers_none
from coach.review.reading import Reading, Verdict
from coach.review.requests import find_requests
from coach.review.text import Span
from coach.review.topics import leaves_it_to_reader

FEW_WORDS = 6


def _asked(reading: Reading) -> Span | None:
    """The first request, other than one that comes instead of another."""
    asked = [r for r in find_requests(reading) if not r.alternative]
    return asked[0].sentence if asked else None


def _talk(reading: Reading) -> Span | None:
    asked = asks_for_talk(reading)
    return asked[0].sentence if asked else None


SHOWN: Mapping[str, Callable[[Span], Verdict]] = {
    "no-pressure": pushes,
    "no-job-ask": asks_for_work,
    "ask-low-commitment": asks_much,
    "no-cliche": is_stock,
    "no-flattery": flatters,
    "no-over-apology": belittles,
    "plain-language": is_officialese,
}
NEEDED: Mapping[str, Callable[[Reading], Verdict]] = {
    "says-why-them": fits_anybody,
    "question-specific": lambda reading: leaves_it_to_reader(_asked(reading)),
    "offers-times": lambda reading: offers_none(_talk(reading)),
    "ask-time-boxed": lambda reading: is_unbounded(_asked(reading)),
    "easy-out": lambda reading: leaves_no_way_out(),
    "says-who-you-are": lambda reading: is_a_stranger(),
    "forwardable-blurb": lambda reading: has_no_blurb(),
    "evidence-of-impact": lambda reading: shows_no_result(),
}
_FREED = frozenset({"no-pressure", "no-job-ask"})
"""Checks that a sentence with a way out passes."""
NOT_FOR: Mapping[str, frozenset[Purpose]] = {
    "one-clear-ask": frozenset(
        {Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.REPLY_TO_NO, Purpose.CLOSING}
    ),
    "ask-time-boxed": frozenset({Purpose.PROGRAMME_APPLICATION, Purpose.SPONSOR_ASK}),
}
"""Purposes of which no sentence need do it: an application has a size of its own, thanks need not ask."""
PARTS = {"advice-given": ADVICE, "advice-done": ACTION, "advice-result": RESULT}
"""The parts of an update, and what they are called."""


def excused(check: str, reading: Reading, at: int) -> bool:
    """Whether a sentence cannot have the flaw, however it sounds: an easy no is never a push."""
    if check in _FREED and reading.outs[at]:
        return True
    excuse = _EXCUSES.get(check)
    return excuse is not None and excuse(reading, reading.sentences[at])


def _not_to_reader(reading: Reading, sentence: Span) -> bool:
    """What is not said to the reader does not push them ("I expected the ply to give")."""
    return not speaks_to_reader(sentence)


def _asks_no_work(reading: Reading, sentence: Span) -> bool:
    """Thanks, a place on a programme, or whom else to ask, where no work is named."""
    if reading.purpose is Purpose.PROGRAMME_APPLICATION:
        return reading.has("programme-place", sentence)
    if reading.has("work-named", sentence):
        return False
    return reading.has("thanks", sentence) or reading.has("asks-whom", sentence)


def _asks_one_talk(reading: Reading, sentence: Span) -> bool:
    """One talk, or a word in somebody's ear, is little; how long it may be the rules have counted."""
    if reading.has("series", sentence) or reading.has("open-size", sentence):
        return False
    short = len(sentence.text.split()) <= FEW_WORDS
    return short or any(
        r.kinds <= {"talk"} for r in find_requests(reading) if r.sentence.start == sentence.start
    )


def _is_plain(reading: Reading, sentence: Span) -> bool:
    """A sentence with hardly an abstract noun is no office language."""
    return abstract_words(sentence.text) < 2 and not reading.has("officialese", sentence)


_EXCUSES: Mapping[str, Callable[[Reading, Span], bool]] = {
    "no-pressure": _not_to_reader,
    "no-job-ask": _asks_no_work,
    "ask-low-commitment": _asks_one_talk,
    "plain-language": _is_plain,
    "no-over-apology": lambda reading, sentence: reading.has("apology", sentence),
}
"""For each flaw what shows that a sentence does not have it; one apology is allowed, and rules count them."""
