"""The time of one talk, as it goes by with what is said."""

from coach.rehearsal.lines import words_in

FEWEST_TURNS = 16
"""Exchanges of usual length that fill the time agreed."""
WORDS_A_MINUTE = 120
SHORT = 0.8
"""Share of the time after which little is left."""


class Clock:
    """How much of the time agreed is over.

    Args:
        minutes: the time agreed.

    Attributes:
        elapsed: minutes that are over.
    """

    def __init__(self, minutes: int) -> None:
        self._minutes = minutes
        self._warned = False
        self.elapsed = 0.0

    @property
    def share(self) -> float:
        """The part of the time that is over, 0 to 1."""
        return self.elapsed / self._minutes

    @property
    def is_up(self) -> bool:
        """Whether no time is left."""
        return self.elapsed >= self._minutes

    def pass_time(self, *spoken: str) -> None:
        """Let the time of one exchange go by."""
        spent = sum(map(words_in, spoken)) / WORDS_A_MINUTE
        self.elapsed = min(self._minutes, self.elapsed + max(self._minutes / FEWEST_TURNS, spent))

    def warns(self) -> bool:
        """Whether it is time to say, once, that little is left."""
        due = not self._warned and self.is_short
        self._warned = self._warned or due
        return due

    @property
    def is_short(self) -> bool:
        """Whether little time is left and nobody has said so."""
        return not self._warned and self.share >= SHORT
