"""Reduces words to stems, so that "moved", "moving" and "move" count as one word.

A light suffix stripper is enough here: stems are only ever compared with stems. Irregular forms
and number words come from the phrase file.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from coach.review.text import fold, words

_SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "nesses", "ation", "ments", "ement",
    "ness", "ment", "ings", "ions", "ance", "ence", "able", "ible", "ally", "ives", "ised", "ized",
    "ises", "izes", "ising", "izing", "ise", "ize", "ist", "ists", "ing", "ion", "ive", "ers",
    "ors", "ies", "ied", "ity", "er", "or", "ed", "es", "al", "ly", "s", "e", "y",
)  # fmt: skip
_KEEP_AS_IS = ("eer", "eers", "etter", "etters", "note", "notes")
_SHORTEST = 3
_OWN_STEM = frozenset({"quite", "quiet", "evening"})
"""Words that stripping would turn into another word."""
_CONTRACTION = re.compile(r"(?:n't|'(?:s|m|d|ll|ve|re))$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return ``word`` in lower case, without accents, possessive or contraction."""
    word = _CONTRACTION.sub("", fold(word))
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip(".'-")


@lru_cache(maxsize=20_000)
def strip_suffix(word: str) -> str:
    """Return the stem of a plain, lower-case word."""
    if len(word) <= _SHORTEST or word in _OWN_STEM or any(c.isdigit() for c in word):
        return word
    if word.endswith(_KEEP_AS_IS):
        return word.rstrip("s")
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    for suffix in sorted(_SUFFIXES, key=len, reverse=True):
        least = _SHORTEST if suffix in ("ing", "ed", "e", "s", "y") else _SHORTEST + 1
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word[-1] in "ey" else word


def stem(word: str, irregular: Mapping[str, str]) -> str:
    """Return the stem of ``word`` as written; ``irregular`` maps plain forms to base forms."""
    simple = plain(word)
    return strip_suffix(irregular.get(simple, simple))


def stems(text: str, irregular: Mapping[str, str]) -> list[str]:
    """Return the stems of the words of ``text``, in order; hyphenated words count by part."""
    return [stem(part, irregular) for word in words(text) for part in word.split("-") if part]


def stem_set(texts: Iterable[str], irregular: Mapping[str, str]) -> frozenset[str]:
    """Return the stems of all ``texts`` together."""
    return frozenset(s for text in texts for s in stems(text, irregular) if s)
