"""A guess at the person who is met: only what the mentee told, never a private note, never who somebody is."""

import re

import pytest

from coach.domain.likeness import Formality, Likeness, Manner, Time, Warmth
from coach.errors import InputError
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.rehearse import say, scenarios
from coach.use_cases.rehearse_person import (
    begin_with,
    care_before,
    likeness_of,
    proposed,
    scenarios_for_own,
    the_guess,
    to_tick,
)

SECRET = "I am thinking of leaving the hospital for Northfield"
TALK = (
    "Thank you for making the time. I am a data analyst, and I heard your talk on forecasting.",
    "How did you decide between the two tracks?",
    "So you tried what can be undone first. I led a small project in spring, and two reports are gone.",
    "What was the hardest part of that?",
    "Any advice?",
    "Who else should I talk to?",
    "Could we talk again in a month, when I have tried one thing?",
)


def message(**more):
    return brief_from_mapping(
        {
            "kind": "outreach",
            "sender": {"name": "Priya Nair", "role": "data analyst"},
            "recipient": {
                "name": "Elena Ruiz",
                "role": "director of analytics",
                "organisation": "Harbor Health",
            },
            "topic": "choosing between a management and a technical track",
            "questions": ["What made you choose management?"],
            "private_notes": [SECRET],
            **more,
        }
    )


def meeting(**more):
    return message(**{"kind": "agenda", **more})


def heard(session, turns=TALK):
    """Everything the counterpart says in a talk, with what is shown beside it."""
    said = [session.opening]
    for text in turns:
        if session.ended:
            break
        played = say(session, text, anyway=True)
        said.append(played.turn.counterpart)
    scene = session.scenario
    return " ".join([*said, scene.title, scene.setting, scene.you, *scene.goals])


EVERY = [one.id for one in scenarios_for_own()]
STOCK = {one.id: one for one in scenarios()}


@pytest.mark.parametrize("scenario", EVERY)
def test_nobody_of_the_scenario_is_left_in_it(scenario):
    told = heard(begin_with(likeness_of(message()), scenario))
    stock = STOCK[scenario]
    for name in stock.counterpart.name.split():
        assert not re.search(rf"\b{name}\b", told)
    for matter in stock.knows:
        assert not any(line in told for line in matter.says)
    assert stock.setting not in told


@pytest.mark.parametrize("scenario", EVERY)
def test_no_pronoun_is_guessed(scenario):
    told = heard(begin_with(likeness_of(message()), scenario))
    assert not re.search(r"\b(he|she|him|her|his|hers)\b", told, re.IGNORECASE)


@pytest.mark.parametrize("scenario", EVERY)
def test_no_private_note_is_heard_or_kept(scenario):
    brief = meeting(
        topic="leaving the hospital",
        open_actions=[SECRET, "ask Dana"],
        last_advice=["think about leaving for Northfield"],
        private_notes=[SECRET],
    )
    likeness = likeness_of(brief)
    assert SECRET not in likeness.model_dump_json()
    assert "Northfield" not in heard(begin_with(likeness, scenario))


def test_the_person_is_named_with_role_and_organisation():
    scene = begin_with(likeness_of(message()), "first-informational-talk").scenario
    assert "Elena Ruiz, director of analytics at Harbor Health" in scene.setting
    assert scene.counterpart.name == "Elena Ruiz"


def test_it_is_said_to_be_a_guess():
    session = begin_with(likeness_of(message()), "first-informational-talk")
    assert session.persona.manner == the_guess()
    assert "A real person may be quite different" in the_guess()


def test_the_manner_is_what_the_mentee_chose_and_nothing_else():
    plain = begin_with(likeness_of(message()), "sponsor-advocacy").persona
    other = message(
        recipient={"name": "Sir Adebayo Thornley", "role": "general", "organisation": "X"}
    )
    same = begin_with(likeness_of(other), "sponsor-advocacy").persona
    assert plain.model_copy(update={"name": ""}) == same.model_copy(update={"name": ""})
    chosen = Manner(time=Time.LITTLE, formality=Formality.FORMAL, warmth=Warmth.RESERVED)
    hard = begin_with(likeness_of(message(), chosen), "sponsor-advocacy").persona
    assert hard.patience < plain.patience
    assert hard.resistance > plain.resistance
    assert not hard.contractions


def test_little_time_is_half_of_what_was_agreed():
    brief = message(ask={"kind": "video", "minutes": 20})
    session = begin_with(likeness_of(brief, Manner(time=Time.LITTLE)), "first-informational-talk")
    assert session.scenario.minutes == 10


def test_what_was_open_is_asked_about_word_for_word():
    brief = meeting(
        meeting={"number": 3},
        updates=["I shadowed Dana"],
        open_actions=["ask Dana whether I may sit in on her planning"],
    )
    told = heard(begin_with(likeness_of(brief), proposed(brief)))
    assert "“ask Dana whether I may sit in on her planning”" in told


def test_a_topic_too_long_to_be_quoted_is_left_out():
    long = " ".join(["something"] * 40)
    session = begin_with(likeness_of(message(topic=long)), "first-informational-talk")
    assert "something" not in session.opening
    assert session.opening.endswith("Where would you like to begin?")


def test_what_a_person_typed_is_never_read_as_a_slot():
    likeness = Likeness(name="{topic} {nothing}", topic="{name}")
    session = begin_with(likeness, "first-informational-talk")
    assert "“{name}”" in session.opening
    assert "{topic} {nothing}" in session.scenario.title


def test_the_go_between_is_met_about_the_other():
    brief = message(purpose="introduction-request", via="Noel Ash")
    assert proposed(brief) == "asking-for-an-introduction"
    session = begin_with(likeness_of(brief), proposed(brief))
    assert session.scenario.counterpart.name == "Noel Ash"
    assert "You would like to meet Elena Ruiz" in session.opening


@pytest.mark.parametrize(
    ("more", "scenario"),
    [
        ({}, "first-informational-talk"),
        ({"purpose": "sponsor-ask"}, "sponsor-advocacy"),
        ({"purpose": "introduction-request"}, "asking-for-an-introduction"),
        ({"purpose": "reconnect"}, "drifting-relationship"),
        ({"purpose": "closing"}, "ending-well"),
        ({"purpose": "progress-update"}, "monthly-actions-done"),
        ({"ask": {"kind": "feedback"}}, "asking-for-feedback"),
        ({"kind": "agenda", "meeting": {"number": 1}}, "first-meeting-expectations"),
        (
            {"kind": "agenda", "meeting": {"number": 4}, "updates": ["It is done"]},
            "monthly-actions-done",
        ),
        ({"kind": "agenda", "open_actions": ["write it"]}, "monthly-actions-not-done"),
        ({"kind": "agenda", "relationship": "sponsor"}, "sponsor-advocacy"),
    ],
)
def test_the_talk_that_fits_is_proposed(more, scenario):
    assert proposed(message(**more)) == scenario


def test_a_talk_about_its_own_people_is_refused_with_those_that_fit():
    with pytest.raises(InputError) as refused:
        begin_with(likeness_of(message()), "conflicting-advice")
    assert "first-informational-talk" in refused.value.fix


def test_a_reflection_is_refused_kindly():
    with pytest.raises(InputError) as refused:
        likeness_of(message(kind="reflection"))
    assert "kind: agenda" in refused.value.fix


def test_a_brief_that_tells_of_harm_is_met_with_a_note():
    assert care_before(message(topic="my supervisor puts his hand on my knee"))
    assert not care_before(message())


def test_what_to_tick_is_the_questions_or_what_is_open():
    assert to_tick(message()) == ("What made you choose management?",)
    assert to_tick(meeting(open_actions=["ask Dana"])) == (
        "ask Dana",
        "What made you choose management?",
    )


def test_the_same_turns_get_the_same_talk():
    likeness = likeness_of(message())
    first, second = (begin_with(likeness, "first-informational-talk") for _ in range(2))
    assert heard(first) == heard(second)
