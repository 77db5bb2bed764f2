"""Finds the words that make a "no" easy: a release ("ignore this"), or a condition that frees.

People free their reader in endless ways ("If the furnace is too hot to write, leave it"), so the
grammar is read and not only the phrase: a condition ("if", "should", "in case") that names a bad
moment or an unwilling reader, or one whose main clause lets go.
"""

import re
from collections.abc import Iterator

from coach.review.phrases import Phrases

_CLAUSE_END = re.compile(r"[,;:.!?]|[ ][-–—]+[ ]|[–—]|$")
_CONDITION = re.compile(
    r"(?<!\w)(?:(?<!as )(?<!even )(?<!to know )(?<!wonder )(?<!wondering )(?<!ask )if|in case|in the event(?: that)?|where|whenever|supposing"
    r"|(?<!you )(?<!i )(?<!we )(?<!that )should(?=[ ](?:you|u|it|this|that|these|those|your|the|my|time|now|either|any|life|work)\b)"
    r"|(?:^|(?<=[.;,] ))should(?= \w+ [^?]*$))"
    r"[ ]+",
    re.IGNORECASE,
)
_THEN = re.compile(r"\W*(?:then|in that case|in which case|if so)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"(?:\b(?:not|never|dont)|n't)(?:[ ](?:just|simply|please|you))?[ ]$", re.IGNORECASE
)
_LET_GO = re.compile(r"ignore|disregard|delete|forget|leave|skip|drop|say no", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\w)[ ](?:about|which|who|that|whose|what|where)[ ]", re.IGNORECASE)
_WISHED = re.compile(
    r"(?:you|u) (?:can|could|would|will|have|might)\b(?! (?:not|never|only)\b)", re.I
)
_WISH = re.compile(
    r"(?:(?:would|will)(?: \w+)? be|'d be|'ll be|\bbe|'s|is)(?: \w+)? (?:cool|fine|ok|okay|grand|great|good|nice|lovely|brilliant|awesome|ace|fab)\W*$",
    re.IGNORECASE,
)
"""A wish, not a release: "would be cool if you can help"."""
MOST_WORDS = 9
"""A condition says early whether it is about a bad moment; later words belong to something else."""


def ways_out(text: str, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every way out in one sentence, in no particular order."""
    for found in phrases.matches("easy-out", text):
        if not (_FORBIDDEN.search(text[: found.start()]) and _LET_GO.match(found.group())):
            yield found.span()
    if _THEN.match(text) and phrases.pattern("release").search(text):
        yield 0, len(text)
    for condition in _CONDITION.finditer(text):
        stop = _CLAUSE_END.search(text, condition.end())
        end = stop.start() if stop is not None else len(text)
        state = text[condition.end() : end]
        rest = f"{text[: condition.start()]} {text[end:]}"
        if _frees(state, rest, phrases):
            yield condition.start(), end


def _frees(state: str, rest: str, phrases: Phrases) -> bool:
    """Tell whether a condition, given the rest of its sentence, lets the reader off."""
    if phrases.pattern("not-a-release").search(rest):
        return False
    if _WISHED.match(state) and _WISH.search(rest):
        return False
    if phrases.pattern("release").search(rest):
        return True
    if phrases.pattern("other-time").match(state):
        return False
    told = " ".join(_ASIDE.split(state)[0].split()[:MOST_WORDS])
    return phrases.pattern("unwilling-state").search(told) is not None
