"""The counterpart answers what was put to it, and does not doubt in one breath what it has just taken."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.heard import only_consent, pushes, says_goodbye, seeks_consent
from coach.rehearsal.library import load_persona, load_personas, load_reactions, load_scenario
from coach.rehearsal.scene import Situation
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.written_out import write_out
from tests.conftest import KNOWLEDGE

MEETING = load_scenario(KNOWLEDGE, "first-meeting-expectations")
PERSONAS = load_personas(KNOWLEDGE)


def lines(persona, situation):
    """The lines of a persona for a situation, as spoken."""
    said = persona.lines[situation]
    return said if persona.contractions else [write_out(line) for line in said]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.id)
def test_a_proposal_for_the_talk_itself_is_taken_and_not_met_with_a_story(persona):
    talk = Simulator(MEETING, persona)
    talk.opening()
    said = "I'd suggest we take half of it for our work and half for the rest. Would that suit you?"
    answer = talk.answer(said, frozenset({Move.PROPOSES_NEXT_STEP, Move.THANKS}))
    situations = (Situation.AGREE, Situation.RESIST)
    assert any(line in answer for s in situations for line in lines(persona, s))


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.id)
def test_what_was_just_taken_is_not_doubted_by_its_words(persona):
    talk = Simulator(MEETING, persona)
    talk.opening()
    for _ in range(9):
        answer = talk.answer(
            "I'll send the agenda for our budget meeting on Wednesday morning.",
            frozenset({Move.PROPOSES_NEXT_STEP}),
        )
        doubts = [line.split("“{said}”")[-1] for line in lines(persona, Situation.PICKS_UP)]
        assert not any(doubt.strip() and doubt in answer for doubt in doubts if "“" in answer)


def test_a_further_point_after_a_yes_is_no_reopening_of_it():
    persona = load_persona(KNOWLEDGE, "formal-and-hierarchical")
    talk = Simulator(MEETING, persona)
    talk.opening()
    made = frozenset({Move.SETS_BOUNDARY, Move.PROPOSES_NEXT_STEP, Move.CONTEXT})
    talk.answer("I have been a deputy for two years and would like to learn to lead.", made)
    talk.answer("I would rather not have every remark go to the board.", made)
    talk.answer("Could we agree that it stays between us? It matters to me.", made)
    assert talk.mood.granted
    answer = talk.answer("And could we agree that either of us can stop?", made)
    assert not any(line in answer for line in lines(persona, Situation.AGAIN))


@pytest.mark.parametrize(
    "said",
    [
        "I'll send two lines the day before. Would that suit you?",
        "So an hour a month. Is that all right with you?",
        "Shall we begin with the budget?",
        "We'd meet on Mondays, is that how you see it?",
    ],
)
def test_a_question_for_a_yes_is_heard_as_one(said):
    assert seeks_consent(said)
    assert only_consent(said)


@pytest.mark.parametrize(
    "said",
    [
        "Can I ask how you came to that?",
        "How would that suit a beginner, in your view?",
        "What would you watch for?",
        "Would that suit you? And what did you do in your first year?",
        "Should I apply now or wait a year?",
        "Are you happy in your job?",
        "Is it possible that the panel disliked me?",
        "Can I learn it in a year?",
        "Did the project turn out okay?",
    ],
)
def test_a_question_for_an_answer_is_more_than_that(said):
    assert not only_consent(said)


@pytest.mark.parametrize(
    "said", ["You promised. I'll be so disappointed if you don't.", "It's only fair."]
)
def test_a_claim_on_the_other_is_a_push(said):
    assert pushes(said)


@pytest.mark.parametrize(
    "said",
    [
        "What did you have to leave behind for it?",
        "Do you need to hear more about the shop?",
        "You must be tired after such a shift.",
        "If you have to stop at six, we stop at six.",
        "It's only fair to say that I was late.",
        "I waited a week before I wrote to you.",
    ],
)
def test_to_ask_after_a_need_is_no_push(said):
    assert not pushes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Good luck with the harvest. I'll be in touch.",
        "I think I'll just go.",
        "Until Thursday, with the list.",
        "It went better in May, and I'll note that too. Thank you for your time, Mr Ode. The list comes Friday.",
    ],
)
def test_last_words_are_heard_as_such(said):
    assert says_goodbye(said)


@pytest.mark.parametrize(
    "said",
    [
        "I'd love to see you work.",
        "I'll wait until Friday.",
        "I'll go, I promise you that.",
        "I take care of the stores.",
    ],
)
def test_words_that_only_sound_like_a_goodbye_end_nothing(said):
    assert not says_goodbye(said)


@pytest.mark.parametrize("said", ["Fine. Well, I have to go.", "I’d better be off.", "Gotta run."])
def test_who_has_to_go_says_goodbye(said):
    assert says_goodbye(said)


@pytest.mark.parametrize(
    "said",
    [
        "I have to go to the board first.",
        "I have to go through it.",
        "I have to run the depot by myself.",
        "I need to go over the budget first.",
        "I must leave the decision to you.",
    ],
)
def test_who_has_to_go_somewhere_stays(said):
    assert not says_goodbye(said)


def test_no_persona_takes_a_push_for_a_matter_of_time():
    for persona in PERSONAS:
        for line in persona.lines[Situation.PRESSURE]:
            assert not any(word in line.lower() for word in ("deadline", "date", "urgen", "hurr"))


def test_reactions_are_told_from_what_a_person_tells():
    reactions = load_reactions(KNOWLEDGE)
    assert "You can argue it or use it." in reactions
    assert "I came up through the ranks myself, one step at a time." not in reactions
