"""Finds what a mentee tells in a turn: their situation, what ties the two, what was done and what came of it."""

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import Sentence
from coach.rehearsal.turn import Found, Turn, whole


def thanks(turn: Turn) -> Found | None:
    """Thanks the counterpart for something they gave."""
    match = turn.first("thanks", but="thanks-mind")
    return Found(Move.THANKS, match.start, match.end) if match else None


def connection(turn: Turn) -> Found | None:
    """Says what ties the mentee to this person in particular."""
    match = turn.first("told-of", but="told-mind")
    return whole(Move.CONNECTION, match.sentence) if match else None


def shares_progress(turn: Turn) -> Found | None:
    """Tells what was done, or honestly not done, about something agreed or advised."""
    wanted = turn.heard_cue("asked-progress")
    for sentence in turn.said.sentences:
        if sentence.asks or not turn.has("did", sentence):
            continue
        if wanted or turn.has("agreed", sentence):
            return whole(Move.SHARES_PROGRESS, sentence)
    return None


def evidence_of_impact(turn: Turn) -> Found | None:
    """States a concrete result of the mentee's own work that somebody else could see."""
    for match in turn.matches("result"):
        if not match.sentence.asks and not turn.has("plan-mind", match.sentence):
            return whole(Move.EVIDENCE_OF_IMPACT, match.sentence)
    return None


def context(turn: Turn, found: list[Found]) -> Found | None:
    """Tells a fact of the mentee's own situation that the counterpart needs."""
    taken = {
        Move.SHARES_PROGRESS,
        Move.EVIDENCE_OF_IMPACT,
        Move.SETS_BOUNDARY,
        Move.OFFERS_BACK,
        Move.PROPOSES_NEXT_STEP,
        Move.DEFENSIVE,
        Move.JOB_ASK,
        Move.OVER_APOLOGY,
    }
    spans = [(one.start, one.end) for one in found if one.move in taken]
    for sentence in turn.said.sentences:
        free = not any(sentence.start <= start < sentence.end for start, _ in spans)
        if free and _tells(turn, sentence):
            return whole(Move.CONTEXT, sentence)
    return None


def _tells(turn: Turn, sentence: Sentence) -> bool:
    if sentence.asks or len(sentence.words) < 4:
        return False
    return turn.has("i-am", sentence) and not turn.has("next-frame", sentence)
