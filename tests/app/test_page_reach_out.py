"""The Reach out page: write, edit in place, see the review and the sources follow."""

import re
from collections.abc import Callable

import pytest
from marks import marked
from seen import field, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError

Open = Callable[..., AppTest]

SIX = {
    "reach.sender.name": "Ana Silva",
    "reach.sender.role": "junior nurse",
    "reach.recipient.name": "Dr. Lee",
    "reach.ask.when": "Friday morning",
    "reach.why_them": "you rebuilt the night rota at St. Mary's",
    "reach.questions": "How did you win over the senior nurses?",
}


def fill(page: AppTest, values: dict[str, str]) -> AppTest:
    for key, value in values.items():
        field(page, key).set_value(value)
    return page


def write(page: AppTest) -> AppTest:
    return page.button(key="reach-write").click().run()


@pytest.fixture
def written(open_page: Open) -> AppTest:
    return write(fill(open_page("reach_out"), SIX))


def body(page: AppTest) -> str:
    return str(field(page, "reach.body").value)


def test_six_answers_become_a_message_in_their_words(written: AppTest) -> None:
    assert not written.exception
    assert "Dear Dr. Lee" in body(written)
    assert SIX["reach.why_them"] in body(written)
    assert SIX["reach.questions"] in body(written)


def test_the_six_fields_are_all_that_stand_outside_more_detail(open_page: Open) -> None:
    page = open_page("reach_out")
    hidden = {one.key for part in page.expander for one in (*part.text_input, *part.text_area)}
    shown = [one.key for one in (*page.text_input, *page.text_area) if one.key not in hidden]
    assert sorted(shown) == sorted(SIX)


def test_an_empty_form_says_what_is_missing_by_the_name_of_the_field(open_page: Open) -> None:
    page = write(open_page("reach_out"))
    assert "Their name" in notices(page)[0]
    assert "recipient" not in notices(page)[0]


def test_a_form_without_a_question_points_to_the_question_field(open_page: Open) -> None:
    page = write(fill(open_page("reach_out"), {"reach.recipient.name": "Dr. Lee"}))
    assert "What would you like to ask?" in notices(page)[0]


def test_nothing_typed_is_lost_when_the_form_cannot_be_read(open_page: Open) -> None:
    page = write(fill(open_page("reach_out"), {"reach.sender.name": "Ana Silva"}))
    assert field(page, "reach.sender.name").value == "Ana Silva"


def test_before_anything_is_written_the_page_teaches_and_offers_an_example(open_page: Open) -> None:
    page = open_page("reach_out")
    assert "A good first message" in said(page)
    assert "See an example" in [one.label for one in page.button]


def test_the_example_fills_the_form_in_one_click_and_can_be_taken_back(open_page: Open) -> None:
    page = fill(open_page("reach_out"), {"reach.sender.name": "Ana Silva"}).run()
    page.button(key="reach-example").click().run()
    assert field(page, "reach.sender.name").value == "Priya Nair"
    page.button(key="reach-example-undo").click().run()
    assert field(page, "reach.sender.name").value == "Ana Silva"
    assert field(page, "reach.questions").value == ""


def test_the_example_can_be_written_at_once(open_page: Open) -> None:
    page = open_page("reach_out")
    page.button(key="reach-example").click().run()
    page = write(page)
    assert not notices(page)
    assert "Priya Nair" in body(page)


def test_a_knowledge_fault_is_said_calmly_and_keeps_the_form(
    broken: CoachError, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(settings: object, progress: object = None) -> object:
        raise broken

    monkeypatch.setattr("coach.ui.services.build", fail)
    page = write(fill(open_page("reach_out"), SIX))
    assert not page.exception
    assert "The cards cannot be read" in notices(page)[0]
    assert "Reinstall the program." in notices(page)[0]
    assert field(page, "reach.sender.name").value == "Ana Silva"


def test_an_unforeseen_fault_shows_no_traceback(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("coach.ui.work.draft", fail)
    page = write(fill(open_page("reach_out"), SIX))
    assert not page.exception
    assert "Something went wrong on our side." in notices(page)[0]
    assert "secret detail" not in said(page)


def test_the_checks_follow_what_the_person_changes(written: AppTest) -> None:
    edited = body(written).replace("Thank you", "May I pick your brain? Thank you")
    page = field(written, "reach.body").set_value(edited).run()
    assert any("pick your brain" in text for text in plain_texts(page))
    assert "Worth a look" in said(page) or "Put this right" in said(page)


def test_a_finding_shows_the_words_the_reason_and_the_fix(written: AppTest) -> None:
    page = field(written, "reach.body").set_value("Hi, may I pick your brain?").run()
    quoted = next(one for one in plain_texts(page) if "pick your brain" in one)
    after = plain_texts(page)[plain_texts(page).index(quoted) :]
    assert len(after) >= 3


def test_the_checks_that_passed_are_one_quiet_line(written: AppTest) -> None:
    assert any("passed" in part.label for part in written.expander)


def told(page: AppTest) -> AppTest:
    """Switch the message over to what it rests on."""
    return page.segmented_control(key="reach.view").set_value("sources").run()


def test_the_message_says_what_its_words_rest_on(written: AppTest) -> None:
    page = told(written)
    shown = marked(page)
    assert "why them" in shown.why("rebuilt the night rota")
    assert "Everything it states is in what you told us" in said(page)
    assert not shown.resting_on("unsupported")
    assert "Thank you for reading" not in shown.resting_on("brief")
    assert shown.legend == ["brief", ""]


def test_words_of_the_persons_own_are_compared_with_what_they_told_us(written: AppTest) -> None:
    edited = body(written).replace("Thank you", "I won a prize in Lisbon last year. Thank you")
    page = told(field(written, "reach.body").set_value(edited).run())
    shown = marked(page)
    assert any("Lisbon" in words for words in shown.resting_on("unsupported"))
    assert "not in what you told us" in shown.why("Lisbon") or "did not tell us" in shown.why(
        "Lisbon"
    )
    assert "".join(piece.before for piece in shown.body) == edited
    assert "Not all of it is in what you told us" in said(page)


def test_a_fact_added_to_the_form_takes_the_mark_away(written: AppTest) -> None:
    edited = body(written).replace("Thank you", "I won a prize in Lisbon last year. Thank you")
    written.session_state["reach-more"] = True
    page = told(field(written, "reach.body").set_value(edited).run())
    assert marked(page).resting_on("unsupported")
    page = field(page, "reach.sender.facts").set_value("won a prize in Lisbon last year").run()
    assert not marked(page).resting_on("unsupported")


def test_going_back_to_editing_keeps_every_word(written: AppTest) -> None:
    edited = body(written) + "\n\nPS: mine."
    page = told(field(written, "reach.body").set_value(edited).run())
    assert "Message" not in [one.label for one in page.text_area]
    page = page.segmented_control(key="reach.view").set_value("Edit").run()
    assert body(page) == edited


def test_an_empty_message_has_nothing_to_rest_on(written: AppTest) -> None:
    page = field(written, "reach.body").set_value("").run()
    assert not page.exception
    assert "reach.view" not in [one.key for one in page.segmented_control]


def test_another_approach_keeps_the_version_before(written: AppTest) -> None:
    edited = body(written) + "\n\nPS: mine."
    page = field(written, "reach.body").set_value(edited).run()
    page.button(key="reach-again").click().run()
    assert field(page, "reach.subject").value == "One question, approach 2"
    page.button(key="reach-to-before").click().run()
    assert body(page).endswith("PS: mine.")


def test_a_person_with_a_draft_is_shown_to_improve_it(open_page: Open) -> None:
    page = open_page("reach_out")
    assert "I have a draft already" in [one.label for one in page.page_link]


@pytest.mark.parametrize(
    "hostile",
    ["<b>x</b>", "[x](http://evil.example)", "![](http://evil.example/a.png)", ":red[x]", "# x"],
)
def test_what_a_person_wrote_is_only_ever_shown_as_text(open_page: Open, hostile: str) -> None:
    page = open_page("reach_out")
    page = told(write(fill(page, dict.fromkeys(SIX, hostile + " who?"))))
    assert not page.exception
    rendered = [*page.markdown, *page.caption, *page.warning, *page.error]
    bare = re.compile(rf"(?<!\\){re.escape(hostile)}")
    assert not any(bare.search(str(one.value)) for one in rendered)
    assert not any(one.proto.allow_html for one in (*page.markdown, *page.caption))


def test_a_length_typed_with_the_times_becomes_the_length(open_page: Open) -> None:
    from coach.ui.reach_out_form import split_when

    assert split_when("15 minutes, Friday morning") == (15, "Friday morning")
    assert split_when("Friday morning for 15 min") == (15, "Friday morning")
    assert split_when("Friday after 4") == (None, "Friday after 4")


def test_answers_stand_before_the_ask() -> None:
    from coach.ui.take_step import woven

    body = "Dear Lee,\n\nI am Ana.\n\nCould we talk?\n\nBest wishes,\nAna"
    assert woven(body, ["Mine."], "Could we talk?").split("\n\n")[2:4] == [
        "Mine.",
        "Could we talk?",
    ]
    assert woven(body, ["Mine."]).split("\n\n")[-2] == "Mine."


def test_a_thank_you_asks_for_nothing_by_itself(open_page: Open) -> None:
    from coach.ui.reach_out_form import FORM

    untouched = {"purpose": "thank-you", "ask": {"kind": "video", "minutes": 20}}
    assert "ask" not in FORM.tidy(dict(untouched))
    assert "ask" in FORM.tidy({**untouched, "purpose": "first-contact"})


def test_a_proposed_wording_is_used_with_one_click(written: AppTest) -> None:
    edited = body(written).replace("Thank you", "May I pick your brain? Thank you")
    page = field(written, "reach.body").set_value(edited).run()
    use = next(one for one in page.button if one.label == "Use this wording")
    page = use.click().run()
    assert "pick your brain" not in body(page)


def test_what_is_missing_is_added_with_one_click_before_the_ending(written: AppTest) -> None:
    text = "Dear Dr. Lee,\n\nHow did you win over the night shift?\n\nBest wishes,\nAna"
    page = field(written, "reach.body").set_value(text).run()
    add = next(one for one in page.button if one.label == "Add this")
    page = add.click().run()
    assert len(body(page)) > len(text)
    assert body(page).startswith("Dear Dr. Lee,")
    assert body(page).endswith("Ana")


def test_a_linkedin_note_has_no_subject_and_counts_letters(open_page: Open) -> None:
    page = fill(open_page("reach_out"), SIX)
    page.session_state["reach-more"] = True
    page.run()
    page.segmented_control(key="reach.channel").set_value("linkedin-note")
    page = write(page)
    assert "Subject" not in [one.label for one in page.text_input]
    assert f"{len(body(page))} of 300 letters" in said(page)


def test_the_verdict_stands_beside_the_heading(written: AppTest) -> None:
    page = field(written, "reach.body").set_value("May I pick your brain?").run()
    assert any(one.value.startswith("▲") for one in page.caption)


def test_coach_style_offers_no_wording_of_its_own(open_page: Open) -> None:
    page = fill(open_page("reach_out"), SIX)
    page.segmented_control(key="all.style").set_value("coach")
    page = page.run().button(key="interview-use").click().run()
    page = field(page, "reach.body").set_value("May I pick your brain?").run()
    assert any("pick your brain" in text for text in plain_texts(page))
    labels = [one.label for one in page.button]
    assert "Use this wording" not in labels
    assert "Add this" not in labels
    assert not any(text.startswith("Try:") for text in plain_texts(page))


def test_a_text_far_too_long_is_said_by_the_name_of_its_field(open_page: Open) -> None:
    page = write(fill(open_page("reach_out"), {**SIX, "reach.why_them": "so long " * 9_000}))
    assert "Why them?" in notices(page)[0]
    assert "too long" in notices(page)[0]
