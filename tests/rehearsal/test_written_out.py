"""Short forms are written out for those who do not use them."""

import re

import pytest

from coach.rehearsal.library import load_scenarios
from coach.rehearsal.lint import asked_lines, told_lines
from coach.rehearsal.written_out import write_out

from .conftest import KNOWLEDGE


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("I don't know.", "I do not know."),
        ("Don't you know?", "Do you not know?"),
        ("Couldn't she ask?", "Could she not ask?"),
        ("I can't, and I won't.", "I cannot, and I will not."),
        ("Won't they come?", "Will they not come?"),
        ("Let's leave it.", "Let us leave it."),
        ("It's fine.", "It is fine."),
        ("It's been fine.", "It has been fine."),
        ("Nobody's told me.", "Nobody has told me."),
        ("It's done.", "It is done."),
        ("I'd like that.", "I would like that."),
        ("I'd better go, I'd said so.", "I had better go, I had said so."),
        ("The lamp's late.", "The lamp is late."),
        ("I’ve got it, and they’re here.", "I have got it, and they are here."),
        ("My sister's bed.", "My sister's bed."),
        ("The woodworkers' evening.", "The woodworkers' evening."),
        ("Nothing to write out.", "Nothing to write out."),
    ],
)
def test_a_short_form_is_written_out_and_a_possessive_is_left(short, long):
    assert write_out(short) == long


def test_no_short_form_of_a_verb_is_left_in_any_scenario():
    left = re.compile(r"\b\w+(?:n't|'(?:m|re|ve|ll|d))\b")
    for scenario in load_scenarios(KNOWLEDGE):
        for line in (*told_lines(scenario), *asked_lines(scenario)):
            assert not left.search(write_out(line)), line
