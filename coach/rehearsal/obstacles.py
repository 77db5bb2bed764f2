"""What gets in the way in a talk: when it comes up, and when it is got round or has no place any more."""

from coach.domain.rehearsal import Move
from coach.rehearsal.owned import yields
from coach.rehearsal.scene import Obstacle, Scenario
from coach.rehearsal.speech import speech
from coach.rehearsal.told import Told

ANSWERED_WITHIN = 1
"""Turns after which what was put in the way is no longer what an answer is about."""
_FEWEST_WORDS = 4


class Obstacles:
    """The obstacles of one talk, each raised once.

    Args:
        scene: the talk.
        told: what the mentee has told so far; what is told already is not asked.
    """

    def __init__(self, scene: Scenario, told: Told) -> None:
        self._scene, self._told = scene, told
        self._raised: set[int] = set()
        self._open: Obstacle | None = None
        self._since = 0

    def cleared(self, turn: str, moves: frozenset[Move], turns: int) -> tuple[str, ...]:
        """What may be said now that the last one was got round; nothing if it was not, or long ago."""
        one = self._open
        if one is None:
            return ()
        answers = any(
            not said.asks and len(said.words) >= _FEWEST_WORDS for said in speech(turn).sentences
        )
        if moves & set(one.cleared_by) and answers:
            self._open = None
            return one.cleared if turns - self._since <= ANSWERED_WITHIN else ()
        if turns - self._since > ANSWERED_WITHIN:
            self._open = None
        return ()

    def given_in(self, turn: str, turns: int) -> tuple[str, ...]:
        """What is said where the mentee has just given in to what was asked of them."""
        one = self._open
        if one is None or turns - self._since > ANSWERED_WITHIN or not yields(turn):
            return ()
        return one.given_in

    def arising(self, share: float, turns: int, *, granted: bool) -> tuple[str, ...]:
        """The lines of one whose moment has come; ``share`` is how much of the time is over."""
        if turns < 2 or self._open is not None:
            return ()
        moment = "early" if share < 1 / 3 else "middle" if share < 2 / 3 else "late"
        return self.brought_on(moment, turns, granted=granted)

    def brought_on(self, when: str, turns: int, *, granted: bool = False) -> tuple[str, ...]:
        """The lines of one that this moment or move brings on.

        What contests a thing is not said after that thing was granted, nor what was told already asked.
        """
        for number, one in enumerate(self._scene.obstacles):
            if one.when != when or number in self._raised:
                continue
            if self._told.names(one.settled_by) or (granted and not one.after_yes):
                continue
            lines = tuple(line for line in one.lines if not self._told.answers(line))
            if lines:
                self._raised.add(number)
                self._open, self._since = one, turns
                return lines
        return ()
