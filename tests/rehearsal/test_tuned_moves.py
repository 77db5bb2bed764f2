"""The tuned model reads a turn beside the line before it, and may be missing."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from coach.domain.rehearsal import Move
from coach.guidance.piece_reader import Cutter
from coach.rehearsal.cues import MOVES_FILE, default_knowledge
from coach.rehearsal.moves import moves_in
from coach.rehearsal.tuned_moves import (
    EARLIER,
    FOLDER,
    HEARD,
    SAID_FIRST,
    SAID_LAST,
    STORED,
    load_tuned,
    pieces,
)
from evals.rehearsal_rows import digest_of_turns

ORDER = tuple(Move)


def test_what_is_shipped_was_learnt_from_the_turns_as_they_are() -> None:
    shipped = [path.name for path in (default_knowledge() / FOLDER).glob(f"*-{STORED}")]
    assert shipped == [f"{digest_of_turns()}-{STORED}"], "run: python -m evals.moves_tune --write"


def test_the_same_words_are_an_answer_to_one_line_and_none_to_another() -> None:
    reader = load_tuned(default_knowledge())
    assert reader is not None
    said = "The canteen has changed its menu, have you seen?"
    column = ORDER.index(Move.IGNORES_QUESTION)
    left = reader.scores(said, "Did you send the report to the board, as we agreed?", "")[column]
    told = reader.scores(said, "I have nothing new to tell you today.", "")[column]
    assert left > told + 1


def test_nothing_heard_and_a_very_long_turn_are_read_too() -> None:
    reader = load_tuned(default_knowledge())
    assert reader is not None
    assert np.isfinite(reader.scores("Hm", "", "")).all()
    assert np.isfinite(reader.scores("and so on " * 5000, "Yes?" * 500, "No." * 500)).all()


def test_of_a_long_talk_the_near_ends_are_read() -> None:
    long = "one two three four five six seven eight nine ten " * 40
    cut = pieces(Cutter().cut, long, long, long)
    assert len(cut.ids) == len(cut.kinds) == EARLIER + HEARD + SAID_FIRST + SAID_LAST + 4
    assert sum(cut.kinds) == SAID_FIRST + SAID_LAST + 1


@pytest.fixture
def without(tmp_path: Path) -> Path:
    """Knowledge with the layer, and without the tuned model."""
    (tmp_path / MOVES_FILE).parent.mkdir()
    shutil.copy(default_knowledge() / MOVES_FILE, tmp_path / MOVES_FILE)
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for path in (default_knowledge() / FOLDER).glob("*-moves.npz"):
        shutil.copy(path, folder / path.name)
    return tmp_path


def test_without_it_the_layer_stands_alone(without: Path) -> None:
    assert load_tuned(without) is None
    found = moves_in("Thank you for the hour you gave me.", "", (), without)
    assert Move.THANKS in {one.move for one in found}


def test_a_damaged_file_is_as_good_as_none(without: Path) -> None:
    (without / FOLDER / f"000000000000-{STORED}").write_bytes(b"no numbers")
    assert load_tuned(without) is None
    assert moves_in("Thank you for the hour you gave me.", "", (), without)
