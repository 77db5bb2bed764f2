"""The Reflect page: three stages of questions, and answers that are kept."""

from collections.abc import Callable

import pytest
from seen import headings, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError

Open = Callable[..., AppTest]


def ask(page: AppTest) -> AppTest:
    return page.button(key="reflect-write").click().run()


def fill(page: AppTest) -> AppTest:
    page.text_input(key="reflect.recipient.name").set_value("Dr. Lee")
    page.text_area(key="reflect.notes").set_value("she said: start small\nwe laughed")
    return page


@pytest.fixture
def asked(open_page: Open) -> AppTest:
    return ask(fill(open_page("reflect")))


def test_a_reflection_has_three_stages_in_order(asked: AppTest) -> None:
    assert not asked.exception
    stages = ["What happened", "So what", "Now what"]
    assert [one for one in headings(asked) if one in stages] == stages


def test_every_question_has_a_field_for_its_answer(asked: AppTest) -> None:
    fields = [one for one in asked.text_area if one.label.startswith("Your answer")]
    assert len(fields) == 3


def test_answers_are_kept_when_the_questions_are_asked_again(asked: AppTest) -> None:
    field = next(one for one in asked.text_area if one.label.startswith("Your answer"))
    field.set_value("She greeted me by name.").run()
    page = ask(asked)
    assert "She greeted me by name." in [one.value for one in page.text_area]


def test_mentor_style_advises(asked: AppTest) -> None:
    assert "Write to them within two days." in plain_texts(asked)


def test_coach_style_only_asks(open_page: Open) -> None:
    page = fill(open_page("reflect"))
    page.segmented_control(key="all.style").set_value("coach")
    page = ask(page)
    assert "A piece of advice" not in said(page)


def test_an_empty_form_names_the_field_that_is_missing(open_page: Open) -> None:
    page = ask(open_page("reflect"))
    assert "Whom did you meet?" in notices(page)[0]


def test_before_it_asks_the_page_says_what_looking_back_is(open_page: Open) -> None:
    assert "Three short looks back" in said(open_page("reflect"))


def test_the_example_can_be_asked_about_at_once_and_keeps_the_chosen_style(open_page: Open) -> None:
    page = open_page("reflect")
    page.button(key="reflect-example").click().run()
    page = ask(page)
    assert not notices(page)
    assert page.segmented_control(key="all.style").value == "mentor"


def test_a_fault_is_said_calmly_and_keeps_the_notes(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise CoachError("the cards cannot be read", "Reinstall the program.")

    monkeypatch.setattr("coach.ui.work.draft", fail)
    page = ask(fill(open_page("reflect")))
    assert "Reinstall the program." in notices(page)[0]
    assert page.text_area(key="reflect.notes").value.startswith("she said")
