"""The sentence model with learnt changes to some of its weights, so that it reads for another purpose.

Each change is the product of two thin matrices (low-rank adaptation: Hu et al. 2021, arXiv:2106.09685). It is
added to the weights before the model is loaded, so that a changed model runs as fast as the plain one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coach.errors import StorageError

Matrix = NDArray[np.float32]

_GRAPH, _NODE, _INITIALIZER = 7, 1, 5
_DIMS, _NAME, _RAW = 1, 8, 9
_NODE_INPUT, _NODE_OUTPUT, _NODE_KIND = 1, 2, 4
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_SMALLEST, _LARGEST = 1e-12, 127


@dataclass(frozen=True)
class Stored:
    """Where the numbers of one tensor stand in a model file, and its shape."""

    start: int
    end: int
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Node:
    """One step of a model: what kind it is, and the names of what goes in and comes out."""

    kind: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A learnt change to a matrix of the model, ``up @ down`` by outputs and inputs."""

    down: Matrix
    up: Matrix


def stored(model: bytes) -> dict[str, Stored]:
    """Where each tensor of an ONNX file stands, by its name.

    Raises:
        StorageError: the file cannot be read.
    """
    found = {}
    for number, start, end in _graph(model):
        if number != _INITIALIZER:
            continue
        shape, name, raw = [], "", (0, 0)
        for inner, at, upto in _fields(model, start, end):
            if inner == _DIMS:
                shape.append(upto)
            elif inner == _NAME:
                name = _word(model[at:upto])
            elif inner == _RAW:
                raw = (at, upto)
        found[name] = Stored(*raw, tuple(shape))
    return found


def nodes(model: bytes) -> Iterator[Node]:
    """The steps of an ONNX file, in order.

    Raises:
        StorageError: the file cannot be read.
    """
    for number, start, end in _graph(model):
        if number == _NODE:
            parts: dict[int, list[str]] = {_NODE_INPUT: [], _NODE_OUTPUT: [], _NODE_KIND: []}
            for inner, at, upto in _fields(model, start, end):
                if inner in parts:
                    parts[inner].append(_word(model[at:upto]))
            takes, gives, kind = parts[_NODE_INPUT], parts[_NODE_OUTPUT], parts[_NODE_KIND]
            yield Node("".join(kind), tuple(takes), tuple(gives))


def matrix(model: bytes, places: Mapping[str, Stored], name: str) -> Matrix:
    """A matrix of the model that is kept as whole numbers and their scales; by inputs and outputs.

    Raises:
        StorageError: there is none by this name.
    """
    whole, scales = (
        _numbers(model, places, f"{name}{part}", kind).astype(np.float32)
        for part, kind in (("_q", np.int8), ("_scale", np.float32))
    )
    return whole * scales


def adapted(model: bytes, changes: Mapping[str, Change]) -> bytes:
    """The model with each matrix of ``changes`` replaced by itself and its change.

    Raises:
        StorageError: a matrix is not in the model, or of another shape.
    """
    places = stored(model)
    written = bytearray(model)
    for name, change in changes.items():
        plain = matrix(model, places, name)
        added = (change.up @ change.down).T
        if added.shape != plain.shape:
            raise StorageError(
                f"The learnt change to {name} does not fit the model.", "Reinstall the program."
            )
        changed = plain + added
        scales = np.maximum(np.abs(changed).max(axis=0, keepdims=True), _SMALLEST) / _LARGEST
        whole = np.rint(changed / scales).astype(np.int8)
        for key, numbers in ((f"{name}_q", whole), (f"{name}_scale", scales.astype(np.float32))):
            written[places[key].start : places[key].end] = numbers.tobytes()
    return bytes(written)


def _numbers(
    model: bytes, places: Mapping[str, Stored], name: str, kind: type[np.generic]
) -> NDArray[np.generic]:
    place = places.get(name)
    if place is None:
        raise StorageError(f"The model has no {name}.", "Reinstall the program.")
    return np.frombuffer(model[place.start : place.end], kind).reshape(place.shape)


def _graph(model: bytes) -> Iterator[tuple[int, int, int]]:
    for number, start, end in _fields(model, 0, len(model)):
        if number == _GRAPH:
            yield from _fields(model, start, end)


def _fields(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The fields of a protocol-buffer message: the number of each and where it stands.

    Of a plain number the last two are its place and its value.
    """
    try:
        while at < end:
            key, at = _varint(data, at)
            number, kind = key >> 3, key & 7
            if kind == _VARINT:
                start = at
                value, at = _varint(data, at)
                yield number, start, value
                continue
            if kind == _BYTES:
                length, at = _varint(data, at)
            elif kind in (_FIXED32, _FIXED64):
                length = 4 if kind == _FIXED32 else 8
            else:
                raise ValueError(f"a field of kind {kind}")
            if at + length > end:
                raise ValueError("a field that ends too late")
            yield number, at, at + length
            at += length
    except (IndexError, ValueError) as error:
        raise StorageError("The model file cannot be read.", "Reinstall the program.") from error


def _word(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise StorageError("The model file cannot be read.", "Reinstall the program.") from error


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where the next begins."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
