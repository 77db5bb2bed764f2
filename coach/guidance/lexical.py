"""The lexical half of search: BM25 over card text, for the exact words dense vectors blur.

Titles and topics count more because they are what a person half remembers.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Sequence

import bm25s
import numpy as np
from bm25s.stopwords import STOPWORDS_EN_PLUS
from numpy.typing import NDArray

from coach.domain.card import Card

FIELD_WEIGHTS = {"title": 3, "topic": 2, "do": 1, "why": 1, "asks": 1, "avoid": 1}
"""How often each field's words are counted, in whole repeats; *Say* is an example, not the idea."""
CEILING_WORDS = 8
"""A query is covered when its weightiest eight words are; a long story need not match whole."""

_QUESTION_FILLER = (
    "want need like get got getting make really just maybe please help tell know think feel thing "
    "way good best would could shall may might must let im ive id dont doesnt cant wont didnt "
    "isnt hes shes theyre whats still also even much many lot someone somebody something anyone "
    "one ask say"
)
STOP_WORDS = frozenset(STOPWORDS_EN_PLUS) | frozenset(_QUESTION_FILLER.split())
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_SHORTEST_STEM = 3


def words(text: str) -> list[str]:
    """The stems of a text's content words, in order."""
    plain = text.lower().translate(_APOSTROPHES)
    return [stem(word) for word in _WORD.findall(plain) if word not in STOP_WORDS]


@functools.lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Strip a plural, then "ing" or "ed", then a final e: meetings, meeting and meets agree."""
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST_STEM + 1:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = _shorten(word, 1)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and not word.endswith("eed"):
            word = _undouble(_shorten(word, len(ending)))
            break
    return _shorten(word, 1) if word.endswith("e") else word


def _shorten(word: str, letters: int) -> str:
    """Drop the last letters unless too little would stay."""
    return word[:-letters] if len(word) - letters >= _SHORTEST_STEM else word


def _undouble(word: str) -> str:
    """Turn plann into plan; a double l, s or z belongs to its word (tell, pass)."""
    doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiolsz"
    return word[:-1] if doubled else word


def card_words(card: Card) -> list[str]:
    """A card's content words, the weighty fields repeated."""
    texts = {
        "title": card.title,
        "topic": card.topic.replace("-", " "),
        "do": card.do,
        "why": card.why,
        "asks": " ".join(card.asks),
        "avoid": card.avoid,
    }
    return [word for name, text in texts.items() for word in words(text) * FIELD_WEIGHTS[name]]


class LexicalIndex:
    """BM25 (Lucene's form, k1 1.2, b 0.75) over the cards, in their order."""

    def __init__(self, cards: Sequence[Card]) -> None:
        documents = [card_words(card) for card in cards]
        self._count = len(documents)
        self._frequency = Counter(word for document in documents for word in set(document))
        self._bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        self._bm25.index(documents, show_progress=False)

    def weight(self, word: str) -> float:
        """The inverse document frequency of a stem; highest for one that no card holds."""
        seen = self._frequency[word]
        return math.log(1 + (self._count - seen + 0.5) / (seen + 0.5))

    def coverage(self, query: Sequence[str]) -> NDArray[np.float32]:
        """How much of the query each card's words cover: BM25 over its ceiling, 0 to 1.

        Args:
            query: stems, as from :func:`words`; an empty query covers nothing.
        """
        known = [word for word in query if word in self._frequency]
        if not known:
            return np.zeros(self._count, dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores(known)
        weights = sorted((self.weight(word) for word in query), reverse=True)
        ceiling = np.float32(sum(weights[:CEILING_WORDS]))
        return np.asarray(np.minimum(scores / ceiling, 1), dtype=np.float32)
