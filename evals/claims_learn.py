"""Learns which clauses claim what a brief does not give, and measures it out of message.

    python -m evals.claims_learn [--write]

It learns from the development messages with planted inventions, from good messages with a brief, from messages
that say the brief's facts as freely as people do (``invention-true-dev``), and from what the built-in writer
makes of the development briefs; in the last three nothing is invented. A message is judged
by a model that did not learn from it. The rules were tuned on ``invention-dev`` and ``invention-more-dev`` and
never on ``invention-later-dev`` and ``invention-harder-dev``, so only these say how rules and layer do on what is new.
What the tuned model (``evals.claims_tune``) says of the messages it did not learn from is read from beside them;
the levels of both together are set on these. ``--write`` keeps what is learnt in ``knowledge/search/learnt``, under a name with the hash of what it was learnt from.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.review import claim_signals
from coach.review.claim_learnt import (
    FOLDER,
    HARD,
    NONE,
    SHAPED,
    STORED,
    LearntClaims,
    Levels,
    joined,
    keep,
)
from coach.review.phrases import default_knowledge
from evals.claims_rows import DRAFTS, GOOD, TUNED, load_messages, tuned_scores
from evals.hashed import hash_of
from evals.invention_eval import DEVELOPMENT, HARDER, LATER, TRUE
from evals.lowest import logistic

FOLDS = 5
RARE = 3
"""Clauses a signal has to stand in to be learnt from."""
RIDGE = 1.0
SCALE = 0.5
SURE = 0.75
"""Of the clauses that the layer marks beyond the rules, the share that has to be planted."""
SURE_TOGETHER = 0.8
"""The same where the tuned model reads as well."""
CALM = 0.003
"""Share of the clauses of good texts that may be marked."""
CALM_TOGETHER = 0.0125
"""The same where the tuned model reads as well, of far fewer clauses."""
WORTH = 5
"""A rule's claims are taken back where so many times more of them are false than planted."""
_NOTHING_NEW = (GOOD, DRAFTS, TRUE.stem)
"""Sets in which nothing is invented."""
_NEW_TO_RULES = (LATER.stem, HARDER.stem)
"""Sets on which no rule was tuned."""


@dataclass(frozen=True)
class Row:
    """One clause.

    Attributes:
        message, of: the message it stands in, and its set.
        names: what is there to go by.
        planted: which of the planted inventions stand in it.
        ruled: the kind of claim the rules see in it, or nothing.
        read: what the tuned model says of it, if it did not learn from its message.
    """

    message: str
    of: str
    names: frozenset[str]
    planted: frozenset[int]
    ruled: str = ""
    read: float | None = None


def load_rows() -> list[Row]:
    """Every clause that is learnt from, and those of the harder messages, which are only measured on."""
    read = tuned_scores()
    return [
        Row(one.id, one.of, names, planted, ruled, read.get((one.of, one.id, number)))
        for one in load_messages()
        for number, (names, planted, ruled) in enumerate(
            zip(one.signals, one.planted, one.ruled, strict=True)
        )
    ]


def learn(rows: Sequence[Row], alone: Levels = NONE, together: Levels = NONE) -> LearntClaims:
    """Fit a logistic regression with a ridge penalty to what is planted; the harder messages add nothing to it."""
    rows = [row for row in rows if row.of != HARDER.stem]
    counted = Counter(name for row in rows for name in row.names)
    names = sorted(name for name, count in counted.items() if count >= RARE)
    places = {name: number for number, name in enumerate(names)}
    told = np.zeros((len(rows), len(names)), np.float32)
    for at, row in enumerate(rows):
        told[at, [places[name] for name in row.names if name in places]] = SCALE
    marks = np.array([[bool(row.planted)] for row in rows], np.float32)
    weights = logistic(told, marks, ridge=RIDGE, start=-1.0)
    learnt = {name: float(weights[at, 0]) * SCALE for name, at in places.items()}
    return LearntClaims(learnt, float(weights[-1, 0]), alone, together)


def out_of_message(
    rows: Sequence[Row], learner: Callable[[Sequence[Row]], LearntClaims] = learn
) -> list[float]:
    """The score of each clause by a model that did not learn from its message."""
    folds = [int(hashlib.sha256(row.message.encode()).hexdigest(), 16) % FOLDS for row in rows]
    scores = [0.0] * len(rows)
    for fold in range(FOLDS):
        model = learner([row for row, its in zip(rows, folds, strict=True) if its != fold])
        for at, row in enumerate(rows):
            if folds[at] == fold:
                scores[at] = model.score(row.names)
    return scores


def levels_of(rows: Sequence[Row], scores: Sequence[float]) -> Levels:
    """From which score of the layer a clause is marked, and below which a rule's mark is taken back.

    Both are set on clauses that the rules were not tuned on. The first is the lowest at which still
    ``SURE`` of the clauses marked beyond the rules are planted, and at which good texts stay calm.
    """
    pairs = list(zip(rows, scores, strict=True))
    fresh = [(row, score) for row, score in pairs if row.of == LATER.stem]
    soft = [(bool(r.planted), s) for r, s in fresh if r.ruled in SHAPED]
    return Levels(_marked_from(pairs, fresh, SURE, CALM), _doubt(soft))


def levels_together(rows: Sequence[Row], scores: Sequence[float]) -> Levels:
    """The same for the scores of layer and tuned model together, on the messages that neither learnt from."""
    pairs = [
        (row, joined(score, row.read))
        for row, score in zip(rows, scores, strict=True)
        if row.read is not None
    ]
    fresh = [(row, score) for row, score in pairs if row.of in _NEW_TO_RULES]
    soft = [(bool(r.planted), s) for r, s in fresh if r.ruled and r.ruled not in HARD]
    return Levels(_marked_from(pairs, fresh, SURE_TOGETHER, CALM_TOGETHER), _doubt(soft))


def _marked_from(
    pairs: Sequence[tuple[Row, float]],
    fresh: Sequence[tuple[Row, float]],
    sure: float,
    calm: float,
) -> float:
    level = _lowest_sure([(bool(r.planted), s) for r, s in fresh if not r.ruled], sure)
    good = sorted((s for r, s in pairs if r.of in _NOTHING_NEW and not r.ruled), reverse=True)
    return max(level, good[int(calm * len(good))] + 1e-3) if good else level


def _lowest_sure(marked: Sequence[tuple[bool, float]], sure: float) -> float:
    level, hits = float("inf"), 0
    for count, (planted, score) in enumerate(sorted(marked, key=lambda one: -one[1]), 1):
        hits += planted
        if hits >= sure * count:
            level = score
    return level


def _doubt(marked: Sequence[tuple[bool, float]]) -> float:
    doubt, hits = float("-inf"), 0
    for count, (planted, score) in enumerate(sorted(marked, key=lambda one: one[1]), 1):
        hits += planted
        if count - hits >= WORTH * hits:
            doubt = score + 1e-3
    return doubt


def report(rows: Sequence[Row], scores: Sequence[float], learnt: LearntClaims) -> Iterator[str]:
    """How the rules do alone and with the layer, on each set, each message judged out of it."""
    levels = learnt.alone
    yield f"marked from {levels.marked:.2f}, taken back below {levels.doubted:.2f}"
    yield from _table(
        rows,
        [bool(row.ruled) for row in rows],
        [_marked(r, s, levels, r.ruled in SHAPED) for r, s in zip(rows, scores, strict=True)],
        ("rules", "with the layer"),
    )
    pairs = [(row, score) for row, score in zip(rows, scores, strict=True) if row.read is not None]
    if not pairs:
        return
    both = learnt.together
    yield f"read by the tuned model too: marked from {both.marked:.2f}, taken back below {both.doubted:.2f}"
    yield from _table(
        [row for row, _ in pairs],
        [_marked(row, score, levels, row.ruled in SHAPED) for row, score in pairs],
        [
            _marked(row, joined(score, row.read or 0.0), both, row.ruled not in HARD)
            for row, score in pairs
        ],
        ("layer", "and tuned model"),
    )


def _table(
    rows: Sequence[Row],
    before: Sequence[bool],
    after: Sequence[bool],
    names: tuple[str, str],
) -> Iterator[str]:
    yield (
        f"{'':<22}{'clauses':>8}{f'{names[0]}: P':>10}{'R':>7}{f'{names[1]}: P':>19}{'R':>7}"
        f"{'marked in good':>16}"
    )
    for of in dict.fromkeys(row.of for row in rows):
        kept = [at for at, row in enumerate(rows) if row.of == of]
        some = [rows[at] for at in kept]
        line = f"{of:<22}{len(some):>8}"
        for marks, width in ((before, 10), (after, 19)):
            precision, recall = _measured(some, [marks[at] for at in kept])
            line += f"{precision:>{width}.3f}{recall:>7.3f}"
        yield f"{line}{sum(after[at] for at in kept):>16}"


def _marked(row: Row, score: float, levels: Levels, soft: bool) -> bool:
    if row.ruled:
        return not soft or levels.stands(row.ruled, score)
    return score >= levels.marked


def _measured(rows: Sequence[Row], marks: Sequence[bool]) -> tuple[float, float]:
    """Precision by clause, and the share of planted inventions of which a clause is marked."""
    hits = sum(mark and bool(row.planted) for row, mark in zip(rows, marks, strict=True))
    found: dict[tuple[str, int], bool] = {}
    for row, mark in zip(rows, marks, strict=True):
        for plant in row.planted:
            found[row.message, plant] = found.get((row.message, plant), False) or mark
    return hits / max(1, sum(marks)), sum(found.values()) / max(1, len(found))


def digest() -> str:
    """The hash of what is learnt from: the messages, what the tuned model says of them, what names the signals."""
    return hash_of((*DEVELOPMENT, TRUE, TUNED, Path(str(claim_signals.__file__))))


def write(learnt: LearntClaims, knowledge: Path) -> Path:
    """Keep what was learnt; older files go.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = knowledge / FOLDER
    for old in folder.glob(f"*-{STORED}"):
        old.unlink()
    path = folder / f"{digest()}-{STORED}"
    keep(path, list(learnt.weights), learnt)
    return path


def main(arguments: Sequence[str] = ()) -> None:
    """Print the measures, and write what was learnt if asked."""
    rows = load_rows()
    scores = out_of_message(rows)
    learnt = learn(rows, levels_of(rows, scores), levels_together(rows, scores))
    for line in report(rows, scores, learnt):
        print(line)
    if "--write" in arguments:
        print(write(learnt, default_knowledge()).name)


if __name__ == "__main__":
    main(sys.argv[1:])
