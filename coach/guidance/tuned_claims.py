"""Reads a message beside what its brief gives, with the sentence model tuned to find what the brief does not give.

What is given and the message are read together, so that a fact told in other words is seen to be the same, and
one that merely sounds like it is not. A long message is read in windows, each beside all that is given.
The changes to the model are shipped (``python -m evals.claims_tune --write``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.domain.suspicion import Place
from coach.guidance.tuned_model import END, START, Cuts, TunedModel, load_models, pieces_of

STORED = "clauses.npz"
GIVEN, READ = 180, 240
"""Word pieces read of what is given, and of the message in one window."""
BEFORE = 40
"""Word pieces of the message before the first clause of a window, to read it by."""


@dataclass(frozen=True)
class Window:
    """A part of a message beside what is given.

    Attributes:
        ids: the word pieces.
        kinds: 1 for a piece of a word that is new to what is given, else 0.
        clauses: which clauses of the message stand in it.
        parts: where each of them begins and ends, in pieces.
    """

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    clauses: tuple[int, ...]
    parts: tuple[Place, ...]


def windows(
    cuts: Cuts, given: str, text: str, new: Sequence[Place], clauses: Sequence[Place]
) -> Iterator[Window]:
    """Cut a message into windows; each clause that has a word stands in one of them.

    Args:
        cuts: cuts texts into word pieces.
        given: what the brief gives.
        text: the message.
        new: the words of the message that what is given does not have.
        clauses: the clauses to be judged, in order and without overlaps.
    """
    front = [START, *cuts.cut(given)[:GIVEN], END]
    pieces = cuts.places(text)
    starts_new = _within(new, [start for _, start, _ in pieces])
    inside = pieces_of(clauses, [(start, end) for _, start, end in pieces])
    left = sorted(inside)
    while left:
        first = max(0, min(inside[left[0]][0] - BEFORE, len(pieces) - READ))
        end = min(len(pieces), first + READ)
        taken = [number for number in left if inside[number][1] <= end] or left[:1]
        left = left[len(taken) :]
        shift = len(front) - first
        yield Window(
            (*front, *(piece for piece, _, _ in pieces[first:end]), END),
            (*(0 for _ in front), *(int(one) for one in starts_new[first:end]), 0),
            tuple(taken),
            tuple((inside[n][0] + shift, min(inside[n][1], end) + shift) for n in taken),
        )


def _within(places: Sequence[Place], starts: Sequence[int]) -> list[bool]:
    """Of each start, whether it lies in one of the places."""
    if not places:
        return [False] * len(starts)
    ordered = sorted(places)
    at = np.searchsorted([start for start, _ in ordered], starts, side="right") - 1
    return [n >= 0 and start < ordered[n][1] for n, start in zip(at.tolist(), starts, strict=True)]


@dataclass(frozen=True)
class TunedClaims:
    """The tuned models together."""

    models: tuple[TunedModel, ...]

    def scores(
        self, given: str, text: str, new: Sequence[Place], clauses: Sequence[Place]
    ) -> list[float]:
        """How much speaks for each clause claiming what is not given; in logits.

        Arguments as for ``windows``. A clause without a word claims nothing.
        """
        found = [-np.inf] * len(clauses)
        for window in windows(self.models[0].model, given, text, new, clauses):
            scored = [one.scores(window.ids, window.kinds, window.parts) for one in self.models]
            for number, score in zip(window.clauses, np.mean(scored, 0)[:, 0], strict=True):
                found[number] = float(score)
        return found


def load_tuned_claims(folder: Path) -> TunedClaims | None:
    """The tuned models, if what was learnt is in the folder and fits; see ``load_models``."""
    models = load_models(folder, STORED, 1)
    return TunedClaims(models) if models else None
