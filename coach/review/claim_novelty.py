"""Weighs how much of a clause is new: words that name a thing the brief does not hold count most.

A word that could stand in anybody's message weighs one, a word of its own two, and one that tells
nothing even beside a fact (time, talk, the mind) weighs nothing. How much weight makes a claim is
for the shape of the clause to say.
"""

import re
from dataclasses import dataclass

from coach.review.claim_ledger import Ledger
from coach.review.text import words

_OWN, _GENERAL = 2, 1
_SHORTEST = 3
_ABSTRACT = re.compile(
    r"\w{3}(?:isation|ization|ation|ments?|ities|ity|ances?|ences?|ically|istic|centric|ise[ds]?|ize[ds]?)$",
    re.IGNORECASE,
)
"""Words of officialese dress a fact up more often than they add one."""


@dataclass(frozen=True)
class Novelty:
    """What is new in a clause.

    ``weight``: the sum over its new words; ``new`` and ``held``: how many of its telling words the
    brief lacks and holds; ``own``: how many of the new ones are words of their own.
    """

    weight: int
    new: int
    held: int
    own: int


def novelty(ledger: Ledger, text: str) -> Novelty:
    """Weigh the words of ``text`` that the brief does not hold."""
    idle, listed = ledger.lexicon.words("idle"), words(text)
    names = [w for w in listed[1:] if len(w) > 1 and w[0].isupper() and not ledger.named(w)]
    named = set(ledger.stems_of(" ".join(names)))
    abstract = set(ledger.stems_of(" ".join(w for w in listed if _ABSTRACT.search(w))))
    weight = new = held = own = 0
    for stem in ledger.content(text, "title"):
        if stem.isdigit() or (stem in idle and stem not in named and not ledger.holds(stem)):
            continue
        if ledger.holds(stem):
            held += 1
            continue
        plain = stem in ledger.wording or len(stem) < _SHORTEST or stem in abstract
        special = stem in named or not plain
        weight += _OWN if special else _GENERAL
        own += special
        new += 1
    return Novelty(weight, new, held, own)
