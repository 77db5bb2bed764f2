"""An agenda adds up, puts the main thing first, and forgets nothing that was promised."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.brief import AgendaBrief
from coach.writing.builtin import BuiltInWriter
from coach.writing.timetable import share_minutes

Make = Callable[..., AgendaBrief]


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=8), st.integers(8, 480))
def test_shares_are_whole_minutes_that_add_up(weights: list[float], minutes: int) -> None:
    shares = share_minutes(weights, minutes)
    assert sum(shares) == minutes
    assert min(shares) >= 1


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 30, 45, 60, 90, 480])
def test_the_items_add_up_to_the_meeting(minutes: int, priya: Make, writer: BuiltInWriter) -> None:
    brief = priya(
        kind="agenda",
        meeting={"number": 2, "minutes": minutes},
        open_actions=["write to Tom"],
        last_advice=["shadow a lead"],
        updates=["shadowed Tom"],
        worries=["the role may go"],
    )
    draft = writer.agenda(brief)
    assert sum(item.minutes for item in draft.items) == minutes == draft.minutes
    assert len(draft.items) <= max(3, minutes // 5)


def test_the_main_topic_comes_first_and_gets_the_most_time(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.agenda(
        priya(kind="agenda", meeting={"number": 4, "minutes": 45}, updates=["a", "b"])
    )
    assert draft.items[0].minutes == max(item.minutes for item in draft.items)
    assert "management" in draft.items[0].title


def test_a_first_meeting_agrees_how_to_work_together(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.agenda(priya(kind="agenda", meeting={"number": 1, "minutes": 45}))
    said = " ".join(question for item in draft.items for question in item.questions).lower()
    for needed in ("expect", "how often", "confidence", "goal", "no-fault"):
        assert needed in said


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_open_actions_and_advice_are_taken_up_in_the_mentees_words(
    minutes: int, priya: Make, writer: BuiltInWriter
) -> None:
    brief = priya(
        kind="agenda",
        meeting={"minutes": minutes},
        open_actions=["draft the pilot case"],
        last_advice=["she said to shadow a team lead"],
    )
    said = " ".join(question for item in writer.agenda(brief).items for question in item.questions)
    assert "draft the pilot case" in said
    assert "You suggested that I shadow a team lead" in said


def test_coach_style_only_asks(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.agenda(priya(kind="agenda", style="coach"))
    assert all(text.endswith("?") for text in (*draft.prepare, *draft.questions))
