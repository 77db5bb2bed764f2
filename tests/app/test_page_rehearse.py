"""The Rehearse page: choose a talk, have it, take a turn back, look back, try again."""

from collections.abc import Callable

import pytest
from seen import headings, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.use_cases.rehearse import scenarios

Open = Callable[..., AppTest]


@pytest.fixture
def begun(open_page: Open) -> AppTest:
    return open_page("rehearse").button(key="rehearse-begin").click().run()


def say(page: AppTest, text: str) -> AppTest:
    page.text_area(key="rehearse.line").set_value(text)
    return page.button(key="rehearse-say").click().run()


def test_the_setting_is_told_before_the_talk(open_page: Open) -> None:
    page = open_page("rehearse")
    assert not page.exception
    assert scenarios()[0].setting in plain_texts(page)
    assert scenarios()[0].you in plain_texts(page)


def test_a_turn_is_answered_and_leaves_the_box(begun: AppTest) -> None:
    page = say(begun, "Thank you for seeing me. How did you get started?")
    assert not page.exception
    assert "Thank you for seeing me. How did you get started?" in plain_texts(page)
    assert page.text_area(key="rehearse.line").value == ""


def test_feedback_names_what_to_try(begun: AppTest) -> None:
    assert "Try" in said(say(begun, "Any advice?"))


def test_an_unaided_talk_has_no_feedback_until_the_end(open_page: Open) -> None:
    page = open_page("rehearse")
    page.toggle(key="rehearse.aided").set_value(False)
    page = say(page.button(key="rehearse-begin").click().run(), "Any advice?")
    assert "Try" not in [one.value for one in page.caption]
    page = page.button(key="rehearse-end").click().run()
    assert not page.exception
    assert "Looking back" in headings(page)


def test_an_empty_line_is_told_and_nothing_is_lost(begun: AppTest) -> None:
    page = say(begun, " ")
    assert not page.exception
    assert "Nothing was said" in page.warning[0].value


def test_a_turn_taken_back_is_in_the_box_again(begun: AppTest) -> None:
    page = say(begun, "Any advice?").button(key="rehearse-take").click().run()
    assert page.text_area(key="rehearse.line").value == "Any advice?"
    assert "You" not in [one.value for one in page.caption]


def test_the_look_back_has_seven_sides_and_a_way_to_try_again(begun: AppTest) -> None:
    page = say(say(begun, "Any advice?"), "What was your hardest year, and what did it teach you?")
    page = page.button(key="rehearse-end").click().run()
    assert not page.exception
    assert sum("of 3" in one.value for one in page.markdown) == 7
    page = page.button(key="rehearse-retry").click().run()
    page = (
        say(page, "What would you do first in my place?").button(key="rehearse-end").click().run()
    )
    assert any("before:" in one.value for one in page.markdown)


def test_what_tells_of_harm_stops_the_talk_with_a_note(begun: AppTest) -> None:
    text = "I want to kill myself."
    page = say(begun, text)
    assert not page.exception
    assert page.text_area(key="rehearse.line").value == text
    assert page.button(key="rehearse-anyway")


def test_another_talk_can_be_chosen(begun: AppTest) -> None:
    page = begun.button(key="rehearse-leave").click().run()
    assert page.button(key="rehearse-begin")
