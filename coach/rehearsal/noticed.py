"""A turn with everything that feedback on it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import Cues
from coach.rehearsal.moves import moves_in
from coach.rehearsal.scene import Scenario
from coach.rehearsal.speech import Exchange
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import RehearsalWords
from coach.rehearsal.written_out import write_out

QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.SPECIFIC_QUESTION})
REQUESTS = frozenset({Move.ASKS_FEEDBACK, Move.ADVOCACY_ASK, Move.PROPOSES_NEXT_STEP})
FEW_WORDS = 4


@dataclass(frozen=True)
class Noticed:
    """One turn as it was heard.

    Attributes:
        said: the turn.
        heard: the counterpart's line just before; empty where the mentee begins.
        earlier: the exchanges before that.
        found: the moves of the turn.
        reactions: what a counterpart says to anything, which tells nothing that could be taken up.
        scenario: what is rehearsed, where it is known.
    """

    said: str
    heard: str
    earlier: Sequence[Exchange]
    found: tuple[Found, ...]
    cues: Cues
    words: RehearsalWords
    reactions: frozenset[str]
    scenario: Scenario | None = None

    @property
    def moves(self) -> frozenset[Move]:
        """The moves of the turn."""
        return frozenset(one.move for one in self.found)

    @property
    def recent(self) -> frozenset[Move]:
        """The moves of the turn before, which need not be named again at once."""
        return self.moves_at(-1) if self.earlier else frozenset()

    @property
    def surely(self) -> frozenset[Move]:
        """The moves of the turn that are more than faintly heard."""
        return _sure(self.found)

    def moves_at(self, number: int) -> frozenset[Move]:
        """The moves of an earlier turn, heard beside the exchange before it as it was then."""
        return frozenset(one.move for one in self._found_at(number))

    def surely_at(self, number: int) -> frozenset[Move]:
        """Those of them that are more than faintly heard."""
        return _sure(self._found_at(number))

    def _found_at(self, number: int) -> tuple[Found, ...]:
        number %= len(self.earlier)
        one, before = self.earlier[number], self.earlier[max(0, number - 1) : number]
        return moves_in(one.said, one.heard, before)

    @property
    def granted(self) -> bool:
        """Whether the counterpart has said yes, in the scenario's own words, to what the talk turns on."""
        if self.scenario is None:
            return False
        lines = [form for one in self.scenario.decision.granted for form in (one, write_out(one))]
        heard = (self.heard, *(one.heard for one in self.earlier))
        return any(line in text for text in heard for line in lines)

    def turns_on(self, move: Move) -> bool:
        """Whether this is the move without which the talk has missed its purpose."""
        return self.scenario is not None and self.scenario.good[:1] == (move,)


def _sure(found: Sequence[Found]) -> frozenset[Move]:
    return frozenset(one.move for one in found if one.sure)
