"""A convex cost is followed down to where it is lowest."""

import numpy as np

from evals.lowest import lowest


def test_the_lowest_place_of_a_bowl_is_found() -> None:
    middle = np.array([[3.0, -1.0]], np.float32)

    def bowl(at):
        return float(np.square(at - middle).sum()), 2 * (at - middle)

    assert np.allclose(lowest(bowl, np.zeros((1, 2), np.float32)), middle, atol=1e-3)
