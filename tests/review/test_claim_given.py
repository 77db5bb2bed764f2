"""What is shown to the model that compares a message with its brief: the brief as one text, the words that are new."""

import datetime

import pytest

from coach.domain.brief import OutreachBrief
from coach.review.claim_given import given_text, new_words
from coach.review.claim_ledger import Ledger
from coach.review.message import read_message

BRIEF = OutreachBrief.model_validate(
    {
        "kind": "outreach",
        "purpose": "progress-update",
        "sender": {"name": "Mira Holm", "role": "baker", "facts": ["bakes 41 loaves a day", "costs 18000 eur"]},
        "recipient": {"name": "Jon Aas"},
        "history": [{"date": "2026-11-03", "what": "call", "advice": "weigh the water", "result": "waste 14 -> 5"}],
    }
)  # fmt: skip


def new_in(text: str) -> list[str]:
    reading = read_message(text, brief=BRIEF, today=datetime.date(2026, 12, 1))
    return [word.text for word in new_words(Ledger(reading), text)]


@pytest.mark.parametrize(
    "text",
    [
        "I bake forty-one loaves",
        "It costs 18,000 euros",
        "It costs eighteen thousand euros",
        "On the third of November",
        "Five, not fourteen",
        "You weigh the water first",
    ],
)
def test_what_the_brief_holds_is_not_new_however_it_is_written(text: str) -> None:
    assert new_in(text) == []


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("I bake forty-two loaves", ["forty-two"]),
        ("It costs 19000 euros", ["19000"]),
        ("Three hundred loaves", ["Three", "hundred"]),
        ("I bake rye loaves", ["rye"]),
    ],
)
def test_what_the_brief_does_not_hold_is_new(text: str, new: list[str]) -> None:
    assert new_in(text) == new


def test_the_brief_is_told_in_the_order_of_its_fields() -> None:
    given = given_text(Ledger(read_message("Hello", brief=BRIEF)))
    assert given.index("Mira Holm") < given.index("Jon Aas") < given.index("weigh the water")
