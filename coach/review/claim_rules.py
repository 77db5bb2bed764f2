"""The kinds of clause that state a fact, and how each is held against the brief."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.review.claim_ledger import Ledger
from coach.review.stems import plain
from coach.review.tense import past_forms
from coach.review.text import Span, trimmed

_BREAK = re.compile(
    r"[,;:()—–]|[ ]-[ ]|\b(?:and|but|so|because|which|who|that|when|after|before|while|although"
    r"|though|since|where|until|as(?=[ ]+(?:i|you|we|he|she)\b))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:i|we|you|he|she|they|my|our|your|i'?m|i'?ve|i'?d|you're|you've|we're|we've)\b", re.I
)
_ROLE = re.compile(
    r"\b(?:i'?m|i am|as|you are|you're|being) (?:an?|the) (?P<role>[^.,;:!?]{2,60})", re.I
)
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
    r"\b(?:i|we|you|he|she|they)(?:'ve| have)? (?:also |now |currently |still |just )*(?P<verb>[a-z]+)\b",
    re.I,
)


@dataclass(frozen=True)
class Claim:
    """Words that state something the brief does not give; ``kind`` names what sort of thing."""

    span: Span
    kind: str


def _after(sentence: Span, at: Span) -> str:
    return sentence.text[at.end - sentence.start :]


def _promises(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    verb = ledger.reading.phrases.pattern("promise-verb")
    for at in ledger.reading.find("promise", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        said = f"{at.text.split()[-1]}{rest}"
        given = len(ledger.telling(said)) > 1 and not ledger.unsupported(said)
        if verb.match(said) and not given:
            yield Claim(_clause(ledger, sentence, at, rest), "promise")


def _clause(ledger: Ledger, sentence: Span, at: Span, rest: str) -> Span:
    span = trimmed(ledger.reading.letter.text, at.start, min(at.end + len(rest), sentence.end))
    return span or at


def _shared_history(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    if ledger.in_contact:
        return
    for at in ledger.reading.find("shared-history", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        did = ledger.reading.concepts(ledger.reading.content(at.text)) & ledger.past_content
        known = bool(did) and bool(ledger.telling(rest)) and not ledger.unsupported(rest)
        if not (known and at.text.lower().startswith("you")):
            yield Claim(at, "shared-history")


def _works(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    for at in ledger.reading.find("works-known", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        first = " ".join(rest.split()[:4])
        told = ledger.reading.concepts(ledger.reading.content(f"{at.text} {first}", "vague-object"))
        if ledger.unsupported(first) or not told & ledger.past_content:
            yield Claim(_clause(ledger, sentence, at, " ".join(rest.split(" ")[:5])), "work")


def _minds(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    if sentence.asks:
        return
    for at in ledger.reading.find("mind-reading", sentence):
        rest = at.text + re.split(r"[.,;:!?]", _after(sentence, at))[0]
        if ledger.unsupported(rest):
            yield Claim(_clause(ledger, sentence, at, rest[len(at.text) :]), "feeling")
    for at in ledger.reading.find("feeling-attributed", sentence):
        rest = re.split(r"[.,;:!?]", _after(sentence, at))[0]
        if ledger.unsupported(at.text + rest) or not ledger.telling(at.text + rest):
            yield Claim(_clause(ledger, sentence, at, rest), "feeling")


def _referrals(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
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


def _roles(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    ranks = ledger.reading.phrases.word_set("seniority")
    for found in _ROLE.finditer(sentence.text):
        role = re.split(r"\b(?:who|that|and|but|because|with|you|i|my|for)\b", found["role"])[0]
        wrong = ledger.unsupported(role)
        mostly = bool(wrong) and len(wrong) * 2 >= len(ledger.telling(role))
        if mostly or set(wrong) & ranks:
            start = sentence.start + found.start()
            yield Claim(Span(start, start + len(found.group()), found.group()), "role")


CLAIM_RULES: tuple[Callable[[Ledger, Span], Iterator[Claim]], ...] = (
    _promises,
    _shared_history,
    _works,
    _minds,
    _referrals,
    _roles,
)


def soft_facts(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
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


def _states(ledger: Ledger, clause: Span) -> bool:
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


def _has_fact_verb(ledger: Ledger, clause: Span) -> bool:
    if _past_verb(ledger, clause) or _WAS.search(clause.text):
        return True
    safe = ledger.reading.phrases.word_set("fact-verb-safe") | ledger.reading.phrases.word_set(
        "stop"
    )
    present = _PRESENT.search(clause.text)
    return present is not None and not set(ledger.reading.stems(present["verb"])) & safe


def _past_verb(ledger: Ledger, clause: Span) -> str:
    """Return the stem of the first past form in a clause that is not mere wording."""
    phrases = ledger.reading.phrases
    safe = (
        phrases.word_set("fact-verb-safe") | phrases.word_set("stop") | phrases.word_set("wording")
    )
    for word in past_forms(clause.text, phrases):
        stem = ledger.reading.stems(word.text)[0]
        if stem not in safe and len(word.text) > 3:
            return stem
    return ""
