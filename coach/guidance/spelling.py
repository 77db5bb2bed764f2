"""Puts right what a hurried person mistyped, before a question is embedded.

MiniLM cuts a misspelt word into pieces that mean something else. A word nobody knows is replaced by
the nearest word that the cards and phrasings use, by Damerau-Levenshtein distance (one slip in a
short word, two in a long one); a word that anybody knows is never touched.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from coach.guidance.embedding import VOCABULARY
from coach.guidance.lexical import stem

LEAST_LETTERS = 4
"""Shorter words are left alone: too many others lie one slip away."""
TWO_SLIPS = 7
"""Letters from which two slips are put right."""
LEAST_USES = 3
"""Times the cards and phrasings use a word before it is known; some phrasings are misspelt."""
_CANDIDATES = 8
_REMEMBERED = 5_000
_WORD = re.compile(r"[A-Za-z]+")
_NEIGHBOURS = "'’@._-/0123456789"
"""A run of letters beside one of these is part of a name, an address or a contraction."""


class Spelling:
    """Corrects questions to the words of these texts.

    Args:
        texts: the cards and phrasings.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._plain = set(VOCABULARY.read_text(encoding="utf-8").split())
        self._correct = functools.lru_cache(_REMEMBERED)(self._nearest)

    @functools.cached_property
    def _uses(self) -> Counter[str]:
        """How often each word is used; counted only when a question holds a word nobody knows."""
        return Counter(word for text in self._texts for word in _WORD.findall(text.lower()))

    @functools.cached_property
    def _used(self) -> list[str]:
        return sorted(word for word, times in self._uses.items() if times >= LEAST_USES)

    @functools.cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self._used))

    @functools.cached_property
    def _offered(self) -> list[str]:
        return [word for word in self._used if len(word) >= LEAST_LETTERS]

    def correct(self, text: str) -> str:
        """The text with unknown words replaced by the nearest known one, if one is near."""

        def replace(found: re.Match[str]) -> str:
            before = text[found.start() - 1 : found.start()]
            after = text[found.end() : found.end() + 1]
            if (before and before in _NEIGHBOURS) or (after and after in _NEIGHBOURS[2:]):
                return found.group()
            return self._correct(found.group())

        return _WORD.sub(replace, text)

    def _nearest(self, word: str) -> str:
        lower = word.lower()
        if len(lower) < LEAST_LETTERS or lower in self._plain or stem(lower) in self._stems:
            return word
        slips = 2 if len(lower) >= TWO_SLIPS else 1
        near = process.extract(
            lower,
            self._offered,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=_CANDIDATES,
        )
        if not near:
            return word
        best = min(near, key=lambda one: (one[1], one[0][0] != lower[0], -self._uses[one[0]]))
        return str(best[0])
