"""Reads a name as somebody typed it: leaves out titles, degrees and pronouns, and cuts the rest into words."""

import re

from coach.llm.folding import UNSPACED, fold, words
from coach.llm.name_words import (
    BETWEEN,
    CREDENTIALS,
    ORDINARY,
    PARTICLES,
    SHORT_CREDENTIALS,
    TITLES,
)

_NOT_A_NAME = re.compile(
    r"\S+@\S+|https?://\S+|\((?:she|he|they|her|him|his|them|hers|their|theirs|[/, ])+\)", re.I
)
_APART = re.compile(r"[\s,()\[\]{};:\"“”«»|]+")
_AROUND = ".'’‘-–—/&*_!?"
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
_BY_SCRIPT = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that sets no spaces."""
    return bool(_HAS_UNSPACED.search(word))


def written_words(name: str) -> list[str]:
    """The words of a name as they are written, without what stands around them."""
    found: list[str] = []
    for piece in _APART.split(_NOT_A_NAME.sub(" ", name)):
        parts = _BY_SCRIPT.findall(piece) if is_unspaced(piece) else [piece]
        found += [part.strip(_AROUND) for part in parts]
    return [word for word in found if is_unspaced(word) or words(word)]


def person_words(name: str) -> list[tuple[str, str]]:
    """The words that name a person, each with the particles before it; titles and degrees go."""
    main, comma, rest = name.partition(",")
    degrees = [word.replace(".", "") for word in written_words(rest)]
    if comma and all(word in CREDENTIALS or word in SHORT_CREDENTIALS for word in degrees):
        name = main
    left = written_words(name)
    while len(left) > 1 and fold(left[0]).replace(".", "").replace("-", "") in TITLES:
        left = left[1:]
    while len(left) > 1 and left[-1].replace(".", "") in CREDENTIALS:
        left = left[:-1]
    named: list[tuple[str, str]] = []
    particles: list[str] = []
    for at, word in enumerate(left):
        leads = at == 0 and word[0].isupper()
        if fold(word) in PARTICLES and not leads and at < len(left) - 1:
            particles.append(word)
        elif fold(word) not in BETWEEN or len(left) == 1 or word[0].isupper():
            named.append((word, " ".join(particles)))
            particles = []
    return named


def organisation_words(name: str) -> list[str]:
    """The words of an organisation's name, without a leading "the"."""
    left = written_words(name)
    while len(left) > 1 and fold(left[0]) in BETWEEN:
        left = left[1:]
    return left


def is_ordinary(word: str) -> bool:
    """Whether a word of an organisation's name says only what sort of organisation it is."""
    return not is_unspaced(word) and all(one.folded in ORDINARY for one in words(word))
