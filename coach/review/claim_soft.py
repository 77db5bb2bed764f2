"""Finds clauses that state something by words the brief does not hold, whatever they are about."""

import re

from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.tense import past_forms
from coach.review.text import words

_ACHIEVED = re.compile(
    r"\b(?:award\w*|prize|won|promot\w+|distinction|publish\w*|finished|passed|selected|shortlisted|nominated"
    r"|increased|raised|saved|grew|launched|led|built|cut|reduced|adopted|graduated|honou?red|praised)\b",
    re.IGNORECASE,
)
_OUTDOES = re.compile(
    r"\b(?:highest|best|top|fastest|youngest|lowest|largest|biggest|strongest|quickest) (?:[\w-]+ ){1,3}(?:in|of|on|at) (?:my|our|the) "
    r"(?:[\w-]+ )?(?:group|team|class|year|cohort|department|company|region|line|school|ward|shift|course|branch|office|floor|exam)\b"
    r"|\b(?:i'?m|i am|i came|i finished|i ranked|we came) (?:now |currently )?(?:top|first|second|third|best|number one) (?:of|in|on|out of)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:len[td]|lending) (?:\w+ )?(?:a |an )?(?:hand|ear)\b|\btaught me (?:how|that|a lot|much|more|the hard way|what)\b",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"(?:and |but |than |so |or )?(?:to |of |on |about |in |by )?(?:how|what|why|whether|which|who|where|when) (?:to|i|we|you)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|cannot|hardly|dont|havent|cant)\b|n't\b", re.IGNORECASE
)
_I = re.compile(r"\b(?:i|my|we|our|me|us|i've|i'm|im|ive)\b", re.IGNORECASE)


def states_new(ledger: Ledger, piece: Piece) -> bool:
    """Tell whether a clause states a fact that the brief does not hold.

    An unknown word is no evidence by itself: people say true things in free words. What counts is
    a noun that is a fact whenever it is said (a prize, a book), or a deed with what was done.
    """
    text = piece.span.text
    if piece.asks or piece.wishes or not piece.states or _INDIRECT.match(text):
        return False
    if _names_fact(ledger, text) or _OUTDOES.search(text):
        return True
    turn = ledger.pattern("life").search(text)
    if turn is not None and (ledger.unsupported(text) or novelty(ledger, text).weight):
        return True
    if _NEGATED.search(text) or _IDIOM.search(text):
        return False
    return _tells_deed(ledger, text)


def _names_fact(ledger: Ledger, text: str) -> bool:
    """Whether a noun stands there that is a fact whenever it is said, and the brief lacks it."""
    nouns = ledger.lexicon.words("fact-nouns")
    if not any(s in nouns and not ledger.holds(s) for s in ledger.content(text, "title")):
        return False
    past = {word.text for word in past_forms(text, ledger.reading.phrases)}
    return any(
        stem in nouns and not ledger.holds(stem)
        for word in words(text)
        if word not in past and not word.endswith("ing")
        for stem in ledger.content(word, "title")
    )


def _tells_deed(ledger: Ledger, text: str) -> bool:
    """Whether something was done, most of which the brief does not hold."""
    deeds = ledger.lexicon.words("deeds")
    done = {
        stem
        for word in past_forms(text, ledger.reading.phrases)
        for stem in ledger.stems_of(word.text)[:1]
        if stem in deeds
    }
    if not done:
        return False
    feats = ledger.lexicon.words("feats")
    content = [s for s in ledger.content(text, "title") if s in done or s not in ledger.wording]
    new = [
        s
        for s in content
        if not (s in ledger.stems if s in feats and s in done else ledger.holds(s))
    ]
    if len(new) > 1 and len(new) * 2 >= len(content) and any(s in feats and s in done for s in new):
        return True
    if len(ledger.content(text, "title")) < 2 or not content:
        return False
    own = _I.search(text) is not None or bool(done & set(new))
    return len(new) * 2 > len(content) or (len(new) * 2 == len(content) and own)


def kind_of(text: str) -> str:
    """What sort of thing a clause states: something achieved, or something else."""
    return "achievement" if _ACHIEVED.search(text) and _I.search(text) else "other"
