"""Compares what a message claims with what its brief gives, clause by clause.

A clause is a *claim* when it states a fact about the sender, the reader, their past, or a promise.
Courtesy, wishes, requests and ways out are wording. A claim is supported when the brief's public
fields hold its numbers, its names and most of its telling words, in any form.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from coach.domain.brief import OutreachBrief
from coach.review.claim_tokens import (
    given_months,
    given_names,
    given_numbers,
    months,
    names,
    numbers,
)
from coach.review.letter import read_letter
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.requests import find_requests
from coach.review.stems import plain
from coach.review.text import Span, trimmed, word_spans

_BREAK = re.compile(
    r"[,;:()—–]|[ ]-[ ]|\b(?:and|but|so|because|which|who|that|when|after|before|while|although"
    r"|though|since|where|until|as(?=[ ]+(?:i|you|we|he|she)\b))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:i|we|you|he|she|they|my|our|your|i'?m|i'?ve|i'?d|you're|you've|we're|we've)\b", re.I
)
_ROLE = re.compile(r"\b(?:i'?m|i am|as|you are|you're|being) (?:an?|the) (?P<role>[^.,;:!?]{2,60})", re.I)
_MODAL = re.compile(
    r"\b(?:could|would|might|may|should|shall|can|will|i'd|you'd|we'd|i'll|you'll|if|whether|hope|hoping"
    r"|wish|wonder|wondering|please|wants?|like to|love to|trying to|hesitat\w+)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:i|you|we|he|she|they) (?:was|were|had|has|(?:have|has|had) been)\b", re.I)
_OF_READER = re.compile(
    r"\byou (?:nearly |almost |then |also |once |just )*(?:went|became|got|lost|won|had|were|took|gave|left"
    r"|came|grew|made|built|wrote|ran|led|sold|bought|founded|\w{3,}ed)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:i|we|you|he|she|they)(?:'ve| have)? (?:also |now |currently |still |just )*(?P<verb>[a-z]+)\b", re.I
)


@dataclass(frozen=True)
class Claim:
    """Words that state something the brief does not give; ``kind`` names what sort of thing."""

    span: Span
    kind: str


@dataclass(frozen=True)
class _Ledger:
    """What the brief gives, in the forms claims are compared in."""

    reading: Reading

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All the brief gives; that a private note shows is for another check to say."""
        brief = self.reading.brief
        return (*self.reading.public_texts, *(brief.private_notes if brief is not None else ()))

    @cached_property
    def concepts(self) -> frozenset[str]:
        return self.reading.concepts(self.texts)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The time asked for; its numbers support no other fact."""
        brief = self.reading.brief
        return (brief.ask.when, str(brief.ask.minutes)) if brief is not None else ()

    @cached_property
    def numbers(self) -> frozenset[float]:
        return given_numbers(t for t in self.texts if t not in self.asked)

    @cached_property
    def months(self) -> frozenset[str]:
        return given_months(self.texts)

    @cached_property
    def names(self) -> frozenset[str]:
        return given_names(self.texts)

    @cached_property
    def past(self) -> str:
        """What is known of sender and reader together."""
        brief = self.reading.brief
        if brief is None:
            return ""
        texts = [brief.connection, *brief.recipient.facts, brief.why_them]
        texts += [t for h in brief.history for t in (h.what, h.advice, h.action, h.result)]
        return "\n".join(texts)

    @cached_property
    def past_content(self) -> frozenset[str]:
        return self.reading.concepts(self.reading.content(self.past))

    @cached_property
    def in_contact(self) -> bool:
        """Whether the two have met, spoken, worked together or written before."""
        brief = self.reading.brief
        told = brief is not None and any(h.advice or h.what for h in brief.history)
        return told or self.reading.phrases.pattern("contact-known").search(self.past) is not None

    def unsupported(self, text: str) -> list[str]:
        """Return the telling stems of ``text`` that the brief does not hold."""
        concept = self.reading.phrases.concept
        return [
            s
            for s in self.telling(text)
            if concept(s) not in self.concepts and s not in self.names
        ]

    def telling(self, text: str) -> list[str]:
        """Return the stems of ``text`` that state something."""
        return [s for s in self.reading.content(text, "wording", "title") if len(s) > 2]


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
    ledger = _Ledger(reading)
    asked = {r.sentence.start for r in find_requests(reading)}
    found: list[Claim] = []
    for number, sentence in enumerate(reading.unforced):
        after_ask = number > 0 and reading.unforced[number - 1].start in asked
        proposal = sentence.start in asked or (after_ask and _is_proposal(reading, sentence))
        found.extend(_hard_facts(ledger, sentence, proposal))
        for rule in _RULES:
            found.extend(rule(ledger, sentence))
        if not sentence.asks:
            found.extend(_soft_facts(ledger, sentence))
    found.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    kept: list[Claim] = []
    for claim in found:
        if not kept or claim.span.start >= kept[-1].span.end:
            kept.append(claim)
    return tuple(kept)


def _is_proposal(reading: Reading, sentence: Span) -> bool:
    return reading.has("size-context", sentence) or reading.has("availability", sentence) or (
        len(sentence.text.split()) <= 8
    )


def _hard_facts(ledger: _Ledger, sentence: Span, proposal: bool) -> Iterator[Claim]:
    tools = ledger.reading.phrases.word_set("tool")
    safe = ledger.reading.find("safe-number", sentence)
    timed = ledger.reading.find("size", sentence) + ledger.reading.find("times", sentence)
    asked = given_numbers(ledger.asked)
    if not proposal:
        for value, at in numbers(sentence.text, sentence.start):
            courteous = any(s.start <= at.start < s.end for s in safe) or (
                value in asked and any(s.start <= at.start < s.end for s in timed)
            )
            small = value <= 2 and not re.match(r".{0,3}\b(?:years?|months?)", _after(sentence, at))
            if value not in ledger.numbers and not courteous and not (small and at.text[0].isalpha()):
                if not (at.start == sentence.start and value < 10):
                    yield Claim(at, "number")
        for month, at in months(sentence.text, sentence.start):
            if month not in ledger.months:
                yield Claim(at, "date")
    for at in names(_without_tools(sentence)):
        known = any(p in ledger.names for p in (plain(at.text), *plain(at.text).split("-")))
        if not known and not set(ledger.reading.stems(at.text)) & tools:
            if not _only_wording(ledger, at.text):
                yield Claim(at, "name")


def _without_tools(sentence: Span) -> Span:
    blanked = re.sub(r"(?i)google (?:meet|hangouts|maps)", lambda m: " " * len(m.group()), sentence.text)
    return Span(sentence.start, sentence.end, blanked)


def _after(sentence: Span, at: Span) -> str:
    return sentence.text[at.end - sentence.start :]


def _only_wording(ledger: _Ledger, text: str) -> bool:
    return not ledger.unsupported(text)


def _promises(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    verb = ledger.reading.phrases.pattern("promise-verb")
    for at in ledger.reading.find("promise", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        said = f"{at.text.split()[-1]}{rest}"
        given = len(ledger.telling(said)) > 1 and not ledger.unsupported(said)
        if verb.match(said) and not given:
            yield Claim(_clause(ledger, sentence, at, rest), "promise")


def _clause(ledger: _Ledger, sentence: Span, at: Span, rest: str) -> Span:
    span = trimmed(ledger.reading.letter.text, at.start, min(at.end + len(rest), sentence.end))
    return span or at


def _shared_history(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    if not ledger.in_contact:
        for at in ledger.reading.find("shared-history", sentence):
            yield Claim(at, "shared-history")


def _works(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    for at in ledger.reading.find("works-known", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        first = " ".join(rest.split()[:4])
        told = ledger.reading.concepts(ledger.reading.content(f"{at.text} {first}", "vague-object"))
        if ledger.unsupported(first) or not told & ledger.past_content:
            yield Claim(_clause(ledger, sentence, at, " ".join(rest.split(" ")[:5])), "work")


def _minds(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    if sentence.asks:
        return
    for at in ledger.reading.find("mind-reading", sentence):
        rest = at.text + re.split(r"[.,;:!?]", _after(sentence, at))[0]
        if ledger.unsupported(rest):
            yield Claim(_clause(ledger, sentence, at, rest[len(at.text) :]), "feeling")
    for at in ledger.reading.find("feeling-attributed", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        if ledger.unsupported(at.text + rest) or not ledger.telling(rest):
            yield Claim(_clause(ledger, sentence, at, rest), "feeling")


def _referrals(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    for found in ledger.reading.phrases.pattern("referral").finditer(sentence.text):
        who = found["who"]
        named = who.split()[-1][0].isupper() and who[0].isupper()
        if not named and who.split()[0].lower() not in ("my", "our", "a", "one"):
            continue
        if plain(who) in ("i", "you", "we", "he", "she", "they", "it", "that", "this", "what"):
            continue
        if ledger.unsupported(who) or not set(map(plain, who.split())) & ledger.names:
            start = sentence.start + found.start()
            yield Claim(Span(start, sentence.start + found.end(), found.group()), "referral")


def _roles(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    ranks = ledger.reading.phrases.word_set("seniority")
    for found in _ROLE.finditer(sentence.text):
        role = re.split(r"\b(?:who|that|and|but|because|with|you|i|my|for)\b", found["role"])[0]
        wrong = ledger.unsupported(role)
        if set(wrong) & ranks or len(wrong) * 2 >= max(len(ledger.telling(role)), 1):
            if wrong:
                start = sentence.start + found.start()
                yield Claim(Span(start, start + len(found.group()), found.group()), "role")


_RULES: tuple[Callable[[_Ledger, Span], Iterator[Claim]], ...] = (
    _promises,
    _shared_history,
    _works,
    _minds,
    _referrals,
    _roles,
)


def _soft_facts(ledger: _Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield the clauses whose telling words are mostly not in the brief."""
    owned = False
    for clause in _clauses(sentence):
        subject = _SUBJECT.search(clause.text)
        owned = owned or subject is not None
        if not owned or _MODAL.search(clause.text):
            continue
        if _states(ledger, clause):
            yield Claim(clause, "fact")


def _clauses(sentence: Span) -> Iterator[Span]:
    position = 0
    for found in (*_BREAK.finditer(sentence.text), None):
        end = found.start() if found is not None else len(sentence.text)
        text = sentence.text[position:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            start = sentence.start + position + lead
            yield Span(start, start + len(text.strip()), text.strip())
        position = found.end() if found is not None else end


def _states(ledger: _Ledger, clause: Span) -> bool:
    """Tell whether a clause states something that the brief does not hold."""
    telling = ledger.telling(clause.text)
    wrong = ledger.unsupported(clause.text)
    if not wrong:
        return False
    nouns = ledger.reading.phrases.word_set("fact-noun")
    if set(wrong) & nouns and len(wrong) * 2 >= len(telling):
        return True
    if _past_verb(ledger, clause) in wrong and len(wrong) * 2 >= len(telling):
        return True
    mostly = len(wrong) * 2 > len(telling)
    if _OF_READER.search(clause.text):
        return mostly
    return mostly and len(wrong) > 1 and _has_fact_verb(ledger, clause)


def _has_fact_verb(ledger: _Ledger, clause: Span) -> bool:
    if _past_verb(ledger, clause) or _WAS.search(clause.text):
        return True
    safe = ledger.reading.phrases.word_set("fact-verb-safe") | ledger.reading.phrases.word_set("stop")
    present = _PRESENT.search(clause.text)
    return present is not None and not set(ledger.reading.stems(present["verb"])) & safe


def _past_verb(ledger: _Ledger, clause: Span) -> str:
    """Return the stem of the first past form in a clause that is not mere wording."""
    phrases = ledger.reading.phrases
    safe = phrases.word_set("fact-verb-safe") | phrases.word_set("stop") | phrases.word_set("wording")
    for word in word_spans(clause.text):
        simple = plain(word.text)
        if simple.isdigit() or not (simple.endswith("ed") or simple in phrases.irregular):
            continue
        stem = ledger.reading.stems(word.text)[0]
        if stem not in safe and not stem[:1].isdigit() and len(simple) > 3:
            return stem
    return ""
