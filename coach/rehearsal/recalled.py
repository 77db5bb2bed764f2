"""Words of the mentee's that the counterpart takes up: at once, or later in the talk."""

from coach.domain.rehearsal import Move
from coach.rehearsal.heard import left_undone, quotable
from coach.rehearsal.owned import refuses
from coach.rehearsal.reactions import TOLD
from coach.rehearsal.turn import content_of

BETWEEN_DOUBTS = 4
"""Turns after which words of the mentee's are taken up again."""
_EVERY = 5
"""Every so many turns, something said before is come back to."""


class Recalled:
    """What was said in one talk and can be come back to."""

    def __init__(self) -> None:
        self._before: list[str] = []
        self._picked_up = 0

    def keep(self, turn: str, moves: frozenset[Move], spoken: str) -> None:
        """Remember what a turn told; a limit, or what was left undone, is not rubbed in."""
        said = content_of(turn)
        self._before = [one for one in self._before if not content_of(one) & said]
        words = quotable(turn) if moves & TOLD else ""
        if words and words not in spoken and not refuses(words) and not left_undone(words):
            self._before.append(words)

    def at_once(self, turn: str, turns: int) -> str:
        """Words of this turn to ask about; empty where none stand out, or some were a moment ago."""
        said = quotable(turn)
        if not said or refuses(turn) or turns - self._picked_up < BETWEEN_DOUBTS:
            return ""
        self._picked_up = turns
        return said

    def later(self, turns: int) -> str:
        """Words of an earlier turn, now and then."""
        return self._before.pop(0) if self._before and turns % _EVERY == 0 else ""
