"""Finds facts told in passing: what is hung onto a clause that may itself be true.

"I teach physics, **having won the county prize**"; "you run a lodge, **with a hundred rooms**";
"we met in Leeds, **which surprised my manager**". Such words need nothing but themselves to claim
something, so that little that is new in them is enough.
"""

import re

from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.tense import past_forms
from coach.review.text import Span, words

_LEAD = r"^(?:and |but |or )?(?:then |now |also |only |even |not least |perhaps |mostly |mainly |usually )*"
_DOING = re.compile(
    rf"{_LEAD}(?!(?:hop|look|wonder|think|wish|want|ask|writ|be|try|go|even|morn|noth|anyth|someth|everyth|dur|follow|accord|depend|assum|consider|includ)ing\b|leading to\b|resulting in\b)[a-z]{{2,}}ing\b",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"^(?:and )?(?:having (?:just |recently |already |now )?(?:been )?\w+|since (?:becoming|being|having|\w+ing)|after (?:having )?(?:win|lead|found|publish|pass|leav|mov|finish|complet)\w*ing)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    rf"{_LEAD}(?:none|each|both|all|twice|once|half|most|some|several|many|every|(?:one|two|three|four|five) (?:of|in|with|at|by)|a (?:third|quarter|few|couple)|top"
    r"|first|second|the (?:\w+est|most|only|first|second|third|last|best|worst))\b(?! (?:an )?(?:time|hour|day|week|month|year|long|of it)s?\b)",
    re.IGNORECASE,
)
_NONE = re.compile(rf"{_LEAD}(?:none|not one|once|twice)\b", re.IGNORECASE)
_WITH = re.compile(rf"{_LEAD}with(?:out)?\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"^(?:and |but )?(?:which|who) (?:(?:is|are)|(?:was|were) (?:an?|the))\b", re.IGNORECASE
)
_OWNED_TIME = re.compile(
    rf"{_LEAD}(?:after|during|since|despite|through|throughout|following|amid) (?:your|his|her|their|our)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"{_LEAD}(?:after|during|since|despite|through|throughout|including|except|among|amid|at|in|on|near|behind|outside|beside)\b(?! (?:case|order|fact|turn|short|general|particular|least|all|present|once)\b)",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"^(?:and |but )?(?:(?:[\w-]+ of|for|to|with|in|by|at|on|from|among|after) )?(?:which|who|whom|whose|where)\b(?!(?: i| we|'d|'ll| is (?:how|why|what|when)| asked| wrote)\b)",
    re.IGNORECASE,
)
_NEARBY = re.compile(rf"{_LEAD}(?:by|from|under|over|above|below|on top of)\b", re.IGNORECASE)
_BEFORE_DOING = re.compile(rf"{_LEAD}(?:before|while|by) [a-z]{{2,}}ing\b", re.IGNORECASE)
_PUT = re.compile(
    r"(?:set|put|cut|hit|run|based|born|built|held|led|won|made|drawn|taken|grown)\b", re.IGNORECASE
)
_DETAIL = re.compile(
    r"^(?:and |but )?(?:above all |especially |particularly |notably |most of all )?the (?:\w+ )?(?:passage|part|bit|section|chapter|line|scene|issue"
    r"|episode|story|slide|photo(?:graph)?s?|pages?|examples?|ones?|maps?|drawings?|figures?|tables?|preface|cover|title) (?:on|about|where|with|from|in|of)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:now |then )?(?:today |currently )?(?:our|the|an?|my|his|her|your|another)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|i|you|we|he|she|they|it|i'm|i've|you've|to)\b|'s [a-z]+ing\b",
    re.IGNORECASE,
)
_NO_FACT = re.compile(
    r"\b(?:regards|wishes|thanks|feels?|felt|seems?|sounds?|means?|hope|suppose|guess|rather|question|reply|answer)\b",
    re.IGNORECASE,
)


_OF_MINE = re.compile(
    r"^(?:and |but |so |now |today )*(?:i'm|i am|i've|i have|i (?:also|still|now|already)|we're|we've|we have|my)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"(?:and |but |so |now |today )*my\b", re.IGNORECASE)
_LEAST_OWN, _LEAST_MINE = 3, 5
"""What makes a fact about oneself, wherever it stands."""
_OWN_MIND = re.compile(
    r"(?:[\w']+ ){0,4}?(?:(?:try|writ|ask|think|hop|look|hold|struggl|wonder|turn|reach|contact|get|inform)ing\b"
    r"|(?:have the honour|beg|wish|intend) to\b)",
    re.IGNORECASE,
)


def told_in_passing(ledger: Ledger, piece: Piece, *, first: bool) -> bool:
    """Tell whether a clause hangs something new onto another; ``first`` opens its sentence."""
    text = piece.span.text
    if piece.asks or piece.wishes or _NO_FACT.search(text):
        return False
    if _HAVING.match(text):
        return novelty(ledger, text).weight >= 2
    least = 0 if first else _least(ledger, piece.span)
    if least == 0 and _OF_MINE.match(text) and not _of_the_mind(ledger, text):
        least = _LEAST_MINE if _MINE.match(text) else _LEAST_OWN
    found = novelty(ledger, text)
    return 0 < least <= found.weight and found.new + (found.weight > 1) > found.held


def _of_the_mind(ledger: Ledger, text: str) -> bool:
    """Whether it says how the writer feels, or what they are doing by writing."""
    states = ledger.lexicon.forms["mental-states"]
    return _OWN_MIND.match(text) is not None or any(w.lower() in states for w in words(text)[1:5])


def _least(ledger: Ledger, span: Span) -> int:
    """How much weight makes this shape a claim; nothing for a clause of another shape."""
    text = span.text
    if _WITH.match(text) or _NONE.match(text) or _OWNED_TIME.match(text):
        return 1
    if _WHICH.match(text):
        return 4 if _COMMENT.match(text) else 2
    if _PLACED.match(text) or _OF_SOME.match(text):
        return 2
    if _DETAIL.match(text):
        return 1
    if _DOING.match(text) or (_THING.match(text) and not _VERB.search(text)):
        return 3
    if _BEFORE_DOING.match(text):
        return 4
    done = past_forms(text, ledger.reading.phrases)
    doing = _NEARBY.match(text) or _PUT.match(text) or (done and done[0].start == 0)
    return 3 if doing else 0
