"""Judges anew which clauses claim something: a layer learnt from labelled messages, over the rules.

It marks what no rule foresees, where it is sure, and takes back what a rule marked by its shape alone, where
it is sure that nothing is claimed. Where a second reader compares the message with its brief as well, both are
joined, and more may be taken back. The weights are shipped (``python -m evals.claims_learn --write``); without
them the rules stand alone.
"""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

FOLDER = Path("search") / "learnt"
STORED = "claims.npz"
SHAPED = frozenset({"event", "achievement", "other"})
"""Kinds of claim that the rules know by their shape alone; the layer by itself takes no other back."""
HARD = frozenset({"name", "employer", "place", "title", "date", "referral"})
"""Kinds that rest on a word which stands in the brief or does not: never taken back."""
SURER = 2.0
"""How far below the level of doubt a number has to be to be taken back: one that is invented does most harm."""
LAYER = 0.7
"""How much the layer counts where a second reader has read the message too."""


@dataclass(frozen=True)
class Levels:
    """Where marking begins and ends, in logits.

    Attributes:
        marked: the score from which a clause that the rules pass is a claim.
        doubted: the score below which a clause that the rules mark is none.
    """

    marked: float
    doubted: float

    def stands(self, kind: str, score: float) -> bool:
        """Whether a claim that rules found stands, of a kind that may be taken back."""
        return score >= self.doubted - (SURER if kind == "number" else 0.0)


NONE = Levels(float("inf"), float("-inf"))
"""Nothing is marked beyond the rules, and nothing taken back."""


@dataclass(frozen=True)
class LearntClaims:
    """What was learnt.

    Attributes:
        weights: how much each name of ``claim_signals`` speaks for a claim; in logits, as is the rest.
        start: the score of a clause of which nothing is known.
        alone: the levels of the layer's scores.
        together: the levels of its scores joined with those of a second reader.
    """

    weights: Mapping[str, float]
    start: float
    alone: Levels = NONE
    together: Levels = NONE

    def score(self, names: frozenset[str]) -> float:
        """How much speaks for a claim."""
        return self.start + sum(self.weights.get(name, 0.0) for name in sorted(names))


def joined(layer: float, read: float) -> float:
    """The score of a clause by the layer and by a second reader."""
    return LAYER * layer + read


@lru_cache(maxsize=4)
def load_learnt_claims(knowledge: Path) -> LearntClaims | None:
    """What was learnt, if it is there."""
    for path in sorted((knowledge / FOLDER).glob(f"*-{STORED}")):
        try:
            with np.load(path, allow_pickle=False) as kept:
                names = bytes(kept["names"]).decode("utf-8").split("\n")
                weights = [float(one) for one in kept["weights"]]
                start, *levels = (float(one) for one in kept["levels"])
            alone, together = Levels(*levels[:2]), Levels(*levels[2:])
            return LearntClaims(dict(zip(names, weights, strict=True)), start, alone, together)
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
            continue
    return None


def keep(path: Path, names: Sequence[str], learnt: LearntClaims) -> None:
    """Write what was learnt.

    Raises:
        OSError: the file cannot be written.
    """
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        weights=np.array([learnt.weights[name] for name in names], np.float16),
        levels=np.array(
            [learnt.start, *astuple(learnt.alone), *astuple(learnt.together)], np.float32
        ),
    )
