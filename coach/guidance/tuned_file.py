"""Keeps what tuning learnt in a file, and reads it: thin matrices, in whole numbers of one byte.

Each row of a thin matrix has a scale of its own. The matrices they change are kept in the same way, so that
little more is lost than was lost there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.guidance.adapted_model import Change

Numbers = NDArray[np.float32]

_LARGEST = 127
_SMALLEST = np.float32(1e-12)


@dataclass(frozen=True)
class Learnt:
    """What was learnt in one tuning.

    Attributes:
        changes: to the model's matrices, by the names under which they are stored.
        looks: one query for each thing that is looked for; by things and numbers of a piece.
        weighs: what speaks for a thing in what its query finds.
        start: the score of each thing before anything is read.
    """

    changes: Mapping[str, Change]
    looks: Numbers
    weighs: Numbers
    start: Numbers


def keep(path: Path, learnt: Sequence[Learnt]) -> None:
    """Write what was learnt in each tuning.

    Raises:
        OSError: the file cannot be written.
    """
    kept: dict[str, np.ndarray] = {"count": np.array(len(learnt))}
    for number, one in enumerate(learnt):
        thin = [matrix for change in one.changes.values() for matrix in (change.down, change.up.T)]
        scales = [np.maximum(np.abs(matrix).max(axis=1), _SMALLEST) / _LARGEST for matrix in thin]
        whole = [
            np.rint(matrix / scale[:, None]).astype(np.int8).ravel()
            for matrix, scale in zip(thin, scales, strict=True)
        ]
        kept |= {
            f"looks{number}": one.looks.astype(np.float16),
            f"weighs{number}": one.weighs.astype(np.float16),
            f"start{number}": one.start,
            f"names{number}": np.frombuffer("\n".join(one.changes).encode(), np.uint8),
            f"shapes{number}": np.array([matrix.shape for matrix in thin], np.int64),
            f"numbers{number}": np.concatenate(whole),
            f"scales{number}": np.concatenate(scales).astype(np.float32),
        }
    np.savez_compressed(path, **kept)  # type: ignore[arg-type]


def read_learnt(path: Path, things: int) -> tuple[Learnt, ...]:
    """Read what was learnt.

    Args:
        path: the file.
        things: of how many things it has to be.

    Raises:
        OSError: the file cannot be read.
        ValueError, KeyError, EOFError, zipfile.BadZipFile: it is damaged, or of another version.
    """
    with np.load(path, allow_pickle=False) as kept:
        learnt = tuple(_one(kept, number) for number in range(int(kept["count"])))
    if not learnt or any(
        one.looks.shape != one.weighs.shape or one.start.shape != (things,) for one in learnt
    ):
        raise ValueError("the file is of another version")
    return learnt


def _one(kept: Mapping[str, np.ndarray], number: int) -> Learnt:
    looks, weighs, start = (
        np.asarray(kept[f"{name}{number}"], np.float32) for name in ("looks", "weighs", "start")
    )
    names = bytes(kept[f"names{number}"]).decode().split("\n")
    shapes = [(int(rows), int(columns)) for rows, columns in kept[f"shapes{number}"]]
    numbers = np.split(kept[f"numbers{number}"], np.cumsum([a * b for a, b in shapes])[:-1])
    scales = np.split(kept[f"scales{number}"], np.cumsum([rows for rows, _ in shapes])[:-1])
    thin = [
        whole.reshape(shape).astype(np.float32) * scale[:, None]
        for whole, shape, scale in zip(numbers, shapes, scales, strict=True)
    ]
    changes = {
        name: Change(down, up.T)
        for name, down, up in zip(names, thin[::2], thin[1::2], strict=True)
    }
    return Learnt(changes, looks, weighs, start)
