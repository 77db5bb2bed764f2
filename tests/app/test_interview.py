"""Coach style on Reach out: one question at a time, the message beside it, one truth: the form."""

from collections.abc import Callable

import pytest
from seen import field, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from tests.conftest import ANSWERS

Open = Callable[..., AppTest]


@pytest.fixture
def page(open_page: Open) -> AppTest:
    page = open_page("reach_out")
    return page.segmented_control(key="all.style").set_value("coach").run()


def box(page: AppTest) -> str:
    return next(one.key for one in page.text_area if str(one.key).startswith("reach.reply."))


def answer(page: AppTest, *texts: str) -> AppTest:
    for text in texts:
        field(page, box(page).split("~")[0]).set_value(text)
        page = page.button(key="interview-next").click().run()
        assert not page.exception
    return page


def seen(page: AppTest) -> str:
    return "\n".join(plain_texts(page))


def test_the_coach_asks_one_thing_with_its_reason_and_its_place(page: AppTest) -> None:
    assert "Who are you writing to, and by what name?" in seen(page)
    assert "written for one person" in seen(page)
    assert "1 of about" in said(page)
    assert sum(str(one.key).startswith("reach.reply.") for one in page.text_area) == 1


def test_the_message_grows_beside_the_questions(page: AppTest) -> None:
    page = answer(page, *ANSWERS[:2])
    assert "Hello Elena,\n\nI" in seen(page)
    assert "moved from reporting to forecasting" in seen(page)
    assert "what it is about" in seen(page)


def test_at_the_end_the_message_can_be_edited_checked_and_taken_along(page: AppTest) -> None:
    page = answer(page, *ANSWERS)
    assert "That is enough for a message." in seen(page)
    page = page.button(key="interview-use").click().run()
    assert not page.exception
    body = str(field(page, "reach.body").value)
    assert body.startswith("Hello Elena,")
    assert "Would you have 20 minutes for a call?" in body


def test_the_answers_fill_the_fields_of_the_form(page: AppTest) -> None:
    page = answer(page, *ANSWERS)
    page.session_state["reach-fields"] = True
    page = page.run()
    assert field(page, "reach.recipient.name").value == "Elena Ruiz"
    assert field(page, "reach.why_them").value == ANSWERS[1]
    assert field(page, "reach.sender.role").value == "data analyst"
    assert field(page, "reach.questions").value == f"{ANSWERS[2]}\n{ANSWERS[3]}"


def test_a_field_changed_by_hand_changes_the_message(page: AppTest) -> None:
    page = answer(page, *ANSWERS)
    page.session_state["reach-fields"] = True
    page = page.run()
    page = field(page, "reach.why_them").set_value("she built the flood model").run()
    assert "built the flood model" in seen(page)
    assert "moved from reporting" not in seen(page)
    assert "20 minutes" in seen(page)


def test_a_form_filled_before_leaves_only_the_rest_to_ask(open_page: Open) -> None:
    page = open_page("reach_out")
    field(page, "reach.recipient.name").set_value("Elena Ruiz")
    field(page, "reach.why_them").set_value("she built the flood model")
    page.run()
    page = page.segmented_control(key="all.style").set_value("coach").run()
    assert "What is the one decision" in seen(page)


def test_what_the_form_offers_by_default_was_not_said(page: AppTest) -> None:
    page = answer(page, *ANSWERS[:3])
    assert "20 minutes" not in seen(page)
    assert "video" not in seen(page)


def test_skip_goes_on_and_the_gap_is_named(page: AppTest) -> None:
    page = answer(page, "Elena")
    page = page.button(key="interview-skip").click().run()
    assert "What is the one decision" in seen(page)
    assert "why Elena" in seen(page)


def test_back_puts_the_answer_in_its_box_again(page: AppTest) -> None:
    page = answer(page, "Elena", "she built the flood model")
    page = page.button(key="interview-back").click().run()
    assert "What has Elena done" in seen(page)
    assert page.text_area(key=box(page)).value == "she built the flood model"
    assert "flood model" not in seen(page)


def test_what_was_typed_and_not_sent_is_kept(page: AppTest) -> None:
    field(page, box(page).split("~")[0]).set_value("Elena, I thi")
    page = page.run()
    page = page.segmented_control(key="all.style").set_value("mentor").run()
    page = page.segmented_control(key="all.style").set_value("coach").run()
    assert page.text_area(key=box(page)).value == "Elena, I thi"


def test_another_purpose_asks_other_questions(page: AppTest) -> None:
    page = page.selectbox(key="reach.purpose").set_value("thank-you").run()
    page = answer(page, "Elena")
    assert "want to thank Elena for" in seen(page)


def test_an_update_keeps_both_what_was_done_and_what_came_of_it(page: AppTest) -> None:
    page = page.selectbox(key="reach.purpose").set_value("closing").run()
    page = answer(page, "Owen", "you read every draft of my case", "to ask before I assume")
    assert "Thank you for reading every draft of my case." in seen(page)
    assert "I learnt to ask before I assume." in seen(page)


def test_mentor_style_stays_as_it_was(open_page: Open) -> None:
    page = open_page("reach_out")
    assert page.button(key="reach-write").label == "Write my message"
    assert not any(str(one.key).startswith("reach.reply.") for one in page.text_area)


def test_the_message_taken_over_can_be_left_for_the_questions_again(page: AppTest) -> None:
    page = answer(page, *ANSWERS)
    page = page.button(key="interview-use").click().run()
    page = page.button(key="interview-go-on").click().run()
    assert "That is enough for a message." in seen(page)
    page = page.button(key="interview-see").click().run()
    assert str(field(page, "reach.body").value).startswith("Hello Elena,")


@pytest.mark.parametrize(
    "hostile", ["<b>x</b>", "[x](http://evil.example)", ":red[x]", "# x", "`x`"]
)
def test_what_was_answered_is_only_ever_shown_as_text(page: AppTest, hostile: str) -> None:
    page = answer(page, hostile, hostile, hostile)
    rendered = [str(one.value) for one in (*page.markdown, *page.caption, *page.warning)]
    assert not any(hostile in text for text in rendered)
    assert not any(one.proto.allow_html for one in (*page.markdown, *page.caption))


def test_too_long_an_answer_is_said_calmly_and_kept(page: AppTest) -> None:
    page = answer(page, "x" * 5000)
    assert "too long" in notices(page)[0]
    assert len(str(page.text_area(key=box(page)).value)) == 5000


def test_distress_is_met_with_care_and_no_message(page: AppTest) -> None:
    page = answer(page, "Elena", "I feel like ending my life")
    assert "Hello Elena" not in seen(page)
    assert not page.exception
