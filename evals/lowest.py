"""Finds where a smooth convex cost is lowest, and so fits the learnt layers."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

STEPS = 40
_MEMORY = 8


def lowest(cost: Callable[[Numbers], tuple[float, Numbers]], at: Numbers) -> Numbers:
    """Where a convex cost is lowest, by L-BFGS (Liu & Nocedal 1989, doi:10.1007/BF01589116)."""
    value, slope = cost(at)
    steps: list[tuple[Numbers, Numbers]] = []
    for _ in range(STEPS):
        way = _way(slope, steps)
        size, fall = 1.0, float((slope * way).sum())
        while True:
            there = at - np.float32(size) * way
            new, new_slope = cost(there)
            if new <= value - 1e-4 * size * fall or size < 1e-4:
                break
            size /= 2
        step, bend = there - at, new_slope - slope
        if float((step * bend).sum()) > 1e-8:
            steps = [*steps, (step, bend)][-_MEMORY:]
        done = abs(value - new) < 1e-5 * abs(value)
        at, value, slope = there, new, new_slope
        if done:
            break
    return at


def _way(slope: Numbers, steps: list[tuple[Numbers, Numbers]]) -> Numbers:
    """The direction to go against: the slope, bent by the last steps."""
    way = slope.copy()
    shares = []
    for step, bend in reversed(steps):
        share = (step * way).sum() / (step * bend).sum()
        shares.append(share)
        way -= share * bend
    if steps:
        step, bend = steps[-1]
        way *= (step * bend).sum() / np.square(bend).sum()
    else:
        way /= max(1e-9, float(np.sqrt(np.square(slope).sum())))
    for (step, bend), share in zip(steps, reversed(shares), strict=True):
        way += step * (share - (bend * way).sum() / (step * bend).sum())
    return way


def logistic(told: Numbers, marks: Numbers, *, ridge: float, start: float) -> Numbers:
    """Fit logistic regressions with a ridge penalty, one for each column of marks, all at once.

    Args:
        told: one row for each example, one column for each thing to go by.
        marks: 1 where a column holds for an example.
        ridge: the weight of the penalty; what holds of nothing in particular is not penalised.
        start: the logits of an example of which nothing is known, to begin with.

    Returns:
        The weights, a row for each column of ``told``, and last what holds of nothing in particular.
    """

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        scores = told @ weights[:-1] + weights[-1]
        loss = (np.logaddexp(0, scores) - marks * scores).sum(dtype=np.float64)
        wrong = 1 / (1 + np.exp(-scores)) - marks
        slope = np.concatenate([told.T @ wrong + ridge * weights[:-1], wrong.sum(0)[None]])
        return float(loss + 0.5 * ridge * np.square(weights[:-1]).sum(dtype=np.float64)), slope

    first = np.zeros((told.shape[1] + 1, marks.shape[1]), np.float32)
    first[-1] = start
    return lowest(cost, first)
