"""The vectors of people's own passages, in a Chroma folder of their own.

Chroma does the searching here: there may be tens of thousands of passages, and its graph finds the
nearest without reading them all.
"""

import threading
from collections.abc import Sequence, Set
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Where

from coach.guidance.embedding import Vectors
from coach.guidance.own.passages import OwnPassage
from coach.guidance.vector_store import ChromaEmbedding, failures_named, open_client

COLLECTION = "own-passages"
_STAMP = "stamp"
_CHUNK = 1_000


@dataclass(frozen=True)
class Found:
    """A passage near a question: its document's key, its words, and the cosine (-1 to 1)."""

    key: str
    heading: str
    text: str
    cosine: float


class OwnVectors:
    """The collection, opened at first use and opened anew after another process changed it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._open = ExitStack()
        self._collection: Collection | None = None
        self._stamp = ""

    def add(self, key: str, passages: Sequence[OwnPassage], vectors: Vectors) -> None:
        """Add the passages of one document.

        Raises:
            VectorStoreError: Chroma or the disk failed; some of them may have been added.
        """
        with self._lock, failures_named():
            for start in range(0, len(passages), _CHUNK):
                part = passages[start : start + _CHUNK]
                self._opened().upsert(
                    ids=[f"{key}#{start + number}" for number in range(len(part))],
                    documents=[passage.text for passage in part],
                    metadatas=[{"key": key, "heading": passage.heading} for passage in part],
                    embeddings=vectors[start : start + _CHUNK],
                )
                self._changed()

    def keep(self, keys: Set[str]) -> None:
        """Delete every passage whose document is not among ``keys``.

        Raises:
            VectorStoreError: Chroma or the disk failed.
        """
        with self._lock, failures_named():
            if self._collection is None and not (self._folder / "chroma.sqlite3").is_file():
                return
            collection = self._opened()
            where = _not_among(keys) if keys else None
            while stray := collection.get(where=where, limit=_CHUNK, include=[])["ids"]:
                collection.delete(ids=stray)
                self._changed()

    def nearest(self, vector: Vectors, count: int, keys: Set[str], expected: int) -> list[Found]:
        """Up to ``count`` passages of the documents named by ``keys``, nearest first.

        Args:
            vector: of the question.
            count: passages wanted.
            keys: the documents that count.
            expected: how many passages they have; when the collection holds another number, an
                add is under way or was cut off, and Chroma is told to leave out the rest.

        Raises:
            VectorStoreError: Chroma failed, or the folder is damaged.
        """
        with self._lock, failures_named():
            collection = self._opened()
            strays = collection.count() != expected
            answer = collection.query(
                query_embeddings=np.asarray([vector]),
                n_results=count,
                where=_among(keys) if strays else None,
                include=["documents", "metadatas", "distances"],
            )
            texts, facts = answer["documents"], answer["metadatas"]
            distances = answer["distances"]
            assert texts and facts and distances  # noqa: S101 - they were asked for
            return [
                Found(str(fact["key"]), str(fact["heading"]), text, 1.0 - float(distance))
                for text, fact, distance in zip(texts[0], facts[0], distances[0], strict=True)
            ]

    def _opened(self) -> Collection:
        """The collection; opened anew when the stamp says another process wrote to it."""
        stamp = self._read_stamp()
        if self._collection is None or stamp != self._stamp:
            self._open.close()
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            client = self._open.enter_context(open_client(self._folder))
            self._collection = client.get_or_create_collection(
                COLLECTION,
                embedding_function=ChromaEmbedding(),  # type: ignore[arg-type]
            )
            self._stamp = stamp
        return self._collection

    def _changed(self) -> None:
        """Leave a new stamp for other processes, and know it as our own."""
        self._stamp = np.random.default_rng().bytes(8).hex()
        (self._folder / _STAMP).write_text(self._stamp, encoding="ascii")

    def _read_stamp(self) -> str:
        try:
            return (self._folder / _STAMP).read_text(encoding="ascii")
        except OSError:
            return ""


def _among(keys: Set[str]) -> Where:
    return cast(Where, {"key": {"$in": sorted(keys)}})


def _not_among(keys: Set[str]) -> Where:
    return cast(Where, {"key": {"$nin": sorted(keys)}})
