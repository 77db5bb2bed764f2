"""Vectors kept on disk by Chroma, written once and read back whole.

Everything Chroma can do wrong becomes a VectorStoreError here, so that the index above can decide
between building anew and telling the person.
"""

import errno
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.api.types import Documents, EmbeddingFunction, Embeddings, Space
from chromadb.config import Settings

from coach.guidance.embedding import MODEL_ID, LocalEmbedding, Vectors
from coach.guidance.passages import Passage
from coach.guidance.store_failure import VectorStoreError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_CHUNK = 1_000


class ChromaEmbedding(EmbeddingFunction[Documents]):
    """Our embedding in the shape Chroma wants, so that it never reaches for its own download."""

    def __init__(self, embedding: LocalEmbedding | None = None) -> None:
        self._embedding = embedding

    def __call__(self, input: Documents) -> Embeddings:
        """Embed texts, loading the model at the first call."""
        self._embedding = self._embedding or LocalEmbedding()
        return list(self._embedding.embed(input))

    @staticmethod
    def name() -> str:
        """The name Chroma stores with a collection."""
        return f"coach-{MODEL_ID}"

    def default_space(self) -> Space:
        """Inner product: a cosine for unit vectors, which Chroma then stores bit by bit."""
        return "ip"

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> "ChromaEmbedding":
        """Build it from what :meth:`get_config` stored: nothing."""
        return ChromaEmbedding()

    def get_config(self) -> dict[str, Any]:
        """Nothing to configure."""
        return {}


def write_vectors(
    folder: Path, content: str, passages: Sequence[Passage], vectors: Vectors
) -> None:
    """Write a collection named after its content into a new Chroma folder.

    Raises:
        VectorStoreError: Chroma or the disk failed; the folder is then half written.
    """
    with failures_named(), open_client(folder) as client:
        collection = client.create_collection(
            _collection_name(content),
            metadata={"passages": len(passages), "checksum": _checksum(vectors)},
            embedding_function=ChromaEmbedding(),  # type: ignore[arg-type]
        )
        for start in range(0, len(passages), _CHUNK):
            part = passages[start : start + _CHUNK]
            collection.add(
                ids=[passage.id for passage in part],
                documents=[passage.text for passage in part],
                metadatas=[{"card": passage.card} for passage in part],
                embeddings=vectors[start : start + _CHUNK],
            )


def read_vectors(folder: Path, content: str, passages: Sequence[Passage]) -> Vectors:
    """Read the vectors of ``passages`` in their order, checked against the stored checksum.

    Raises:
        VectorStoreError: the collection is missing, unreadable, incomplete or altered.
    """
    with failures_named(), open_client(folder) as client:
        collection = client.get_collection(
            _collection_name(content),
            embedding_function=ChromaEmbedding(),  # type: ignore[arg-type]
        )
        stored = collection.get(include=["embeddings"])
        rows = dict(zip(stored["ids"], np.asarray(stored["embeddings"]), strict=True))
        if len(rows) != len(passages):
            raise VectorStoreError(f"{len(rows)} passages stored, {len(passages)} expected")
        vectors = np.stack([rows[passage.id] for passage in passages]).astype(np.float32)
        if (collection.metadata or {}).get("checksum") != _checksum(vectors):
            raise VectorStoreError("the stored vectors were altered")
        return vectors


@contextmanager
def open_client(folder: Path) -> Iterator[Client]:
    """Open Chroma on a folder and close it again, telemetry off."""
    settings = Settings(anonymized_telemetry=False)
    try:
        client = cast(Client, chromadb.PersistentClient(str(folder), settings=settings))
    except BaseException:
        # Chroma keeps a system that failed to start and would hand it out again for this path.
        SharedSystemClient._identifier_to_system.pop(str(folder), None)
        raise
    try:
        yield client
    finally:
        client.close()


@contextmanager
def failures_named() -> Iterator[None]:
    """Turn whatever Chroma raises into a VectorStoreError.

    Its Python layer raises ChromaError, ValueError, KeyError and more; a panic in its Rust layer
    derives from BaseException. All of them mean the same here: this folder is of no use.
    """
    try:
        yield
    except (VectorStoreError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        full = getattr(error, "errno", None) in _FULL or "disk is full" in str(error)
        raise VectorStoreError(str(error), full) from error


def _collection_name(content: str) -> str:
    return f"cards-{content}"


def _checksum(vectors: Vectors) -> str:
    return hashlib.sha256(np.ascontiguousarray(vectors, dtype=np.float32).tobytes()).hexdigest()
