"""Compares what a message claims with what its brief gives, clause by clause.

A clause is a *claim* when it states a fact about the sender, the reader, their past, or a promise.
Courtesy, wishes, requests and ways out are wording. A claim is supported when the brief's public
fields hold its numbers, its names and most of its telling words, in any form.
"""

import datetime
import re
from collections.abc import Iterator

from coach.domain.brief import OutreachBrief
from coach.review.claim_ledger import Ledger
from coach.review.claim_rules import CLAIM_RULES, Claim, soft_facts
from coach.review.claim_tokens import given_numbers, months, names, numbers
from coach.review.letter import read_letter
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.reading import MAX_FOUND, Reading, Verdict, fails, passes
from coach.review.requests import find_requests
from coach.review.stems import plain
from coach.review.text import Span, fold

_PERSON = re.compile(r"\b(?:she|he|they|him|them|her|his|their|your)\b")
_WORD = re.compile(r"[\w']+")
_SPELL = re.compile(r".{0,3}\b(?:years?|months?)")
_TOOL = re.compile(r"google (?:meet|hangouts|maps)", re.IGNORECASE)


def unsupported_claims(
    text: str,
    brief: OutreachBrief,
    *,
    subject: str | None = None,
    today: datetime.date | None = None,
    phrases: Phrases | None = None,
) -> tuple[Claim, ...]:
    """Return the claims in ``text`` that ``brief`` neither gives nor plainly implies, in order."""
    reading = Reading(
        letter=read_letter(text, subject),
        brief=brief,
        channel=brief.channel,
        purpose=brief.purpose,
        today=today or datetime.date.today(),
        phrases=phrases or load_phrases(default_knowledge()),
    )
    return find_claims(reading)


def no_unsupported_claim(reading: Reading) -> Verdict:
    """Every fact about either person, the past, and every promise, rests on the brief."""
    found = find_claims(reading)
    if not found:
        return passes("Everything you state is in what you told us.")
    others = f" ({len(found)} such places in all)" if len(found) > 1 else ""
    return fails(
        f"You did not tell us this, and an invented detail costs all trust once noticed{others}.",
        "Take it out, or add it to your facts if it is true.",
        found[0].span,
    )


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the unsupported claims of a message that has a brief, in order, without overlaps."""
    ledger = Ledger(reading)
    asked = {r.sentence.start for r in find_requests(reading)}
    found: list[Claim] = []
    given = [_folded(text) for text in reading.public_texts]
    for number, sentence in enumerate(reading.unforced):
        if _as_typed(sentence, given):
            continue
        after_ask = number > 0 and reading.unforced[number - 1].start in asked
        proposal = sentence.start in asked or (after_ask and _is_proposal(reading, sentence))
        found.extend(_hard_facts(ledger, sentence, proposal))
        for rule in CLAIM_RULES:
            found.extend(rule(ledger, sentence))
        if not sentence.asks:
            found.extend(soft_facts(ledger, sentence))
    return _apart(found)


def _folded(text: str) -> str:
    """A text in which "she", "he", "they" and "you" are one word, as are their other forms."""
    return " ".join(_WORD.findall(_PERSON.sub("you", fold(text).casefold())))


def _as_typed(sentence: Span, given: list[str]) -> bool:
    """Whether a sentence of three words or more stands in the brief just so, but for the person."""
    folded = _folded(sentence.text)
    return folded.count(" ") >= 2 and any(folded in text for text in given)


def _apart(found: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims in order without overlaps; a rule with a name goes before a mere fact."""
    kept: list[Claim] = []
    for claim in sorted(
        found[:MAX_FOUND], key=lambda c: (c.kind == "fact", c.span.start, -c.span.end)
    ):
        if all(claim.span.start >= k.span.end or claim.span.end <= k.span.start for k in kept):
            kept.append(claim)
    return tuple(sorted(kept, key=lambda c: c.span.start))


def _is_proposal(reading: Reading, sentence: Span) -> bool:
    return (
        reading.has("size-context", sentence)
        or reading.has("availability", sentence)
        or (len(sentence.text.split()) <= 8)
    )


def _hard_facts(ledger: Ledger, sentence: Span, proposal: bool) -> Iterator[Claim]:
    """Yield numbers, months and names that are not given; a proposal may name its own time."""
    if not proposal:
        yield from _numbers(ledger, sentence)
        for month, at in months(sentence.text, sentence.start):
            if month not in ledger.months:
                yield Claim(at, "date")
    tools = ledger.reading.phrases.word_set("tool")
    for at in names(_without_tools(sentence)):
        known = any(p in ledger.names for p in (plain(at.text), *plain(at.text).split("-")))
        tool = set(ledger.reading.stems(at.text)) & tools
        if not known and not tool and ledger.unsupported(at.text):
            yield Claim(at, "name")


def _numbers(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    safe = ledger.reading.find("safe-number", sentence)
    timed = ledger.reading.find("size", sentence) + ledger.reading.find("times", sentence)
    asked = given_numbers(ledger.asked)
    for value, at in numbers(sentence.text, sentence.start)[:MAX_FOUND]:
        in_ask = value in asked and _inside(at, timed)
        small = value <= 2 and at.text[0].isalpha() and not _SPELL.match(_after(sentence, at))
        bullet = at.start == sentence.start and value < 10
        if not (value in ledger.numbers or in_ask or small or bullet or _inside(at, safe)):
            yield Claim(at, "number")


def _inside(at: Span, spans: list[Span]) -> bool:
    return any(span.start <= at.start < span.end for span in spans)


def _without_tools(sentence: Span) -> Span:
    blanked = _TOOL.sub(lambda m: " " * len(m.group()), sentence.text)
    return Span(sentence.start, sentence.end, blanked)


def _after(sentence: Span, at: Span) -> str:
    return sentence.text[at.end - sentence.start :]
