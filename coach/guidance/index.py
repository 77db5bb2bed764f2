"""The index of card passages: opened once, built when it is missing, stale or damaged.

An index is made in a folder of its own and moved into place whole, under a lock that other
processes wait for, so that nobody ever meets half an index.
"""

import contextlib
import errno
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from coach.errors import StorageError
from coach.guidance.embedding import Vectors
from coach.guidance.passages import Passage, content_hash
from coach.guidance.vector_store import VectorStoreError, read_vectors, write_vectors

FOLDER = "index"
BUILDING = "index.building"
LOCK = "index.lock"
LOCK_SECONDS = 300
"""How long to wait for another process that builds; a build takes some ten seconds."""

_ELSEWHERE = "set COACH_HOME to a folder you can write to"


class Embedding(Protocol):
    """What the index needs of an embedding."""

    def verify(self) -> None:
        """Check the model file."""

    def embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """Return one unit vector per text."""


def open_index(
    home: Path,
    passages: Sequence[Passage],
    embedding: Embedding,
    progress: Callable[[int, int], None] | None = None,
) -> Vectors:
    """Return the vectors of ``passages`` in order, from ``home/index`` or newly built there.

    An index of other content is replaced, a damaged one is thrown away: it holds nothing that
    cannot be made again from the cards. ``progress`` hears (done, total) passages of a build.

    Raises:
        StorageError: the data folder cannot be written, its disk is full, or another process
            holds the index for too long.
    """
    content = content_hash(passages)
    folder = home / FOLDER
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(home / LOCK, timeout=LOCK_SECONDS):
            vectors = _read(folder, content, passages)
            if vectors is None:
                vectors = _build(home, content, passages, embedding, progress)
            return vectors
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


def _read(folder: Path, content: str, passages: Sequence[Passage]) -> Vectors | None:
    """The stored vectors, or None when there are none of use."""
    if not (folder / "chroma.sqlite3").is_file():
        return None
    try:
        return read_vectors(folder, content, passages)
    except VectorStoreError as error:
        if error.disk_full:
            raise
        return None


def _build(
    home: Path,
    content: str,
    passages: Sequence[Passage],
    embedding: Embedding,
    progress: Callable[[int, int], None] | None,
) -> Vectors:
    """Embed, write beside the old index, and put the new one in its place."""
    building = home / BUILDING
    _remove(building)
    building.mkdir(mode=0o700)
    try:
        embedding.verify()
        vectors = embedding.embed([passage.text for passage in passages], progress)
        write_vectors(building, content, passages, vectors)
        _remove(home / FOLDER)
        building.rename(home / FOLDER)
    finally:
        with contextlib.suppress(OSError):
            _remove(building)
    return vectors


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
