"""Chooses lines so that none comes twice while it is remembered, and keeps an answer short."""

import hashlib
import re
from collections.abc import Iterable, Sequence

MOST_WORDS = 45
"""Words of one answer at most; people who talk longer are not interrupted by a question."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


class Lines:
    """Hands out lines, the least used first; the same talk always gets the same ones.

    Args:
        seed: what the talk is, such as its scenario and persona.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._used: dict[str, int] = {}
        self._given = 0

    def choose(self, lines: Sequence[str], *, near: int = 0) -> str:
        """One of the lines used least; among those nearest to ``near`` words, if it is given."""
        if not lines:
            return ""
        least = min(self._used.get(line, 0) for line in lines)
        fresh = [line for line in lines if self._used.get(line, 0) == least]
        if near:
            best = min(abs(words_in(line) - near) for line in fresh)
            fresh = [line for line in fresh if abs(words_in(line) - near) <= best + 2]
        return fresh[self._number(fresh) % len(fresh)]

    def fresh(self, lines: Iterable[str]) -> tuple[str, ...]:
        """The lines that were not said yet."""
        return tuple(line for line in lines if line not in self._used)

    def mark(self, line: str) -> None:
        """Note that a line was said."""
        self._given += 1
        self._used[line] = self._used.get(line, 0) + 1

    def chance(self, name: str) -> float:
        """A number from 0 to 1 that is always the same at this place of this talk."""
        return int(self._digest(f"{name}:{self._given}")[:6], 16) / 0xFFFFFF

    def _number(self, lines: Sequence[str]) -> int:
        return int(self._digest(f"{lines[0]}:{self._given}")[:8], 16)

    def _digest(self, name: str) -> str:
        return hashlib.sha256(f"{self._seed}:{name}".encode()).hexdigest()


def _says_it(part: str, then: str) -> bool:
    """Whether what follows begins with the words that a part ends on ("That'll do. That'll do it.")."""
    last = _WORD.findall(re.split(r"(?<=[.!?])\s+", part.strip())[-1].lower())
    return bool(last) and _WORD.findall(then.lower())[: len(last)] == last


def fitted(parts: Sequence[str], most: int = MOST_WORDS) -> list[str]:
    """The parts in order, as many as fit; what is short and comes first stays.

    The last part, which carries the question, is kept before those in the middle. A part whose last words
    are said again at once is left out.
    """
    given = [part for part in parts if part]
    given = [
        part for part, then in zip(given, [*given[1:], ""], strict=True) if not _says_it(part, then)
    ]
    while len(given) > 1 and sum(map(words_in, given)) > most:
        del given[-2 if len(given) > 2 else -1]
    return given
