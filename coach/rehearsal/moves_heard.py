"""Finds whether a turn takes up what the counterpart said, and does something with it."""

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import Sentence
from coach.rehearsal.turn import Found, Turn, content, whole

_SHORT = 6


def reflects(turn: Turn) -> Found | None:
    """Takes up the counterpart's words: restates, weighs, builds on or applies them."""
    if turn.said.count < _SHORT:
        return None
    for sentence in turn.said.sentences:
        if _takes_up(turn, sentence):
            return whole(Move.REFLECTS, sentence)
    return None


def _takes_up(turn: Turn, sentence: Sentence) -> bool:
    shared = content([sentence]) & turn.heard_stems
    said = turn.has("you-said", sentence)
    return bool(shared) and (said or not sentence.asks) or (said and not sentence.asks)
