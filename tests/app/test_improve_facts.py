"""The Improve my draft page for a person who told us facts, and for one who tells of harm."""

from collections.abc import Callable

from improving import DRAFT, GOOD, copied, give, press, verdict
from marks import marked
from seen import field, headings, plain_texts, said
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def with_facts(open_page: Open, draft: str, facts: str = "") -> AppTest:
    """A draft, and a person who told us who it is for, why, and what they do."""
    page = open_page("improve")
    page.session_state["improve-facts"] = True
    page.run()
    told = {
        "recipient.name": "Dr. Lee",
        "sender.name": "Ana",
        "sender.role": "nurse on the night shift at St. Mary's",
        "why_them": "rebuilt the night rota at your hospital",
        "questions": "How did you win over the senior nurses?",
        "ask.when": "15 minutes, Tuesday or Thursday after 4 pm",
        "sender.facts": facts,
    }
    for path, value in told.items():
        field(page, f"reach.{path}").set_value(value)
    return give(page, draft)


CLAIM = "We met in Lisbon in 2019. "
CLAIMING = DRAFT.replace("How did", f"{CLAIM}How did")


def test_without_facts_there_is_nothing_to_rest_on(open_page: Open) -> None:
    reviewed = give(open_page("improve"), DRAFT)
    assert "improve.view" not in [one.key for one in reviewed.segmented_control]
    assert marked(reviewed).legend == []


def test_what_nobody_told_us_is_marked_among_the_changes(open_page: Open) -> None:
    page = with_facts(open_page, CLAIMING)
    shown = marked(page)
    assert shown.resting_on("unsupported") == ["We met in Lisbon in 2019"]
    assert shown.legend == ["unsupported"]
    assert any(piece.number for piece in shown.body)
    assert "".join(piece.before for piece in shown.body) == CLAIMING


def test_the_text_as_it_stands_says_what_it_rests_on(open_page: Open) -> None:
    page = press(with_facts(open_page, CLAIMING), "Accept *change 1*")
    page = page.segmented_control(key="improve.view").set_value("sources").run()
    shown = marked(page)
    assert "".join(piece.before for piece in shown.body) == copied(page)
    assert any("night rota" in words for words in shown.resting_on("brief"))
    assert shown.resting_on("unsupported") == ["We met in Lisbon in 2019"]
    assert not any(piece.number for piece in shown.body)
    page = page.segmented_control(key="improve.view").set_value("Changes").run()
    assert any(piece.number for piece in marked(page).body)


def test_a_message_with_nothing_to_change_shows_what_it_rests_on(open_page: Open) -> None:
    page = with_facts(open_page, GOOD)
    assert verdict(page) == "Send it as it is."
    assert "Everything it states is in what you told us" in said(page)
    assert marked(page).resting_on("unsupported") == []


def test_what_a_person_says_is_true_becomes_a_fact_they_can_change(open_page: Open) -> None:
    page = with_facts(open_page, CLAIMING, "eight years of nights")
    assert "“We met in Lisbon in 2019”" in plain_texts(page)
    page = press(page, "It is true")
    facts = field(page, "reach.sender.facts").value
    assert facts == "eight years of nights\nWe met in Lisbon in 2019"
    assert marked(page).resting_on("unsupported") == []
    assert not any(one.label.startswith("It is true") for one in page.button)


def test_the_same_draft_gets_the_same_findings_again(open_page: Open) -> None:
    first, again = with_facts(open_page, CLAIMING), with_facts(open_page, CLAIMING)
    assert said(first) == said(again)
    assert marked(first) == marked(again)


HARM = "Dear Dr. Lee,\n\nmy supervisor keeps touching me. Could we talk?\n\nAna"


def test_harm_is_answered_with_care_and_the_text_is_left_alone(open_page: Open) -> None:
    page = give(open_page("improve"), HARM)
    assert not page.header
    assert "Keep this" not in headings(page)
    assert any("it is not yours to put right alone" in text for text in plain_texts(page))
    assert field(page, "improve.body").value == HARM


def test_a_person_decides_that_it_is_about_something_else(open_page: Open) -> None:
    page = press(give(open_page("improve"), HARM), "I have read this")
    assert verdict(page).startswith("Not yet")
    assert any("it is not yours to put right alone" in text for text in plain_texts(page))


def test_in_distress_only_the_note_is_shown(open_page: Open) -> None:
    page = give(open_page("improve"), "Dear Dr. Lee,\n\nI do not want to live any more.\n\nAna")
    assert not page.header
    assert any("Please talk to somebody today" in text for text in plain_texts(page))
