"""The Prepare page: a plan that adds up, kindly refused input, a teaching empty state."""

from collections.abc import Callable

import pytest
from seen import notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError
from coach.ui.memory import DESK_ID, desks
from coach.ui.rehearsal_desk import OWN, SOURCE, WITH

Open = Callable[..., AppTest]


def plan(page: AppTest) -> AppTest:
    return page.button(key="prepare-write").click().run()


@pytest.fixture
def planned(open_page: Open) -> AppTest:
    page = open_page("prepare")
    page.text_input(key="prepare.recipient.name").set_value("Dr. Lee")
    page.number_input(key="prepare.meeting.minutes").set_value(40)
    page.text_input(key="prepare.topic").set_value("the night rota")
    page.text_area(key="prepare.questions").set_value("How did you begin?\nWhat would you drop?")
    return plan(page)


def test_a_meeting_becomes_a_timed_agenda(planned: AppTest) -> None:
    assert not planned.exception
    assert "0–35 min" in plain_texts(planned)
    assert "35–40 min" in plain_texts(planned)
    assert "40 minutes in all" in said(planned)


def test_each_question_stands_on_its_own_line(planned: AppTest) -> None:
    assert "How did you begin?" in plain_texts(planned)
    assert "What would you drop?" in plain_texts(planned)


def test_the_agenda_can_be_saved(planned: AppTest) -> None:
    assert planned.download_button(key="prepare-md").label == "Text (.md)"


def test_an_empty_form_names_the_field_that_is_missing(open_page: Open) -> None:
    page = plan(open_page("prepare"))
    assert "Who are you meeting?" in notices(page)[0]


def test_a_name_alone_is_asked_for_one_question(open_page: Open) -> None:
    page = open_page("prepare")
    page.text_input(key="prepare.recipient.name").set_value("Dr. Lee")
    page = plan(page)
    assert "What do you want to ask?" in notices(page)[0]
    assert page.text_input(key="prepare.recipient.name").value == "Dr. Lee"


def test_before_a_plan_the_page_says_what_a_good_meeting_has(open_page: Open) -> None:
    assert "worth their time" in said(open_page("prepare"))


def test_the_example_can_be_planned_at_once(open_page: Open) -> None:
    page = open_page("prepare")
    page.button(key="prepare-example").click().run()
    page = plan(page)
    assert not notices(page)
    assert "Before you go" in said(page)


def test_a_fault_is_said_calmly_and_keeps_the_agenda_before(
    planned: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise CoachError("the cards cannot be read", "Reinstall the program.")

    monkeypatch.setattr("coach.ui.work.draft", fail)
    page = plan(planned)
    assert "Reinstall the program." in notices(page)[0]
    assert "35–40 min" in plain_texts(page)


def test_the_agenda_leads_to_rehearsing_with_that_person(planned: AppTest) -> None:
    page = planned.button(key="prepare-rehearse").click().run()
    kept = desks().find(page.session_state[DESK_ID])
    assert kept is not None
    assert (kept[WITH], kept[SOURCE]) == (OWN, "prepare")
    assert kept["prepare.brief"].recipient.name == "Dr. Lee"
