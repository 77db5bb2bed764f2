"""Reads a turn beside the line before it, with the sentence model tuned to the moves of labelled turns.

A move looks at each word piece of the turn in its own measure (attention with one learnt query a move) and
scores what it sees. The model is tuned more than once, and what is said is the mean: where one is mistaken by
chance another mostly is not. The changes to the model are shipped (``python -m evals.moves_tune --write``); without them
the layer of ``learnt_moves`` stands alone.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.domain.rehearsal import Move
from coach.guidance.tuned_file import Numbers
from coach.guidance.tuned_model import END, START, TunedModel, load_models

FOLDER = Path("search") / "learnt"
STORED = "turns.npz"
EARLIER, HEARD = 24, 64
"""Word pieces read of the counterpart's last but one line, and of the last: the ends of both."""
SAID_FIRST, SAID_LAST = 96, 64
"""Word pieces read of the turn; of a longer one the beginning and the end."""


@dataclass(frozen=True)
class Pieces:
    """A turn in word pieces: their numbers, and 1 for those of the turn itself."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


def pieces(cut: Callable[[str], list[int]], said: str, heard: str, earlier: str) -> Pieces:
    """Cut the end of what was heard before, what was heard last, and what was said."""
    before = cut(earlier)[-EARLIER:]
    front = [START, *before, *([END] if before else []), *cut(heard)[-HEARD:], END]
    turn = cut(said)
    if len(turn) > SAID_FIRST + SAID_LAST:
        turn = turn[:SAID_FIRST] + turn[-SAID_LAST:]
    turn.append(END)
    return Pieces((*front, *turn), (0,) * len(front) + (1,) * len(turn))


@dataclass(frozen=True)
class TunedMoves:
    """The tuned models together."""

    models: tuple[TunedModel, ...]
    cut: Callable[[str], list[int]]

    def scores(self, said: str, heard: str, earlier: str) -> Numbers:
        """How much speaks for each move of a turn; in logits, in the order of ``Move``.

        Args:
            said: the turn.
            heard: the counterpart's line just before, if any.
            earlier: the line before that, if any.
        """
        turn = pieces(self.cut, said, heard, earlier)
        part = (turn.kinds.index(1), len(turn.kinds))
        scored = [model.scores(turn.ids, turn.kinds, [part])[0] for model in self.models]
        return np.asarray(np.mean(scored, 0), np.float32)


def load_tuned(knowledge: Path) -> TunedMoves | None:
    """The tuned model, if what was learnt is there and fits the model; see ``load_models``."""
    models = load_models(knowledge / FOLDER, STORED, len(Move))
    return TunedMoves(models, models[0].model.cut) if models else None


def load_ahead(knowledge: Path) -> None:
    """Begin to load the tuned model in a thread of its own; a rehearsal will need it."""
    pool = ThreadPoolExecutor(max_workers=1)
    pool.submit(load_tuned, knowledge)
    pool.shutdown(wait=False)
