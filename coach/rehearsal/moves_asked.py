"""Finds questions in a turn: open or closed, and whether one names something in particular."""

from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.rehearsal import Move
from coach.rehearsal.speech import Sentence
from coach.rehearsal.turn import Found, Turn, whole

_OPENERS = frozenset("what what's whats how how's why".split())
_SHORT_TAG = 4


@dataclass(frozen=True)
class Question:
    """A question that asks for information or a view."""

    sentence: Sentence
    open: bool
    specific: bool


def questions(turn: Turn) -> tuple[Question, ...]:
    """The questions of a turn; requests, tags, pleasantries and rhetoric are none."""
    found = (_question(turn, sentence) for sentence in turn.said.sentences)
    return tuple(question for question in found if question is not None)


def open_question(turn: Turn) -> Found | None:
    """Invites telling or thinking."""
    return _first(turn, Move.OPEN_QUESTION, lambda question: question.open)


def closed_question(turn: Turn) -> Found | None:
    """Answered by yes or no, one of two, or one fact."""
    return _first(turn, Move.CLOSED_QUESTION, lambda question: not question.open)


def specific_question(turn: Turn) -> Found | None:
    """Names a moment, deed, number or choice, so that this person can begin at once."""
    return _first(turn, Move.SPECIFIC_QUESTION, lambda question: question.specific)


def _first(turn: Turn, move: Move, fits: Callable[[Question], bool]) -> Found | None:
    chosen = next((question for question in questions(turn) if fits(question)), None)
    return whole(move, chosen.sentence) if chosen else None


def _question(turn: Turn, sentence: Sentence) -> Question | None:
    indirect = turn.cues.find("indirect", sentence)
    if not sentence.asks and indirect is None:
        return None
    if _not_asking(turn, sentence):
        return None
    is_open = _is_open(turn, sentence, indirect.last - 1 if indirect else -1)
    if is_open is None:
        return None
    return Question(sentence, is_open, _is_specific(turn, sentence))


def _not_asking(turn: Turn, sentence: Sentence) -> bool:
    """A request, a tag, a wish that is too wide, or a question that wants no answer."""
    wants_none = ("vague", "job-ask", "defensive", "flattery")
    if any(turn.has(name, sentence) for name in wants_none) and not turn.has(
        "vague-mind", sentence
    ):
        return True
    if turn.has("request", sentence) and not turn.has("request-mind", sentence):
        return True
    return turn.has("tag", sentence) and len(sentence.clauses) <= 2 and _tag_only(sentence, turn)


def _tag_only(sentence: Sentence, turn: Turn) -> bool:
    """Whether what asks is only the last few words of a statement."""
    last = sentence.clauses[-1]
    opening = sentence.words[0].plain
    asks_first = opening in turn.cues.list("wh") | turn.cues.list("aux")
    return len(sentence.words) - last <= _SHORT_TAG and not asks_first


def _is_open(turn: Turn, sentence: Sentence, indirect: int) -> bool | None:
    """Open, closed, or no question at all (None).

    The last clause that begins like a question decides; a choice added to an open question
    ("how was it, was it too fast?") makes it closed.
    """
    wh, aux = turn.cues.list("wh"), turn.cues.list("aux")
    if indirect >= 0 and sentence.words[indirect].plain in wh | {"about", "to", "more"}:
        word = sentence.words[indirect].plain
        return word not in ("which", "who", "when", "where")
    openings = [
        place
        for number in sentence.clauses
        for place in _opening(sentence, number)
        if sentence.words[place].plain in wh | aux and not _subordinate(turn, sentence, place)
    ]
    if not openings:
        middle = [n for n, word in enumerate(sentence.words) if word.plain in wh]
        if middle:
            return _invites(turn, sentence, middle[0])
        return False if sentence.asks and len(sentence.words) <= 12 else None
    last = openings[-1]
    if sentence.words[last].plain in aux and len(sentence.words) - last >= _CHOICE:
        return any(word.plain == "made" for word in sentence.words[1:3])
    asking = next((n for n in openings if sentence.words[n].plain in wh), openings[0])
    return sentence.words[asking].plain in wh and _invites(turn, sentence, asking)


_CHOICE = 5
"""Words of a last clause from which it is a question of its own, and no tag."""


def _invites(turn: Turn, sentence: Sentence, place: int) -> bool:
    """Whether the question word there invites more than one fact."""
    if sentence.words[place].plain not in _OPENERS:
        return False
    return not any(match.first == place for match in turn.cues.all("closed-wh", sentence))


def _subordinate(turn: Turn, sentence: Sentence, place: int) -> bool:
    """Whether "when", "where" or "which" there begins a side remark ("when you left, ...")."""
    if sentence.words[place].plain not in ("when", "where", "which", "who", "while"):
        return False
    after = sentence.words[place + 1].plain if place + 1 < len(sentence.words) else ""
    more = len(sentence.words) - place > 1 and len(sentence.clauses) > 1
    return more and after not in turn.cues.list("aux")


def _opening(sentence: Sentence, number: int) -> list[int]:
    """Where a clause begins, behind "and", "so", "but" and the like."""
    fillers = ("and", "so", "but", "or", "then", "well", "just", "oh", "ok", "okay", "in", "to")
    for place in range(number, min(number + 3, len(sentence.words))):
        if sentence.words[place].plain not in fillers:
            return [place]
    return []


def _is_specific(turn: Turn, sentence: Sentence) -> bool:
    """Whether this person could begin to answer at once; small talk and echoes are not it."""
    if turn.has("small-question", sentence) or turn.has("smalltalk", sentence):
        return False
    verbless = not any(
        word.plain in turn.cues.list("aux") or word.plain in turn.cues.list("wh")
        for word in sentence.words
    )
    return not verbless
