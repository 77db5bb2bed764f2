"""The Rehearse page: choose a talk, have it, take a turn back, look back, try again."""

from collections.abc import Callable

import pytest
from seen import headings, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.ui.memory import DESK_ID, Desk, desks
from coach.ui.rehearsal_desk import OWN, WITH
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.rehearsals_kept import saved
from coach.use_cases.rehearse import play, scenarios

Open = Callable[..., AppTest]
MEETING = brief_from_mapping(
    {
        "kind": "agenda",
        "recipient": {"name": "Elena Ruiz", "role": "director of analytics"},
        "topic": "choosing between two tracks",
        "questions": ["What made you choose management?"],
        "meeting": {"number": 3, "minutes": 30},
        "updates": ["I shadowed a lead"],
        "open_actions": ["ask Dana"],
        "private_notes": ["I am thinking of leaving the hospital"],
    }
)


def desk_of(page: AppTest) -> Desk:
    kept = desks().find(page.session_state[DESK_ID])
    assert kept is not None
    return kept


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


@pytest.fixture
def own(open_page: Open) -> AppTest:
    page = open_page("rehearse")
    desk_of(page)["prepare.brief"] = MEETING
    page = page.segmented_control(key=WITH).set_value(OWN).run()
    assert not page.exception
    return page


def test_without_a_brief_the_way_to_one_is_shown(open_page: Open) -> None:
    page = open_page("rehearse").segmented_control(key=WITH).set_value(OWN).run()
    assert not page.exception
    assert any("Write to them on Reach out" in text for text in plain_texts(page))
    assert "rehearse-begin" not in [one.key for one in page.button]


def test_a_planned_meeting_is_rehearsed_with_that_person_and_marked_a_guess(own: AppTest) -> None:
    assert own.selectbox(key="rehearse.own-talk").value == "monthly-actions-done"
    assert "A guess, made only from what you wrote" in said(own)
    page = own.button(key="rehearse-begin").click().run()
    assert not page.exception
    assert "Elena Ruiz" in said(page)
    page = say(page, "I asked Dana, and I may sit in. What would you look at first?")
    assert not page.exception
    assert "leaving" not in said(page) + " ".join(plain_texts(page))


def test_what_to_bring_up_stands_beside_the_talk_to_be_ticked(own: AppTest) -> None:
    page = own.button(key="rehearse-begin").click().run()
    assert page.checkbox(key="rehearse.tick.0").label == "ask Dana"
    page = page.checkbox(key="rehearse.tick.0").check().run()
    page = say(page, "I asked Dana, and I may sit in.")
    assert page.checkbox(key="rehearse.tick.0").value


def test_the_manner_is_asked_and_not_guessed(own: AppTest) -> None:
    page = own.segmented_control(key="rehearse.own-time").set_value("little").run()
    assert page.button(key="rehearse-begin").label == "Begin (15 minutes of talk)"


def test_a_talk_left_in_the_middle_can_be_gone_back_to(begun: AppTest) -> None:
    page = say(begun, "Any advice?").button(key="rehearse-leave").click().run()
    page = page.button(key="rehearse-back-to").click().run()
    assert not page.exception
    assert "Any advice?" in plain_texts(page)


def test_one_time_is_told_how_to_become_two_and_two_stand_side_by_side(begun: AppTest) -> None:
    page = say(say(begun, "Any advice?"), "What was your hardest year, and why?")
    page = page.button(key="rehearse-end").click().run()
    assert any("first time you look back" in text for text in plain_texts(page))
    page = say(page.button(key="rehearse-retry").click().run(), "What would you do in my place?")
    page = page.button(key="rehearse-end").click().run()
    assert not page.exception
    table = next(one.value for one in page.markdown if "Your share of the words" in one.value)
    assert table.splitlines()[0].count("|") == 4


def with_file(page: AppTest, place: str, data: bytes) -> AppTest:
    """The page with a file opened at that place."""
    page.session_state[f"{place}-open"] = True
    page = page.run()
    page.file_uploader(key=place).upload("file.json", data)
    return page.run()


def test_a_brief_opened_from_a_file_is_rehearsed(open_page: Open) -> None:
    page = with_file(
        open_page("rehearse").segmented_control(key=WITH).set_value(OWN).run(),
        "rehearse-brief",
        MEETING.model_dump_json().encode(),
    )
    assert not page.exception
    assert any("You meet Elena Ruiz" in text for text in plain_texts(page))


def test_a_file_that_is_no_brief_is_told_kindly(open_page: Open) -> None:
    page = open_page("rehearse").segmented_control(key=WITH).set_value(OWN).run()
    page = with_file(page, "rehearse-brief", b"kind: agendum")
    assert not page.exception
    assert "agenda" in page.warning[0].value


def test_a_saved_talk_goes_on_where_it_was(open_page: Open) -> None:
    whole = play("first-informational-talk", ["Thank you for seeing me.", "How did you start?"])
    page = with_file(open_page("rehearse"), "rehearse-saved", saved(whole))
    assert not page.exception
    assert "How did you start?" in plain_texts(page)
    assert page.button(key="rehearse-say")


def test_a_file_that_is_no_rehearsal_is_told_kindly(open_page: Open) -> None:
    page = with_file(open_page("rehearse"), "rehearse-saved", b"{}")
    assert not page.exception
    assert "not a saved rehearsal" in page.warning[0].value


def test_a_brief_that_tells_of_harm_is_met_with_a_note_first(open_page: Open) -> None:
    page = open_page("rehearse")
    told = {"topic": "my supervisor puts his hand on my knee"}
    desk_of(page)["prepare.brief"] = MEETING.model_copy(update=told)
    page = page.segmented_control(key=WITH).set_value(OWN).run()
    assert "rehearse-begin" not in [one.key for one in page.button]
    page = page.button(key="rehearse-own-anyway").click().run()
    assert page.button(key="rehearse-begin")
