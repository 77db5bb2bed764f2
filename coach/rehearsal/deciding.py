"""What a talk turns on: whether a turn puts it forward, and whether it has been earned by now."""

import re
from collections.abc import Sequence

from coach.domain.rehearsal import Move
from coach.rehearsal.asked import Wanted, puts_forward, resolves
from coach.rehearsal.scene import Decision, Matter
from coach.rehearsal.speech import speech

PENDING = 2
"""Turns in which what was missing can still be given, after a "not yet"."""
_EARNED = 2
"""Moves of this talk from which a yes is earned."""
_SAYS_YES = re.compile(
    r"(?:yes|all right|agreed|fine|good|deal|ok(?:ay)?|right|fair enough|that(?:['’]s| is) fair|lovely|accepted|done"
    r"|i(?: can| will|['’]ll)? (?:accept|agree)|put like that, yes|then it is agreed|very well|gladly)\b",
    re.I,
)
_TELLS = 4
"""Words of a sentence that tells what was missing."""


class Deciding:
    """The decision of one talk.

    Args:
        decision: what it is about, and what earns it.
        resistance: how hard the counterpart is to win.

    Attributes:
        granted: whether the counterpart has said yes.
    """

    def __init__(self, decision: Decision, resistance: int) -> None:
        self._decision = decision
        self._soonest = 2 + resistance // 2
        self._refused_at = -PENDING
        self.granted = False

    def put(
        self, turn: str, moves: frozenset[Move], want: Wanted, matter: Matter | None, *, asked: bool
    ) -> bool:
        """Whether a turn puts it to the counterpart.

        Args:
            turn: what the mentee says.
            moves: the moves in it.
            want: the kind of answer it is after.
            matter: what it asks the counterpart to tell, if anything.
            asked: whether it asks something.
        """
        abouts = self._decision.about
        proposes = bool(moves & {Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
        own = resolves(abouts)
        if own and Move.PROPOSES_NEXT_STEP in moves and not asked:
            return True
        theirs = want is Wanted.FAVOUR and matter is None and not own
        named = puts_forward(turn, abouts, plainly=not (asked or proposes))
        return named or theirs or want is Wanted.DECISION

    def answers(self, turn: str, moves: frozenset[Move], turns: int) -> bool:
        """Whether a turn gives what was missing when it was put forward a moment ago."""
        if self.granted or turns - self._refused_at > PENDING:
            return False
        told = any(not one.asks and len(one.words) >= _TELLS for one in speech(turn).sentences)
        return told and bool(moves & set(self._decision.earned_by))

    def grants(
        self, made: set[Move], left: Sequence[str], turns: int, *, warm: bool, told: bool
    ) -> bool:
        """Whether the counterpart says yes now.

        Args:
            made: the moves of the talk so far.
            left: what can still be said to be missing.
            turns: how many turns there were.
            warm: whether the counterpart is not set against the mentee.
            told: whether all that could be missing was told.
        """
        earned = len(made & set(self._decision.earned_by))
        willing = earned >= _EARNED and (warm or not left)
        self.granted = turns >= self._soonest and (willing or bool(earned and told))
        if not self.granted:
            self._refused_at = turns
        return self.granted


def says_yes(line: str) -> bool:
    """Whether a line begins with a yes, so that none need go before it."""
    return _SAYS_YES.match(line) is not None
