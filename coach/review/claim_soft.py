"""Finds clauses that state something by words the brief does not hold, whatever they are about."""

import re

from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.tense import past_forms

_ACHIEVED = re.compile(
    r"\b(?:award\w*|prize|won|promot\w+|distinction|publish\w*|finished|passed|selected|shortlisted|nominated"
    r"|increased|raised|saved|grew|launched|led|built|cut|reduced|adopted|graduated|honou?red|praised)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:and |but |so |that |because )?(?:you|she|he|they|u)(?: and \w+)?\b|(?:and |but )?(?:my|our|the) \w+(?: \w+)? "
    r"(?:has|had|is|was|are|were)\b",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"(?:and |but |than |so |or )?(?:to |of |on |about |in |by )?(?:how|what|why|whether|which|who|where|when) (?:to|i|we|you)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|no|nor|cannot|hardly|dont|havent|cant)\b|n't\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:was|were|had|has|have|is|are|i'?ve|i'?m|she|he|they|you|i|we)\b", re.IGNORECASE
)
_I = re.compile(r"\b(?:i|my|we|our|me|us|i've|i'm|im|ive)\b", re.IGNORECASE)


def states_new(ledger: Ledger, piece: Piece) -> bool:
    """Tell whether a clause states something that the brief does not hold."""
    text = piece.span.text
    if piece.asks or not piece.states or _INDIRECT.match(text):
        return False
    telling = ledger.telling(text)
    wrong = [s for s in telling if not ledger.holds(s)]
    nouns = ledger.lexicon.words("fact-nouns")
    content = ledger.content(text, "title")
    facts = [s for s in content if s in nouns and not ledger.holds(s)]
    if piece.wishes:
        return False
    if facts:
        return True
    if not wrong:
        return False
    if _past_verb(ledger, piece) in wrong and len(wrong) * 2 >= len(telling):
        return True
    if len(wrong) == 1 and _NEGATED.search(text):
        return False
    if len(wrong) * 2 >= len(telling) and _OTHER.match(text):
        return True
    if len(wrong) == len(telling) and _HAS.search(text):
        return True
    return len(wrong) > 1 and len(wrong) * 2 >= len(telling)


def _past_verb(ledger: Ledger, piece: Piece) -> str:
    for word in past_forms(piece.span.text, ledger.reading.phrases):
        stem = ledger.stems_of(word.text)[:1]
        if stem and stem[0] not in ledger.wording and len(word.text) > 3:
            return stem[0]
    return ""


def kind_of(text: str) -> str:
    """What sort of thing a clause states: something achieved, or something else."""
    return "achievement" if _ACHIEVED.search(text) and _I.search(text) else "other"
