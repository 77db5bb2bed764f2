"""Names what is learnt by what it was learnt from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def hash_of(paths: Iterable[Path]) -> str:
    """A short hash of some files and their names, the same however their lines end.

    Raises:
        OSError: one cannot be read.
    """
    taken = hashlib.sha256()
    for path in paths:
        taken.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return taken.hexdigest()[:12]
