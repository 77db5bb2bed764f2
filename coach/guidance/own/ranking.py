"""How well a passage answers a question, and which of its sentences show that."""

import re
from collections.abc import Set

from coach.guidance.lexical import words
from coach.guidance.own.volumes import Found

LEXICAL_WEIGHT = 0.3
"""Weight of the share of the question's words in a passage, beside the cosine."""
ANSWER_LEVEL = 0.42
"""Relevance from which a passage is shown: a document is on one subject, so its passages lie
nearer to any question than the cards do."""
MOST_EXCERPT = 400
_START = re.compile(r"(?<=[.!?])\s+|\A")


def relevance(found: Found, stems: Set[str]) -> float:
    """Cosine plus the weighted share of the question's words that the passage holds.

    Args:
        found: the passage, with its cosine to the question.
        stems: of the question's words.
    """
    passage = found.passage
    present = stems & set(words(f"{passage.heading} {passage.text}"))
    share = len(present) / len(stems) if stems else 0.0
    return found.cosine + LEXICAL_WEIGHT * share


def excerpt(text: str, stems: Set[str]) -> str:
    """The stretch of a passage that holds most of the question's words, in its own words.

    It begins with the passage, or with a sentence; "…" stands where something was left out.
    """
    if len(text) <= MOST_EXCERPT:
        return text
    starts = [found.end() for found in _START.finditer(text) if found.end() < len(text)]
    held = {start: len(stems & set(words(text[start : start + MOST_EXCERPT]))) for start in starts}
    most = max(held.values())
    start = max(place for place in starts if held[place] == most) if most > held[0] else 0
    whole = [place for place in starts if len(text) - place <= MOST_EXCERPT]
    if start in whole:  # as much of what comes before as there is room for
        start = whole[0]
    shown = text[start:]
    if len(shown) > MOST_EXCERPT:
        shown = shown[: MOST_EXCERPT - 2].rsplit(" ", 1)[0].rstrip() + "…"
    return ("… " if start else "") + shown
