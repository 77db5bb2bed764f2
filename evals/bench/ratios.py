"""Pairs of timings taken in turn, and the median of their ratios.

Machines are noisy and drift; a ratio of two runs taken one after the other holds better than
either time alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Run = Callable[[], float]
"""Does the thing once and returns the seconds it took."""


@dataclass(frozen=True)
class Ratio:
    """Median ratio of ours to theirs over paired runs, with the spread and both medians (seconds)."""

    name: str
    limit: float
    middle: float
    low: float
    high: float
    ours: float
    theirs: float

    def row(self) -> str:
        """One line of the table."""
        verdict = "within" if self.middle <= self.limit else "ABOVE"
        return (
            f"{self.name:<58} {self.middle:5.2f}  ({self.low:.2f}–{self.high:.2f})  "
            f"limit {self.limit:.2f}: {verdict}   [{self.ours:.3f} s / {self.theirs:.3f} s]"
        )


def paired(name: str, limit: float, ours: Run, theirs: Run, rounds: int) -> Ratio:
    """Run both in turn, once uncounted and then ``rounds`` times, and compare pair by pair."""
    ours()
    theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratios = sorted(mine / other for mine, other in pairs)
    return Ratio(
        name=name,
        limit=limit,
        middle=median(ratios),
        low=ratios[0],
        high=ratios[-1],
        ours=median(mine for mine, _ in pairs),
        theirs=median(other for _, other in pairs),
    )


def timed(work: Callable[[], object]) -> Run:
    """A run that times ``work``."""

    def run() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return run
