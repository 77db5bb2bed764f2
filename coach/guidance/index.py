"""The index of passages, and the topic model learnt from them: opened once, built when it is missing, stale or damaged.

An index is made in a folder of its own and moved into place whole, under a lock that other
processes wait for, so that nobody ever meets half an index. Chroma keeps the passages and their
vectors; a copy of the vectors beside it is what is usually read, for importing Chroma takes longer
than all the rest of a first search. Chroma is opened to build, and when the copy is lost or damaged.
"""

import contextlib
import errno
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from coach.errors import StorageError
from coach.guidance.asked_as import Phrasing
from coach.guidance.embedding import TextEmbedding, Vectors
from coach.guidance.passages import Passage, content_hash
from coach.guidance.shipped import shipped_topics, shipped_vectors
from coach.guidance.store_failure import VectorStoreError
from coach.guidance.topic_model import TopicModel, learn, load_model

FOLDER = "index"
COPY = "passages.npz"
TOPICS = "topics.npz"
BUILDING = "index.building"
LOCK = "index.lock"
LOCK_SECONDS = 300
"""How long to wait for another process that builds; a build that has to learn takes a minute or two."""

_DAMAGED = (FileNotFoundError, ValueError, KeyError, EOFError, zipfile.BadZipFile)
_ELSEWHERE = "set COACH_HOME to a folder you can write to"


@dataclass(frozen=True)
class Index:
    """An opened index.

    Attributes:
        vectors: of the passages, in their order.
        topics: the topic model learnt from the phrasings.
    """

    vectors: Vectors
    topics: TopicModel


def open_index(
    home: Path,
    passages: Sequence[Passage],
    phrasings: Sequence[Phrasing],
    embedding: TextEmbedding,
    progress: Callable[[int, int], None] | None = None,
    shipped: Path | None = None,
) -> Index:
    """Return the index of ``passages`` and ``phrasings``, from ``home/index`` or newly built there.

    An index of other content is replaced, a damaged one is thrown away: it holds nothing that
    cannot be made again from the cards. ``progress`` hears (done, total) texts of a build, and
    ``shipped`` may hold what a build takes long to make (see ``coach.guidance.shipped``).

    Raises:
        StorageError: the data folder cannot be written, its disk is full, or another process
            holds the index for too long.
    """
    content = content_hash(passages, phrasings)
    folder = home / FOLDER
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(home / LOCK, timeout=LOCK_SECONDS):
            found = _read(folder, content, passages)
            if found is None:
                found = _make(passages, phrasings, embedding, progress, shipped)
                _write(home, content, passages, found)
            return found
    except Timeout:
        raise StorageError(
            f"Another process has held the search index in {home} for {LOCK_SECONDS} seconds.",
            "Close other windows of the program and try again.",
        ) from None
    except VectorStoreError as error:
        raise _storage_error(home, error, error.disk_full) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise _storage_error(home, error.strerror or error, full) from error


def _read(folder: Path, content: str, passages: Sequence[Passage]) -> Index | None:
    """What is stored, or None when that is of no use."""
    if not (folder / "chroma.sqlite3").is_file():
        return None
    try:
        topics = load_model(folder / TOPICS)
        return Index(_vectors(folder, content, passages), topics)
    except VectorStoreError as error:
        if error.disk_full:
            raise
        return None
    except _DAMAGED:
        return None


def _vectors(folder: Path, content: str, passages: Sequence[Passage]) -> Vectors:
    """The vectors of the passages: from the copy, or else from Chroma, and then copied again.

    Raises:
        VectorStoreError: both are of no use, or the disk is full.
    """
    with contextlib.suppress(*_DAMAGED), np.load(folder / COPY, allow_pickle=False) as copy:
        if str(copy["content"]) == content:
            return np.asarray(copy["vectors"], dtype=np.float32)
    from coach.guidance.vector_store import read_vectors

    vectors = read_vectors(folder, content, passages)
    with contextlib.suppress(OSError):
        _copy(folder, content, vectors)
    return vectors


def _copy(folder: Path, content: str, vectors: Vectors) -> None:
    """Put the copy in place whole, for whoever is stopped in between."""
    part = folder / f"part-{COPY}"
    np.savez(part, content=np.array(content), vectors=vectors)
    part.replace(folder / COPY)


def _make(
    passages: Sequence[Passage],
    phrasings: Sequence[Phrasing],
    embedding: TextEmbedding,
    progress: Callable[[int, int], None] | None,
    shipped: Path | None,
) -> Index:
    """Take what was made beforehand; embed and learn the rest."""
    embedding.verify()
    vectors, topics = shipped_vectors(shipped, passages), shipped_topics(shipped, phrasings)
    missing = [] if vectors is not None else [one.text for one in passages]
    own = len(missing)
    missing += [] if topics is not None else [one.text for one in phrasings]
    made = embedding.embed(missing, progress) if missing else np.zeros((0, 0), np.float32)
    return Index(
        vectors=made[:own] if vectors is None else vectors,
        topics=learn(phrasings, made[own:]) if topics is None else topics,
    )


def _write(home: Path, content: str, passages: Sequence[Passage], index: Index) -> None:
    """Write beside the old index, and put the new one in its place."""
    from coach.guidance.vector_store import write_vectors

    building = home / BUILDING
    _remove(building)
    building.mkdir(mode=0o700)
    try:
        write_vectors(building, content, passages, index.vectors)
        _copy(building, content, index.vectors)
        index.topics.save(building / TOPICS)
        _remove(home / FOLDER)
        building.rename(home / FOLDER)
    finally:
        with contextlib.suppress(OSError):
            _remove(building)


def _remove(path: Path) -> None:
    """Remove a folder, or whatever stands in its place; nothing there is fine."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _storage_error(home: Path, reason: object, disk_full: bool) -> StorageError:
    if disk_full:
        return StorageError(
            f"The disk is full: the search index cannot be written to {home}.",
            f"Free some 10 MB, or {_ELSEWHERE}.",
        )
    return StorageError(
        f"The search index cannot be kept in {home}: {reason}.",
        f"Make that folder writable, or {_ELSEWHERE}.",
    )
