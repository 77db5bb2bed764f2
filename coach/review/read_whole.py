"""Weighs what a model suspects of a message read as a whole with what the rules say of it.

The rules know their words and the model their meaning: what both think is surely so, and where they differ the
surer of the two is followed. A flaw that only the model finds is told in the words of the rules' own finding, and
quotes the sentence that gives most to it.
"""

from collections.abc import Callable, Mapping

from coach.domain.suspicion import Suspicion
from coach.review.flaw_verdicts import LINKED, NEEDED, PARTS, PRAISES, SHOWN, excused
from coach.review.outreach_ask import asks_nothing, asks_several, leaves_no_way_out
from coach.review.outreach_people import is_a_stranger
from coach.review.outreach_purpose import has_no_blurb, leaves_out, opens_on_advice
from coach.review.reading import Reading, SecondReader, Verdict, passes
from coach.review.requests import find_requests

RULED = 3.0
"""How much the rules' finding counts beside what is suspected; in logits."""
_MISSING: Mapping[str, Callable[[], Verdict]] = {
    "easy-out": leaves_no_way_out,
    "says-who-you-are": is_a_stranger,
    "forwardable-blurb": has_no_blurb,
}


def about(reading: Reading) -> str:
    """What kind of message it is, in words."""
    return f"{reading.purpose} {reading.channel}"


def suspected(reading: Reading, second: SecondReader) -> Mapping[str, Suspicion] | None:
    """What a second reader suspects of the message as a whole; None where it cannot say."""
    head = reading.letter.subject
    apart = f"Subject: {head.text}\n\n" if head is not None and not head.end else ""
    sentences = [(s.start + len(apart), s.end + len(apart)) for s in reading.sentences]
    return second.flaws(about(reading), apart + reading.letter.text, sentences)


def as_a_whole(
    check: str, reading: Reading, verdict: Verdict, known: Mapping[str, Suspicion]
) -> Verdict:
    """The rules' verdict, or another where what is suspected outweighs it."""
    if check not in known:
        return verdict
    flawed = known[check].score + RULED * (not verdict.passed) > 0
    if flawed is not verdict.passed:
        return verdict
    return _told(check, reading, known[check]) or verdict if flawed else passes(PRAISES[check])


def _told(check: str, reading: Reading, known: Suspicion) -> Verdict | None:
    """The finding of a flaw that only the model sees; None where nothing in the message can have it."""
    if check in SHOWN:
        told = [at for at in range(len(reading.sentences)) if not excused(check, reading, at)]
        most = max(told, key=known.by_sentence.__getitem__, default=None)
        return None if most is None else SHOWN[check](reading.sentences[most])
    if check == "one-clear-ask":
        return _unclear(reading)
    if check == LINKED:
        return _not_linked(reading)
    return _MISSING[check]() if check in _MISSING else NEEDED[check](reading)


def _unclear(reading: Reading) -> Verdict | None:
    """Nothing is asked, or several things are; of a single request nothing is told."""
    requests = find_requests(reading)
    if len(requests) == 1:
        return None
    return asks_several(requests[-1].sentence) if requests else asks_nothing()


def _not_linked(reading: Reading) -> Verdict:
    """The parts of an update that no sentence sounds like, or the one that is least there."""
    texts = [sentence.text for sentence in reading.sentences]
    second = reading.second
    there = {
        part: max(second.margins(part, texts)) if second is not None else 0.0
        for part in PARTS
        if part != "advice-given" or not opens_on_advice(reading)
    }
    missing = [part for part, margin in there.items() if margin < 0]
    return leaves_out([PARTS[part] for part in missing or [min(there, key=there.__getitem__)]])
