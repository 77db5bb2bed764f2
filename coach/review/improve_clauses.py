"""Steps that take out one clause of a sentence: the push, praise or apology in it, and nothing else.

A sentence often says something and then adds what hurts it ("…, and I know I'm nobody"). Only a clause that
can be cut cleanly goes, and only if hardly anything but the fault is told in it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from coach.review.improve_step import Step, Steps, edit
from coach.review.outreach_reason import is_particular
from coach.review.reading import Reading
from coach.review.text import Span

_ADVERB = (
    r"(?:(?:honestly|frankly|really|truly|obviously|clearly|personally|also|maybe|perhaps),? )?"
)
_SUBJECT = (
    rf"{_ADVERB}(?:(?i:i|you|we|he|she|it|they|nobody|everyone|everybody)(?:'\w+)? "
    r"|(?:(?i:my|your|our|the|an?)|[A-Z][\w'-]+) (?:[\w'-]+ ){1,4}?(?:is|are|was|were|has|have|had|can|could|will|would|made|said|told|gave|kept|\w{2,}ed (?:me|us|my|to|in|on|at|with|by|for|up))\b"
    r"|(?i:that's|there's|could|would|can|may|might|what|how|which|if)\b)"
)
_PARENTHESIS = r"(?:i|you) (?:must |have to |dare |will )?(?:say|admit|think|know|guess|suppose|believe|hope|fear|confess|see)[,.!]"
_JOINT = re.compile(
    rf"(?P<turn>[,;]? (?:and|but|so|yet) (?={_SUBJECT}))"
    rf"|(?P<splice>, (?=(?i:i|you|we|it)(?:'\w+)? )(?!(?i:{_PARENTHESIS})))"
    r"|(?P<aside>, which (?:(?:i must say|to be honest|honestly|frankly),? )?(?=(?:is|was|makes?|made|has|feels?|felt|seems?)\b))"
    r"|(?P<mark>; | [-–—] )"
)
"""Where a clause begins that could stand alone, or ", which is …" that hangs on at the end."""
_TOLD = re.compile(r"\d|\?|\b(?:please|because|thank\w*)\b", re.IGNORECASE)
_OWN_NAMES = re.compile(r"(?<=[\w,] )(?!I\b)[A-Z]")
_POINTS_BACK = re.compile(r"\b(?:them|they|those|these)\b", re.IGNORECASE)
LEAST_LEFT = 4
"""Words of the shortest sentence that is left."""
MOST_TOLD = 3
"""Words of meaning beside the fault that may go with its clause."""


def drop_clause(pattern: str, why: str) -> Steps:
    """Cut the clause in which ``pattern`` shows out of its sentence, or the sentence if it is all of it."""

    def steps(reading: Reading, subject: str, check: str) -> Iterator[Step]:
        for sentence in reading.sentences:
            for at in reading.find(pattern, sentence):
                cut = _cut(reading, sentence, at)
                if cut is not None:
                    yield edit(reading, subject, cut.start, cut.end, cut.text, why)

    return steps


def _cut(reading: Reading, sentence: Span, at: Span) -> Span | None:
    """Return what to replace and by what, or None where no clean cut can be made."""
    text, shift = sentence.text, sentence.start
    joints = list(_JOINT.finditer(text))
    edges = [0, *(joint.start() for joint in joints), len(text.rstrip(" .!…"))]
    clauses = list(enumerate(pairwise(edges)))
    hit = next((n for n, (_, end) in clauses if at.start - shift < end), None)
    if hit is None or at.end - shift > edges[hit + 1]:
        return None
    start, end = edges[hit], edges[hit + 1]
    if _tells_more(reading, text[start:end], at):
        return None
    if len(clauses) == 1:
        return Span(sentence.start, sentence.end, "")
    if hit:
        rest = text[:start] + text[end:]
        return _checked(Span(shift + start, shift + end, ""), rest)
    first = joints[0]
    rest = text[first.end() :]
    if first["aside"] or _POINTS_BACK.search(rest):
        return None
    return _checked(Span(shift, shift + first.end() + 1, rest[:1].upper()), rest)


def _tells_more(reading: Reading, clause: str, at: Span) -> bool:
    """Whether a clause tells something besides the fault: a name, a number, a question, a matter."""
    if _TOLD.search(clause) or _OWN_NAMES.search(clause):
        return True
    if is_particular(reading, Span(0, len(clause), clause)):
        return True
    beside = set(reading.content(clause, "generic-topic")) - set(reading.content(at.text))
    return len(beside) > MOST_TOLD


def _checked(cut: Span, rest: str) -> Span | None:
    return cut if len(rest.split()) >= LEAST_LEFT else None
