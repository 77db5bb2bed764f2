"""Finds whether a turn takes up what the counterpart said, and does something with it."""

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import Sentence
from coach.rehearsal.turn import Found, Turn, content

_SHORT = 6
_MORE = 5
"""Words beyond those taken over that make an echo a thought."""


def reflects(turn: Turn) -> Found | None:
    """Takes up the counterpart's words: restates, weighs, builds on or applies them."""
    if turn.said.count < _SHORT:
        return None
    for number, sentence in enumerate(turn.said.sentences):
        if turn.has("you-said", sentence) and not _only_asks(sentence):
            return _with_next(turn, number)
        if _builds_on(turn, sentence, number):
            return _with_next(turn, number)
    return None


def _with_next(turn: Turn, number: int) -> Found:
    """The sentence, and the next one where it is only an echo."""
    sentences = turn.said.sentences
    end = sentences[number].end
    echo = len(sentences[number].words) < _SHORT
    if echo and number + 1 < len(sentences) and not sentences[number + 1].asks:
        end = sentences[number + 1].end
    return Found(Move.REFLECTS, sentences[number].start, end)


def _only_asks(sentence: Sentence) -> bool:
    return sentence.asks and len(sentence.clauses) == 1


def _builds_on(turn: Turn, sentence: Sentence, number: int) -> bool:
    """Whether it takes over words of a statement and adds some; an answer to a question does not."""
    if not turn.heard.sentences or (number > 1 and sentence.asks):
        return False
    so = not sentence.asks and turn.has("so-then", sentence)
    ended_asking = turn.heard.sentences[-1].asks
    shared = content([sentence]) & turn.heard_stems
    if len(content([sentence]) & turn.heard_before) > 1 and not sentence.asks:
        return True
    if ended_asking:
        return so and bool(shared - turn.asked_stems)
    more = turn.said.count - len(shared) >= _SHORT + _MORE
    return (bool(shared) and more and number <= 2) or (so and number <= 1)
