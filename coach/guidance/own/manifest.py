"""Which documents there are: a small file, replaced in one step, that decides what counts.

A passage belongs to the mentee's guidance only when its document stands here and names the volume
it is in. Whatever else is found on the shelf is left over, and is swept away.
"""

import contextlib
import datetime
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from coach.errors import StorageError

FILE = "documents.json"


@dataclass(frozen=True)
class Entry:
    """One document: its passages' key, its name, size in bytes, how many passages, day, volume."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{24}$")]
    name: Annotated[str, Field(min_length=1)]
    bytes: Annotated[int, Field(ge=0)]
    passages: Annotated[int, Field(ge=1)]
    added: datetime.date
    volume: Annotated[str, Field(pattern=r"^v-[0-9a-f]{16}$")]


_ENTRIES = TypeAdapter(tuple[Entry, ...])


def read_manifest(folder: Path) -> tuple[Entry, ...]:
    """Every document, in the order they were added; none when there is no file.

    Raises:
        StorageError: the file cannot be read or is damaged.
    """
    path = folder / FILE
    try:
        return _ENTRIES.validate_json(path.read_bytes())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StorageError(
            f"The list of your documents cannot be read: {path}: {error.strerror}.",
            "Make that folder yours to read, or set COACH_HOME to another one.",
        ) from error
    except ValueError as error:
        raise StorageError(
            f"The list of your documents is damaged: {path}.",
            f"Remove the folder {folder} and add your documents again.",
        ) from error


def write_manifest(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Replace the list in one step, on the disk when this returns.

    Raises:
        OSError: the folder cannot be written.
    """
    for left_over in folder.glob(f"{FILE}?*"):
        left_over.unlink()
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_ENTRIES.dump_json(entries, indent=1))
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(folder / FILE)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
