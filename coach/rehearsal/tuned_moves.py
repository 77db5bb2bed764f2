"""Reads a turn beside the line before it, with the sentence model tuned to the moves of labelled turns.

A move looks at each word piece of the turn in its own measure (attention with one learnt query a move) and
scores what it sees. The model is tuned more than once, and what is said is the mean: where one is mistaken by
chance another mostly is not. The changes to the model are shipped (``python -m evals.moves_tune --write``); without them
the layer of ``learnt_moves`` stands alone.
"""

import importlib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np

from coach.errors import StorageError
from coach.guidance.adapted_model import Change
from coach.rehearsal.tuned_file import Numbers, read_learnt

FOLDER = Path("search") / "learnt"
STORED = "turns.npz"
EARLIER, HEARD = 24, 64
"""Word pieces read of the counterpart's last but one line, and of the last: the ends of both."""
SAID_FIRST, SAID_LAST = 96, 64
"""Word pieces read of the turn; of a longer one the beginning and the end."""
SHARPNESS = 4.0
"""By how much scores are stretched, in learning as here."""
_START, _END = 101, 102
_LOADING = Lock()


@dataclass(frozen=True)
class Pieces:
    """A turn in word pieces: their numbers, and 1 for those of the turn itself."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


class Reads(Protocol):
    """What cuts a text into word pieces and reads them (see ``coach.guidance.piece_reader``)."""

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's word pieces."""

    def read(self, ids: Sequence[int], kinds: Sequence[int]) -> Numbers:
        """One row for each piece."""


def pieces(cut: Callable[[str], list[int]], said: str, heard: str, earlier: str) -> Pieces:
    """Cut the end of what was heard before, what was heard last, and what was said."""
    before = cut(earlier)[-EARLIER:]
    front = [_START, *before, *([_END] if before else []), *cut(heard)[-HEARD:], _END]
    turn = cut(said)
    if len(turn) > SAID_FIRST + SAID_LAST:
        turn = turn[:SAID_FIRST] + turn[-SAID_LAST:]
    turn.append(_END)
    return Pieces((*front, *turn), (0,) * len(front) + (1,) * len(turn))


@dataclass(frozen=True)
class TunedModel:
    """One tuned model, and what each move looks for in what it reads (see ``Learnt``)."""

    model: Reads
    looks: Numbers
    weighs: Numbers
    start: Numbers

    def scores(self, turn: Pieces) -> Numbers:
        """How much speaks for each move; in logits, in the order of ``Move``."""
        read = self.model.read(turn.ids, turn.kinds)[turn.kinds.index(1) :]
        attention = np.exp(_centred(self.looks @ read.T))
        attention /= attention.sum(axis=1, keepdims=True)
        return np.asarray(
            (attention @ read * self.weighs).sum(axis=1) * SHARPNESS + self.start, np.float32
        )


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
        return np.asarray(np.mean([model.scores(turn) for model in self.models], 0), np.float32)


def _centred(numbers: Numbers) -> Numbers:
    return np.asarray(numbers - numbers.max(axis=1, keepdims=True), np.float32)


def load_tuned(knowledge: Path) -> TunedMoves | None:
    """The tuned model, if what was learnt is there and fits the model; loaded once, whoever asks first."""
    with _LOADING:
        return _load(knowledge)


@lru_cache(maxsize=4)
def _load(knowledge: Path) -> TunedMoves | None:
    for path in sorted((knowledge / FOLDER).glob(f"*-{STORED}")):
        try:
            return _read(path)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, StorageError):
            continue
    return None


def load_ahead(knowledge: Path) -> None:
    """Begin to load the tuned model in a thread of its own; a rehearsal will need it."""
    pool = ThreadPoolExecutor(max_workers=1)
    pool.submit(load_tuned, knowledge)
    pool.shutdown(wait=False)


def _read(path: Path) -> TunedMoves:
    learnt = read_learnt(path)
    readers = [_reader(one.changes) for one in learnt]
    models = (
        TunedModel(reader, one.looks, one.weighs, one.start)
        for reader, one in zip(readers, learnt, strict=True)
    )
    return TunedMoves(tuple(models), readers[0].cut)


def _reader(changes: Mapping[str, Change]) -> Reads:
    """Importing what runs the model takes long, so it is done here and not at the top."""
    module = importlib.import_module("coach.guidance.piece_reader")
    reader: Reads = module.PieceReader(changes)
    return reader
