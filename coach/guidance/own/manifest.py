"""Which documents there are: a small file, replaced in one step, that decides what counts.

A passage belongs to the mentee's guidance only when its document stands here. Whatever else is
found in the vector store is left over from an add that failed, and is swept away.
"""

import contextlib
import datetime
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from coach.errors import StorageError

FILE = "documents.json"


@dataclass(frozen=True)
class Entry:
    """One document: the key of its passages, its name, size, number of passages, and its day."""

    key: str
    name: str
    bytes: int
    passages: int
    added: str

    @property
    def day(self) -> datetime.date:
        """The day it was added."""
        return datetime.date.fromisoformat(self.added)


def read_manifest(folder: Path) -> tuple[Entry, ...]:
    """Every document, in the order they were added; none when there is no file.

    Raises:
        StorageError: the file cannot be read or is damaged.
    """
    path = folder / FILE
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Entry(**row) for row in rows)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StorageError(
            f"The list of your documents cannot be read: {path}: {error.strerror}.",
            "Check the permissions of that folder.",
        ) from error
    except (ValueError, TypeError) as error:
        raise StorageError(
            f"The list of your documents is damaged: {path}.",
            f"Remove the folder {folder} and add your documents again.",
        ) from error


def write_manifest(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Replace the list in one step.

    Raises:
        OSError: the folder cannot be written.
    """
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=FILE)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump([asdict(entry) for entry in entries], file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(folder / FILE)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
