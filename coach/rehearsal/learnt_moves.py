"""Judges anew which moves a turn makes: a layer learnt from labelled turns, over the rules and the embedding.

For each move there is one row of weights (logistic regression) for what ``signals`` names and for the
meaning of the turn and of the line before it, joined with what the tuned model of ``tuned_moves`` reads. The
weights are shipped (``python -m evals.rehearsal_learn --write``). Where the tuned model is not there this layer
stands alone; where the weights or the embedding are not there, the rules do.
"""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from coach.domain.rehearsal import Move
from coach.errors import StorageError
from coach.guidance.early import begin
from coach.rehearsal.signals import Signals

Numbers = NDArray[np.float32]

FOLDER = Path("search") / "learnt"
STORED = "moves.npz"
WEIGHT_OF_SIGNALS = 0.5
WEIGHT_OF_SAID = 3.0
WEIGHT_OF_HEARD = 1.0
NOTHING = "."
"""Embedded where the mentee begins and nothing was heard."""
SHARE = 0.6
"""What the tuned model's scores weigh beside those of this layer, where there are both."""


@dataclass(frozen=True)
class LearntMoves:
    """What was learnt.

    Attributes:
        places: where in ``signals`` the weights of what ``signals`` names stand.
        signals: the weight of each name for each move, one row per name.
        meaning: the weight of each number of the two vectors, said and heard, for each move.
        start: the score of each move before anything is known.
        levels: the score from which a move counts as made, where this layer stands alone.
        joined: the same where its scores are joined with the tuned model's.
    """

    places: Mapping[str, int]
    signals: Numbers
    meaning: Numbers
    start: Numbers
    levels: Numbers
    joined: Numbers

    def margins(
        self, seen: Signals, vectors: Numbers, tuned: Numbers | None = None
    ) -> dict[Move, float]:
        """By how much each move of a turn is above the level from which it counts as made.

        Args:
            seen: what is there to go by.
            vectors: of what was said and heard, one after the other, weighed (see ``meaning_of``).
            tuned: the tuned model's scores, where it is there.
        """
        own = self.scores(seen.all, vectors)
        scores = own - self.levels if tuned is None else joined(own, tuned) - self.joined
        return {move: float(scores[number]) for number, move in enumerate(Move)}

    def scores(self, names: frozenset[str], vectors: Numbers) -> Numbers:
        """How much speaks for each move; in logits."""
        # One core, see embedding.cosines.
        meant = np.einsum("i,ij->j", vectors, self.meaning)
        return cast(Numbers, self.start + self._sum(names) + meant)

    def sentence(self, seen: Signals, move: Move) -> int:
        """The number of the sentence that speaks most for a move."""
        column = tuple(Move).index(move)
        scores = [float(self._sum(one)[column]) for one in seen.sentences]
        return scores.index(max(scores))

    def _sum(self, names: frozenset[str]) -> Numbers:
        rows = sorted(self.places[name] for name in names if name in self.places)
        return cast(Numbers, self.signals[rows].sum(axis=0))


def joined(own: Numbers, tuned: Numbers) -> Numbers:
    """The scores of this layer and of the tuned model as one."""
    return cast(Numbers, (1 - SHARE) * own + SHARE * tuned)


def meaning_of(said: str, heard: str, embed: Callable[[str], Numbers]) -> Numbers:
    """The vectors of what was said and of what was heard, weighed, in one row."""
    return np.concatenate([WEIGHT_OF_SAID * embed(said), WEIGHT_OF_HEARD * embed(heard or NOTHING)])


def embedded(text: str) -> Numbers:
    """The vector of a text, by the embedding of this process.

    Raises:
        StorageError: it cannot be loaded.
    """
    return begin().result().embed_query(text)


@lru_cache(maxsize=4)
def load_learnt(knowledge: Path) -> LearntMoves | None:
    """What was learnt, if it is there and the embedding can be loaded."""
    for path in sorted((knowledge / FOLDER).glob(f"*-{STORED}")):
        try:
            learnt = _read(path)
            embedded(NOTHING)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, StorageError):
            continue
        return learnt
    return None


def _read(path: Path) -> LearntMoves:
    with np.load(path, allow_pickle=False) as kept:
        names = bytes(kept["names"]).decode("utf-8").split("\n")
        signals, meaning, start, levels, together = (
            np.asarray(kept[name], np.float32)
            for name in ("signals", "meaning", "start", "levels", "joined")
        )
    if len(names) != len(signals) or levels.shape != (len(Move),) or together.shape != levels.shape:
        raise ValueError("the file is of another version")
    return LearntMoves(
        {name: row for row, name in enumerate(names)}, signals, meaning, start, levels, together
    )


def keep(path: Path, names: Sequence[str], learnt: LearntMoves) -> None:
    """Write what was learnt.

    Raises:
        OSError: the file cannot be written.
    """
    half = np.float16
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        signals=learnt.signals.astype(half),
        meaning=learnt.meaning.astype(half),
        start=learnt.start,
        levels=learnt.levels,
        joined=learnt.joined,
    )
