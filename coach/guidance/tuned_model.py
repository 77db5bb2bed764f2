"""Looks for several things in parts of a text, with the sentence model tuned to them.

Each thing looks at every word piece of a part in its own measure (attention with one learnt query a thing) and
scores what it sees. The steps are those by which it was tuned (``evals.tuned_torch``).
"""

import importlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np

from coach.domain.suspicion import Place
from coach.errors import StorageError
from coach.guidance.adapted_model import Change
from coach.guidance.tuned_file import Numbers, read_learnt

SHARPNESS = 4.0
"""By how much scores are stretched, in learning as here."""
START, END = 101, 102
"""The word pieces that begin a text and end each part of it."""
_LOADING = Lock()


class Cuts(Protocol):
    """What cuts a text into word pieces (see ``coach.guidance.piece_reader``)."""

    def cut(self, text: str) -> list[int]:
        """The numbers of a text's word pieces."""

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """The same, each with where it begins and ends in the text."""


class Reads(Cuts, Protocol):
    """What reads them, too."""

    def read(self, ids: Sequence[int], kinds: Sequence[int]) -> Numbers:
        """One row for each piece."""


@dataclass(frozen=True)
class TunedModel:
    """One tuned model, and what each thing looks for in what it reads (see ``Learnt``)."""

    model: Reads
    looks: Numbers
    weighs: Numbers
    start: Numbers

    def scores(self, ids: Sequence[int], kinds: Sequence[int], parts: Sequence[Place]) -> Numbers:
        """How much speaks for each thing in each part.

        Args:
            ids: the word pieces.
            kinds: 0 or 1 for each of them, as in learning.
            parts: where each part begins and ends, in pieces; none is empty.

        Returns:
            Logits, by parts and things.
        """
        read = self.model.read(ids, kinds)
        told = [self._told(read[start:end]).sum(axis=1) for start, end in parts]
        return np.asarray(np.stack(told) + self.start, np.float32)

    def looked(
        self, ids: Sequence[int], kinds: Sequence[int], whole: Place, parts: Sequence[Place]
    ) -> tuple[Numbers, Numbers]:
        """How much speaks for each thing in all of a text, and how much of that each part of it gives.

        Args:
            ids: the word pieces.
            kinds: 0 or 1 for each of them, as in learning.
            whole: where the text begins and ends, in pieces.
            parts: where the parts do; they lie in the text.

        Returns:
            Logits by things; and by parts and things.
        """
        start, end = whole
        told = self._told(self.model.read(ids, kinds)[start:end])
        shares = [told[:, first - start : last - start].sum(axis=1) for first, last in parts]
        by_parts = np.stack(shares) if shares else np.zeros((0, len(self.start)), np.float32)
        return np.asarray(told.sum(axis=1) + self.start, np.float32), by_parts

    def _told(self, read: Numbers) -> Numbers:
        """What each piece tells of each thing; by things and pieces."""
        attention = self.looks @ read.T
        attention = np.exp(attention - attention.max(axis=1, keepdims=True))
        attention /= attention.sum(axis=1, keepdims=True)
        return np.asarray(attention * (self.weighs @ read.T) * SHARPNESS, np.float32)


def pieces_of(parts: Sequence[Place], pieces: Sequence[Place]) -> dict[int, Place]:
    """Which word pieces belong to each part of a text that has any.

    Args:
        parts: where parts of the text begin and end.
        pieces: where its pieces do, in order.
    """
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    found = {}
    for number, (start, end) in enumerate(parts):
        first, last = np.searchsorted(ends, start, side="right"), np.searchsorted(starts, end)
        if first < last:
            found[number] = (int(first), int(last))
    return found


def load_models(folder: Path, stored: str, things: int) -> tuple[TunedModel, ...]:
    """The models tuned to some things, loaded once, whoever asks first.

    None where what was learnt is missing, damaged, or of others.

    Args:
        folder: where it is kept.
        stored: the end of its file's name, after the hash of what it was learnt from.
        things: how many things it looks for.
    """
    with _LOADING:
        return _load(folder, stored, things)


@lru_cache(maxsize=8)
def _load(folder: Path, stored: str, things: int) -> tuple[TunedModel, ...]:
    for path in sorted(folder.glob(f"*-{stored}")):
        try:
            return tuple(_models(path, things))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, StorageError):
            continue
    return ()


def _models(path: Path, things: int) -> Iterator[TunedModel]:
    for one in read_learnt(path, things):
        yield TunedModel(_reader(one.changes), one.looks, one.weighs, one.start)


def _reader(changes: Mapping[str, Change]) -> Reads:
    """Importing what runs the model takes long, so it is done here and not at the top."""
    module = importlib.import_module("coach.guidance.piece_reader")
    reader: Reads = module.PieceReader(changes)
    return reader
