"""A number stands with the words of its own fact, or it is caught."""

from pathlib import Path

import pytest
import yaml

from coach.review.fact_places import Fact
from coach.review.same_fact import READER, SENDER, mixed_up

TOLD = yaml.safe_load((Path(__file__).parent / "same_facts.yaml").read_text(encoding="utf-8"))
OWNERS = {"sender": SENDER, "reader": READER, "either": ""}
ROWS = [
    pytest.param(name, text, wanted, id=f"{name}: {text}")
    for name, told in TOLD.items()
    for wanted in ("holds", "mixed")
    for text in told[wanted]
]


def given(told):
    return [Fact(text, whose) for group, whose in OWNERS.items() for text in told.get(group, ())]


@pytest.mark.parametrize(("name", "text", "wanted"), ROWS)
def test_a_quantity_stands_with_the_words_of_its_own_fact(name, text, wanted):
    told = TOLD[name]
    found = mixed_up(text, given(told), minutes=told.get("minutes"), names=told["names"])
    assert (not found) is (wanted == "holds"), found


@pytest.mark.parametrize(
    ("name", "text"), [row.values[:2] for row in ROWS if row.values[2] == "holds"]
)
def test_what_holds_is_left_alone_in_a_persons_own_message(name, text):
    told = TOLD[name]
    assert not mixed_up(text, given(told), names=told["names"], surely=True)


@pytest.mark.parametrize(
    ("name", "text", "caught"),
    [
        ("payroll", "I cut payroll errors from 40 to 12 a month last year.", True),
        ("payroll", "I cut payroll errors from 3 to 6 a month last year.", True),
        ("bakery", "We talked for three hours in your bakery.", True),
        ("payroll", "I cut payroll errors from 40 to 7 a month last year.", False),  # given nowhere
        ("payroll", "Would you have 20 minutes on Friday after 3 pm?", False),  # theirs to say
    ],
)
def test_in_a_persons_own_message_only_another_facts_number_is_caught(name, text, caught):
    told = TOLD[name]
    assert bool(mixed_up(text, given(told), names=told["names"], surely=True)) is caught
