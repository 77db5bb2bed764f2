"""Labelled texts in word pieces, from which the sentence model is tuned, and how well they are put in order."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Text:
    """A labelled text.

    Attributes:
        ids, kinds: its word pieces, and 0 or 1 for each.
        parts: where each part that is scored begins and ends.
        marks: 1 for each thing that a part has, else 0; by parts and things.
        counts: how much each mark counts, the same shape.
    """

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    parts: tuple[tuple[int, int], ...]
    marks: np.ndarray
    counts: np.ndarray


def ordered_right(scores: np.ndarray, marks: np.ndarray) -> float:
    """Of as many parts as have a thing, put first by their scores, the share that has it; the mean over things."""
    shares = []
    for column in range(marks.shape[1]):
        count = int(marks[:, column].sum())
        first = np.argsort(-scores[:, column])[:count]
        shares.append(float(marks[first, column].sum()) / max(1, count))
    return float(np.mean(shares))
