"""Keeps what a model replied, by what it was asked, so that asking the same again costs nothing.

Replies are kept as they came, with the stand-ins for names still in them. A folder that cannot be read
or written only means that nothing is kept.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from coach.domain.results import Sent, Tokens

MOST = 300
"""Replies kept; beyond them the oldest go."""
_ENDING = ".json"
_UNFINISHED = ".part"


class Kept(BaseModel):
    """A reply as it came, and the tokens it took."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    tokens: Tokens


class Replies:
    """A folder of replies.

    Args:
        folder: where they are kept; made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, model: str, url: str, sent: Sequence[Sent], schema: str, longest: int) -> str:
        """The name under which a reply is kept: the same only if all that was asked is the same."""
        asked = [model, url, [[one.role, one.text] for one in sent], schema, longest]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()

    def get(self, key: str) -> Kept | None:
        """The reply kept under a key; None where there is none, or it is damaged."""
        try:
            return Kept.model_validate_json(self._path(key).read_bytes())
        except (OSError, ValueError):
            return None

    def keep(self, key: str, kept: Kept) -> None:
        """Keep a reply in one step, in place of what was there, and let the oldest go."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            self._write(self._path(key), kept.model_dump_json(by_alias=True).encode())
            self._sweep()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"

    def _write(self, path: Path, data: bytes) -> None:
        descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=_UNFINISHED)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise

    def _sweep(self) -> None:
        """Remove the oldest replies beyond the most that are kept; another process may do so as well."""
        ages: list[tuple[float, Path]] = []
        for path in self._folder.glob(f"*{_ENDING}"):
            with contextlib.suppress(OSError):
                ages.append((path.stat().st_mtime_ns, path))
        for _, path in sorted(ages, reverse=True)[MOST:]:
            with contextlib.suppress(OSError):
                path.unlink()
