"""Rates the seven sides of a talk from the moves made in it, 0 to 3, by rules a person can check.

A move counts as much as it is heard: what is only just made out says less, for a side and against it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.domain.rehearsal import TO_WORK_ON, DimensionId, Move

MOST = 3
ANY_FAULT = 2.0
"""What it costs every side when each turn has something to change: it colours the whole talk."""
_TALKS_TOO_MUCH = 0.8
"""Share of the words from which listening suffers."""
_ENOUGH_WORDS = 15
"""Words from which a turn gives the other something to go on from."""
_A_FEW = 8
"""Words of a turn, or fewer, of which it is told that they are few."""
_ROOM, _FULL = 45, 90
"""Words from which a turn begins to be long, and from which there is no getting in."""


@dataclass(frozen=True)
class Heard:
    """What was made of a talk.

    Attributes:
        turns: the moves of each turn.
        counted: how often each was made.
        share: the mentee's share of the words.
        degrees: how much each move is heard in each turn, 0 to 1; without them, all or nothing.
        words: how many words each turn has; without them nothing is made of their number.
    """

    turns: tuple[frozenset[Move], ...]
    counted: Counter[Move]
    share: float
    degrees: tuple[Mapping[Move, float], ...] = ()
    words: tuple[int, ...] = ()

    @property
    def bare(self) -> float:
        """How bare the turns are: 0 where each has words enough, near 1 where each is a word or two."""
        return _mean([max(0.0, 1 - words / _ENOUGH_WORDS) for words in self.words])

    @property
    def crowded(self) -> float:
        """How little room the turns leave: 0 where none is long, 1 where there is no getting in at all."""
        beyond = [(words - _ROOM) / (_FULL - _ROOM) for words in self.words]
        return _mean([min(1.0, max(0.0, one)) for one in beyond])

    @property
    def few(self) -> int:
        """How many turns have about half the words that would be enough, or fewer."""
        return sum(words <= _A_FEW for words in self.words)

    def amount(self, moves: frozenset[Move]) -> float:
        """How much of these moves there is: the most that is heard of one in each turn, added up."""
        heard = self.degrees or tuple(dict.fromkeys(turn, 1.0) for turn in self.turns)
        return sum(max((turn.get(move, 0.0) for move in moves), default=0.0) for turn in heard)

    def turns_with(self, moves: frozenset[Move]) -> int:
        """In how many turns one of these moves was made."""
        return sum(bool(turn & moves) for turn in self.turns)


@dataclass(frozen=True)
class Side:
    """What speaks for a side and against it.

    Attributes:
        enough: the share of turns with a good move that is all one could wish.
        start: the rating of a talk with neither.
        weighs: how much of the rating it costs when every turn has a bad move.
        bare: the same when every turn is a word or two.
        crowded: the same when no turn leaves room.
    """

    id: DimensionId
    good: frozenset[Move]
    bad: frozenset[Move]
    enough: float
    start: float = 1.4
    weighs: float = 2.0
    bare: float = 0.0
    crowded: float = 0.0


SIDES = (
    Side(
        "purpose",
        frozenset(
            {
                Move.SPECIFIC_QUESTION,
                Move.ASKS_FEEDBACK,
                Move.ADVOCACY_ASK,
                Move.PROPOSES_NEXT_STEP,
                Move.SETS_BOUNDARY,
                Move.SHARES_PROGRESS,
            }
        ),
        frozenset({Move.VAGUE_ASK, Move.MONOLOGUE, Move.IGNORES_QUESTION, Move.JOB_ASK}),
        0.6,
    ),
    Side(
        "specificity",
        frozenset(
            {
                Move.SPECIFIC_QUESTION,
                Move.EVIDENCE_OF_IMPACT,
                Move.CONNECTION,
                Move.SHARES_PROGRESS,
                Move.ASKS_FEEDBACK,
                Move.CONTEXT,
            }
        ),
        frozenset({Move.VAGUE_ASK, Move.FLATTERY, Move.MONOLOGUE}),
        0.6,
        bare=2.5,
    ),
    Side(
        "listening",
        frozenset({Move.REFLECTS}),
        frozenset({Move.IGNORES_QUESTION, Move.MONOLOGUE, Move.DEFENSIVE}),
        0.4,
        bare=2.5,
        crowded=2.0,
    ),
    Side(
        "questions",
        frozenset({Move.OPEN_QUESTION, Move.SPECIFIC_QUESTION}),
        frozenset({Move.VAGUE_ASK}),
        0.35,
        start=0.4,
    ),
    Side(
        "ownership",
        frozenset(
            {
                Move.SHARES_PROGRESS,
                Move.PROPOSES_NEXT_STEP,
                Move.EVIDENCE_OF_IMPACT,
                Move.SETS_BOUNDARY,
            }
        ),
        frozenset({Move.DEFENSIVE, Move.JOB_ASK, Move.OVER_APOLOGY}),
        0.4,
    ),
    Side(
        "respect",
        frozenset({Move.THANKS, Move.RESPECTS_TIME, Move.OFFERS_BACK, Move.CONNECTION}),
        frozenset(
            {
                Move.FLATTERY,
                Move.JOB_ASK,
                Move.MONOLOGUE,
                Move.IGNORES_QUESTION,
                Move.DEFENSIVE,
                Move.OVER_APOLOGY,
            }
        ),
        0.4,
        start=2.2,
        weighs=2.5,
        crowded=2.0,
    ),
    Side(
        "next-steps",
        frozenset({Move.PROPOSES_NEXT_STEP}),
        frozenset(),
        0.3,
        start=0.4,
    ),
)


def rate(side: Side, heard: Heard) -> int:
    """Rate one side; a talk of a turn or two cannot earn more than 1."""
    count = len(heard.turns)
    if not count:
        return 0
    good = min(1.0, heard.amount(side.good) / max(1.0, side.enough * count))
    bad = heard.amount(side.bad) / count
    faulty = heard.amount(TO_WORK_ON) / count
    value = side.start + (MOST - side.start) * good - side.weighs * bad - ANY_FAULT * faulty
    value -= side.bare * heard.bare + side.crowded * heard.crowded
    if side.id == "listening" and heard.share > _TALKS_TOO_MUCH:
        value -= 1
    most = MOST if heard.turns_with(side.good) else int(side.start + 0.5)
    best = min(most, 1) if count < 2 else most
    return max(0, min(best, int(value + 0.5)))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
