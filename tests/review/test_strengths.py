"""Strengths are earned, quoted word for word, and never said of what is found fault with."""

import json

import pytest

from coach.domain.brief import OutreachBrief
from coach.domain.results import Strength
from coach.domain.vocabulary import Channel, Purpose
from coach.use_cases.review import review
from evals.review_eval import DEVELOPMENT
from tests.review.samples import GOOD, brief

ROWS = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]


def found(text: str, purpose: str = "first-contact") -> dict[str, Strength]:
    given = review(text, purpose=Purpose(purpose))
    return {strength.check: strength for strength in given.strengths}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_strength_is_the_persons_own_words_and_nothing_is_wrong_with_them(row):
    given = review(
        row["text"],
        brief=OutreachBrief.model_validate(row["brief"]) if "brief" in row else None,
        channel=Channel(row["channel"]),
        purpose=Purpose(row["purpose"]),
    )
    assert len(given.strengths) <= 3
    wrong = [(f.start, f.end) for f in given.findings if not f.passed and f.end > f.start]
    wrong += [(c.start, c.end) for c in given.changes if c.end > c.start]
    for strength in given.strengths:
        assert row["text"][strength.start : strength.end] == strength.quote
        assert strength.quote
        assert strength.why
        assert all(strength.end <= start or end <= strength.start for start, end in wrong)


def test_a_good_message_has_its_reason_its_question_and_its_small_ask_named():
    strengths = review(GOOD, brief=brief()).strengths
    assert [s.check for s in strengths] == ["says-why-them", "question-specific", "ask-time-boxed"]


def test_a_message_that_earns_nothing_is_told_nothing():
    assert found("Hi,\n\nwould you be my mentor? I need your answer by Friday.\n\nMo") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo,\n\nYour talk was amazing, you are the best.\n\nCould we talk?",
        "Hi Jo,\n\nI am a [role] and read your post about leaving teaching at 45.\n\nCould we talk?",
    ],
)
def test_praise_and_blanks_are_no_reason(text):
    assert "says-why-them" not in found(text)


def test_an_honest_not_yet_is_named():
    text = (
        "Subject: The budget case\n\nHi Joan,\n\nYou told me to write a one-page case. I haven't done "
        "it yet: the review moved to January.\n\nThank you,\nSamir"
    )
    strengths = review(text, purpose=Purpose.PROGRESS_UPDATE).strengths
    assert strengths[0].quote.startswith("I haven't done it yet")


def test_an_easy_no_does_not_count_where_the_reader_is_pushed():
    text = (
        "Hi Jo,\n\nHow did you plan the night shift with half the forklifts? I expect an answer by "
        "tomorrow. If you can't, no problem.\n\nThanks, Mo"
    )
    assert "easy-out" not in found(text)


@pytest.mark.parametrize(
    "told",
    [
        "My manager says I will lose my job if I tell anyone.",
        "I will lose my place if we tell anyone.",
        "They told me I must not tell you; forget it if I do.",
        "My boss told me no hard feelings if I quit.",
        "The foreman always says it is fine if somebody gets hurt.",
    ],
)
def test_what_hangs_over_the_writer_is_no_way_out_for_the_reader(told):
    text = (
        f"Hi Jo,\n\n{told} How did you plan the night shift with half the forklifts?\n\nThanks, Mo"
    )
    assert "easy-out" not in found(text)


@pytest.mark.parametrize(
    "out",
    [
        "If you are too busy, I understand.",
        "No problem at all if not this month.",
        "If I do not hear from you, I will understand.",
        "Ros says you are busy, so no worries if you cannot answer.",
    ],
)
def test_the_writers_own_word_that_lets_the_reader_off_is_named(out):
    text = (
        f"Hi Jo,\n\nHow did you plan the night shift with half the forklifts? {out}\n\nThanks, Mo"
    )
    assert "easy-out" in found(text)


def test_passing_something_on_is_not_praised_as_a_small_ask():
    text = (
        "Subject: Introduction to Idris Kone\n\nHi Ros,\n\nWould you forward the lines below to Idris "
        "Kone? He went from library assistant to digitising collections.\n\nThanks, Gemma"
    )
    assert "ask-time-boxed" not in found(text, "introduction-request")
