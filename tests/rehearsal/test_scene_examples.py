"""The example that goes with what is to be tried can be said in this very scene, and was not said already."""

import pytest

from coach.rehearsal.feedback import feedback_on
from coach.rehearsal.library import load_scenario, load_scenarios
from coach.rehearsal.scene_examples import for_side
from coach.rehearsal.speech import Exchange
from tests.conftest import KNOWLEDGE

SCENARIOS = load_scenarios(KNOWLEDGE)
FEEDBACK = load_scenario(KNOWLEDGE, "asking-for-feedback")
MENTORSHIP = load_scenario(KNOWLEDGE, "proposing-mentorship")


def example(said, heard, scenario, earlier=()):
    """The example given with what is to be tried."""
    found = feedback_on(said, heard, earlier, KNOWLEDGE, scenario).try_next
    return "" if found is None else found.example


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_a_question_too_wide_gets_a_line_of_the_scene(scenario):
    given = example("Any advice?", scenario.opening, scenario)
    assert given in scenario.examples["question"]


def test_a_request_too_wide_gets_a_reason_and_no_question():
    given = example("So would you mentor me, like, generally?", "What is it?", MENTORSHIP)
    assert given in (*MENTORSHIP.examples["reason"], "")


def test_what_was_said_already_is_no_example():
    lines = FEEDBACK.examples["question"]
    earlier = [Exchange("Go on.", line) for line in lines[:-1]]
    assert example("Any advice?", "Hm.", FEEDBACK, earlier) == lines[-1]


def test_an_apology_is_best_mended_with_the_words_around_it():
    said = "Sorry, sorry. Which child did you look at in the last ten minutes?"
    given = example(said, "What would you like to hear?", FEEDBACK)
    assert given == "Which child did you look at in the last ten minutes?"


def test_a_side_that_could_be_better_has_a_line_and_listening_has_none():
    assert for_side("next-steps", FEEDBACK, []) == FEEDBACK.examples["step"][0]
    said = [FEEDBACK.examples["step"][0]]
    assert for_side("next-steps", FEEDBACK, said) == FEEDBACK.examples["step"][1]
    assert for_side("listening", FEEDBACK, []) == ""
