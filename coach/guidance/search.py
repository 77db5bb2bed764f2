"""Finding the cards that answer a question, or saying that none does.

Dense vectors understand a mentee's own words; BM25 knows the exact ones. Both give an absolute
number per card, so their weighted sum can be compared with a threshold and not only ranked.
"""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.domain.card import Card
from coach.domain.results import SearchAnswer, SearchHit
from coach.errors import InputError
from coach.guidance.embedding import LoadingEmbedding, LocalEmbedding, Vectors
from coach.guidance.index import open_index
from coach.guidance.lexical import LexicalIndex, words
from coach.guidance.library import Library
from coach.guidance.passages import card_passages
from coach.guidance.reading import sentences

MAX_QUERY = 2_000
"""Characters of a query that are read; a pasted page is cut here."""
LEXICAL_WEIGHT = 0.5
"""Weight of BM25 coverage beside the cosine, from evals/datasets/search-dev.jsonl."""
ANSWER_LEVEL = 0.355
"""Cosine plus weighted coverage at which the guidance is taken to have an answer (same data)."""
STEEPNESS = 12.0
"""How fast the score rises around the level: 0.1 above it is a score of 0.77."""
MAX_EXCERPT = 240
"""Characters of an excerpt."""

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Signals:
    """How near each card is to a query, by two measures, in the order of the library.

    Attributes:
        dense: cosine, -1 to 1, see :func:`dense_similarity`.
        lexical: share of the query's words covered, 0 to 1.
    """

    dense: Scores
    lexical: Scores

    @property
    def relevance(self) -> Scores:
        """Both together; at ANSWER_LEVEL a card is taken to answer the query."""
        return np.asarray(self.dense + LEXICAL_WEIGHT * self.lexical, dtype=np.float32)


@dataclass(frozen=True)
class _Engine:
    """What the first search opens and every later one uses."""

    embedding: LocalEmbedding
    passages: Vectors
    means: Vectors
    owners: NDArray[np.intp]
    lexical: LexicalIndex


class GuidanceSearch:
    """Hybrid search over the cards; opens or builds its index at the first search.

    Args:
        library: the cards.
        home: the data folder; the index is kept in ``home/index``.
        progress: hears (done, total) passages while the index is built.
    """

    def __init__(
        self,
        library: Library,
        home: Path,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._cards = list(library.cards.values())
        self._home = home
        self._progress = progress
        self._engine: _Engine | None = None
        self._opening = threading.Lock()

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Return up to ``k`` cards, best first, or no card when the guidance has no answer.

        A hit's ``score`` runs from 0 to 1; 0.5 is the level at which a best card counts as an
        answer, so ``answered`` is true exactly when the first score reaches 0.5.

        Raises:
            InputError: ``k`` is below one.
            StorageError: the index can be neither read nor built.
        """
        if k < 1:
            raise InputError(f"Cannot return {k} results.", "Ask for at least one.")
        query = query[:MAX_QUERY].encode("utf-8", "ignore").decode()
        if not any(character.isalnum() for character in query):
            return SearchAnswer(query=query, answered=False, results=())
        relevance = self.signals(query).relevance
        order = np.argsort(-relevance, kind="stable")[:k]
        if relevance[order[0]] < ANSWER_LEVEL:
            return SearchAnswer(query=query, answered=False, results=())
        stems, lexical = words(query), self._open().lexical
        hits = tuple(
            SearchHit(
                card=card.id,
                topic=card.topic,
                title=card.title,
                score=round(score(float(relevance[number])), 3),
                excerpt=excerpt(card, stems, lexical),
            )
            for number, card in ((number, self._cards[number]) for number in order)
        )
        return SearchAnswer(query=query, answered=True, results=hits)

    def signals(self, query: str) -> Signals:
        """Measure every card against a query, for ranking here and for evaluation.

        Raises:
            StorageError: the index can be neither read nor built.
        """
        engine = self._open()
        vector = engine.embedding.embed([query])[0]
        return Signals(
            dense=dense_similarity(vector, engine.passages, engine.means, engine.owners),
            lexical=engine.lexical.coverage(list(dict.fromkeys(words(query)))),
        )

    def _open(self) -> _Engine:
        """Load the model, the vectors and BM25 once; later calls, from any thread, share them."""
        with self._opening:
            if self._engine is None:
                passages = [part for card in self._cards for part in card_passages(card)]
                embedding = LoadingEmbedding()
                vectors = open_index(self._home, passages, embedding, self._progress)
                numbers = {card.id: number for number, card in enumerate(self._cards)}
                owners = np.array([numbers[passage.card] for passage in passages], dtype=np.intp)
                self._engine = _Engine(
                    embedding=embedding.loaded(),
                    passages=vectors,
                    means=_means(vectors, owners, len(self._cards)),
                    owners=owners,
                    lexical=LexicalIndex(self._cards),
                )
            return self._engine


def dense_similarity(
    query: Vectors, passages: Vectors, means: Vectors, owners: NDArray[np.intp]
) -> Scores:
    """Per card: the mean of the cosine of its best passage and of the card as a whole.

    All vectors are compared in memory: exact, and some 0.1 ms for this many (Chroma's own query
    takes 2 ms of a 7 ms embedding call, and would cut the list before BM25 is heard).
    """
    best = np.full(len(means), -1.0, dtype=np.float32)
    np.maximum.at(best, owners, passages @ query)
    return np.asarray((best + means @ query) / 2, dtype=np.float32)


def excerpt(card: Card, stems: list[str], lexical: LexicalIndex) -> str:
    """The sentence of *Do* with most of the query's words, else its first."""
    wanted = set(stems)
    candidates = sentences(card.do)

    def overlap(sentence: str) -> float:
        return sum(lexical.weight(word) for word in wanted.intersection(words(sentence)))

    best = max(candidates, key=overlap)
    return best if len(best) <= MAX_EXCERPT else best[: MAX_EXCERPT - 1].rstrip() + "…"


def _means(vectors: Vectors, owners: NDArray[np.intp], count: int) -> Vectors:
    """Each card's passages as one unit vector."""
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, vectors)
    return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)


def score(relevance: float) -> float:
    """Squash relevance into 0 to 1 with a logistic curve that passes 0.5 at ANSWER_LEVEL."""
    return 1 / (1 + math.exp(-STEEPNESS * (relevance - ANSWER_LEVEL)))
