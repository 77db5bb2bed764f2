"""Spelling: slips are put right, and words that anybody knows, names and addresses are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.guidance.spelling import Spelling

TEXTS = 3 * [
    "the mentor and the message",
    "a mentor, a message, a meeting, meetings, a meeting",
    "coaching, coaching",
]


@pytest.fixture(scope="module")
def spelling():
    return Spelling(TEXTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my mentro", "my mentor"),
        ("a mesage to my mentr", "a message to my mentor"),
        ("cooaching", "coaching"),
        ("coachgn", "coaching"),
        ("MESAGE", "message"),
        ("metting?", "meeting?"),
    ],
)
def test_a_slip_is_put_right(spelling, typed, meant):
    assert spelling.correct(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "my mentor's message",
        "massage the mentors",
        "write to mesage@example.org",
        "see mentr.example.com/mesage",
        "the KPI of Xyzzyplugh",
        "mesage2 and 2mesage",
        "hte cat",
        "Ravi’s",
        "",
        "🙂 ?!",
    ],
)
def test_known_words_names_and_addresses_are_left_alone(spelling, text):
    assert spelling.correct(text) == text


@given(st.text(max_size=120))
def test_any_text_comes_back_with_everything_but_its_letters_as_it_was(text):
    def rest(string):
        return [c for c in string if not (c.isascii() and c.isalpha())]

    assert rest(Spelling(TEXTS).correct(text)) == rest(text)
