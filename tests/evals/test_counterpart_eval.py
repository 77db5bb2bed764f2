"""The lines by which the checks of a model's answers are measured."""

import pytest

from coach.rehearsal.answer_check import check_ids
from coach.use_cases.counterpart_words import FOREIGN
from evals.counterpart_eval import SPLITS, Line, failed, lines

SCENE = "first-informational-talk"
TURNS = ("What did your first two years cost you, in money?",)


@pytest.mark.parametrize("split", SPLITS)
def test_every_line_has_a_place_and_a_known_check(split: str) -> None:
    known = {*check_ids(), FOREIGN, ""}
    assert all(line.turns and line.line and line.check in known for line in lines(split))


def test_no_line_stands_in_both_sets() -> None:
    dev, test = ({line.line for line in lines(split)} for split in SPLITS)
    assert not dev & test


def test_a_line_is_judged_as_the_program_would() -> None:
    assert failed(Line(SCENE, TURNS, "As an AI, I have no money.", "in-role")) == ("in-role",)
    assert failed(Line(SCENE, TURNS, "Less than my apprentice. Why do you ask?", "")) == ()
