"""Finds what one is said to have done with or for the other, and how a third person felt.

"You held the pads for my nephew" and "we compared chisels" link the two by a deed in the past. Such a
clause is a claim when what was done is for the greater part not in the brief. What "you" did may be
told without the word: "you ran the day **and told me to write**".
"""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.claim_spans import reach, until_break
from coach.review.tense import past_forms
from coach.review.text import Span

_BETWEEN = re.compile(
    r"^(?:[\w']+ ){0,3}?(?:we(?:'d|'ve)?\b|you(?:'d|'ve)?\b.*\b(?:me|my|us|our)\b|i(?:'d|'ve)?\b.*\b(?:you|your)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\b(you|we|i|he|she|they|which|who)\b(?!'(?:ll|re))", re.IGNORECASE)
_TO_YOU = re.compile(
    r"and (?:then |also |later )?\w+ (?:(?:to|with|for|at|past|beside) )?(?:you|your)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:i|we) (?:know|doubt|think|guess|am sure|believe|hope|was sure|(?:\w+ )?beg)\b|\b(?:i've|i have) been\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:could|would|can|will|may|might|please|hope|like to|want|wanted|if)\b|'d\b|'ll\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"^(?:and |but |even |ever )?(?:since |after |during )?(?:your|our|that(?! (?:an?|the)\b)|those|the (?:time|day|evening|morning|night|afternoon))\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"^(?:and |then |you )?(?:even |kindly |also |once |then |did )*(?:told|asked|promised|offered|advised|invited|encouraged|said|praised|called"
    r"|warned|urged|assured|offer|promise|suggested|hinted|joked|mentioned)\b(?! (?:for|about it)\b)",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"\b(?:(?:warm|kind|best|many|fond|my|heartfelt) (?:regards|wishes|greetings|thanks)|obliged to you|indebted to you)\b",
    re.IGNORECASE,
)
_WISHES_YOU = re.compile(
    r"(?:\b(?:wish(?:ing)?|hope) (?:you|that|the|your|all)|(?:^|[.;!?,] )may (?:you|the|your|all))\b"
    r"(?:(?!,? (?:and|but|as|because) (?:i|you|we|he|she|they)\b)[^.;!?])*$",
    re.IGNORECASE,
)
"""Greetings and good wishes tell of nothing that was."""
_LEAST_ACT = 2
_PRESENT = re.compile(r"'s [a-z]+ing$| (?:now|still) [a-z]+s$|'s [a-z]+ed$", re.IGNORECASE)
_LEAST_BETWEEN, _LEAST_NAMED, _LEAST_NOW = 2, 3, 4
_STATE_OF = re.compile(
    r"(?:\b(?:the|my|our|your|his|her|their|an?|one|some|several|many|both) (?:[\w'-]+ ){0,2}?(?P<who>[a-z]+)|, (?:both of |all of |some of |most of )?(?P<that>whom?))"
    r"(?: all| both| also| still| clearly| even| really)* (?:is|was|are|were|looked|looks|seemed|seems|felt|feels|sounded|sounds|got|became|remained)"
    r" (?:\w+ly |very |quite |so |all |both |a (?:little|bit) |rather |still |not |in )*(?P<state>[a-z]+)\b",
    re.IGNORECASE,
)
_MIND_OF = re.compile(
    r"\b(?:the|my|our|your|his|her|their|an?|one|some|several|many|both) (?:[\w'-]+ ){0,2}?(?P<who>[a-z]+)"
    r"(?: also| still| now| really| always| (?:is|are|has|have) (?:beginning|starting|begun|started|come|coming) to)* (?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
_ACT_OF = re.compile(
    r"(?:and |but |now |so |because |since |although |that |even )*(?:the|my|our|your|his|her|their|one|two|three|some|several|many|both|another)"
    r" (?P<who>(?:[\w'-]+ ){0,2}?[a-z]+)(?: of (?:mine|ours|yours))?"
    r"(?: has| have|'s|'ve)? (?:already |also |just |now |even |since |still |once )*(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?:and |but )?there (?:are|were|was) (?!no\b|a (?:way|chance|time)\b)", re.IGNORECASE
)
_STANDS = frozenset("favour against jealous open shy keen cross".split())


def act_claims(ledger: Ledger, piece: Piece, before: str) -> Iterator[Claim]:
    """Yield the deed between the two that a clause tells; ``before`` is its sentence up to it."""
    text = piece.span.text
    if piece.asks or piece.wishes or _NOTE.search(text) or _WISHED.search(before):
        return
    if wishes_well(text, before):
        return
    said = _SPOKEN.match(text)
    if said is not None and _subject(before + text[:4]) == "you":
        told = novelty(ledger, text[said.end() :])
        if not ledger.advised and told.new > told.held:
            yield Claim(piece.span, "shared-history")
        return
    linked = _BETWEEN.match(text) is not None or _goes_on(text, before)
    if not linked and _OURS.match(text) is None:
        return
    told = novelty(ledger, text)
    if told.weight < (_LEAST_BETWEEN if linked else _LEAST_NAMED) or told.new <= told.held:
        return
    if told.weight >= _LEAST_NOW or past_forms(text, ledger.reading.phrases):
        yield Claim(piece.span, "shared-history")


def wishes_well(text: str, before: str) -> bool:
    """Whether a clause greets or wishes well; ``before`` is its sentence up to it."""
    return _GREETS.search(text) is not None or _WISHES_YOU.search(before) is not None


def _goes_on(text: str, before: str) -> bool:
    """Whether a clause goes on from one about the two: "we met **and compared chisels**"."""
    if text[:4].lower() != "and ":
        return False
    if _subject(before) in ("we", "you") and not _SUBJECT.search(text):
        return True
    return _subject(before) == "i" and _TO_YOU.match(text) is not None


def _subject(before: str) -> str:
    """Return whose deed a sentence tells: its first word for a person."""
    found = _SUBJECT.search(before)
    return found[1].lower() if found is not None else ""


def third_minds(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield what a third person is said to have felt, unless the brief tells it."""
    if sentence.asks:
        return
    people = ledger.lexicon.words("people") | ledger.lexicon.words("groups-of-people")
    states = ledger.lexicon.forms["mental-states"] | _STANDS
    for found in _STATE_OF.finditer(sentence.text):
        who, state = ledger.stems_of(found["who"] or "")[:1], found["state"].lower()
        somebody = found["that"] or (who and who[0] in people)
        if not somebody or state not in states:
            continue
        if any(not ledger.holds(s) for s in ledger.stems_of(state)):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            rest = until_break(sentence, end)
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "feeling")
    verbs = ledger.lexicon.words("mental-verbs")
    for found in _MIND_OF.finditer(sentence.text):
        who, verb = ledger.stems_of(found["who"])[:1], ledger.stems_of(found["verb"])[:1]
        if who and who[0] in people and verb and verb[0] in verbs and not ledger.holds(verb[0]):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            rest = until_break(sentence, end)
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "feeling")


def third_acts(ledger: Ledger, piece: Piece) -> Iterator[Claim]:
    """Yield what somebody or something else did, when who or what it was is new."""
    text = piece.span.text
    if piece.asks or piece.wishes or _NOTE.search(text):
        return
    found = _ACT_OF.match(text) or _THERE.match(text)
    if found is None:
        return
    told = novelty(ledger, text)
    if told.weight < _LEAST_ACT or told.new <= told.held:
        return
    if found.re is _THERE or (_is_act(ledger, found) and _is_new(ledger, found["who"])):
        yield Claim(piece.span, "event")


def _is_act(ledger: Ledger, found: re.Match[str]) -> bool:
    verb = found["verb"].lower()
    return _PRESENT.search(found.group()) is not None or any(
        form.text for form in past_forms(verb, ledger.reading.phrases)
    )


def _is_new(ledger: Ledger, who: str) -> bool:
    """Whether it is a person, or anything the brief does not hold and not everybody has."""
    people = ledger.lexicon.words("people") | ledger.lexicon.words("groups-of-people")
    stems = ledger.stems_of(who)
    return any(s in people for s in stems) or novelty(ledger, f"the {who}").own > 0
