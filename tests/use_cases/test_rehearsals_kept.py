"""A rehearsal that was saved opens as it stood, and those of one talk stand side by side."""

import datetime

import pytest

from coach.errors import InputError
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.rehearsals_kept import beside, by_day, read_rehearsal, saved, taken_up
from coach.use_cases.rehearse import begin, go_on, rehearsal_of, say
from coach.use_cases.rehearse_person import begin_with, likeness_of

TURNS = ("Thank you for seeing me. How did you get started?", "What was the hardest year?")
MONDAY, FRIDAY = datetime.date(2026, 11, 2), datetime.date(2026, 11, 6)


def talk(*turns, scenario="first-informational-talk", day=None):
    session = begin(scenario)
    for text in turns:
        say(session, text)
    return rehearsal_of(session, day=day)


def test_a_saved_talk_goes_on_where_it_was():
    found = talk(*TURNS, day=MONDAY)
    session = taken_up(read_rehearsal(saved(found), "r.json"))
    assert [turn.mentee for turn in session.turns] == list(TURNS)
    assert rehearsal_of(session, day=MONDAY) == found
    assert say(session, "What would you do first in my place?").turn.counterpart


def test_what_was_answered_then_is_kept_though_it_would_be_answered_otherwise_now():
    found = talk(*TURNS)
    other = found.turns[0].model_copy(update={"counterpart": "Ask my sister."})
    changed = found.model_copy(update={"turns": (other, *found.turns[1:])})
    session = taken_up(read_rehearsal(saved(changed), "r.json"))
    assert session.turns[0].counterpart == "Ask my sister."
    assert session.again_from(1).turns[0].counterpart == "Ask my sister."


def test_a_talk_with_an_own_person_opens_with_that_person_and_without_private_notes():
    brief = brief_from_mapping(
        {
            "kind": "outreach",
            "recipient": "Elena Ruiz",
            "topic": "forecasting",
            "private_notes": ["I am about to resign"],
        }
    )
    session = begin_with(likeness_of(brief), "first-informational-talk", unaided=True)
    found = go_on(session, TURNS)
    data = saved(found)
    assert b"resign" not in data
    again = taken_up(read_rehearsal(data, "r.json"))
    assert again.scenario == session.scenario
    assert again.persona == session.persona
    assert again.unaided


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"scenario": "x"}'])
def test_a_file_that_is_no_rehearsal_is_refused_with_the_way_out(data):
    with pytest.raises(InputError) as refused:
        read_rehearsal(data, "notes.json")
    assert "notes.json" in refused.value.message
    assert ".json file that was saved on Rehearse" in refused.value.fix


def test_a_turn_that_nobody_could_have_said_is_refused():
    data = saved(talk(*TURNS)).replace(TURNS[0].encode(), b"x" * 5_000)
    with pytest.raises(InputError, match="too long"):
        read_rehearsal(data, "r.json")


def test_rehearsals_of_one_talk_stand_side_by_side_the_oldest_first():
    friday, monday = talk(*TURNS, day=FRIDAY), talk("Any advice?", "Hm, yes.", day=MONDAY)
    other = talk(*TURNS, scenario="sponsor-advocacy", day=FRIDAY)
    told = beside(by_day([friday, other, monday]), "first-informational-talk")
    assert told.days == (MONDAY, FRIDAY)
    assert told.shares == (monday.debrief.talk_share, friday.debrief.talk_share)
    assert len(told.sides) == 7
    assert told.sides["questions"] == tuple(
        next(side.rating for side in one.debrief.dimensions if side.id == "questions")
        for one in (monday, friday)
    )


def test_a_talk_in_which_nothing_was_said_is_left_out():
    assert beside([talk()], "first-informational-talk").days == ()
