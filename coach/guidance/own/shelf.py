"""The shelf of a person's own documents: add, replace, list, remove, search.

Passages go into a Chroma collection of their own, in a folder of their own, so that they can never
be taken for the curated cards. The manifest is written last: until then an added document does not
exist, and what a failed add leaves behind is swept away by the next change.
"""

import datetime
import errno
import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from coach.domain.results import OwnDocument, OwnHit
from coach.errors import InputError, StorageError
from coach.guidance.embedding import TextEmbedding, Vectors
from coach.guidance.lexical import words
from coach.guidance.own.documents import read_document
from coach.guidance.own.manifest import Entry, read_manifest, write_manifest
from coach.guidance.own.passages import OwnPassage, cut
from coach.guidance.own.vectors import Found, OwnVectors
from coach.guidance.vector_store import VectorStoreError

FOLDER = "own"
LOCK_SECONDS = 60
LEXICAL_WEIGHT = 0.3
"""Weight of the share of the question's words in a passage, beside the cosine."""
ANSWER_LEVEL = 0.42
"""Relevance from which a passage is shown: a document is on one subject, so its passages lie
nearer to any question than the cards do."""
CANDIDATES = 40
"""Nearest passages that are looked at word by word."""
MOST_EXCERPT = 400
BATCH = 256
"""Passages embedded between two reports of progress."""

Progress = Callable[[int, int], None]


class OwnShelf:
    """A person's own documents in ``home/own``.

    Args:
        home: the data folder.
        embedding: gives the embedding when it is first needed.
    """

    def __init__(self, home: Path, embedding: Callable[[], TextEmbedding]) -> None:
        self._home = home
        self._folder = home / FOLDER
        self._embedding = embedding
        self._vectors = OwnVectors(self._folder / "index")
        self._within = threading.Lock()

    def documents(self) -> tuple[OwnDocument, ...]:
        """Every document, in the order they were added.

        Raises:
            StorageError: the list cannot be read.
        """
        return tuple(_document(entry) for entry in read_manifest(self._folder))

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        """Add a document, or put it in the place of the one of that name.

        Args:
            name: the file's name, with its ending.
            data: the file's bytes.
            progress: hears (done, total) passages; raising in it stops the add.

        Raises:
            InputError: the file cannot be read as a document.
            StorageError: the shelf cannot be written; it is as it was before.
        """
        document = read_document(name, data)
        key = hashlib.sha256(document.name.encode() + b"\0" + data).hexdigest()[:24]
        present = next((one for one in read_manifest(self._folder) if one.key == key), None)
        if present is not None:
            return _document(present)
        passages = cut(document)
        vectors = self._embed(passages, progress)
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        entry = Entry(key, document.name, len(data), len(passages), today)
        with self._changing() as entries:
            keep = tuple(one for one in entries if one.name != entry.name)
            try:
                self._vectors.add(key, passages, vectors)
                write_manifest(self._folder, (*keep, entry))
            except BaseException:
                with suppress(VectorStoreError):
                    self._vectors.keep({one.key for one in entries})
                raise
            self._vectors.keep({key, *(one.key for one in keep)})
        return _document(entry)

    def remove(self, name: str) -> OwnDocument:
        """Remove a document and everything that was made of it.

        Raises:
            InputError: there is no such document.
            StorageError: the shelf cannot be written.
        """
        with self._changing() as entries:
            found = next((one for one in entries if one.name == name), None)
            if found is None:
                raise InputError(f"There is no document “{name}” of yours.", _known(entries))
            kept = tuple(one for one in entries if one.key != found.key)
            write_manifest(self._folder, kept)
            self._vectors.keep({one.key for one in kept})
        return _document(found)

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        """The passages nearest to a question, best first; none when none is near.

        Raises:
            StorageError: the shelf cannot be read.
        """
        entries = {entry.key: entry for entry in read_manifest(self._folder)}
        if not entries or not any(character.isalnum() for character in query):
            return ()
        vector = self._embedding().embed_query(query)
        with self._named_failures():
            expected = sum(entry.passages for entry in entries.values())
            found = self._vectors.nearest(vector, CANDIDATES, set(entries), expected)
        stems = set(words(query))
        hits = [(_relevance(one, stems), one, entries[one.key]) for one in found]
        hits.sort(key=lambda hit: -hit[0])
        return tuple(
            OwnHit(
                document=entry.name,
                heading=one.heading,
                excerpt=_excerpt(one.text),
                score=round(min(relevance, 1.0), 3),
            )
            for relevance, one, entry in hits[:k]
            if relevance >= ANSWER_LEVEL
        )

    def _embed(self, passages: Sequence[OwnPassage], progress: Progress | None) -> Vectors:
        """The slow part, done before the shelf is locked."""
        texts = [passage.embedded for passage in passages]
        parts = []
        for start in range(0, len(texts), BATCH):
            if progress is not None:
                progress(start, len(texts))
            parts.append(self._embedding().embed(texts[start : start + BATCH]))
        if progress is not None:
            progress(len(texts), len(texts))
        return np.concatenate(parts)

    @contextmanager
    def _changing(self) -> Iterator[tuple[Entry, ...]]:
        """Hold the shelf for one change, alone among threads and processes."""
        with self._named_failures():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._within, FileLock(self._folder / "lock", timeout=LOCK_SECONDS):
                entries = read_manifest(self._folder)
                self._vectors.keep({entry.key for entry in entries})
                yield entries

    @contextmanager
    def _named_failures(self) -> Iterator[None]:
        try:
            yield
        except Timeout:
            raise StorageError(
                "Another document is being added.", "Wait until that is done and try again."
            ) from None
        except VectorStoreError as error:
            raise self._storage_error(error, error.disk_full) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise self._storage_error(error.strerror or error, full) from error

    def _storage_error(self, reason: object, disk_full: bool) -> StorageError:
        if disk_full:
            return StorageError(
                f"The disk is full: the document cannot be kept in {self._folder}.",
                "Free some space and add it again; nothing of it was kept.",
            )
        return StorageError(
            f"Your documents cannot be kept in {self._folder}: {reason}.",
            "Make that folder writable, or set COACH_HOME to one of yours.",
        )


def _relevance(found: Found, stems: set[str]) -> float:
    """Cosine plus the weighted share of the question's words that the passage holds."""
    present = stems & set(words(f"{found.heading} {found.text}"))
    share = len(present) / len(stems) if stems else 0.0
    return found.cosine + LEXICAL_WEIGHT * share


def _excerpt(text: str) -> str:
    return text if len(text) <= MOST_EXCERPT else text[: MOST_EXCERPT - 1].rstrip() + "…"


def _document(entry: Entry) -> OwnDocument:
    return OwnDocument(name=entry.name, passages=entry.passages, bytes=entry.bytes, added=entry.day)


def _known(entries: Sequence[Entry]) -> str:
    names = ", ".join(f"“{entry.name}”" for entry in entries)
    return f"Yours are: {names}." if names else "You have added none so far."
