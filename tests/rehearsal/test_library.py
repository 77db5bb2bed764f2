"""Scenarios and personas are read by id, and a mistake in a file names the file and the fix."""

import re
import shutil
from pathlib import Path

import pytest

from coach.domain.vocabulary import Relationship, Stage
from coach.errors import InputError, KnowledgeError
from coach.rehearsal.library import (
    load_persona,
    load_personas,
    load_scenario,
    load_scenarios,
    read_persona,
    read_scenario,
)
from coach.rehearsal.own_scene import BASE
from coach.rehearsal.scene import Situation

from .conftest import KNOWLEDGE, TALK, VETERAN

SIXTEEN = {
    "first-informational-talk",
    "asking-for-a-second-talk",
    "proposing-mentorship",
    "first-meeting-expectations",
    "monthly-actions-done",
    "monthly-actions-not-done",
    "asking-for-feedback",
    "hearing-hard-feedback",
    "disagreeing-with-advice",
    "conflicting-advice",
    "asking-for-an-introduction",
    "sponsor-advocacy",
    "coach-contracting",
    "raising-a-boundary",
    "drifting-relationship",
    "ending-well",
}
NINE = {
    "warm-veteran",
    "time-pressed-executive",
    "sceptical-expert",
    "storyteller",
    "quiet-listener",
    "blunt-feedback-giver",
    "formal-and-hierarchical",
    "distracted-on-video",
    "over-eager-fixer",
}


def test_every_scenario_and_persona_that_was_promised_is_there():
    assert {scenario.id for scenario in load_scenarios(KNOWLEDGE)} >= SIXTEEN
    assert {persona.id for persona in load_personas(KNOWLEDGE)} >= NINE


def test_scenarios_come_in_the_order_of_a_relationship():
    stages = [scenario.stage for scenario in load_scenarios(KNOWLEDGE)]
    assert stages == sorted(stages, key=list(Stage).index)
    assert stages[-1] is Stage.CLOSE


def test_mentor_coach_sponsor_and_peer_all_have_a_talk():
    assert {scenario.relationship for scenario in load_scenarios(KNOWLEDGE)} == set(Relationship)


def test_no_two_scenarios_share_a_place_a_name_or_a_role():
    scenarios = load_scenarios(KNOWLEDGE)
    for values in (
        [scenario.counterpart.name for scenario in scenarios],
        [scenario.counterpart.role for scenario in scenarios],
        [scenario.setting for scenario in scenarios],
    ):
        assert len(set(values)) == len(scenarios)


def test_every_persona_is_some_scenarios_own_or_how_an_own_person_speaks():
    used = {scenario.persona for scenario in load_scenarios(KNOWLEDGE)} | {BASE}
    assert used == {persona.id for persona in load_personas(KNOWLEDGE)}


def test_personas_differ_in_how_long_they_listen_and_how_much_they_say():
    personas = load_personas(KNOWLEDGE)
    assert len({persona.patience for persona in personas}) == len(personas)
    assert len({persona.usual_words for persona in personas}) > len(personas) // 2
    assert {persona.resistance for persona in personas} == {0, 1, 2, 3}


def test_every_persona_has_words_for_every_situation():
    for persona in load_personas(KNOWLEDGE):
        assert set(persona.lines) == set(Situation)


def test_a_file_is_read_once(knowledge):
    talk, veteran = load_scenario(knowledge, TALK), load_persona(knowledge, VETERAN)
    shutil.rmtree(knowledge)
    assert load_scenario(knowledge, TALK) is talk
    assert load_persona(knowledge, VETERAN) is veteran


def test_an_unknown_id_is_answered_with_the_nearest_one():
    with pytest.raises(InputError) as error:
        load_scenario(KNOWLEDGE, "monthly-actions")
    assert "no scenario 'monthly-actions'" in error.value.message
    assert "monthly-actions-done" in error.value.fix


def test_an_id_that_is_like_none_is_answered_with_all_of_them():
    with pytest.raises(InputError) as error:
        load_persona(KNOWLEDGE, "xyzzy")
    assert "warm-veteran" in error.value.fix and "storyteller" in error.value.fix


@pytest.mark.parametrize(
    ("before", "after", "message", "fix"),
    [
        ("raises:", "raise:", "unknown entry 'raise'", "raises"),
        ("  earned_by:", "  earnt_by:", "decision: unknown entry 'earnt_by'", "earned_by"),
        (", role: senior nurse and your mentor", "", "counterpart: 'role' is missing", "role"),
        ("  - when: middle", "  - whem: middle", "obstacles 3: unknown entry 'whem'", "when"),
        ("minutes: 30", "minutes: soon", "'minutes'", "minutes"),
        ("minutes: 30", "minutes: 300", "'minutes'", "minutes"),
        ("relationship: mentor", "relationship: mentr", "unknown entry 'mentr'", "mentor"),
        ("good: [shares-progress,", "good: [share-progress,", "'share-progress'", "shares-prog"),
        ("id: monthly-actions-not-done", "id: another", "named 'monthly-actions-not", "one name"),
        ("title: A", "id: x\ntitle: A", "the key 'id' stands there twice", "once"),
    ],
)
def test_a_mistake_in_a_scenario_names_the_file_and_the_fix(spoil, before, after, message, fix):
    path = spoil(f"scenarios/{TALK}.yaml", before, after)
    with pytest.raises(KnowledgeError) as error:
        read_scenario(path)
    assert str(path) in error.value.message
    assert message in error.value.message
    assert fix in error.value.fix


@pytest.mark.parametrize(
    ("before", "after", "message", "fix"),
    [
        ("  time-up:", "  time-is-up:", "unknown entry 'time-is-up'", "time-up"),
        ("warms: [reflects,", "warms: [reflect,", "unknown entry 'reflect'", "reflects"),
        ("patience: 110", "patience: 5", "'patience'", "patience"),
        ("manner:", "maner:", "unknown entry 'maner'", "manner"),
    ],
)
def test_a_mistake_in_a_persona_names_the_file_and_the_fix(spoil, before, after, message, fix):
    path = spoil(f"personas/{VETERAN}.yaml", before, after)
    with pytest.raises(KnowledgeError) as error:
        read_persona(path)
    assert str(path) in error.value.message
    assert message in error.value.message
    assert fix in error.value.fix


def test_a_situation_without_lines_is_named(knowledge):
    path = knowledge / "personas" / f"{VETERAN}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"  thanked:\n(    - .*\n)+", "", text), encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        read_persona(path)
    assert f"{path}: lines: 'thanked' is missing" in error.value.message


def test_an_empty_folder_is_named(tmp_path: Path):
    with pytest.raises(KnowledgeError) as error:
        load_scenarios(tmp_path)
    assert str(tmp_path / "scenarios") in error.value.message
