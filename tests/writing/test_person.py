"""What is said about the counterpart is said to them."""

import pytest

from coach.writing.lexicon import load_lexicon
from coach.writing.person import Address
from tests.conftest import KNOWLEDGE


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ("heard her talk at the summit", "heard your talk at the summit"),
        ("saw her speak at PyCon", "saw you speak at PyCon"),
        ("met Elena at the summit", "met you at the summit"),
        ("Elena's talk on sepsis", "your talk on sepsis"),
        (
            "Dr. Ruiz leads forecasting and writes about it",
            "you lead forecasting and write about it",
        ),
        ("she's been running a charity", "you've been running a charity"),
        ("she's a nurse who leads teams", "you're a nurse who leads teams"),
        ("she has run it for years", "you have run it for years"),
        ("how does she decide what to drop", "how do you decide what to drop"),
        ("is she still teaching", "are you still teaching"),
        ("did she ever regret it", "did you ever regret it"),
        ("what made her choose management", "what made you choose management"),
        ("she herself said it is hard", "you yourself said it is hard"),
        ("her first project", "your first project"),
        ("she teaches and mentors juniors", "you teach and mentor juniors"),
    ],
)
def test_third_person_becomes_second(about: str, to: str) -> None:
    assert Address("Dr. Elena Ruiz", load_lexicon(KNOWLEDGE)).to_you(about) == to


@pytest.mark.parametrize(
    "text",
    [
        "helped patients and their families",
        "people who are too polite to say they are lost",
        "your talk on sepsis",
        "I built a dashboard",
        "what do you ask an apprentice before she starts",
        "what should a nurse read before she takes a night post",
    ],
)
def test_other_people_are_left_alone(text: str) -> None:
    assert Address("Dr. Elena Ruiz", load_lexicon(KNOWLEDGE)).to_you(text) == text


def test_another_person_of_the_same_first_name_is_left_alone() -> None:
    address = Address("Dr. Elena Ruiz", load_lexicon(KNOWLEDGE))
    assert (
        address.to_you("Elena Petrova told me about her lab")
        == "Elena Petrova told me about your lab"
    )


def test_a_title_inside_another_word_is_not_the_name() -> None:
    address = Address("Chef Amélie Fontaine-Dubois", load_lexicon(KNOWLEDGE))
    assert address.to_you("sous-chef since three years") == "sous-chef since three years"
