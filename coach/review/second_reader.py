"""A second reading of a message, by a model that knows its meaning where the rules know only words.

What the model suspects of the message as a whole is weighed with what the rules say of it: what both think is surely
so, and where they differ the surer of the two is followed. A flaw that only the model finds is told in the words of
the rules' own finding, and quotes the sentence that gives most to it. Where there is no model the rules stand alone.
"""

from collections.abc import Mapping

from coach.domain.suspicion import Suspicion
from coach.review.flaw_verdicts import NEEDED, NOT_FOR, PARTS, SHOWN, excused
from coach.review.outreach_ask import asks_nothing, asks_several
from coach.review.outreach_purpose import leaves_out, opens_on_advice
from coach.review.praises import LINKED, PRAISES
from coach.review.reading import Reading, SecondReader, Verdict, passes
from coach.review.registry import Check
from coach.review.requests import find_requests

MOST = 40
"""Sentences of the longest message that is read a second time; what is longer is no message."""
GROWN = 3.0
"""By how much a suspicion has to grow with a change to be laid to it; in logits."""
STANDS = 99.0
"""Of a check whose rules are right most surely, a finding stands, whatever is suspected: it is there in so many words."""
RULED: Mapping[str, float] = {
    "question-specific": 3.5,
    "no-pressure": 5.0,
    "easy-out": 3.0,
    "ask-time-boxed": 4.5,
    "says-why-them": 4.0,
    "no-cliche": STANDS,
    "offers-times": 3.0,
    "no-job-ask": 7.0,
    "ask-low-commitment": 7.5,
    "one-clear-ask": 4.0,
    LINKED: 1.5,
    "no-flattery": STANDS,
    "plain-language": STANDS,
    "says-who-you-are": 4.5,
    "evidence-of-impact": 4.0,
    "no-over-apology": STANDS,
    "forwardable-blurb": 7.5,
}
"""How much the rules' finding counts beside what is suspected, in logits: the more, the more often they raise it where
it is than where it is not (``python -m evals.messages_tune`` prints how often). Twice the logarithm of that ratio, for
what is suspected is told twice too surely; where it is 9 or more, the finding stands."""


def judge(check: Check, reading: Reading) -> Verdict:
    """Return the verdict of the rules, or that of the second reader where it outweighs them."""
    verdict = check.run(reading)
    second = reading.second
    if second is None or not 0 < len(reading.sentences) <= MOST:
        return verdict
    known = suspected(reading, second)
    return verdict if known is None else as_a_whole(check.id, reading, verdict, known)


def made_worse(check: Check, before: Reading, after: Reading) -> bool:
    """Whether a check that fails after a change, and did not before, fails because of it.

    A message near the level is now on this side of it and now on that, whatever is changed: what is suspected
    has to have grown by ``GROWN``, unless the rules find it newly wrong.
    """
    second = after.second
    if second is None or (check.run(before).passed and not check.run(after).passed):
        return True
    was, now = suspected(before, second), suspected(after, second)
    if was is None or now is None or check.id not in was or check.id not in now:
        return True
    return now[check.id].score - was[check.id].score >= GROWN


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
    flawed = known[check].score + RULED[check] * (not verdict.passed) > 0
    if flawed is not verdict.passed:
        return verdict
    return _told(check, reading, known) or verdict if flawed else passes(PRAISES[check])


def _told(check: str, reading: Reading, known: Mapping[str, Suspicion]) -> Verdict | None:
    """The finding of a flaw that only the model sees; None where nothing in the message can have it."""
    if check in SHOWN:
        most = _shows_most(check, reading, known[check])
        return None if most is None else SHOWN[check](reading.sentences[most])
    if reading.purpose in NOT_FOR.get(check, ()):
        return None
    if check == "one-clear-ask":
        return _unclear(reading)
    if check == LINKED:
        return _not_linked(known, reading)
    return NEEDED[check](reading)


def _shows_most(check: str, reading: Reading, flaw: Suspicion) -> int | None:
    """The sentence that gives most to a flaw; None where too little is left without those that cannot have it."""
    free = [excused(check, reading, at) for at in range(len(reading.sentences))]
    told = [at for at, excuse in enumerate(free) if not excuse]
    gone = sum(
        max(0.0, gives) for gives, excuse in zip(flaw.by_sentence, free, strict=True) if excuse
    )
    if flaw.score - gone <= 0:
        return None
    return max(told, key=flaw.by_sentence.__getitem__, default=None)


def _unclear(reading: Reading) -> Verdict | None:
    """Nothing is asked, or several things are; of a single request nothing is told."""
    requests = find_requests(reading)
    if len(requests) == 1:
        return None
    return asks_several(requests[-1].sentence) if requests else asks_nothing()


def _not_linked(known: Mapping[str, Suspicion], reading: Reading) -> Verdict:
    """The parts of an update that are missing, or the one of which most speaks for it."""
    doubt = {
        part: known[part].score
        for part in PARTS
        if part in known and not (part == "advice-given" and opens_on_advice(reading))
    }
    missing = [part for part, score in doubt.items() if score > 0]
    surest = max(doubt, key=doubt.__getitem__, default="advice-result")
    return leaves_out([PARTS[part] for part in missing or [surest]])
