"""The labelled development turns as the learnt layers of moves see them, and the folds they are measured in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coach.domain.rehearsal import Move
from coach.rehearsal import signals
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.learnt_moves import embedded, meaning_of
from coach.rehearsal.moves import by_rules
from coach.rehearsal.speech import speech
from coach.rehearsal.turn import Turn
from evals.hashed import hash_of
from evals.rehearsal_talks import DATASETS, Labelled, labelled, single_turns

Numbers = NDArray[np.float32]

FOLDS = 4
LEFT_OUT = 0
"""The fold that the tuned model does not learn from, to be measured on."""


@dataclass(frozen=True)
class Rows:
    """Turns as the model sees them; one row each.

    Attributes:
        names: the signals of each turn.
        vectors: what was said and heard, embedded and weighed.
        marks: 1 for a move that is made, one column per move.
        rules: the same as the rules have it.
        groups: whose turn it is, or of which talk.
        fresh: whether the rules were written without it.
    """

    names: tuple[frozenset[str], ...]
    vectors: Numbers
    marks: Numbers
    rules: Numbers
    groups: tuple[str, ...]
    fresh: NDArray[np.bool_]


def load_rows() -> Rows:
    """Every labelled development turn that the layer learns from."""
    single = single_turns()
    return rows_of([*single, *labelled("dev")], fresh=len(single))


def rows_of(turns: Sequence[Labelled], fresh: int) -> Rows:
    """Some labelled turns, of which the first ``fresh`` are new to the rules."""
    known = load_cues(default_knowledge())
    names, rules = [], []
    for one in turns:
        said, heard = one.exchange.said, one.exchange.heard
        turn = Turn(speech(said), speech(heard), one.before[-1:], known)
        found = by_rules(turn)
        names.append(signals.signals(turn, found).all)
        rules.append(frozenset(each.move for each in found))
    vectors = [meaning_of(one.exchange.said, one.exchange.heard, embedded) for one in turns]
    return Rows(
        tuple(names),
        np.stack(vectors),
        _marks([one.moves for one in turns]),
        _marks(rules),
        tuple(one.group for one in turns),
        np.arange(len(turns)) < fresh,
    )


def _marks(moves: Sequence[frozenset[Move]]) -> Numbers:
    return np.array([[move in one for move in Move] for one in moves], np.float32)


def folds_of(groups: Sequence[str]) -> NDArray[np.int64]:
    """The fold of each turn; a group is in one."""
    order = sorted(set(groups), key=lambda group: hashlib.sha256(group.encode()).hexdigest())
    fold = {group: number % FOLDS for number, group in enumerate(order)}
    return np.array([fold[group] for group in groups])


def some_of(rows: Rows, taken: NDArray[np.bool_]) -> Rows:
    """A part of the turns."""
    kept = np.flatnonzero(taken)
    return Rows(
        tuple(rows.names[row] for row in kept),
        rows.vectors[kept],
        rows.marks[kept],
        rows.rules[kept],
        tuple(rows.groups[row] for row in kept),
        rows.fresh[kept],
    )


def digest_of_turns() -> str:
    """The hash of the labelled turns, from which the tuned model learns."""
    return hash_of(DATASETS / name for name in ("rehearsal-turns-dev.jsonl", "rehearsal-dev.jsonl"))
