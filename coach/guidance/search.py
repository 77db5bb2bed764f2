"""Finding the cards that answer a question, or saying that none does.

Cards speak the language of guidance, people do not: a topic model learnt from people's phrasings
says what a question is about, and the cards' own texts, by meaning and by word, say which of a
topic's cards comes first. All measures are absolute, so their sum can be compared with a threshold
and not only ranked.
"""

import math
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.domain.card import Card
from coach.domain.results import SearchAnswer, SearchHit
from coach.errors import InputError
from coach.guidance.asked_as import AskedAs, phrasings
from coach.guidance.embedding import LoadingEmbedding, TextEmbedding
from coach.guidance.expansion import Expansion
from coach.guidance.index import open_index
from coach.guidance.lexical import LexicalIndex, words
from coach.guidance.library import Library
from coach.guidance.passages import card_passages
from coach.guidance.reading import sentences
from coach.guidance.signals import Signaller, Signals

MAX_QUERY = 2_000
"""Characters of a query that are read; a pasted page is cut here."""
ANSWER_LEVEL = 0.3
"""Evidence from which the guidance is taken to have an answer: above what development questions
without an answer reach, and where phrasings on subjects held out of the learning are mostly declined."""
STEEPNESS = 3.0
"""How fast a score rises around the level: 0.3 above it is a score of 0.71."""
MAX_EXCERPT = 240
"""Characters of an excerpt."""
NEAREST_TOPICS = 5


@dataclass(frozen=True)
class _Engine:
    """What the first search opens and every later one uses."""

    embedding: TextEmbedding
    signaller: Signaller


class GuidanceSearch:
    """Hybrid search over the cards; opens or builds its index at the first search.

    Args:
        library: the cards.
        asked_as: what people type for a topic or a card, and for subjects beyond.
        home: the data folder; the index is kept in ``home/index``.
        embedding: gives the embedding when the index is opened.
        progress: hears (done, total) passages while the index is built.
        shipped: a folder that may hold the slow parts of just this index already.
    """

    def __init__(
        self,
        library: Library,
        asked_as: AskedAs,
        home: Path,
        embedding: Callable[[], TextEmbedding] = LoadingEmbedding,
        progress: Callable[[int, int], None] | None = None,
        shipped: Path | None = None,
    ) -> None:
        self._cards = list(library.cards.values())
        self._asked_as = asked_as
        self._home = home
        self._embedding = embedding
        self._progress, self._shipped = progress, shipped
        self._engine: _Engine | None = None
        self._opening = threading.Lock()

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Return up to ``k`` cards, best first, or no card when the guidance has no answer.

        A hit's ``score`` runs from 0 to 1; 0.5 is the level at which a best card counts as an
        answer, so ``answered`` is true exactly when the first score reaches 0.5. Without an
        answer the nearest topics are named.

        Raises:
            InputError: ``k`` is below one.
            StorageError: the index can be neither read nor built.
        """
        if k < 1:
            raise InputError(f"Cannot return {k} results.", "Ask for at least one.")
        query = query[:MAX_QUERY].encode("utf-8", "ignore").decode()
        if not any(character.isalnum() for character in query):
            return SearchAnswer(query=query, answered=False, results=())
        found = self.signals(query)
        relevance = found.relevance
        order = np.argsort(-relevance, kind="stable")
        near = dict.fromkeys(self._cards[number].topic for number in order)
        topics = tuple(near)[:NEAREST_TOPICS]
        if found.evidence < ANSWER_LEVEL:
            label = self._asked_as.beyond[found.subject].label if found.subject else ""
            return SearchAnswer(
                query=query, answered=False, results=(), topics=topics, beyond=label
            )
        shift = found.evidence - float(relevance.max())
        stems, lexical = words(query), self._open().signaller.lexical
        hits = tuple(
            SearchHit(
                card=card.id,
                topic=card.topic,
                title=card.title,
                score=round(score(float(relevance[number]) + shift), 3),
                excerpt=excerpt(card, stems, lexical),
            )
            for number, card in ((number, self._cards[number]) for number in order[:k])
        )
        return SearchAnswer(query=query, answered=True, results=hits)

    def signals(self, query: str) -> Signals:
        """Measure every card against a query, for ranking here and for evaluation.

        Raises:
            StorageError: the index can be neither read nor built.
        """
        engine = self._open()
        return engine.signaller.measure(query, engine.embedding)

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How near each text is to a question in meaning: cosines, -1 to 1."""
        if not texts:
            return []
        embedding = self._open().embedding
        cosines = embedding.embed(texts) @ embedding.embed_query(query[:MAX_QUERY])
        return [float(cosine) for cosine in cosines]

    def _open(self) -> _Engine:
        """Load the model, the vectors and BM25 once; later calls, from any thread, share them."""
        with self._opening:
            if self._engine is None:
                passages = [part for card in self._cards for part in card_passages(card)]
                said = phrasings(self._asked_as, self._cards)
                embedding = self._embedding()
                index = open_index(
                    self._home, passages, said, embedding, self._progress, self._shipped
                )
                expansion = Expansion(self._asked_as.synonyms)
                signaller = Signaller(self._cards, passages, said, index, expansion)
                self._engine = _Engine(embedding, signaller)
            return self._engine


def excerpt(card: Card, stems: list[str], lexical: LexicalIndex) -> str:
    """The sentence of *Do* with most of the query's words, else its first."""
    wanted = set(stems)
    candidates = sentences(card.do)

    def overlap(sentence: str) -> float:
        return sum(lexical.weight(word) for word in wanted.intersection(words(sentence)))

    best = max(candidates, key=overlap)
    return best if len(best) <= MAX_EXCERPT else best[: MAX_EXCERPT - 1].rstrip() + "…"


def score(evidence: float) -> float:
    """Squash evidence into 0 to 1 with a logistic curve that passes 0.5 at ANSWER_LEVEL."""
    return 1 / (1 + math.exp(-STEEPNESS * (evidence - ANSWER_LEVEL)))
