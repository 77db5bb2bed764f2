"""What tuning learnt is kept in small numbers and read again nearly as it was."""

from pathlib import Path

import numpy as np
import pytest

from coach.guidance.adapted_model import Change
from coach.guidance.tuned_file import Learnt, keep, read_learnt

CHANCE = np.random.default_rng(3)


def some(*shape: int) -> np.ndarray:
    return CHANCE.normal(size=shape).astype(np.float32)


THINGS = 5


def learnt(things: int = THINGS) -> Learnt:
    changes = {"a": Change(some(2, 6), some(5, 2)), "b": Change(some(2, 3), some(4, 2))}
    return Learnt(changes, some(things, 7), some(things, 7), some(things))


def test_what_is_kept_is_read_again_to_within_a_hundredth_of_its_largest(tmp_path: Path) -> None:
    both = [learnt(), learnt()]
    keep(tmp_path / "kept.npz", both)
    for one, again in zip(both, read_learnt(tmp_path / "kept.npz", THINGS), strict=True):
        for name, change in one.changes.items():
            for was, now in (
                (change.down, again.changes[name].down),
                (change.up, again.changes[name].up),
            ):
                assert now.shape == was.shape
                assert np.abs(now - was).max() <= np.abs(was).max() / 100
        assert np.allclose(one.looks, again.looks, atol=0.01)
        assert np.array_equal(one.start, again.start)


def test_a_file_with_nothing_in_it_or_for_other_things_is_refused(tmp_path: Path) -> None:
    for wrong in ([], [learnt(things=3)]):
        keep(tmp_path / "kept.npz", wrong)
        with pytest.raises(ValueError, match="another version"):
            read_learnt(tmp_path / "kept.npz", THINGS)
