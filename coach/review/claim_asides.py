"""Finds facts told in passing: what is hung onto a clause that may itself be true.

"I teach physics, **having won the county prize**"; "you run a lodge, **with a hundred rooms**";
"we met in Leeds, **which surprised my manager**". Such words need nothing but themselves to claim
something, so that little that is new in them is enough.
"""

import re

from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.text import Span

_LEAD = r"^(?:and |but |or |so )?(?:then |now |also |only |even |not least |perhaps |mostly |mainly |usually )*"
_DOING = re.compile(
    rf"{_LEAD}(?!(?:hop|look|wonder|think|wish|want|ask|writ|be|try|go|even|morn|noth|anyth|someth|everyth|dur|follow|accord|depend|assum|consider|includ)ing\b)[a-z]{{2,}}ing\b",
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
_WITH = re.compile(rf"{_LEAD}with(?:out)?\b", re.IGNORECASE)
_OWNED_TIME = re.compile(
    rf"{_LEAD}(?:after|during|since|despite|through|throughout|following|amid) (?:your|his|her|their|our)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"{_LEAD}(?:after|during|since|despite|through|throughout|including|except|among|amid|at|in|on|by|from|over|under|near|behind|outside|beside|while|as|to)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"^(?:and |but )?(?:(?:[\w-]+ of|for|to|with|in|by|at|on|from|among|after) )?(?:which|who|whom|whose|where)\b(?! (?:i|we|is (?:how|why|what|when))\b)",
    re.IGNORECASE,
)
_NO_FACT = re.compile(
    r"\b(?:regards|wishes|thanks|feels?|felt|seems?|sounds?|means?|hope|suppose|guess|rather|question|reply|answer)\b",
    re.IGNORECASE,
)


def told_in_passing(ledger: Ledger, piece: Piece, *, first: bool) -> bool:
    """Tell whether a clause hangs something new onto another; ``first`` opens its sentence."""
    text = piece.span.text
    if piece.asks or piece.wishes or _NO_FACT.search(text):
        return False
    if _HAVING.match(text):
        return novelty(ledger, text).weight >= 2
    if first:
        return False
    least = _least(piece.span)
    if least == 0:
        return False
    found = novelty(ledger, text)
    return found.weight >= least and found.new >= found.held


def _least(span: Span) -> int:
    """How much weight makes this shape a claim; nothing for a clause of another shape."""
    text = span.text
    if _WITH.match(text) or _OF_SOME.match(text) or _OWNED_TIME.match(text):
        return 1
    if _WHICH.match(text):
        return 2
    if _PLACED.match(text):
        return 2
    return 3 if _DOING.match(text) else 0
