"""The check on a sponsor ask: is there a result of the sender's to speak for?"""

import re

from coach.review.outreach_purpose import covered
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.tense import past_forms
from coach.review.text import Span

_COMPARED = re.compile(
    r"\b(?:before|used to|instead of|against|compared|previously|earlier|the (?:year|month|term|quarter|season)"
    r" before|last year|since|was|were|from|out of)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|today|these days|since then|nowadays)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:before|used to|earlier|previously|once)\b", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d[^.!?]*? to \d")
_CHANGED = re.compile(
    r"%|\b(?:went|gone|down|up|cut|brought|rais\w+|grew|grown|fell|fallen|rose|risen|reduc\w+|increas\w+|improv\w+|sort\w*|clear\w*"
    r"|shrank|shrunk|halv\w+|took|got|backlog|queue|complaints?|errors?|accidents?|waste|stockouts?|sales|orders)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"runner|finalist|short-?listed|commended|first|second|third|gold|silver|bronze|of the|pilot|trial",
    re.I,
)


def evidence_of_impact(reading: Reading) -> Verdict:
    """A sponsor ask holds at least one concrete result of the sender's."""
    good = passes(PRAISES["evidence-of-impact"])
    facts = reading.brief.sender.facts if reading.brief is not None else []
    for sentence in reading.sentences:
        if reading.has("impact", sentence) and _is_result(reading, sentence):
            return good
        numbers = reading.find("impact-number", sentence)
        tenure = reading.find("tenure", sentence)
        outside = [n for n in numbers if not any(t.start <= n.start < t.end for t in tenure)]
        outside += reading.find("impact-none", sentence)
        own = re.search(
            r"\b(?:i|my|we|our|team|i've|we've|they've)\b", sentence.text, re.IGNORECASE
        )
        compared = own or not _YOU.search(sentence.text)
        if compared and len(outside) > 1 and _COMPARED.search(sentence.text) and not sentence.asks:
            return good
        changed = any(at.text.lower() != "trained" for at in reading.find("impact", sentence))
        if outside and own and not sentence.asks and (changed or _in_a_time(reading, sentence)):
            return good
        if outside and own and _NOW.search(sentence.text) and _THEN.search(sentence.text):
            return good
    if any(reading.has("impact", Span(0, len(f), f)) and covered(reading, [f]) for f in facts):
        return good
    return shows_no_result()


def shows_no_result() -> Verdict:
    """Return the verdict on a sponsor ask without a result of the sender's."""
    return fails(
        "Nobody can speak up for you without something to say; there is no result of yours here.",
        "Add one result with a number or a before and after: what changed because of you?",
    )


_IN_A_TIME = re.compile(
    r"\b(?:since|last (?:year|month|season|term|winter|spring|summer|autumn|week)|this (?:year|season|term)"
    r"|in (?:a|one|the first|\w+) (?:year|month|week|season|term)s?|(?:a|per) (?:year|month|week|day))\b",
    re.IGNORECASE,
)


_TEAM_DEED = re.compile(
    r"\b(?:i|we|they|it|and|(?:my|our|the) \w+)(?:'ve|'d| have| had| has)? (?:\w+ly |since |now |also )?"
    r"(?P<verb>[a-z]+)\b(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)


def _in_a_time(reading: Reading, sentence: Span) -> bool:
    """A deed of the sender's or their team's with a number and the time it took or began."""
    told = any(
        at["verb"].lower() not in reading.phrases.exact("no-result")
        and bool(past_forms(at["verb"], reading.phrases))
        and reading.has("impact-number", Span(0, len(at["rest"]), at["rest"]))
        for at in _TEAM_DEED.finditer(sentence.text)
    )
    return told and _IN_A_TIME.search(sentence.text) is not None


def _is_result(reading: Reading, sentence: Span) -> bool:
    for at in reading.find("impact", sentence):
        before = re.split(r"[.:;]", sentence.text[: at.start - sentence.start])[-1]
        around = before[-60:] + sentence.text[at.start - sentence.start :]
        if re.match(r".{0,60}\b(?:you|your|would you|could you)\b", around[:60], re.I) and (
            not re.search(r"\b(?:i|my|we|our)\b", around[:60], re.IGNORECASE)
        ):
            continue
        if _TWO_NUMBERS.search(at.text) and _CHANGED.search(sentence.text):
            return True
        rest = sentence.text[at.end - sentence.start :]
        if _PLACED.search(at.text) and reading.content(rest, "vague-result"):
            return True
        tenure = reading.has("tenure", Span(0, len(rest), rest))
        if at.text.lower() == "trained" and (tenure or not re.search(r"\d", rest)):
            continue
        if len(reading.content(rest, "vague-result")) >= 2 or re.search(r"\d", rest):
            return True
        measured = re.search(
            r"halved|doubled|tripled|down|up|fell|fallen|rose|risen|dropped|under|over",
            at.text,
            re.I,
        )
        if measured and len(reading.content(sentence.text, "vague-result")) >= 2:
            return True
    return False
