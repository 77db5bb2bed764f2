"""A date that binds the mentee is told as a fact, and never offered as their free time."""

from typing import Any

import pytest

from coach.domain.brief import OutreachBrief
from coach.writing.builtin import BuiltInWriter
from coach.writing.deadline import event_in, is_deadline


def body(writer: BuiltInWriter, **fields: Any) -> str:
    return draft(writer, **fields)[0]


def draft(writer: BuiltInWriter, **fields: Any) -> tuple[str, tuple[str, ...]]:
    given = {
        "sender": {"name": "Ines Roth", "role": "ward clerk"},
        "recipient": {"name": "Colm Byrne"},
        **fields,
    }
    found = writer.outreach(OutreachBrief.model_validate(given))
    return found.body, found.questions


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("interview's 9th feb", "the interview is on 9 feb"),
        ("Shortlisting 3 March", "the shortlisting is on 3 March"),
        ("the board meets on 2 May", "the board meets on 2 May"),
        ("closing date 4 June", "the closing date is 4 June"),
        ("results in August", "the results are in August"),
        ("applications close 4 June", "applications close on 4 June"),
        ("any exam-free day in May", ""),
        ("before my exam on 3 June", ""),
        ("Tuesday after the staff meeting", ""),
        ("9-11 December", ""),
    ],
)
def test_an_event_with_its_date_is_a_sentence_and_a_free_day_is_none(
    typed: str, event: str
) -> None:
    assert event_in(typed)[0] == event


@pytest.mark.parametrize(
    ("typed", "deadline"),
    [
        ("by Friday", True),
        ("before the jury sits", True),
        ("before noon", False),
        ("before 9 am", False),
        ("Friday", False),
    ],
)
def test_the_end_of_something_is_told_from_an_hour_of_the_day(typed: str, deadline: bool) -> None:
    assert is_deadline(typed) is deadline


def test_a_sponsor_is_told_the_date_and_offered_no_talk_nobody_asked_for(
    writer: BuiltInWriter,
) -> None:
    ask = {"kind": "advocacy", "when": "interview's 9th feb"}
    text = body(writer, purpose="sponsor-ask", topic="the night matron post", ask=ask)
    assert "The interview is on 9 February." in text
    assert "20 minutes" not in text
    assert "I could do" not in text


def test_a_sponsor_is_asked_in_time_for_the_deadline(writer: BuiltInWriter) -> None:
    ask = {"kind": "advocacy", "when": "before the trustees meet on 2 May"}
    text = body(writer, purpose="sponsor-ask", topic="the night matron post", ask=ask)
    assert "for the night matron post before the trustees meet on 2 May?" in text


@pytest.mark.parametrize(
    "topic",
    [
        "the vacancy on the ethics committee",
        "an opening in the legal team",
        "a job at the new depot",
    ],
)
def test_a_post_that_is_open_is_what_a_sponsor_is_asked_to_speak_for(
    topic: str, writer: BuiltInWriter
) -> None:
    text = body(writer, purpose="sponsor-ask", topic=topic, ask={"kind": "advocacy"})
    assert f"put my name forward for {topic}?" in text


def test_a_stranger_is_still_not_asked_for_a_vacancy(writer: BuiltInWriter) -> None:
    text = body(writer, purpose="first-contact", topic="a vacancy in your team")
    assert "vacancy" not in text


@pytest.mark.parametrize("when", ["", "exam's 3rd of feb"])
def test_no_free_time_is_promised_that_nobody_gave_and_it_is_asked_for(
    when: str, writer: BuiltInWriter
) -> None:
    ask = {"kind": "call", "minutes": 15, "when": when}
    text, questions = draft(
        writer, purpose="first-contact", topic="triage", why_them="runs triage", ask=ask
    )
    assert "works for me" not in text
    assert "I could" not in text
    assert "Which days and times would suit you for a talk?" in questions


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("whenever suits, im on earlies", "I'm on earlies."),
        ("flexible, not fridays", "any time except Fridays"),
        ("deadline 5 jan so any evening before that", "The deadline is 5 January."),
    ],
)
def test_what_limits_a_free_week_is_not_lost(when: str, told: str, writer: BuiltInWriter) -> None:
    ask = {"kind": "call", "minutes": 15, "when": when}
    text = body(writer, purpose="first-contact", topic="triage", ask=ask)
    assert told.lower() in text.lower()
