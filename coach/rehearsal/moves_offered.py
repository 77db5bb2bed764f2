"""Finds asks, offers and care in a turn: next steps, time, backing, limits, something in return."""

import re

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import flat
from coach.rehearsal.turn import Found, Turn, whole

_BREATH = 60
"""Words of a sentence beyond which nothing in it is a proposal."""
_LOOKS_BACK = re.compile(r"\b(?:could|should|might|ought to)(?: \w+)?(?: have|'ve)\b")
_LOOKS_AHEAD = re.compile(r"\b(?:will|next|tomorrow|from now on|this time|instead|shall)\b|'ll\b")
"""What could have been done is no step, unless the sentence goes on to what will be."""


def asks_feedback(turn: Turn) -> Found | None:
    """Asks for a judgement of the mentee's own work or conduct."""
    match = turn.first("feedback", but="feedback-mind")
    return whole(Move.ASKS_FEEDBACK, match.sentence) if match else None


def proposes_next_step(turn: Turn) -> Found | None:
    """Names a concrete thing that is to happen next and who does it."""
    for match in turn.matches("next", but="next-mind"):
        sentence = match.sentence
        said = flat(sentence.text)
        if _LOOKS_BACK.search(said) and not _LOOKS_AHEAD.search(said):
            continue
        asks_backing = turn.has("advocacy", sentence) and not turn.has("bring-together", sentence)
        if asks_backing or any(turn.has(name, sentence) for name in ("job-ask", "vague")):
            continue
        if turn.has("next-frame", sentence) and len(sentence.words) <= _BREATH:
            return whole(Move.PROPOSES_NEXT_STEP, match.sentence)
    return None


def respects_time(turn: Turn) -> Found | None:
    """Minds the counterpart's time or load."""
    match = turn.first("time-care", but="time-mind")
    if match is None:
        for sized in turn.matches("minutes", but="time-mind"):
            if turn.has("next-frame", sized.sentence) or sized.sentence.asks:
                match = sized
                break
    return whole(Move.RESPECTS_TIME, match.sentence) if match else None


def offers_back(turn: Turn) -> Found | None:
    """Offers something particular to the counterpart or their people."""
    for match in turn.matches("offers", but="offers-mind"):
        sentence = match.sentence
        for_them = turn.has("offers-target", sentence) and turn.has("offers-hands", sentence)
        if for_them and not sentence.asks:
            return whole(Move.OFFERS_BACK, sentence)
    return None


def advocacy_ask(turn: Turn) -> Found | None:
    """Asks the counterpart to lend their name or voice with other people."""
    for match in turn.matches("advocacy"):
        if turn.has("advocacy-frame", match.sentence):
            return whole(Move.ADVOCACY_ASK, match.sentence)
    return None


def sets_boundary(turn: Turn) -> Found | None:
    """Says what the mentee will not do or accept, or where a limit lies."""
    match = turn.first("boundary", but="boundary-mind")
    return whole(Move.SETS_BOUNDARY, match.sentence) if match else None
