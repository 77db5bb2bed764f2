"""Tells whether a text is in English, by its small words: a model sometimes answers in another language."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = frozenset(
    "a about after again all also am an and any are as at be because been before but by can could did "
    "do does for from get had has have he her here him his how i if i'm in into is it it's its just "
    "know last like make me more most my no not now of on one or our out over said she should so some "
    "than that the their them then there these they this time to too up us was we were what when where "
    "which who why will with without would you your you're i'd i've don't".split()
)
_ENOUGH = 8
"""Fewer words than this tell nothing: they may all be names."""
_SHARE = 0.2
"""Running English has two small words in five; other languages of Europe a handful at most."""
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff\uf900-\uffdc]")


def is_english(text: str) -> bool:
    """Whether a text reads as English; a text too short to tell counts as English."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    letters = sum(character.isalpha() for character in text)
    if letters and len(_OTHER_SCRIPT.findall(text)) > letters / 3:
        return False
    if len(words) < _ENOUGH:
        return True
    return sum(word in _SMALL for word in words) >= _SHARE * len(words)
