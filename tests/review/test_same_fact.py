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
