"""Tells what one text says of a brief and another, made from it, has lost."""

from collections.abc import Iterable

from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.stems import stems

SAID = 0.5
"""Share of a value's telling words with which a text says it."""
STILL_SAID = 0.4
"""The same for the text made from it: a word may have become another one."""


def lost(
    values: Iterable[str], before: str, after: str, phrases: Phrases | None = None
) -> tuple[str, ...]:
    """The values that ``before`` says and ``after`` does not, each once, in order."""
    lists = phrases or load_phrases(default_knowledge())
    had, has = _meanings(before, lists), _meanings(after, lists)
    found = []
    for value in dict.fromkeys(values):
        telling = _meanings(value, lists)
        size = len(telling)
        if size and len(telling & had) >= SAID * size and len(telling & has) < STILL_SAID * size:
            found.append(value)
    return tuple(found)


def _meanings(text: str, phrases: Phrases) -> frozenset[str]:
    stop = phrases.word_set("stop")
    return frozenset(stem for stem in stems(text, phrases.irregular) if stem not in stop)
