"""Reads a turn beside the line before it, with the sentence model tuned to the moves of labelled turns.

A move looks at each word piece of the turn in its own measure (attention with one learnt query a move) and
scores what it sees. The changes to the model are shipped (``python -m evals.moves_tune --write``); without them
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
from numpy.typing import NDArray

from coach.domain.rehearsal import Move
from coach.errors import StorageError
from coach.guidance.adapted_model import Change

Numbers = NDArray[np.float32]

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
class TunedMoves:
    """The tuned model, and what each move looks for in what it reads.

    Attributes:
        looks: one query a move; by moves and numbers of a piece.
        weighs: what speaks for a move in what its query finds.
        start: the score of each move before anything is read.
    """

    model: Reads
    looks: Numbers
    weighs: Numbers
    start: Numbers

    def scores(self, said: str, heard: str, earlier: str) -> Numbers:
        """How much speaks for each move of a turn; in logits, in the order of ``Move``.

        Args:
            said: the turn.
            heard: the counterpart's line just before, if any.
            earlier: the line before that, if any.
        """
        turn = pieces(self.model.cut, said, heard, earlier)
        read = self.model.read(turn.ids, turn.kinds)[turn.kinds.index(1) :]
        attention = np.exp(_centred(self.looks @ read.T))
        attention /= attention.sum(axis=1, keepdims=True)
        return np.asarray(
            (attention @ read * self.weighs).sum(axis=1) * SHARPNESS + self.start, np.float32
        )


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
    with np.load(path, allow_pickle=False) as kept:
        looks, weighs, start = (
            np.asarray(kept[name], np.float32) for name in ("looks", "weighs", "start")
        )
        names = bytes(kept["names"]).decode().split("\n")
        shapes = [tuple(int(size) for size in shape) for shape in kept["shapes"]]
        numbers = np.asarray(kept["numbers"], np.float32)
    ends = np.cumsum([rows * columns for rows, columns in shapes])
    parts = [
        one.reshape(shape) for one, shape in zip(np.split(numbers, ends[:-1]), shapes, strict=True)
    ]
    changes = {
        name: Change(down, up)
        for name, down, up in zip(names, parts[::2], parts[1::2], strict=True)
    }
    if looks.shape != weighs.shape or start.shape != (len(Move),):
        raise ValueError("the file is of another version")
    return TunedMoves(_reader(changes), looks, weighs, start)


def _reader(changes: Mapping[str, Change]) -> Reads:
    """Importing what runs the model takes long, so it is done here and not at the top."""
    module = importlib.import_module("coach.guidance.piece_reader")
    reader: Reads = module.PieceReader(changes)
    return reader


def keep(
    path: Path, changes: Mapping[str, Change], looks: Numbers, weighs: Numbers, start: Numbers
) -> None:
    """Write what was learnt.

    Raises:
        OSError: the file cannot be written.
    """
    half = np.float16
    listed = [matrix for change in changes.values() for matrix in (change.down, change.up)]
    np.savez_compressed(
        path,
        looks=looks.astype(half),
        weighs=weighs.astype(half),
        start=start,
        names=np.frombuffer("\n".join(changes).encode(), np.uint8),
        shapes=np.array([matrix.shape for matrix in listed], np.int64),
        numbers=np.concatenate([matrix.ravel() for matrix in listed]).astype(half),
    )
