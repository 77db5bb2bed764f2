"""Which situation a move puts the counterpart in, and what of it goes before the rest."""

from coach.domain.rehearsal import Move
from coach.rehearsal.asked import Wanted
from coach.rehearsal.heard import left_undone
from coach.rehearsal.owned import confesses, refuses, thanks, wishes_anew
from coach.rehearsal.scene import Situation

FAULTS: tuple[tuple[Move, Situation], ...] = (
    (Move.JOB_ASK, Situation.JOB_ASK),
    (Move.DEFENSIVE, Situation.DEFENSIVE),
    (Move.MONOLOGUE, Situation.MONOLOGUE),
    (Move.IGNORES_QUESTION, Situation.IGNORED),
    (Move.VAGUE_ASK, Situation.VAGUE),
    (Move.OVER_APOLOGY, Situation.OVER_APOLOGY),
    (Move.FLATTERY, Situation.FLATTERY),
)
"""What is answered first, the gravest before the others."""
PASSING = frozenset({Situation.OVER_APOLOGY, Situation.FLATTERY})
"""What is waved away in a few words before the answer."""
NEEDED = frozenset(
    {situation for _, situation in FAULTS}
    | {Situation.PRESSURE, Situation.TIME_UP, Situation.FOLLOW_UP, Situation.SILENCE}
)
"""What has to be said even when every line for it was said before."""
MET: tuple[tuple[Move, Situation], ...] = (
    (Move.SETS_BOUNDARY, Situation.BOUNDARY),
    (Move.SHARES_PROGRESS, Situation.PROGRESS),
    (Move.PROPOSES_NEXT_STEP, Situation.WARM),
    (Move.REFLECTS, Situation.REFLECTED),
    (Move.OFFERS_BACK, Situation.OFFERED),
    (Move.THANKS, Situation.THANKED),
)
"""What is met with a few words, the first of those made."""
TOLD = frozenset(
    {Move.CONTEXT, Move.SHARES_PROGRESS, Move.EVIDENCE_OF_IMPACT, Move.CONNECTION, Move.REFLECTS}
)
"""What is told in these is worth coming back to later in the talk."""
APPROVED = frozenset(move for move, _ in MET) | {Move.EVIDENCE_OF_IMPACT}
"""What is not doubted in the same breath in which it is met."""
UNANSWERED = {
    Wanted.OWN: Situation.PERSONAL,
    Wanted.GREETING: Situation.GREETED,
    Wanted.NARROW: Situation.NARROW,
    Wanted.YES_NO: Situation.CLOSED,
}
"""What is said to a question about which nothing is known; to any other, that it is not."""


def met_by(turn: str, moves: frozenset[Move]) -> Situation | None:
    """What a turn is met as with a few words: a confession first, then the first of its moves, then a new wish.

    What was left undone is not met as a deed, nor a limit where nothing was refused.
    """
    if confesses(turn):
        return Situation.CONFESSED
    passed = {Move.SHARES_PROGRESS} if left_undone(turn) else set()
    passed |= set() if refuses(turn) else {Move.SETS_BOUNDARY}
    passed |= set() if thanks(turn) else {Move.THANKS}
    wish = Situation.NEW_WISH if wishes_anew(turn) else None
    return next((situation for move, situation in MET if move in moves - passed), wish)
