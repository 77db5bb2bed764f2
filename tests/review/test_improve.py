"""Small changes to the person's own words, and no new faults."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Channel, Purpose
from coach.review import improve_message, review_message
from evals.review_eval import DEVELOPMENT
from tests.review.samples import GOOD, brief

ROWS = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]


def improve(text: str, **options: Any):
    findings = review_message(text, **options)
    return improve_message(text, findings, **options)


def fails(text: str, **options: Any) -> set[str]:
    return {f.check for f in review_message(text, **options) if not f.passed}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_improved_text_has_no_new_faults(row):
    options = {
        "brief": OutreachBrief.model_validate(row["brief"]) if "brief" in row else None,
        "channel": Channel(row["channel"]),
        "purpose": Purpose(row["purpose"]),
    }
    improved, changes, kept = improve(row["text"], **options)
    subject = {"subject": improved.subject} if improved.subject else {}
    assert fails(improved.body, **options, **subject) <= fails(row["text"], **options)
    assert 0 <= kept <= 1
    assert all(change.why and change.before != change.after for change in changes)


def test_a_good_message_is_left_alone():
    improved, changes, kept = improve(GOOD, brief=brief())
    assert changes == ()
    assert kept == 1
    assert improved.subject == "Management or technical track, after your Summit talk"
    assert improved.body == GOOD.split("\n\n", 1)[1]


FLAWED = """Subject: Forecasting after reporting

Dear Dr. Ruis,

I hope this email finds you well. I'm just a data analyst at Northfield Hospital and heard your talk \
at the Health Data Summit. What made you choose management?

Would you be my mentor? It would be a shame if you said no.

Priya
"""


def test_each_change_mends_its_check_and_keeps_the_voice():
    improved, changes, kept = improve(FLAWED)
    assert "finds you well" not in improved.body
    assert "I am a data analyst" in improved.body
    assert "Would you have 20 minutes to talk" in improved.body
    assert "shame" not in improved.body
    assert "Thank you" in improved.body
    assert {c.check for c in changes} >= {"no-cliche", "no-over-apology", "ask-low-commitment"}
    assert 0.5 < kept < 1
    assert "  " not in improved.body


def test_a_misspelt_name_is_set_right():
    improved, _, _ = improve(FLAWED, brief=brief())
    assert improved.body.startswith("Dear Dr. Ruiz,")


@pytest.mark.parametrize(
    ("greeting", "becomes"),
    [("Dear Sir or Madam,", "Dear Dr. Ruiz,"), ("Hello,", "Hello Dr. Ruiz,")],
)
def test_a_missing_name_is_put_into_the_greeting(greeting, becomes):
    improved, _, _ = improve(f"{greeting}\n\nI am a nurse.", brief=brief())
    assert improved.body.startswith(becomes)


def test_a_missing_subject_is_the_topic():
    improved, changes, _ = improve("Dear Dr. Ruiz,\n\nhello there", brief=brief())
    assert improved.subject == "Choosing between a management and a technical track"
    assert any(change.check == "has-subject" for change in changes)


def test_facts_and_blanks_are_never_filled_in():
    improved, _, _ = improve("Dear [Name],\n\nI heard your talk at [event].")
    assert "[event]" in improved.body


def test_a_deletion_leaves_capitals_and_spaces_right():
    text = "Subject: Nights\n\nHi Jo,\n\nI hope you are doing well, and i have a question. How do you cope?"
    improved, _, _ = improve(text)
    assert improved.body.startswith("Hi Jo,\n\nI have a question. How do you cope?")


def test_one_apology_is_enough_and_stays():
    text = "Subject: Nights\n\nHi Jo,\n\nSorry to bother you. Sorry for the intrusion. How do you cope?"
    improved, _, _ = improve(text)
    assert improved.body.lower().count("sorry") == 1


def test_changes_carry_the_card_of_their_finding():
    findings = review_message(FLAWED, cards={"gratitude": ["say-thank-you"]})
    _, changes, _ = improve_message(FLAWED, findings)
    assert [c.card for c in changes if c.check == "thanks"] == ["say-thank-you"]


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=200), channel=st.sampled_from(Channel))
def test_any_text_can_be_improved(text, channel):
    improved, _, kept = improve(text, brief=brief(), channel=channel)
    assert improved.body is not None
    assert 0 <= kept <= 1


def test_an_endless_paste_comes_back_as_it_was():
    text = "hello you " * 50_000
    improved, changes, kept = improve(text)
    assert (improved.body, changes, kept) == (text, (), 1.0)
