"""The learnt layer hears what the rules miss, quotes it letter for letter, and may be missing."""

import json
import shutil
from pathlib import Path

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import MOVES_FILE, default_knowledge
from coach.rehearsal.learnt_moves import FOLDER, load_learnt
from coach.rehearsal.moves import BY_RULE, degrees_in, moves_in

ROWS = [
    json.loads(line)
    for line in Path("evals/datasets/rehearsal-turns-dev.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A knowledge folder with the cues alone."""
    (tmp_path / MOVES_FILE).parent.mkdir()
    shutil.copy(default_knowledge() / MOVES_FILE, tmp_path / MOVES_FILE)
    return tmp_path


def test_what_was_learnt_is_shipped() -> None:
    assert load_learnt(default_knowledge()) is not None


def test_every_span_is_a_piece_of_the_turn() -> None:
    for row in ROWS[::9]:
        for one in moves_in(row["mentee"], row["counterpart"]):
            piece = row["mentee"][one.start : one.end]
            assert piece
            assert piece == piece.strip()


def test_a_move_the_rules_miss_is_quoted_by_its_sentence(knowledge: Path) -> None:
    said = "It's been a long week. When they go round the table in April, say my name."
    heard = "What can I do, concretely?"
    assert Move.ADVOCACY_ASK not in {one.move for one in moves_in(said, heard, (), knowledge)}
    found = {one.move: said[one.start : one.end] for one in moves_in(said, heard)}
    assert found[Move.ADVOCACY_ASK] == "When they go round the table in April, say my name."


def test_without_what_was_learnt_the_rules_stand_alone(knowledge: Path) -> None:
    found = moves_in("Thank you for the hour you gave me.", "", (), knowledge)
    assert [one.move for one in found] == [Move.THANKS]


def test_a_damaged_file_is_as_good_as_none(knowledge: Path) -> None:
    folder = knowledge / FOLDER
    folder.mkdir(parents=True)
    (folder / "000000000000-moves.npz").write_bytes(b"not a file of numbers")
    assert load_learnt(knowledge) is None
    assert moves_in("Thank you for the hour you gave me.", "", (), knowledge)


def test_how_long_a_turn_is_stays_with_the_rules() -> None:
    long = "and then I went to the next place, where it was much the same, " * 9
    assert frozenset({Move.MONOLOGUE}) == BY_RULE
    assert Move.MONOLOGUE in {one.move for one in moves_in(long, "What is your question?")}


def test_the_same_turn_is_heard_the_same_way_twice() -> None:
    row = ROWS[40]
    first = moves_in(row["mentee"], row["counterpart"])
    assert moves_in(row["mentee"], row["counterpart"]) == first


def test_what_is_found_is_at_least_half_heard_and_what_is_not_is_heard_less_or_as_much() -> None:
    for row in ROWS[::97]:
        found = {one.move for one in moves_in(row["mentee"], row["counterpart"])}
        heard = degrees_in(row["mentee"], row["counterpart"])
        assert all(0.0 <= much <= 1.0 for much in heard.values())
        assert all(heard[move] >= 0.5 for move in found)


def test_without_what_was_learnt_a_move_is_heard_or_not(knowledge: Path) -> None:
    heard = degrees_in("Thank you for the hour you gave me.", "", (), knowledge)
    assert dict(heard) == {Move.THANKS: 1.0}
    assert dict(degrees_in("", "", (), knowledge)) == {}
