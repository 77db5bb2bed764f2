"""What is learnt of moves fits the turns it was learnt from, and the turns keep their form."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.learnt_moves import FOLDER, STORED
from evals.rehearsal_learn import Rows, digest, learn, levels_of, lower_if_good, telling
from evals.rehearsal_talks import DATASETS, single_turns

THANKS = tuple(Move).index(Move.THANKS)


def rows(count: int = 40) -> Rows:
    """Turns in which one signal tells of thanks and another of nothing."""
    marks = np.zeros((count, len(Move)), np.float32)
    marks[::2, THANKS] = 1
    names = tuple(
        frozenset({"grateful" if number % 2 == 0 else "plain"}) for number in range(count)
    )
    groups = tuple(str(number) for number in range(count))
    nothing = np.zeros((count, 4), np.float32)
    return Rows(names, nothing, marks, marks, groups, np.ones(count, np.bool_))


def test_what_is_shipped_was_learnt_from_the_turns_and_cues_as_they_are() -> None:
    shipped = [path.name for path in (default_knowledge() / FOLDER).glob(f"*-{STORED}")]
    assert shipped == [f"{digest(default_knowledge())}-{STORED}"], "run: make learnt"


def test_a_signal_that_goes_with_a_move_speaks_for_it() -> None:
    model = learn(rows(), np.ones(40, np.bool_))
    grateful = model.scores(frozenset({"grateful"}), np.zeros(4, np.float32))
    plain = model.scores(frozenset({"plain"}), np.zeros(4, np.float32))
    assert grateful[THANKS] > 0 > plain[THANKS]


def test_a_level_parts_what_is_made_from_what_is_not() -> None:
    turns = rows()
    scores = np.where(turns.marks > 0, 2.0, -2.0).astype(np.float32)
    assert levels_of(turns, scores)[THANKS] == 2.0


@pytest.mark.parametrize(
    ("move", "level"),
    [(Move.THANKS, -1.0), (Move.CONNECTION, -1.0), (Move.FLATTERY, 0.0), (Move.OPEN_QUESTION, 0.0)],
)
def test_talk_as_it_comes_lowers_the_level_of_a_good_move_and_of_no_other(
    move: Move, level: float
) -> None:
    even = np.zeros(len(Move), np.float32)
    column = tuple(Move).index(move)
    assert lower_if_good(even, even - 1)[column] == level
    assert lower_if_good(even, even + 1)[column] == 0.0


def test_every_move_is_labelled_at_least_seventy_times() -> None:
    counted = Counter(move for turn in single_turns() for move in turn.moves)
    assert min(counted[move] for move in Move) >= 70


def test_no_single_turn_stands_in_the_labelled_talks() -> None:
    talks = [
        json.loads(line)
        for name in ("dev", "test")
        for line in (DATASETS / f"rehearsal-{name}.jsonl").read_text("utf-8").splitlines()
    ]
    said = {turn["mentee"] for talk in talks for turn in talk["turns"]}
    long = {turn.exchange.said for turn in single_turns() if len(turn.exchange.said) > 25}
    assert not said & long


def test_ids_of_single_turns_are_unique() -> None:
    lines = (Path(DATASETS) / "rehearsal-turns-dev.jsonl").read_text("utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert len(set(ids)) == len(ids)


def test_signals_that_hardly_tell_of_any_move_are_not_kept() -> None:
    learnt = learn(rows(), np.ones(40, np.bool_))
    faint = np.vstack([learnt.signals, np.full((1, len(Move)), 0.01, np.float32)])
    places = {**learnt.places, "faint": len(learnt.places)}
    kept = telling(replace(learnt, places=places, signals=faint))
    assert "faint" not in kept.places
    assert "grateful" in kept.places
