"""The Improve my draft page: the person's own words, and every change theirs to take or leave."""

import re
from collections.abc import Callable

import pytest
from improving import DRAFT, GOOD, KINDS, SUBJECT, copied, give, press, verdict
from marks import marked
from seen import field, headings, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError

Open = Callable[..., AppTest]


@pytest.fixture
def reviewed(open_page: Open) -> AppTest:
    return give(open_page("improve"), DRAFT)


def test_before_there_is_a_draft_the_page_teaches_and_offers_an_example(open_page: Open) -> None:
    page = open_page("improve")
    assert "Paste a draft, however rough" in said(page)
    assert not page.exception
    page = press(page, "See an example")
    assert "Almost there" in said(page)
    page = press(page, "Put back what I had")
    assert field(page, "improve.body").value == ""
    assert field(page, "improve.subject").value == ""


def test_a_draft_gets_a_verdict_strengths_and_changes(reviewed: AppTest) -> None:
    assert not reviewed.exception
    assert verdict(reviewed).startswith("Almost there")
    assert "“How did you win over the senior nurses?”" in plain_texts(reviewed)
    assert "The changes, one by one" in headings(reviewed)
    gone = [piece.before for piece in marked(reviewed).body if piece.number]
    assert any("finds you well" in words for words in gone)
    assert re.search(r"you keep \d\d% of your words", said(reviewed))


def test_the_marks_and_what_stays_are_the_whole_draft(reviewed: AppTest) -> None:
    shown = marked(reviewed)
    assert "".join(piece.before for piece in shown.body) == DRAFT
    assert "".join(piece.before for piece in shown.subject) == SUBJECT


def test_a_change_taken_is_in_the_text_and_another_left_is_not(reviewed: AppTest) -> None:
    assert copied(reviewed) == DRAFT
    page = press(reviewed, "Accept *change 1*")
    assert "finds you well" not in copied(page)
    assert "I'm just a nurse" in copied(page)
    page = press(page, "Keep mine *in place of change 2*")
    assert "I'm just a nurse" in copied(page)
    assert "✓ Taken" in said(page)
    assert "Left as you wrote it" in said(page)
    assert field(page, "improve.body").value == DRAFT


def test_a_decision_can_be_taken_back_one_by_one_or_the_last(reviewed: AppTest) -> None:
    page = press(press(reviewed, "Accept *change 1*"), "Accept *change 2*")
    page = press(page, "Undo")
    assert "I'm just a nurse" in copied(page)
    assert "finds you well" not in copied(page)
    page = press(page, "Decide again *on change 1*")
    assert copied(page) == DRAFT


def test_all_changes_are_taken_at_once_and_the_review_follows(reviewed: AppTest) -> None:
    page = press(reviewed, "Accept all")
    assert "Every change is in." in said(page)
    assert "finds you well" not in copied(page)
    assert verdict(page).startswith(("Send it", "You can send it"))
    assert not any(one.label.startswith("Accept") for one in page.button)
    assert copied(press(page, "Undo")) == DRAFT


def test_going_on_writing_makes_it_the_draft_and_there_is_a_way_back(reviewed: AppTest) -> None:
    page = press(reviewed, "Accept all")
    improved = copied(page)
    page = press(page, "Go on writing with this")
    assert field(page, "improve.body").value == improved
    page = press(page, "Back to the draft before")
    assert field(page, "improve.body").value == DRAFT
    assert "✓ Taken" in said(page)


def test_a_decision_outlives_an_edit_elsewhere_in_the_draft(reviewed: AppTest) -> None:
    page = press(reviewed, "Accept *change 1*")
    edited = DRAFT.replace("Dear Dr. Lee,", "Dear Dr. Lee, good morning,")
    page = field(page, "improve.body").set_value(edited).run()
    assert "finds you well" not in copied(page)
    assert "good morning" in copied(page)


def test_a_good_message_is_told_to_go_without_a_fault(open_page: Open) -> None:
    page = give(open_page("improve"), GOOD)
    assert verdict(page) == "Send it as it is."
    assert "What your reader may stumble over" not in headings(page)
    assert copied(page) == GOOD


def test_five_findings_at_once_and_the_rest_on_demand(open_page: Open) -> None:
    page = give(open_page("improve"), "Could somebody help me with my career?", "")
    label = next(part.label for part in page.expander if "come" in part.label)

    def findings() -> int:
        return sum(one.value in KINDS for one in page.caption)

    assert findings() == 5
    page.session_state["improve-rest"] = True
    page = page.run()
    assert findings() == 5 + int(label.split()[0])


def test_a_pasted_subject_line_goes_into_its_field(open_page: Open) -> None:
    page = give(open_page("improve"), f"Subject: {SUBJECT}\n\n{DRAFT}", "")
    assert field(page, "improve.subject").value == SUBJECT
    assert field(page, "improve.body").value == DRAFT


def test_the_facts_of_reach_out_are_compared_with_the_draft(open_page: Open) -> None:
    page = open_page("reach_out")
    field(page, "reach.recipient.name").set_value("Dr. Leigh")
    field(page, "reach.questions").set_value("How did you win over the senior nurses?").run()
    desk = page.query_params["desk"]
    page = open_page("improve", desk=desk if isinstance(desk, str) else desk[0])
    page = give(page, DRAFT)
    assert any("Leigh" in piece.after for piece in marked(page).body)


def test_nothing_typed_and_nothing_decided_is_lost_on_a_reload(
    reviewed: AppTest, open_page: Open
) -> None:
    page = press(reviewed, "Accept *change 1*")
    desk = page.query_params["desk"]
    page = open_page("improve", desk=desk if isinstance(desk, str) else desk[0])
    assert field(page, "improve.body").value == DRAFT
    assert "✓ Taken" in said(page)


def test_coach_style_proposes_no_wording(open_page: Open) -> None:
    page = open_page("improve")
    page.session_state["improve-facts"] = True
    page.run()
    page.segmented_control(key="all.style").set_value("coach").run()
    page = give(page, DRAFT)
    assert not any(one.label.startswith("Accept") for one in page.button)
    assert "The changes, one by one" not in headings(page)
    assert copied(page) == DRAFT


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "**bold** :red[x]", "[x](http://evil.example)", "# head"],
)
def test_what_a_person_wrote_is_only_ever_shown_as_text(open_page: Open, hostile: str) -> None:
    page = give(open_page("improve"), f"Hi {hostile},\n\nI am just a nurse. {hostile}", hostile)
    assert not page.exception
    rendered = [*page.markdown, *page.caption, *page.header, *page.subheader, *page.warning]
    bare = re.compile(rf"(?<!\\){re.escape(hostile)}")
    assert not any(bare.search(str(one.value)) for one in rendered)
    assert not any(one.proto.allow_html for one in (*page.markdown, *page.caption))
    assert not any(hostile in one.label for one in (*page.button, *page.expander))


def test_a_very_long_text_is_reviewed_and_kept(open_page: Open) -> None:
    long = "so long a draft " * 3_500
    page = give(open_page("improve"), long)
    assert not page.exception
    assert verdict(page).startswith("Not yet")
    assert field(page, "improve.body").value == long


@pytest.mark.parametrize("body", ["\x00", "?!", "a"])
def test_a_text_that_is_hardly_one_is_taken_calmly(open_page: Open, body: str) -> None:
    page = give(open_page("improve"), body)
    assert not page.exception
    assert not page.error


def test_a_linkedin_note_has_no_subject(open_page: Open) -> None:
    page = open_page("improve")
    page.segmented_control(key="reach.channel").set_value("linkedin-note").run()
    field(page, "improve.body").set_value("Hi Jo, I am just a nurse.").run()
    assert "Subject" not in [one.label for one in page.text_input]
    assert marked(page).subject == []


def test_a_knowledge_fault_is_said_calmly_and_keeps_the_draft(
    broken: CoachError, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise broken

    monkeypatch.setattr("coach.ui.services.build", fail)
    page = give(open_page("improve"), DRAFT)
    assert not page.exception
    assert "The cards cannot be read" in notices(page)[0]
    assert field(page, "improve.body").value == DRAFT


def test_the_draft_gone_on_with_is_found_as_the_changes_left_it(reviewed: AppTest) -> None:
    page = press(reviewed, "Accept all")
    before = verdict(page), [one.value for one in page.caption if one.value in KINDS]
    page = press(page, "Go on writing with this")
    assert (verdict(page), [one.value for one in page.caption if one.value in KINDS]) == before
    assert not any(one.label.startswith("Accept") for one in page.button)
