"""Praise stands where the move stands: in the sentence that bears it, or nowhere."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.bearing import in_its_place
from coach.rehearsal.cues import load_cues
from coach.rehearsal.turn import Found
from tests.conftest import KNOWLEDGE

CUES = load_cues(KNOWLEDGE)


def place(move: Move, said: str, heard: str = "") -> str:
    """The words a move that no rule found is placed in, guessed to be in the first sentence."""
    found = in_its_place(Found(move, 0, said.index(".") + 1, beyond=1.5), said, heard, CUES)
    return "" if found is None else said[found.start : found.end]


def test_a_question_is_quoted_and_not_the_sentence_before_it() -> None:
    said = "Yes, that one. What did the second rehearsal look like from the gallery?"
    assert place(Move.OPEN_QUESTION, said).startswith("What did the second")


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (Move.SPECIFIC_QUESTION, "Hm. Take which?"),
        (Move.OPEN_QUESTION, "Good. How are you?"),
        (Move.THANKS, "Ha, thanks. That's me."),
        (Move.THANKS, "Thank you for your time, Mr Osei."),
        (Move.PROPOSES_NEXT_STEP, "An hour or so. Here."),
        (Move.RESPECTS_TIME, "I'll be at the side door. With the plans."),
        (Move.EVIDENCE_OF_IMPACT, "The letter is from 2018. It says that our roof leaks."),
        (Move.EVIDENCE_OF_IMPACT, "Well. I told the crews half of it, in one corridor."),
        (Move.EVIDENCE_OF_IMPACT, "Well. I gave 3 people the plan and I never asked them again."),
    ],
)
def test_what_no_sentence_bears_is_not_praised(move: Move, said: str) -> None:
    assert place(move, said) == ""


def test_what_is_taken_up_is_theirs_and_more_than_one_word() -> None:
    heard = "The ferry takes pupils for a week in spring."
    assert place(Move.REFLECTS, "I'll ring them this week, with thanks to you.", heard) == ""
    said = "So the ferry takes pupils in spring, and not in summer."
    assert place(Move.REFLECTS, said, heard) == said


def test_words_of_the_mentees_own_that_were_quoted_are_not_taken_up() -> None:
    heard = "You mentioned “the broken pump”. Go on."
    assert place(Move.REFLECTS, "The broken pump was mine to mend, I know.", heard) == ""
