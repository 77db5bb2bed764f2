"""The shelf of a person's own documents: add, replace, list, remove, search.

Passages go into Chroma folders of their own, in a folder of their own, so that they can never be
taken for the curated cards. The manifest is written last: until then an added document does not
exist, and what a failed add leaves behind is swept away by the next change.
"""

import datetime
import difflib
import errno
import hashlib
import tempfile
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
from coach.guidance.own.change import Change, rearrange, room
from coach.guidance.own.documents import document_name, read_document
from coach.guidance.own.manifest import Entry, read_manifest
from coach.guidance.own.passages import OwnPassage, cut
from coach.guidance.own.ranking import ANSWER_LEVEL, excerpt, relevance
from coach.guidance.own.volumes import Kept, UnreadableVolumeError, Volumes
from coach.guidance.store_failure import VectorStoreError

FOLDER = "own"
LOCK_SECONDS = 300
"""How long to wait for another change; writing the longest document takes about half a minute."""
MOST_QUERY = 2_000
"""Characters of a question that are read."""
CANDIDATES = 40
"""Nearest passages of a volume that are looked at word by word."""
BATCH = 256
"""Passages whose word pieces are in memory at a time."""
ATTEMPTS = 3
_MOST_NAMED = 12

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
        self._volumes = Volumes(self._folder / "volumes")
        self._within = threading.Lock()

    def documents(self) -> tuple[OwnDocument, ...]:
        """Every document, in the order they were added.

        Raises:
            StorageError: the list cannot be read.
        """
        return tuple(map(_document, read_manifest(self._folder)))

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        """Add a document, or put it in the place of the one of that name.

        Args:
            name: the file's name, with its ending.
            data: the file's bytes.
            progress: hears (done, total) passages, and (0, 0) while the file is read; raising in
                it stops the add.

        Raises:
            InputError: the file cannot be read as a document.
            StorageError: the shelf cannot be written; it is as it was before.
        """
        hear = progress or (lambda done, total: None)
        known = read_manifest(self._folder)
        document = read_document(name, data, lambda: hear(0, 0))
        key = hashlib.sha256(document.name.encode() + b"\0" + data).hexdigest()[:24]
        if present := self._present(known, key):
            return _document(present)
        passages = cut(document)
        self._prepare()
        vectors = self._embed(passages, hear)
        kept = [Kept(key, passage.heading, passage.text) for passage in passages]
        with self._changing() as before:
            if present := self._present(before, key):
                return _document(present)
            stay = tuple(one for one in before if one.name != document.name)
            today = datetime.datetime.now().astimezone().date()
            volume = room(before, stay, len(kept))
            entry = Entry(key, document.name, len(data), len(kept), today, volume)
            change = Change(before, (*stay, entry), kept, vectors)
            after = rearrange(
                change, self._folder, self._volumes, lambda: hear(len(kept), len(kept))
            )
            with suppress(OSError):  # the next change tries again
                self._volumes.sweep({one.volume for one in after})
        return _document(entry)

    def remove(self, name: str) -> OwnDocument:
        """Remove a document and everything that was made of it.

        Raises:
            InputError: there is no such document.
            StorageError: the shelf cannot be written.
        """
        _named(read_manifest(self._folder), name)
        with self._changing() as before:
            found = _named(before, name)
            stay = tuple(one for one in before if one is not found)
            after = rearrange(Change(before, stay), self._folder, self._volumes)
            try:
                self._volumes.sweep({one.volume for one in after})
            except OSError as error:
                raise StorageError(
                    f"“{found.name}” is no longer searched, but its text cannot be deleted from "
                    f"{self._folder}: {error.strerror}.",
                    "Close other windows of the program and make that folder writable; the next "
                    "document you add or remove deletes it.",
                ) from error
        return _document(found)

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        """The passages nearest to a question, best first; none when none is near.

        Raises:
            StorageError: the shelf cannot be read.
        """
        asked = query[:MOST_QUERY].encode("utf-8", "ignore").decode()
        if not any(character.isalnum() for character in asked):
            return ()
        entries = read_manifest(self._folder)
        for _ in range(ATTEMPTS):
            hits: tuple[OwnHit, ...] = ()
            failure: UnreadableVolumeError | None = None
            try:
                hits = self._ranked(asked, entries)[:k]
            except UnreadableVolumeError as error:
                failure = error
            now = read_manifest(self._folder)
            if now == entries:
                break
            entries = now  # another process changed the shelf meanwhile
        if failure is not None:
            raise self._damaged() from failure
        return hits

    def _ranked(self, asked: str, entries: Sequence[Entry]) -> tuple[OwnHit, ...]:
        """Every passage that is near enough, best first."""
        names = {one.key: one.name for one in entries}
        volumes = dict.fromkeys(one.volume for one in entries)
        self._volumes.close(but=volumes.keys())
        if not entries:
            return ()
        vector, stems = self._embedding().embed_query(asked), frozenset(words(asked))
        near = [
            (relevance(found, stems), found.passage)
            for volume in volumes
            for found in self._volumes.nearest(volume, vector, CANDIDATES)
        ]
        near.sort(key=lambda one: -one[0])
        return tuple(
            OwnHit(
                document=names[passage.key],
                heading=passage.heading,
                excerpt=excerpt(passage.text, stems),
                score=round(min(level, 1.0), 3),
            )
            for level, passage in near
            if level >= ANSWER_LEVEL and passage.key in names
        )

    def _prepare(self) -> None:
        """Make the shelf, and see that it can be written before the slow part begins."""
        with self._failures_named():
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                pass

    def _embed(self, passages: Sequence[OwnPassage], hear: Progress) -> Vectors:
        """The slow part, done before the shelf is locked."""
        texts = [passage.embedded for passage in passages]
        total = len(texts)
        parts = []
        for start in range(0, total, BATCH):

            def report(done: int, _: int, start: int = start) -> None:
                hear(min(start + done, total - 1), total)

            report(0, 0)
            parts.append(self._embedding().embed(texts[start : start + BATCH], report))
        return np.concatenate(parts)

    def _present(self, entries: Sequence[Entry], key: str) -> Entry | None:
        """The document of these very bytes, if it is there with its passages."""
        found = next((one for one in entries if one.key == key), None)
        return found if found is not None and self._volumes.exists(found.volume) else None

    @contextmanager
    def _changing(self) -> Iterator[tuple[Entry, ...]]:
        """Hold the shelf for one change, alone among threads and processes."""
        with self._failures_named():
            lock = FileLock(self._folder / "lock", timeout=LOCK_SECONDS, mode=0o600)
            with self._within, lock:
                entries = read_manifest(self._folder)
                with suppress(OSError):
                    self._volumes.sweep({one.volume for one in entries})
                yield entries

    @contextmanager
    def _failures_named(self) -> Iterator[None]:
        try:
            yield
        except Timeout:
            raise StorageError(
                "Another document is being added.", "Wait until that is done and try again."
            ) from None
        except VectorStoreError as error:
            if isinstance(error, UnreadableVolumeError) and not error.disk_full:
                raise self._damaged() from error
            raise self._unwritable("", error.disk_full) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise self._unwritable(error.strerror or "", full) from error

    def _unwritable(self, reason: str, disk_full: bool) -> StorageError:
        if disk_full:
            return StorageError(
                f"The disk is full: the document cannot be kept in {self._folder}.",
                "Free some space and try again; what you had added before is as it was.",
            )
        return StorageError(
            f"Your documents cannot be kept in {self._folder}{reason and f': {reason}'}.",
            "Make that folder writable, or set COACH_HOME to one of yours.",
        )

    def _damaged(self) -> StorageError:
        return StorageError(
            f"The index of your documents is damaged: {self._folder}.",
            "Remove that folder and add your documents again.",
        )


def _named(entries: Sequence[Entry], name: str) -> Entry:
    """The document of a name, as typed or as kept.

    Raises:
        InputError: there is none; the fix names those there are.
    """
    with suppress(InputError):
        name = document_name(name)
    for one in entries:
        if one.name == name:
            return one
    near = difflib.get_close_matches(name, [one.name for one in entries], n=_MOST_NAMED, cutoff=0)
    names = ", ".join(f"“{one}”" for one in near)
    more = len(entries) - len(near)
    raise InputError(
        f"There is no document “{name}” of yours.",
        f"Yours are: {names}{f', and {more} more' if more else ''}."
        if names
        else "You have added none so far.",
    )


def _document(entry: Entry) -> OwnDocument:
    return OwnDocument(
        name=entry.name, passages=entry.passages, bytes=entry.bytes, added=entry.added
    )
