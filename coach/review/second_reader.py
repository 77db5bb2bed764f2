"""A second reading of a message, by a model that knows turns of phrase no list foresees.

Of what the rules pass, some flaws are told by a single sentence (a push, an ask for work); others are that no
sentence does what one of them must (give a reason, name a size). What the rules fail for words that are there
stays failed, in their words; what they only found missing is there where a sentence surely sounds like it. Where
there is no model the rules stand alone.
"""

from collections.abc import Callable, Mapping

from coach.domain.vocabulary import Purpose
from coach.review.outreach_ask import (
    asks_for_work,
    asks_much,
    asks_nothing,
    is_unbounded,
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
from coach.review.outreach_purpose import (
    ACTION,
    ADVICE,
    RESULT,
    leaves_out,
    opens_on_advice,
)
from coach.review.outreach_reason import fits_anybody
from coach.review.outreach_times import asks_for_talk, offers_none
from coach.review.reading import Reading, SecondReader, Verdict, passes
from coach.review.registry import Check
from coach.review.requests import find_requests
from coach.review.text import Span
from coach.review.topics import leaves_it_to_reader

FEW_WORDS = 6
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
_SURE: Mapping[str, tuple[float, str]] = {
    "easy-out": (0.1, "Your reader can say no without awkwardness."),
    "evidence-of-impact": (0.1, "You give your reader a result to speak for."),
    "question-specific": (0.5, "Your reader can start thinking about your question at once."),
    "says-why-them": (0.5, "Your reader can see why you chose them."),
    "one-clear-ask": (0.5, "It is clear what you ask for, and it is one thing."),
    "ask-time-boxed": (0.5, "Your reader can see how small the favour is."),
}
"""How far beyond its level a sentence surely does what the rules found missing, and what is then said. Set on messages
that neither had met, so that at most one there that does lack it is passed (decision 21)."""
_QUOTES_THE_ASK = "ask-time-boxed"
"""It quotes the request that has no size; others quote only what is wrong."""
_PARTS = {"advice-given": ADVICE, "advice-done": ACTION, "advice-result": RESULT}


def judge(check: Check, reading: Reading) -> Verdict:
    """Return the verdict of the rules, or, of what they pass or find missing, that of the second reader."""
    verdict = check.run(reading)
    if reading.second is None or not 0 < len(reading.sentences) <= MOST:
        return verdict
    if verdict.passed:
        return _second(check.id, reading, reading.second) or verdict
    if verdict.end and check.id != _QUOTES_THE_ASK:
        return verdict
    return _there_after_all(check.id, reading, reading.second) or verdict


def _there_after_all(check: str, reading: Reading, second: SecondReader) -> Verdict | None:
    """What the rules found missing and a sentence surely does, in words they do not know."""
    if check not in _SURE:
        return None
    margin, praise = _SURE[check]
    texts = [sentence.text for sentence in reading.sentences]
    return passes(praise) if max(second.margins(check, texts)) > margin else None


def _excused(check: str, reading: Reading, at: int) -> bool:
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
        if check == "one-clear-ask" and find_requests(reading):
            return None
        return _NEEDED[check](reading)
    if check == _LINKED:
        shown = {"advice-given"} if opens_on_advice(reading) else set()
        left_out = [
            name
            for part, name in _PARTS.items()
            if part not in shown and max(second.margins(part, texts)) < 0
        ]
        return leaves_out(left_out) if left_out else None
    return None
