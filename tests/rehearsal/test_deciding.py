"""A yes is given when what was missing is told, and is not doubted afterwards."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.deciding import says_yes
from coach.rehearsal.library import load_persona, load_personas, load_scenario, load_scenarios
from coach.rehearsal.lines import words_in
from coach.rehearsal.scene import Situation
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.written_out import write_out
from tests.conftest import KNOWLEDGE

SECOND = load_scenario(KNOWLEDGE, "asking-for-a-second-talk")
BOUNDARY = load_scenario(KNOWLEDGE, "raising-a-boundary")
NOT_DONE = load_scenario(KNOWLEDGE, "monthly-actions-not-done")
ENDING = load_scenario(KNOWLEDGE, "ending-well")
HARD = load_scenario(KNOWLEDGE, "hearing-hard-feedback")
PLAIN = load_persona(KNOWLEDGE, "plain-and-even")


def begun(scenario, persona=PLAIN):
    talk = Simulator(scenario, persona)
    talk.opening()
    return talk


def granted_by(talk):
    return talk.mood.granted


def test_what_was_missing_can_be_told_in_the_next_turn_without_asking_again():
    talk = begun(SECOND)
    talk.answer("Yes, the part about the reading group. Could we meet again?", frozenset())
    assert not granted_by(talk)
    told = "I'd read the two job descriptions first and bring you my notes on Thursday."
    talk.answer(told, frozenset({Move.PROPOSES_NEXT_STEP, Move.REFLECTS}))
    assert granted_by(talk)


def test_a_question_of_its_own_is_answered_before_what_was_missing_is_weighed():
    talk = begun(SECOND)
    talk.answer("It was. Could we meet again?", frozenset())
    moves = frozenset({Move.REFLECTS, Move.OPEN_QUESTION, Move.SPECIFIC_QUESTION})
    talk.answer("I wrote it all down. What did you give up for the laboratory?", moves)
    assert not granted_by(talk)


def test_a_plan_is_a_promise_in_whatever_words_where_the_talk_turns_on_one():
    talk = begun(NOT_DONE)
    talk.answer("I did neither, and I never asked for the hour.", frozenset({Move.SHARES_PROGRESS}))
    plan = "When the late shift hands over on Tuesday, I stay for the round and text you after it."
    talk.answer(plan, frozenset({Move.PROPOSES_NEXT_STEP}))
    assert granted_by(talk)


def test_a_limit_said_in_full_is_not_asked_for_again():
    talk = begun(BOUNDARY)
    talk.answer("I did. It was past twelve, and I was asleep.", frozenset({Move.CONTEXT}))
    limit = "Could you stop writing at night? And I can't polish applications any more."
    answer = talk.answer(limit, frozenset({Move.SETS_BOUNDARY}))
    assert not any(line in answer for line in BOUNDARY.decision.not_yet)


@pytest.mark.parametrize("persona", load_personas(KNOWLEDGE), ids=lambda one: one.id)
def test_one_yes_is_enough(persona):
    lines = [line for line in ENDING.decision.granted if says_yes(line)]
    talk = begun(ENDING, persona)
    talk.answer("Thank you. I learnt to wait.", frozenset({Move.THANKS, Move.REFLECTS}))
    talk.answer("The crew tell me things now.", frozenset({Move.SHARES_PROGRESS}))
    answer = talk.answer("I'd like this to be our last talk.", frozenset({Move.PROPOSES_NEXT_STEP}))
    yes = next((one for line in lines for one in (line, write_out(line)) if one in answer), "")
    leads = [write_out(line) for line in persona.lines[Situation.AGREE]]
    assert not yes or not any(write_out(answer).startswith(f"{lead} {yes}") for lead in leads)


@pytest.mark.parametrize("scenario", load_scenarios(KNOWLEDGE), ids=lambda one: one.id)
def test_no_question_doubts_what_was_granted(scenario):
    talk = begun(scenario)
    made = frozenset(scenario.decision.earned_by)
    talk.answer("Thank you for the time today, it is about my work here.", made)
    talk.answer(f"So, {scenario.decision.about[0]}, would that be all right?", made)
    if not talk.mood.granted:
        talk.answer(f"So I'd like that, {scenario.decision.about[0]}, please.", made)
    said = [
        talk.answer(f"Good, I have written number {n} down for myself.", frozenset())
        for n in range(3)
    ]
    spoken = " ".join(said)
    assert not any(line in spoken or write_out(line) in spoken for line in scenario.raises)


def test_who_gives_in_is_thanked_for_it():
    one = next(obstacle for obstacle in BOUNDARY.obstacles if obstacle.given_in)
    talk = begun(BOUNDARY)
    asked = ""
    for n in range(8):
        asked = talk.answer(f"The studio was full again on day {n}.", frozenset())
        if any(line in asked for line in one.lines):
            break
    assert any(
        line in talk.answer("Sure, I'll do it tonight.", frozenset()) for line in one.given_in
    )


def test_hard_news_is_told_before_anything_is_asked_about_it():
    answer = begun(HARD).answer("Go ahead, I'm listening to you.", frozenset())
    assert any(line in answer for line in HARD.tells)
    assert words_in(answer) <= 45
