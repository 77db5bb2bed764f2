"""Finds what a mentee tells in a turn: their situation, what ties the two, what was done and what came of it."""

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import Sentence
from coach.rehearsal.turn import Found, Turn, whole


def thanks(turn: Turn) -> Found | None:
    """Thanks the counterpart for something they gave."""
    match = turn.first("thanks", but="thanks-mind")
    return whole(Move.THANKS, match.sentence) if match else None


def connection(turn: Turn) -> Found | None:
    """Says what ties the mentee to this person in particular."""
    match = turn.first("told-of", but="told-mind")
    return whole(Move.CONNECTION, match.sentence) if match else None


def shares_progress(turn: Turn) -> Found | None:
    """Tells what was done, or honestly not done, about something agreed or advised."""
    did = [match for match in turn.matches("did") if not match.sentence.asks]
    if not did:
        return None
    agreed = next((one for one in turn.matches("agreed") if not one.sentence.asks), None)
    if agreed is None and not turn.heard_cue("asked-progress"):
        return None
    return whole(Move.SHARES_PROGRESS, did[0].sentence)


def evidence_of_impact(turn: Turn) -> Found | None:
    """States a concrete result of the mentee's own work that somebody else could see."""
    for match in turn.matches("result"):
        if not match.sentence.asks and not turn.has("plan-mind", match.sentence):
            return whole(Move.EVIDENCE_OF_IMPACT, match.sentence)
    return None


_INSTEAD = {
    Move.OVER_APOLOGY,
    Move.FLATTERY,
    Move.DEFENSIVE,
}
"""What a turn does instead of telling, whatever it says on the way."""
_ELSEWHERE = {
    Move.SHARES_PROGRESS,
    Move.EVIDENCE_OF_IMPACT,
    Move.SETS_BOUNDARY,
    Move.OFFERS_BACK,
    Move.PROPOSES_NEXT_STEP,
    Move.JOB_ASK,
    Move.REFLECTS,
    Move.CONNECTION,
}
"""What a sentence that is one of these is not as well."""


def context(turn: Turn, found: list[Found]) -> Found | None:
    """Tells a fact of the mentee's own situation that the counterpart needs."""
    moves = {one.move for one in found}
    if moves & _INSTEAD:
        return None
    if Move.MONOLOGUE in moves:
        return whole(Move.CONTEXT, turn.said.sentences[0])
    if Move.SHARES_PROGRESS in moves and turn.heard_cue("asked-progress"):
        return None
    spans = [one.start for one in found if one.move in _ELSEWHERE]
    for sentence in turn.said.sentences:
        free = not any(sentence.start <= start < sentence.end for start in spans)
        if free and _tells(turn, sentence):
            return whole(Move.CONTEXT, sentence)
    return None


def _tells(turn: Turn, sentence: Sentence) -> bool:
    if sentence.asks or len(sentence.words) < 4 or turn.has("next-frame", sentence):
        return False
    about_you = any(word.plain in ("you", "your", "you're", "you'd") for word in sentence.words)
    return turn.has("i-am", sentence) and not about_you
