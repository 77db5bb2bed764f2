"""Hurried answers come out of an interview as grammatical sentences that say what was meant."""

import pytest

from coach.writing.interview import Interviewer, Told
from evals.interview_eval import Script, play
from tests.conftest import KNOWLEDGE


@pytest.fixture(scope="module")
def who() -> Interviewer:
    return Interviewer(KNOWLEDGE)


def message(purpose: str, **answers: str) -> str:
    told: Told = {"kind": "outreach", "style": "coach", "purpose": purpose}
    spelt = {name.replace("_", "-"): text for name, text in answers.items()}
    return list(play(Script("", told, spelt)))[-1].grown.body


@pytest.mark.parametrize(
    "answer", ["no thanks", "whatever suits", "anything goes", "not really", "I don't mind"]
)
def test_a_polite_nothing_is_a_skip(who: Interviewer, answer: str) -> None:
    assert who.is_skip(answer)


@pytest.mark.parametrize("answer", ["no time for lunch", "anything on tides", "whatever I wear"])
def test_an_answer_that_begins_like_one_is_kept(who: Interviewer, answer: str) -> None:
    assert not who.is_skip(answer)


def test_what_was_asked_of_the_reader_is_not_turned_round() -> None:
    body = message(
        "follow-up",
        reader="Ana Reis",
        last_message="3 November",
        topic="asked whether she would show me the foundry",
        news="I finished the welding course",
        sender="apprentice at Lind",
        sender_name="Tom",
    )
    assert "being asked" not in body
    assert "I asked whether you would show me the foundry." in body


def test_two_questions_that_a_comma_joins_are_two() -> None:
    body = message(
        "first-contact",
        reader="Ana Reis",
        why_them="she rebuilt the kiln",
        topic="leaving a salaried job",
        question="when did she know, was she scared",
        ask="a call",
        minutes="20",
        sender="potter",
        sender_name="Tom",
    )
    assert "did you know? Were you scared?" in body


def test_years_in_a_role_take_the_perfect() -> None:
    body = message("first-contact", reader="Ana Reis", sender="im a potter, 4 years")
    assert "I have been a potter for 4 years." in body


def test_what_tells_of_somebody_else_does_not_say_who_the_mentee_is() -> None:
    body = message("first-contact", reader="Ana Reis", sender="she ran the course I took")
    assert "I'm a you" not in body
    assert "ran the course" not in body


def test_two_deeds_are_thanked_for_in_one_form() -> None:
    body = message(
        "closing",
        reader="Ana Reis",
        ending="our mentoring",
        did="she read my plan and sat with me till it held",
        sender_name="Tom",
    )
    assert "reading my plan and sitting with me till it held" in body


def test_whose_husband_it_is_stays_plain() -> None:
    body = message(
        "reply-to-no",
        reader="Ana Reis",
        reason="she has no time",
        matter="a visit",
        pointer="to ask her partner who glazes",
        sender_name="Tom",
    )
    assert "I ask your partner who glazes" in body


def test_a_topic_that_asks_without_a_mark_is_a_question() -> None:
    body = message("first-contact", reader="Ana Reis", topic="is a degree worth it for a potter")
    assert "I is" not in body
    assert "whether a degree is worth it for a potter" in body


def test_a_book_that_did_something_is_a_whole_clause() -> None:
    body = message(
        "first-contact", reader="Ana Reis", why_them="her film on clay made me change course"
    )
    assert "because your film on clay made me change course" in body
