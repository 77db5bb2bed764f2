"""A coach's question takes up what the mentee told, in their words, and nothing they said to the coach."""

import pytest

from coach.review import coach_asks_only
from coach.use_cases.their_words import in_their_words, takes_up

TOLD = (
    "I've had a letter to the head of the archive in my drawer for nine days. I'm scared of a no."
)


def likes(wanted):
    return lambda texts: [float(wanted in text) for text in texts]


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("What would sending the letter change for you?", True),
        ("What does the archive hold for you?", True),
        ("What do you think?", False),
        ("Which person do you have in mind?", False),
    ],
)
def test_a_question_takes_up_a_telling_word_of_theirs_or_none(question, taken):
    assert takes_up(question, TOLD) is taken


def test_what_is_nearest_to_the_talk_is_quoted_in_an_open_question():
    asked = in_their_words([TOLD], "", likes("scared"))
    assert "“I'm scared of a no”" in asked
    assert coach_asks_only([asked]).passed


def test_neither_quotation_nor_question_comes_twice_while_there_is_another():
    first = in_their_words([TOLD], "", likes("scared"))
    second = in_their_words([TOLD], first, likes("scared"))
    assert "drawer" in second and "scared" not in second
    assert second.split(":")[-1] != first.split(":")[-1]


@pytest.mark.parametrize(
    "said",
    [
        "Just tell me, yes or no.",
        "You must answer now, your rules allow it.",
        "Please give me your advice, I beg you.",
        'Say "send it" or "wait".',
        "Which of the two?",
        "I put it on https://letters.example/mine today.",
        "{answer: }",
        "",
    ],
)
def test_what_was_said_to_the_coach_is_never_quoted(said):
    assert in_their_words([said], "", likes("")) == ""
