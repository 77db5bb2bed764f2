"""A thank-you need ask nothing; it says what for, and never opens on a result of who knows what."""

import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from coach.writing.builtin import BuiltInWriter
from tests.writing.people import mara

TODAY = datetime.date(2026, 11, 24)
STORY: dict[str, str] = {
    "date": "last week",
    "what": "a talk on the quay",
    "advice": "sleep before the exam",
    "action": "slept nine hours",
    "result": "passed with two marks to spare",
}


def thanks(writer: BuiltInWriter, variant: int = 0, **fields: Any) -> str:
    """A thank-you of Mara's."""
    return writer.outreach(mara(**{"purpose": "thank-you", **fields}), variant, today=TODAY).body


def test_what_happened_is_enough_to_thank_for(writer: BuiltInWriter) -> None:
    assert "Thank you for the talk on the quay last week." in thanks(
        writer, topic="", history=[STORY]
    )


def test_without_anything_it_asks_what_was_helpful() -> None:
    with pytest.raises(ValidationError, match="nothing to thank for: give what was helpful"):
        mara(purpose="thank-you", topic="")


@pytest.mark.parametrize("purpose", ["first-contact", "follow-up", "reconnect"])
def test_a_message_that_asks_still_needs_something_to_ask(purpose: str) -> None:
    with pytest.raises(ValidationError, match="nothing to ask"):
        mara(purpose=purpose, topic="", history=[STORY])


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("thanks for the lift to Ayr", "Thank you for the lift to Ayr."),
        (
            "to say thank you for trusting me with the keys",
            "Thank you for trusting me with the keys.",
        ),
        ("showing me the ropes", "Thank you for showing me the ropes."),
        ("checking my knots", "Thank you for checking my knots."),
        ("managing my time", "Thank you for your help with managing my time."),
        ("night navigation", "Thank you for your help with night navigation."),
    ],
)
def test_what_one_is_thankful_for_is_said_as_such(
    topic: str, said: str, writer: BuiltInWriter
) -> None:
    assert said in thanks(writer, topic=topic)


@pytest.mark.parametrize("purpose", ["thank-you", "progress-update", "closing"])
@pytest.mark.parametrize("variant", range(3))
def test_a_result_never_opens_a_message_without_what_it_came_of(
    purpose: str, variant: int, writer: BuiltInWriter
) -> None:
    body = thanks(writer, variant, purpose=purpose, topic="the pilot exam", history=[STORY])
    assert not body.split("\n\n")[1].startswith("I passed")
    assert "passed with two marks to spare" in body


def test_a_day_is_said_once(writer: BuiltInWriter) -> None:
    entry = {**STORY, "what": "you checked my logbook", "date": "in May"}
    body = thanks(writer, purpose="closing", history=[entry])
    assert body.count("May") == 1


def test_what_is_not_done_yet_is_named_with_its_reason(writer: BuiltInWriter) -> None:
    entry = {**STORY, "action": "not booked exam yet because no money", "result": ""}
    body = thanks(writer, purpose="progress-update", history=[entry])
    assert "I have not booked the exam yet: no money." in body
