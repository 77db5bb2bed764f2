"""Search as shipped and three baselines, each as: a question -> cards, best first, with scores.

All get the same questions and the same cards, and each baseline gets the abstention threshold that
suits it best on the development questions, so that none is wronged.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import chromadb
import numpy as np
from chromadb.config import Settings
from langchain_chroma import Chroma

from coach.domain.card import Card
from coach.guidance.card_rules import prose
from coach.guidance.embedding import LocalEmbedding
from coach.guidance.lexical import LexicalIndex, words
from coach.guidance.library import Library
from coach.guidance.passages import card_passages
from coach.guidance.search import ANSWER_LEVEL, GuidanceSearch
from evals.langchain_embedding import LangChainEmbedding

K = 5
"""Cards that a person is shown."""


@dataclass(frozen=True)
class Ranking:
    """The cards for one question, best first, and how sure the ranker is of having an answer."""

    cards: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class Ranker:
    """A way to search. ``level`` is the confidence from which it answers; None: to be chosen."""

    name: str
    rank: Callable[[str], Ranking]
    level: float | None = None


def shipped(search: GuidanceSearch, cards: Sequence[Card]) -> Ranker:
    """Search as the product does it."""

    def rank(query: str) -> Ranking:
        found = search.signals(query)
        order = np.argsort(-found.relevance, kind="stable")[:K]
        return Ranking(tuple(cards[number].id for number in order), found.evidence)

    return Ranker("search as shipped", rank, ANSWER_LEVEL)


def baselines(library: Library, embedding: LocalEmbedding, folder: Path) -> list[Ranker]:
    """BM25 alone, Chroma with the embedding alone, and LangChain's retriever over whole cards."""
    cards = list(library.cards.values())
    return [_bm25(cards), _chroma(cards, embedding, folder), _langchain(cards, embedding)]


def _bm25(cards: Sequence[Card]) -> Ranker:
    index = LexicalIndex(cards)

    def rank(query: str) -> Ranking:
        scores = index.coverage(words(query))
        order = np.argsort(-scores, kind="stable")[:K]
        return Ranking(tuple(cards[number].id for number in order), float(scores.max()))

    return Ranker("BM25 alone", rank)


def _chroma(cards: Sequence[Card], embedding: LocalEmbedding, folder: Path) -> Ranker:
    """Chroma over the same passages of cards; a card counts by its best passage."""
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.create_collection(f"dense-{uuid4().hex}", metadata={"hnsw:space": "ip"})
    passages = [passage for card in cards for passage in card_passages(card)]
    collection.add(
        ids=[passage.id for passage in passages],
        metadatas=[{"card": passage.card} for passage in passages],
        embeddings=embedding.embed([passage.text for passage in passages]),
    )

    def rank(query: str) -> Ranking:
        answer = collection.query(
            query_embeddings=np.asarray([embedding.embed_query(query)]),
            n_results=K * 5,
            include=["metadatas", "distances"],
        )
        assert answer["metadatas"] and answer["distances"]
        found = dict.fromkeys(str(fact["card"]) for fact in answer["metadatas"][0])
        return Ranking(tuple(found)[:K], 1 - float(answer["distances"][0][0]))

    return Ranker("Chroma, dense alone", rank)


def _langchain(cards: Sequence[Card], embedding: LocalEmbedding) -> Ranker:
    """LangChain's vector store over whole cards, nothing set but the embedding."""
    store = Chroma(f"whole-{uuid4().hex}", LangChainEmbedding(embedding))
    store.add_texts(
        [f"{card.title}\n{prose(card)}" for card in cards],
        metadatas=[{"card": card.id} for card in cards],
    )

    def rank(query: str) -> Ranking:
        found = store.similarity_search_with_score(query, k=K)
        cards = tuple(str(document.metadata["card"]) for document, _ in found)
        return Ranking(cards, -float(found[0][1]))

    return Ranker("LangChain retriever", rank)
