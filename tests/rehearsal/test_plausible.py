"""A fault that only a feeling speaks for is not told; one that words bear out is."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.plausible import borne_out
from coach.rehearsal.turn import Found


def told(move: Move, said: str, heard: str = "", beyond: float = 0.5) -> bool:
    """Whether a fault that is faintly heard, without a rule, is told."""
    return bool(borne_out([Found(move, 0, len(said), beyond=beyond)], said, heard))


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Perhaps we could speak before lunch?", False),
        ("Is there a vacancy in your kitchen?", True),
        ("Would your workshop take people for the season?", True),
    ],
)
def test_a_wish_for_a_job_needs_a_word_of_work(said: str, right: bool) -> None:
    assert told(Move.JOB_ASK, said) is right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Sorry, yes, I heard that. It's about the roof.", False),
        ("Sorry to bother you, it's about the roof.", True),
        ("Sorry, sorry, it's about the roof.", True),
    ],
)
def test_one_sorry_is_no_over_apology(said: str, right: bool) -> None:
    assert told(Move.OVER_APOLOGY, said) is right


def test_nobody_is_defensive_where_nothing_was_judged() -> None:
    said = "Well, it's that the calls come late, and I have the children then."
    assert not told(Move.DEFENSIVE, said, "Tell me one thing that I do and that bothers you.")
    assert told(Move.DEFENSIVE, said, "Your page was too long.")


def test_what_is_only_just_heard_is_not_told_whatever_the_words() -> None:
    assert not told(Move.DEFENSIVE, "Then ring me, I'd pick up.", "It was too long.", beyond=0.2)
    assert told(Move.IGNORES_QUESTION, "Then ring me.", "What was too long?", beyond=0.2)


def test_what_is_heard_very_clearly_is_told_all_the_same() -> None:
    assert told(Move.JOB_ASK, "And if a chair stood empty in your house?", beyond=4.0)


def test_a_good_move_is_never_kept_back() -> None:
    assert told(Move.THANKS, "Thank you.")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (
            "I learnt to wait for the second answer from people.",
            "Tell me a little more, would you?",
        ),
        ("Well, I'd like us to meet before each concert.", "And what is it that you want?"),
        ("What did the landlord say to that?", "Which question did you bring?"),
    ],
)
def test_an_answer_by_its_form_leaves_no_question_lying(said: str, heard: str) -> None:
    assert not told(Move.IGNORES_QUESTION, said, heard, beyond=5.0)
    assert told(Move.IGNORES_QUESTION, said, "How many seats are there?", beyond=5.0)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("I'd like a longer lunch.", "What do you want to change about the harvest plan?"),
        ("My aunt kept bees for years.", "I could tell you more, but first: who signs for it?"),
        (
            "I need more rain this spring.",
            "What did you want? No, leave that. How old is the barn?",
        ),
    ],
)
def test_a_wish_or_a_tale_is_no_answer_to_a_question_of_its_own(said: str, heard: str) -> None:
    assert told(Move.IGNORES_QUESTION, said, heard, beyond=5.0)
