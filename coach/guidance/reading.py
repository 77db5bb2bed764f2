"""Prose as a reader meets it: its sentences, and its reading grade (Flesch-Kincaid).

Computed here because textstat downloads a dictionary first.

Kincaid et al. (1975), Navy report 8-75. Syllables are counted by vowel groups, which is right for
about nine English words in ten and unbiased enough for a median over many cards.
"""

import re

_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[\"“‘(]?[A-Z0-9])")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxc])es$"
)


def sentences(text: str) -> list[str]:
    """Split plain prose into sentences."""
    return [part for part in _SENTENCE_END.split(" ".join(text.split())) if part]


def syllables(word: str) -> int:
    """Count the syllables of an English word, at least one."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def reading_grade(text: str) -> float:
    """The US school grade a text asks for; 0.0 for a text without words."""
    found = _WORD.findall(text)
    if not found:
        return 0.0
    per_sentence = len(found) / max(1, len(sentences(text)))
    per_word = sum(syllables(word) for word in found) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
