"""Work that somebody has been given is told, and not asked for."""

import pytest

from coach.domain.vocabulary import Channel, Purpose
from coach.review import review_message


def told(text: str) -> set[str]:
    found = review_message(text, brief=None, channel=Channel.CHAT, purpose=Purpose.PROGRESS_UPDATE)
    return {one.check for one in found if not one.passed}


@pytest.mark.parametrize(
    "said",
    ["The chef agreed to a taster day in May.", "They offered me a trial shift and I took it."],
)
def test_what_was_granted_is_no_ask_for_a_job(said: str) -> None:
    assert "no-job-ask" not in told(f"Hi Ana, I rang them as you told me to. {said} Thank you, Li")


@pytest.mark.parametrize(
    "said", ["Could you offer me a trial shift?", "I would love a taster day with you."]
)
def test_what_is_wished_for_still_is_one(said: str) -> None:
    assert "no-job-ask" in told(f"Hi Ana, I rang them as you told me to. {said} Thank you, Li")


@pytest.mark.parametrize(
    "said",
    [
        "If you ever need someone to taste the new menu, call me.",
        "And if you want somebody to proofread the leaflet, I am happy to.",
    ],
)
def test_small_help_offered_in_return_is_none(said: str) -> None:
    assert "no-job-ask" not in told(f"Hi Ana, I rang them as you told me to. {said} Thank you, Li")


@pytest.mark.parametrize(
    "said",
    [
        "If you ever need somebody for the late shift, I am free.",
        "If you ever need someone, call me.",
    ],
)
def test_a_place_that_may_come_free_still_is_one(said: str) -> None:
    assert "no-job-ask" in told(f"Hi Ana, I rang them as you told me to. {said} Thank you, Li")
