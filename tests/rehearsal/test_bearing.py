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
        (Move.THANKS, "Right. See you for the second rehearsal then."),
        (Move.SHARES_PROGRESS, "No. The grid was down and it wasn't my fault that I missed it."),
        (Move.SHARES_PROGRESS, "Hm. We said that I would ring two suppliers and one shop."),
        (Move.CONTEXT, "Hm. My guess is a short note with the two prices."),
        (Move.ASKS_FEEDBACK, "Fine. Could you let me know the same evening that it came?"),
        (Move.OFFERS_BACK, "Thanks. I'll send you the paragraph and my summary tonight."),
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


def test_what_one_would_do_is_no_promise_where_that_was_asked() -> None:
    said = "I'd write the rota for the whole team and leave it alone."
    heard = "Tell me what you would write."
    assert place(Move.PROPOSES_NEXT_STEP, said, heard) == ""
    assert place(Move.PROPOSES_NEXT_STEP, said, "The rota has been a mess all summer.") == said


def test_a_plan_tied_to_a_moment_is_a_step_whatever_its_verb() -> None:
    said = "When the kettle goes on after lunch, I open the log and mark one fault."
    assert place(Move.PROPOSES_NEXT_STEP, said) == said


def test_a_question_softened_at_its_beginning_is_still_one() -> None:
    said = "I see. May I ask, what made you sell the second boat?"
    assert place(Move.OPEN_QUESTION, said) == "May I ask, what made you sell the second boat?"
    assert place(Move.SPECIFIC_QUESTION, "I see. Could you lend me the second boat?") == ""


def test_owning_that_they_are_right_is_taking_up_what_they_said() -> None:
    heard = "Nobody on the pontoon could tell who was in charge."
    said = "You're right about the pontoon, I left it to both of them."
    assert place(Move.REFLECTS, said, heard) == said


def test_an_offer_of_something_they_can_use_is_praised_for_that() -> None:
    said = "I'll send you the summary for your board, in return for the hour."
    assert place(Move.OFFERS_BACK, said) == said


@pytest.mark.parametrize(
    "said",
    [
        "If the lorry is late, I will unload by hand and text you the count by noon.",
        "But if Ruth says no, we'll book the small hall for the ninth.",
    ],
)
def test_what_will_be_done_in_a_case_that_is_foreseen_is_a_step(said: str) -> None:
    assert place(Move.PROPOSES_NEXT_STEP, said) == said


@pytest.mark.parametrize(
    "said",
    ["If you have a minute, I'll tell you something.", "If I could, I would. If not, we'll see."],
)
def test_an_if_that_promises_nothing_is_no_step(said: str) -> None:
    assert not place(Move.PROPOSES_NEXT_STEP, said)
