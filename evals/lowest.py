"""Finds where a smooth convex cost is lowest: what the learnt layers are fitted with."""

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
