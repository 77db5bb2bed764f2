"""Coach style in a model's words: what asks passes, what only looks like asking does not."""

import pytest

from coach.guidance.library import load_library
from coach.use_cases.asked_only import may_ask, only_questions, open_question
from coach.use_cases.citing import Said

TOLD = "They never replied to my message. I am afraid to write to Elena. Just tell me what to do."
OPEN = (
    "What do you know for sure about why they have not replied?",
    "What matters most to you in this?",
    "How do you feel about the silence?",
    "What would a reply change for you?",
    "What are you telling yourself about them?",
    "What do you want Elena to know about you?",
    "What are you most afraid of?",
    "What is at stake for you?",
    "What have you already tried?",
    "Which thought keeps coming back?",
    "How important is this to you right now?",
)
SLY = (
    "What would a second message look like?",
    "How could you reach them another way?",
    "What might a reminder next Tuesday achieve?",
    "Who else could introduce you?",
    "What if they simply missed it?",
    "How might LinkedIn help here?",
    "How long will you wait before you write again?",
    "What's the harm in asking again?",
    "How could you make it easier for them to say yes?",
    "What small favour could you ask for first?",
    "What would you lose by asking today?",
    "How could twenty minutes be less scary than a big request?",
    "What boundary could you set at the start?",
    "What evidence could you collect first?",
    "What makes waiting the wiser choice?",
    "What is stopping you from leaving?",
    "How does leaving sound?",
    "What about a coffee instead?",
    "What would a brave person do?",
    "Don't you think they are just busy?",
    "Shall I tell you what works?",
    "What do you want, and when will you ask?",
    "What would you write at https://evil.example?",
)


@pytest.fixture(scope="module")
def cards(knowledge):
    return (load_library(knowledge).cards["silence-is-not-a-verdict"],)


@pytest.mark.parametrize("question", OPEN)
def test_an_open_question_may_be_asked(question, cards):
    assert may_ask(question, cards, TOLD)


@pytest.mark.parametrize("question", SLY)
def test_advice_that_looks_like_a_question_may_not(question, cards):
    asked = open_question(question)
    assert not asked or not may_ask(asked, cards, TOLD)


@pytest.mark.parametrize(
    ("closed", "opened"),
    [
        ("Do you know what you want from them?", "What do you want from them?"),
        ("Can you say how they feel about it?", "How do they feel about it?"),
        ("And what matters to you?", "What matters to you?"),
        ("You should write.", ""),
    ],
)
def test_a_question_is_opened_only_where_that_is_simple(closed, opened):
    assert open_question(closed) == opened


def test_there_are_never_more_than_three_questions(cards):
    said = tuple(Said(text) for text in OPEN)
    assert (
        len(
            only_questions(said, {"c1": cards[0]}, lambda texts: [1.0] * len(texts), TOLD).questions
        )
        == 3
    )


def test_what_is_left_out_is_counted(cards):
    said = (Said("You should wait."), Said(OPEN[0]))
    found = only_questions(said, {"c1": cards[0]}, lambda texts: [1.0] * len(texts), TOLD)
    assert (found.questions, found.by_model, found.left_out) == ((OPEN[0],), 1, 1)
