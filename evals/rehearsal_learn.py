"""Learns which moves a turn makes from the labelled development turns, and measures it out of group.

    python -m evals.rehearsal_learn [--write]

A turn is judged by a model that learnt neither from its talk nor from its speaker. The rules were written
on ``rehearsal-dev.jsonl`` and knew nothing of ``rehearsal-turns-dev.jsonl``, so only the latter says how
they do on what is new. What the tuned model (``evals.moves_tune``) says of one fold that it did not learn from is read
from beside the turns. Of ``rehearsal-talks-dev.jsonl`` nothing learns: whole talks as they come, by four authors. The
single turns are full of such as only look like a move, so that a level set on them may be too high for talk as it
comes: a good move's level is the lower of what fold and talks say; that of a fault or of a question's form is the fold's.
``--write`` keeps what is learnt in ``knowledge/search/learnt``, under a name that carries the hash of what it was
learnt from. Held-out turns are not read.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal import signals
from coach.rehearsal.cues import MOVES_FILE, default_knowledge
from coach.rehearsal.learnt_moves import (
    FOLDER,
    STORED,
    WEIGHT_OF_SIGNALS,
    LearntMoves,
    joined,
    keep,
)
from coach.rehearsal.moves import BY_RULE, NEARLY, STANDS
from coach.rehearsal.tuned_moves import load_tuned
from evals.hashed import hash_of
from evals.lowest import logistic
from evals.rehearsal_rows import (
    FOLDS,
    LEFT_OUT,
    Numbers,
    Rows,
    digest_of_turns,
    folds_of,
    load_rows,
    rows_of,
    some_of,
)
from evals.rehearsal_talks import DATASETS, Labelled, labelled

TUNED = DATASETS / "rehearsal-turns-tuned.npz"
TALKS = DATASETS / "rehearsal-talks-dev.jsonl"
RARE = 4
"""Turns a signal has to stand in to be learnt from."""
FAINT = 0.065
"""A signal that shifts no move by so many logits is not kept."""
RIDGE = 0.7
FALSE_FAULTS = 0.02
"""Share of turns without a fault in which each fault may be heard: often the same turns."""
HEARD = 0.7
"""Share of the turns that make a move which has to be heard at least, out of group, unless it is a fault."""
QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.SPECIFIC_QUESTION})
LITTLE = 0.005
"""F1 that may be lost where a good move is heard more often for it: near its best F1 hardly changes for a long way."""


def learn(rows: Rows, taken: NDArray[np.bool_]) -> LearntMoves:
    """Fit logistic regressions with a ridge penalty, all moves at once, to the rows taken; no level is set."""
    kept = np.flatnonzero(taken)
    counted = Counter(name for row in kept for name in rows.names[row])
    names = sorted(name for name, count in counted.items() if count >= RARE)
    places = {name: number for number, name in enumerate(names)}
    width = len(names)
    told = np.zeros((len(kept), width + rows.vectors.shape[1]), np.float32)
    for at, row in enumerate(kept):
        told[at, [places[name] for name in rows.names[row] if name in places]] = WEIGHT_OF_SIGNALS
    told[:, width:] = rows.vectors[kept]
    marks = rows.marks[kept]
    weights = logistic(told, marks, ridge=RIDGE, start=-2.5)
    return LearntMoves(
        places,
        weights[:width] * np.float32(WEIGHT_OF_SIGNALS),
        weights[width:-1],
        weights[-1],
        np.zeros(len(Move), np.float32),
        np.zeros(len(Move), np.float32),
    )


def tuned_scores(turns: str) -> Numbers:
    """What the tuned model says of the turns of the fold left out.

    Args:
        turns: the hash of the turns it has to be of (see ``digest_of_turns``).

    Raises:
        SystemExit: it learnt from others.
    """
    with np.load(TUNED, allow_pickle=False) as kept:
        if str(kept["turns"]) != turns:
            raise SystemExit(f"{TUNED.name} is of other turns: run python -m evals.moves_tune")
        return np.asarray(kept["scores"], np.float32)


def scores_of_talks(
    layer: LearntMoves, talks: Sequence[Labelled], rows: Rows, knowledge: Path
) -> Numbers:
    """The joined scores of talks that nothing learns from, by the layer and the tuned model as it is shipped.

    Raises:
        SystemExit: the tuned model is not there.
    """
    reader = load_tuned(knowledge)
    if reader is None:
        raise SystemExit("there is no tuned model: run python -m evals.moves_tune --write")
    own = [layer.scores(*seen) for seen in zip(rows.names, rows.vectors, strict=True)]
    tuned = [
        reader.scores(
            one.exchange.said, one.exchange.heard, one.before[-1].heard if one.before else ""
        )
        for one in talks
    ]
    return joined(np.stack(own), np.stack(tuned))


def out_of_group(rows: Rows) -> Numbers:
    """The scores of each turn by a model that did not learn from its group."""
    folds = folds_of(rows.groups)
    scores = np.zeros_like(rows.marks)
    for number in range(FOLDS):
        model = learn(rows, folds != number)
        for row in np.flatnonzero(folds == number):
            scores[row] = model.scores(rows.names[row], rows.vectors[row])
    return scores


def levels_of(rows: Rows, scores: Numbers) -> Numbers:
    """The level at which a move is heard as often as it is made, out of group.

    There precision and recall are the same; the best F1 lies near, and at a place of chance where a
    move is rare. A good move's level is lower where fewer than ``HEARD`` of them would be heard, or where that costs
    ``LITTLE``: what somebody did well and nobody noticed is worse than a faint move noticed. A fault's level is
    no lower than keeps false ones rare.
    """
    levels = np.zeros(len(Move), np.float32)
    sound = rows.marks[:, [move in TO_WORK_ON for move in Move]].sum(1) == 0
    for column, move in enumerate(Move):
        made = int(rows.marks[:, column].sum())
        ordered = np.sort(scores[:, column])[::-1]
        level = float(ordered[max(0, made - 1)])
        if move in TO_WORK_ON - BY_RULE:
            false = np.sort(scores[sound, column])[::-1]
            level = max(level, float(false[int(FALSE_FAULTS * len(false))]) + 1e-3)
        elif move not in TO_WORK_ON and made:
            heard = float(np.quantile(scores[rows.marks[:, column] > 0, column], 1 - HEARD))
            level = min(level, heard, _lowest_worth(scores[:, column], rows.marks[:, column]))
        levels[column] = level
    return levels


def lower_if_good(one: Numbers, other: Numbers) -> Numbers:
    """The levels of one, or lower ones of the other for good moves.

    Of a fault the other may hold few; and the forms of questions are counted against each other, so that one heard too often
    is no kindness.
    """
    good = [move not in TO_WORK_ON | QUESTIONS for move in Move]
    return np.where(good, np.minimum(one, other), one)


def _lowest_worth(scores: NDArray[np.float32], marks: NDArray[np.float32]) -> float:
    """The lowest level whose F1 is within ``LITTLE`` of the best."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(marks[order])
    f1 = 2 * found / (np.arange(len(order)) + 1 + marks.sum())
    return float(scores[order[np.flatnonzero(f1 >= f1.max() - LITTLE)[-1]]])


def report(rows: Rows, scores: Numbers, levels: Numbers) -> Iterator[str]:
    """How the rules alone and what is learnt do on turns that are new to each."""
    heard = _heard(rows, scores, levels)
    count = int(rows.fresh.sum())
    yield f"{count} turns in {len(set(rows.groups[:count]))} groups"
    yield f"{'':<20}{'turns':>6}{'rules: P':>10}{'R':>6}{'F1':>6}{'learnt: P':>11}{'R':>6}{'F1':>6}"
    sums = [0.0, 0.0]
    for column, move in enumerate(Move):
        line = f"{move.value:<20}{int(rows.marks[rows.fresh, column].sum()):>6}"
        for side, (one, width) in enumerate(((rows.rules, 10), (heard, 11))):
            measured = _measured(one[rows.fresh, column], rows.marks[rows.fresh, column])
            sums[side] += measured[2] / len(Move)
            line += f"{measured[0]:>{width}.2f}{measured[1]:>6.2f}{measured[2]:>6.2f}"
        yield line
    yield f"{'macro-F1':<20}{sums[0]:>28.3f}{sums[1]:>23.3f}"
    faults = [move in TO_WORK_ON for move in Move]
    sound = rows.marks[:, faults].sum(1) == 0
    wrong = heard[:, faults].sum(1) > 0
    yield f"a false fault in {wrong[sound & rows.fresh].mean():.1%} of the turns that have none"
    if not rows.fresh.all():
        yield f"the talks of rehearsal-dev.jsonl, out of talk: macro-F1 {_macro(rows, heard):.3f}"


def _heard(rows: Rows, scores: Numbers, levels: Numbers) -> Numbers:
    """What is heard in each turn, with the rules' part as ``moves_in`` has it."""
    heard = (scores >= levels - NEARLY * rows.rules).astype(np.float32)
    by_rule = [move in BY_RULE for move in Move]
    stands = [move in STANDS for move in Move]
    heard[:, by_rule] = rows.rules[:, by_rule]
    heard[:, stands] = np.maximum(heard[:, stands], rows.rules[:, stands])
    return heard


def _macro(rows: Rows, heard: Numbers) -> float:
    told = ~rows.fresh
    pairs = zip(heard[told].T, rows.marks[told].T, strict=True)
    return sum(_measured(one, marks)[2] for one, marks in pairs) / len(Move)


def _measured(heard: Numbers, marks: Numbers) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    both = float((heard * marks).sum())
    precision, recall = both / max(1.0, heard.sum()), both / max(1.0, marks.sum())
    return precision, recall, 2 * both / max(1.0, heard.sum() + marks.sum())


def digest(knowledge: Path) -> str:
    """The hash of what is learnt from: the turns, what the tuned model says of them, the cues and signals."""
    sources = [
        DATASETS / "rehearsal-turns-dev.jsonl",
        DATASETS / "rehearsal-dev.jsonl",
        TUNED,
        TALKS,
        knowledge / MOVES_FILE,
        Path(str(signals.__file__)),
    ]
    return hash_of(sources)


def write(learnt: LearntMoves, knowledge: Path) -> Path:
    """Keep what was learnt; older files go.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = knowledge / FOLDER
    for old in folder.glob(f"*-{STORED}"):
        old.unlink()
    path = folder / f"{digest(knowledge)}-{STORED}"
    keep(path, list(learnt.places), learnt)
    return path


def telling(learnt: LearntMoves) -> LearntMoves:
    """The same without the signals that hardly tell of any move, which are most of the file."""
    strong = np.abs(learnt.signals).max(1) >= FAINT
    names = [name for name, row in learnt.places.items() if strong[row]]
    places = {name: number for number, name in enumerate(names)}
    return replace(learnt, places=places, signals=learnt.signals[strong])


def main(arguments: Sequence[str] = ()) -> None:
    """Print the measures, and write what was learnt if asked."""
    rows = load_rows()
    scores = out_of_group(rows)
    levels = levels_of(rows, scores)
    print("each turn judged out of its group")
    for line in report(rows, scores, levels):
        print(line)
    left = folds_of(rows.groups) == LEFT_OUT
    part, of_part = some_of(rows, left), joined(scores[left], tuned_scores(digest_of_turns()))
    talks = labelled("talks-dev")
    told = rows_of(talks, fresh=len(talks))
    layer = learn(rows, np.ones(len(rows.groups), np.bool_))
    of_talks = scores_of_talks(layer, talks, told, default_knowledge())
    together = lower_if_good(levels_of(part, of_part), levels_of(told, of_talks))
    print("with the tuned model, on the fold it did not learn from; the first column as above")
    for line in report(part, of_part, together):
        print(line)
    print("the same on talks that nothing learnt from")
    for line in report(told, of_talks, together):
        print(line)
    print("the same on talks by weak and middling mentees, on which no level is set either")
    weak = labelled("weak-dev")
    new = rows_of(weak, fresh=len(weak))
    for line in report(new, scores_of_talks(layer, weak, new, default_knowledge()), together):
        print(line)
    if "--write" in arguments:
        learnt = replace(telling(layer), levels=levels, joined=together)
        print(write(learnt, default_knowledge()).name)


if __name__ == "__main__":
    main(sys.argv[1:])
