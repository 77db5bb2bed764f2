"""Right texts of the built-in writer that a check once stopped."""

import datetime
from typing import Any

import pytest

from coach.domain.brief import OutreachBrief
from coach.review import review_message

TODAY = datetime.date(2026, 11, 24)
PEOPLE = {"sender": {"name": "Nia Cole", "role": "planner"}, "recipient": "Tom Reyes"}


def failed(body: str, **fields: Any) -> list[str]:
    brief = OutreachBrief.model_validate({**PEOPLE, "topic": "the spring forum", **fields})
    found = review_message(body, brief=brief, subject="The spring forum", today=TODAY)
    return [finding.check for finding in found if not finding.passed]


@pytest.mark.parametrize("date", ["2026-09-10", "2026-09", "10 Sept"])
def test_a_month_is_given_by_any_date(date: str) -> None:
    body = "Hello Tom,\n\nIn September you suggested that I wait. I waited.\n\nThank you,\nNia"
    history = [{"date": date, "advice": "wait", "action": "waited"}]
    assert "no-unsupported-claim" not in failed(body, purpose="progress-update", history=history)


def test_a_slot_to_speak_is_not_a_talk_asked_for() -> None:
    body = "Hello Tom,\n\nWould you put my name forward for a slot to speak at the spring forum?"
    assert "ask-time-boxed" not in failed(body, purpose="sponsor-ask")


def test_a_talk_about_advocacy_still_needs_a_size() -> None:
    body = "Hello Tom,\n\nCould we meet for a coffee about whether you would nominate me?"
    assert "ask-time-boxed" in failed(body, purpose="sponsor-ask")


def test_the_next_two_or_three_weeks_are_times() -> None:
    body = (
        "Hello Tom,\n\nCould we talk for 15 minutes? Any time in the next two or three weeks works."
    )
    assert "offers-times" not in failed(body, purpose="reconnect")


def test_a_number_that_went_down_is_a_result() -> None:
    facts = {**PEOPLE["sender"], "facts": ["complaints down 40%"]}
    body = "Hello Tom,\n\nOne result: complaints down 40%. Would you put my name forward?"
    assert "evidence-of-impact" not in failed(body, purpose="sponsor-ask", sender=facts)
