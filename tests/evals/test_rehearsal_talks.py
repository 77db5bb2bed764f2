"""The labelled and the matched talks keep the form and the numbers that their measures rest on."""

import json
from collections import Counter
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from coach.domain.rehearsal import Move

DATASETS = Path(__file__).parents[2] / "evals" / "datasets"
SPLITS = ("dev", "test")


class Turn(BaseModel):
    """What was said just before, what the mentee said, and the moves a reader found in it."""

    model_config = ConfigDict(extra="forbid")
    counterpart: str
    mentee: str
    moves: tuple[Move, ...] = ()


class Talk(BaseModel):
    """A whole labelled talk."""

    model_config = ConfigDict(extra="forbid")
    id: str
    scenario: str
    turns: tuple[Turn, ...]


class Triple(BaseModel):
    """One talk in which the same lines are answered three ways."""

    model_config = ConfigDict(extra="forbid")
    id: str
    scenario: str
    weak: tuple[Turn, ...]
    medium: tuple[Turn, ...]
    strong: tuple[Turn, ...]


def lines(name: str) -> list[str]:
    return (DATASETS / f"rehearsal-{name}.jsonl").read_text(encoding="utf-8").splitlines()


def talks(split: str) -> list[Talk]:
    return [Talk.model_validate_json(line) for line in lines(split)]


@pytest.mark.parametrize("split", SPLITS)
def test_every_move_is_labelled_at_least_fifteen_times(split: str):
    found = Counter(move for talk in talks(split) for turn in talk.turns for move in turn.moves)
    assert {move: found[move] for move in Move if found[move] < 15} == {}


@pytest.mark.parametrize("split", SPLITS)
def test_every_talk_has_eight_turns_and_only_the_first_may_come_unprompted(split: str):
    for talk in talks(split):
        assert len(talk.turns) >= 8, talk.id
        assert all(turn.counterpart for turn in talk.turns[1:]), talk.id
        assert all(len(set(turn.moves)) == len(turn.moves) for turn in talk.turns), talk.id


def test_both_splits_hold_all_sixteen_situations_and_share_no_turn():
    dev, test = (talks(split) for split in SPLITS)
    assert len({talk.scenario for talk in dev}) == 16
    assert {talk.scenario for talk in dev} == {talk.scenario for talk in test}
    said = [{turn.mentee for talk in split for turn in talk.turns} for split in (dev, test)]
    assert not said[0] & said[1]


def test_a_triple_answers_the_same_lines_three_ways():
    triples = [Triple.model_validate_json(line) for line in lines("triples")]
    assert len(triples) >= 40
    for triple in triples:
        asked = [[t.counterpart for t in ts] for ts in (triple.weak, triple.medium, triple.strong)]
        assert asked[0] == asked[1] == asked[2], triple.id
        assert 6 <= len(asked[0]) <= 8, triple.id


def test_ids_are_unique():
    ids = [json.loads(line)["id"] for name in (*SPLITS, "triples") for line in lines(name)]
    assert len(set(ids)) == len(ids)
