"""A second reading of a message, by a model that knows turns of phrase no list foresees.

Where a model reads the message as a whole, what it suspects and what the rules say are weighed together
(``read_whole``). Else its sentences are read one by one: of what the rules pass, some flaws are told by a single sentence (a
push, an ask for work); others are that no sentence does what one of them must (give a reason, name a size). What
the rules fail for words that are there stays failed, in their words; what they only found missing is there where a
sentence surely sounds like it. Where there is no model the rules stand alone.
"""

from collections.abc import Mapping

from coach.review.flaw_verdicts import LINKED, NEEDED, NOT_FOR, PARTS, PRAISES, SHOWN, excused
from coach.review.outreach_purpose import leaves_out, opens_on_advice
from coach.review.read_whole import as_a_whole, suspected
from coach.review.reading import Reading, SecondReader, Verdict, passes
from coach.review.registry import Check
from coach.review.requests import find_requests

MOST = 40
"""Sentences of the longest message that is read a second time; what is longer is no message."""
_SURE: Mapping[str, float] = {
    "easy-out": 0.1,
    "evidence-of-impact": 0.1,
    "question-specific": 0.5,
    "says-why-them": 0.5,
    "one-clear-ask": 0.5,
    "ask-time-boxed": 0.5,
}
"""How far beyond its level a sentence surely does what the rules found missing. Set on messages
that neither had met, so that at most one there that does lack it is passed (decision 21)."""
_QUOTES_THE_ASK = "ask-time-boxed"
"""It quotes the request that has no size; others quote only what is wrong."""


def judge(check: Check, reading: Reading) -> Verdict:
    """Return the verdict of the rules, or that of the second reader, where it has more to go by."""
    verdict = check.run(reading)
    second = reading.second
    if second is None or not 0 < len(reading.sentences) <= MOST:
        return verdict
    known = suspected(reading, second)
    if known is not None:
        return as_a_whole(check.id, reading, verdict, known)
    if verdict.passed:
        return _second(check.id, reading, second) or verdict
    if verdict.end and check.id != _QUOTES_THE_ASK:
        return verdict
    return _there_after_all(check.id, reading, second) or verdict


def _there_after_all(check: str, reading: Reading, second: SecondReader) -> Verdict | None:
    """What the rules found missing and a sentence surely does, in words they do not know."""
    if check not in _SURE:
        return None
    texts = [sentence.text for sentence in reading.sentences]
    there = max(second.margins(check, texts)) > _SURE[check]
    return passes(PRAISES[check]) if there else None


def _second(check: str, reading: Reading, second: SecondReader) -> Verdict | None:
    texts = [sentence.text for sentence in reading.sentences]
    if check in SHOWN:
        margins = second.margins(check, texts)
        told = [at for at in range(len(texts)) if not excused(check, reading, at)]
        surest = max(told, key=margins.__getitem__, default=0)
        return SHOWN[check](reading.sentences[surest]) if told and margins[surest] >= 0 else None
    if check in NEEDED:
        if reading.purpose in NOT_FOR.get(check, ()) or max(second.margins(check, texts)) >= 0:
            return None
        if check == "one-clear-ask" and find_requests(reading):
            return None
        return NEEDED[check](reading)
    if check == LINKED:
        shown = {"advice-given"} if opens_on_advice(reading) else set()
        left_out = [
            name
            for part, name in PARTS.items()
            if part not in shown and max(second.margins(part, texts)) < 0
        ]
        return leaves_out(left_out) if left_out else None
    return None
