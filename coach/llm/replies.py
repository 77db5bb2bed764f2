"""Replies kept by content."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.domain.results import Sent, Tokens


@dataclass(frozen=True)
class Kept:
    """A reply as it came."""

    text: str
    tokens: Tokens


class Replies:
    """Keeps nothing yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, model: str, url: str, sent: Sequence[Sent], schema: str, longest: int) -> str:
        """The key of a request."""
        return ""

    def get(self, key: str) -> Kept | None:
        """What was kept."""
        return None

    def keep(self, key: str, kept: Kept) -> None:
        """Keep a reply."""
