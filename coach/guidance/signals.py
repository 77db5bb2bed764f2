"""How near every card is to a question, by several measures that fail in different ways."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coach.domain.card import Card
from coach.guidance.asked_as import BEYOND, Phrasing
from coach.guidance.card_rules import prose
from coach.guidance.embedding import TextEmbedding, Vectors, cosines
from coach.guidance.expansion import Expansion
from coach.guidance.index import Index
from coach.guidance.lexical import LexicalIndex, words
from coach.guidance.passages import Passage
from coach.guidance.spelling import Spelling

Scores = NDArray[np.float32]

DENSE_WEIGHT = 0.2
ASKED_WEIGHT = 0.2
LEXICAL_WEIGHT = 0.05
"""Weights beside the topic's 1, tuned on evals/datasets/search-dev.jsonl alone."""
STEP_BACK = 0.07
"""What each further card on a topic gives way by, so that five cards are seldom on two topics."""

NAMED_COSINE = 0.55
"""Cosine of a phrasing from which a question is taken to be on its subject."""


@dataclass(frozen=True)
class Signals:
    """Measures per card, in the order of the cards, and what speaks against an answer.

    Attributes:
        places: the number of each card's topic; the same for cards on the same topic.
        topic: how strongly the question speaks of the card's topic, about 0 to 1.
        dense: the mean of the cosine of the card's best passage and of the card as a whole.
        asked: the cosine of the nearest phrasing that should lead to the card.
        lexical: share of the question's words that the card covers, 0 to 1 (BM25).
        ours: how strongly it speaks of any topic of ours at all, about 0 to 1.
        beyond: how strongly it speaks of anything beyond the guidance, about 0 to 1.
        subject: the subject beyond the guidance that has the nearest phrasing, if one is near
            enough for the subject to be named; else "".
    """

    places: NDArray[np.intp]
    topic: Scores
    dense: Scores
    asked: Scores
    lexical: Scores
    ours: float
    beyond: float
    subject: str

    @property
    def relevance(self) -> Scores:
        """The weighted sum by which cards are ranked; a topic's further cards step back."""
        alone = (
            self.topic
            + DENSE_WEIGHT * self.dense
            + ASKED_WEIGHT * self.asked
            + LEXICAL_WEIGHT * self.lexical
        )
        before: Counter[int] = Counter()
        for card in np.argsort(-alone, kind="stable"):
            place = int(self.places[card])
            alone[card] -= STEP_BACK * before[place]
            before[place] += 1
        return np.asarray(alone, dtype=np.float32)

    @property
    def evidence(self) -> float:
        """What speaks for an answer: its best topic and all of ours, less what lies beyond."""
        return float(self.topic.max()) + self.ours - self.beyond


class Signaller:
    """Measures questions against the cards; everything is in memory and exact.

    Args:
        cards: in the order in which they are measured.
        passages: parts of the cards, in the order of the index's vectors.
        phrasings: what the index's topic model learnt from, in its order.
        index: the vectors of the passages, and the topic model.
        expansion: everyday words with the guidance's words for them.
    """

    def __init__(
        self,
        cards: Sequence[Card],
        passages: Sequence[Passage],
        phrasings: Sequence[Phrasing],
        index: Index,
        expansion: Expansion,
    ) -> None:
        numbers = {card.id: number for number, card in enumerate(cards)}
        self._parts = index.vectors
        self._part_owners = np.array([numbers[one.card] for one in passages], dtype=np.intp)
        self._means = _means(self._parts, self._part_owners, len(cards))
        asked = [(at, numbers[one.card]) for at, one in enumerate(phrasings) if one.card]
        self._asked, self._asked_owners = np.array(asked, dtype=np.intp).reshape(-1, 2).T
        self._model = index.topics
        self._expansion = expansion
        self._spelling = Spelling([*map(prose, cards), *(one.text for one in phrasings)])
        self.lexical = LexicalIndex(cards)
        place = {name: at for at, name in enumerate(self._model.classes)}
        nowhere = len(place)  # the score there is 0, for what was never learnt
        self._topics = np.array([place.get(card.topic, nowhere) for card in cards], dtype=np.intp)
        numbered = {name: at for at, name in enumerate(dict.fromkeys(c.topic for c in cards))}
        self._places = np.array([numbered[card.topic] for card in cards], dtype=np.intp)
        self._beyond = place.get(BEYOND, nowhere)
        subjects = [(at, one.subject) for at, one in enumerate(phrasings) if one.subject]
        self._subject_rows = np.array([at for at, _ in subjects], dtype=np.intp)
        self._subjects = [subject for _, subject in subjects]

    def measure(self, query: str, embedding: TextEmbedding) -> Signals:
        """Measure every card against a question, its spelling put right."""
        query = self._spelling.correct(query)
        vector = embedding.embed_query(query)
        count = len(self._means)
        best = _best(cosines(self._parts, vector), self._part_owners, count)
        said = cosines(self._model.vectors, vector)
        heard = np.append(self._model.scores(query, said), np.float32(0))
        beyond = float(heard[self._beyond])
        return Signals(
            places=self._places,
            topic=heard[self._topics],
            dense=np.asarray((best + cosines(self._means, vector)) / 2, dtype=np.float32),
            asked=_best(said[self._asked], self._asked_owners, count),
            lexical=self.lexical.coverage(self._expansion.expand(words(query))),
            ours=float(heard.sum()) - beyond,
            beyond=beyond,
            subject=self._nearest_subject(said),
        )

    def _nearest_subject(self, said: Scores) -> str:
        if not self._subjects:
            return ""
        near = said[self._subject_rows]
        best = int(near.argmax())
        return self._subjects[best] if near[best] >= NAMED_COSINE else ""


def _best(found: Scores, owners: NDArray[np.intp], count: int) -> Scores:
    """The highest cosine of each owner; 0 for one that has none."""
    best = np.zeros(count, dtype=np.float32)
    np.maximum.at(best, owners, found)
    return best


def _means(vectors: Vectors, owners: NDArray[np.intp], count: int) -> Vectors:
    """Each card's passages as one unit vector."""
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, vectors)
    return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)
