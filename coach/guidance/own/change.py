"""A change of the shelf: which volumes are written anew, and in what order things are kept.

New volumes first, then the manifest in one step: whatever happens on the way, the shelf is as it was
before or as it shall be. The volumes that no longer count are swept away afterwards.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from coach.guidance.embedding import DIMENSIONS, Vectors
from coach.guidance.own.manifest import Entry, write_manifest
from coach.guidance.own.volumes import Kept, Volumes

FULL = 4_000
"""Passages of a volume that short documents share; writing that many takes some three seconds."""


@dataclass(frozen=True)
class Change:
    """The shelf before and after; a new document names the volume it joins, or "" for none yet."""

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    new: Sequence[Kept] = ()
    vectors: Vectors = field(default_factory=lambda: np.zeros((0, DIMENSIONS), np.float32))

    @property
    def joined(self) -> str | None:
        """The volume the new document joins; None where there is no new one."""
        return self.after[-1].volume if self.new else None

    def volumes(self) -> dict[str, set[str]]:
        """The volumes that have to be written anew, each with the documents that stay in it."""
        touched = {one.volume for one in self.before if one not in self.after}
        if self.joined is not None:
            touched.add(self.joined)
        stay = [one for one in self.after if one in self.before]
        return {name: {one.key for one in stay if one.volume == name} for name in sorted(touched)}


def room(before: Sequence[Entry], stay: Sequence[Entry], passages: int) -> str:
    """The volume a new document of so many passages joins; "" for none yet.

    One that is written anew anyway comes first, then the fullest.
    """
    held = Counter[str]()
    for one in stay:
        held[one.volume] += one.passages
    lost = {one.volume for one in before if one not in stay}
    fitting = [volume for volume, count in held.items() if count + passages <= FULL]
    return max(fitting, key=lambda volume: (volume in lost, held[volume]), default="")


def rearrange(
    change: Change,
    folder: Path,
    volumes: Volumes,
    written: Callable[[], None] = lambda: None,
) -> tuple[Entry, ...]:
    """Write anew every volume that loses or gains a document, then the manifest; return it.

    Args:
        change: what shall be.
        folder: where the manifest is.
        volumes: where the passages are.
        written: called when only the manifest is left to write; what it raises undoes the change.

    Raises:
        VectorStoreError: Chroma or the disk failed; the shelf is as it was.
        OSError: the manifest cannot be written; the shelf is as it was.
    """
    moved: dict[str, str] = {}
    try:
        for volume, keys in change.volumes().items():
            rows: list[Kept] = []
            vectors = change.vectors[:0]
            if keys:
                rows, vectors = volumes.read(volume, keys)
            if volume == change.joined:
                rows += change.new
                vectors = np.concatenate([vectors, change.vectors])
            if rows:
                moved[volume] = volumes.write(rows, vectors)
        written()
        after = tuple(
            replace(one, volume=moved.get(one.volume, one.volume)) for one in change.after
        )
        write_manifest(folder, after)
    except BaseException:
        with suppress(OSError):
            volumes.sweep({one.volume for one in change.before})
        raise
    return after
