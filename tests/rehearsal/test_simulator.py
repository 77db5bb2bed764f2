"""The counterpart is brief, a little resistant, in persona, never repeats itself, and keeps its secrets."""

import re
from collections import Counter
from itertools import product
from statistics import median

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.heard import left_undone, matter_about, pushes, quotable, says_goodbye
from coach.rehearsal.library import load_persona, load_personas, load_scenario, load_scenarios
from coach.rehearsal.lines import Lines, fitted, words_in
from coach.rehearsal.scene import Situation
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.written_out import write_out
from evals.played_talks import ASKED, good_talk
from evals.spoken_eval import asking_or_resisting, let_out, played, said_twice, spoken
from tests.conftest import KNOWLEDGE

SCENARIOS = load_scenarios(KNOWLEDGE)
PERSONAS = load_personas(KNOWLEDGE)
PAIRS = list(product(SCENARIOS, PERSONAS))
JOINERY = load_scenario(KNOWLEDGE, "first-informational-talk")


@pytest.fixture(scope="module")
def talks():
    return played()


@pytest.fixture(scope="module")
def good():
    return {(s.id, p.id): spoken(s, p, good_talk) for s, p in PAIRS}


def test_every_answer_says_something_in_forty_five_words(talks):
    lengths = [words_in(line) for talk in talks for line in talk.lines]
    assert len(lengths) > 500
    assert min(lengths) > 0 and max(lengths) <= 45
    assert median(lengths) <= 25


def test_most_answers_ask_or_resist(talks):
    assert asking_or_resisting(talks) >= 0.6


def test_no_line_comes_twice_within_twelve_turns(talks):
    assert [talk for talk in talks if said_twice(talk)] == []


def test_what_the_scenario_hides_is_never_said(talks):
    assert [talk for talk in talks if let_out(talk)] == []


def test_a_good_talk_lasts_twelve_turns_at_least(good):
    assert min(len(talk) for talk in good.values()) >= 12


def test_the_same_talk_gets_the_same_answers():
    persona = PERSONAS[0]
    assert spoken(JOINERY, persona, good_talk) == spoken(JOINERY, persona, good_talk)


def test_personas_differ_in_what_they_say(good):
    for one, other in product(PERSONAS, PERSONAS):
        if one.id < other.id:
            mine, theirs = (Counter(good[JOINERY.id, p.id]) for p in (one, other))
            assert sum((mine & theirs).values()) <= len(good[JOINERY.id, one.id]) / 2


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.id)
def test_a_question_about_what_they_know_is_answered(persona):
    simulator = Simulator(JOINERY, persona)
    simulator.opening()
    said = simulator.answer("What was the hardest mistake you made?", ASKED)
    known = write_out(" ".join(JOINERY.knows[4].says)), " ".join(JOINERY.knows[4].says)
    assert any(sentence in text for text in known for sentence in re.split(r"(?<=[.?])\s+", said))


def test_a_question_passed_over_is_put_again():
    simulator = Simulator(JOINERY, PERSONAS[0])
    asked = simulator.opening()
    assert asked.endswith("?")
    again = simulator.answer("Nice tools.", frozenset({Move.IGNORES_QUESTION}))
    assert again.endswith("What made you write to me and not to one of the bigger places?")


def test_a_question_is_put_again_once_and_no_more():
    simulator = Simulator(JOINERY, PERSONAS[0])
    simulator.opening()
    passed_over = frozenset({Move.IGNORES_QUESTION})
    answers = [simulator.answer(f"Nice tools, number {n}.", passed_over) for n in range(3)]
    assert sum("bigger places" in answer for answer in answers) == 1


def test_a_request_is_granted_when_it_is_earned_and_not_before():
    persona = load_persona(KNOWLEDGE, "warm-veteran")
    ask = ("Could I come on a Saturday and watch?", frozenset({Move.PROPOSES_NEXT_STEP}))
    cold, warm = Simulator(JOINERY, persona), Simulator(JOINERY, persona)
    refused = cold.answer(*ask)
    warm.answer("I am a bookkeeper and made two stools.", frozenset({Move.CONTEXT}))
    warm.answer("So you swept floors first.", frozenset({Move.REFLECTS}))
    granted = warm.answer(*ask)
    assert any(line in refused for line in JOINERY.decision.not_yet)
    assert any(line in granted for line in JOINERY.decision.granted)


def test_it_warms_up_when_that_is_earned():
    persona = load_persona(KNOWLEDGE, "sceptical-expert")
    simulator = Simulator(JOINERY, persona)
    before = simulator.answer("What does a day look like?", frozenset({Move.OPEN_QUESTION}))
    for _ in range(4):
        simulator.answer("So the quote is the hard part.", frozenset(persona.warms[:2]))
    after = simulator.answer("What money did you start with?", frozenset({Move.OPEN_QUESTION}))
    assert words_in(after) > words_in(before)


def test_when_the_time_is_over_they_go_and_say_nothing_more():
    simulator = Simulator(JOINERY, load_persona(KNOWLEDGE, "time-pressed-executive"))
    turns = 0
    while not simulator.ended and turns < 60:
        last = simulator.answer(f"What about day number {turns}?", ASKED)
        turns += 1
    assert 12 <= turns < 30
    assert any(line in last for line in (*JOINERY.close.good, *JOINERY.close.poor))
    assert simulator.answer("One more question?", ASKED) == ""


def test_a_goodbye_is_answered_with_one():
    simulator = Simulator(JOINERY, PERSONAS[0])
    simulator.answer("I have to go now. Thank you for your time.", frozenset({Move.THANKS}))
    assert simulator.ended


def test_long_turns_take_their_time():
    brief, long = (Simulator(JOINERY, PERSONAS[0]) for _ in range(2))
    brief.answer("I see.", frozenset())
    long.answer("word " * 600, frozenset({Move.MONOLOGUE}))
    assert long.elapsed > 2 * brief.elapsed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I made two stools so far, both wobble.", "I made two stools so far"),
        ("Yes.", ""),
        ("I'd like to learn this properly.", "I'd like to learn this properly"),
        ("I'm afraid the others take me for a spy.", "I'm afraid the others take me for a spy"),
        ("I don't trust him with the accounts.", "I don't trust him with the accounts"),
        ("Painted that wall, and left the ceiling.", ""),
        ("What I say about the practice doesn't reach her.", ""),
        (
            "I will bring the page two days before the next one.",
            "I will bring the page two days before the next one",
        ),
        ("I'd want it in writing for the next.", ""),
        ("What would you change first in the second page?", ""),
        (
            "I rebuilt the night rota for the whole ward now.",
            "I rebuilt the night rota for the whole ward now",
        ),
        ("", ""),
    ],
)
def test_what_is_quoted_are_words_that_stand_there(text, words):
    assert quotable(text) == words
    assert quotable(text) in text


def test_a_goodbye_is_told_from_a_question():
    assert says_goodbye("That's all from me, bye.")
    assert not says_goodbye("Can I say goodbye to your team?")


def test_to_need_an_answer_for_others_is_not_to_press_for_one():
    assert pushes("I need an answer by Friday.")
    assert pushes("I need an answer.")
    assert not pushes("So I need an answer about the team.")


def test_thanks_for_the_time_end_a_talk_only_when_no_more_is_said_and_not_at_its_beginning():
    assert says_goodbye("Thank you for your time.")
    assert not says_goodbye("Thank you for your time.", at_first=True)
    assert not says_goodbye(
        "Thank you for your time. I shadowed a team lead for a day, and most of it was the diary."
    )


def test_the_matter_named_most_is_the_one_meant():
    assert matter_about("What did you earn in the first years?", JOINERY.knows) is JOINERY.knows[2]
    assert matter_about("Do you like cheese?", JOINERY.knows[:3]) is None


def test_lines_go_round_before_one_comes_again():
    lines = Lines("seed")
    given = []
    for _ in range(6):
        given.append(lines.choose(["a", "b", "c"]))
        lines.mark(given[-1])
    assert sorted(given[:3]) == sorted(given[3:]) == ["a", "b", "c"]


def test_what_does_not_fit_is_left_out_before_the_question():
    assert fitted(["Right.", "word " * 40, "What then?"], 20) == ["Right.", "What then?"]


def test_what_is_said_again_at_once_is_said_once():
    assert fitted(["Fine. So be it.", "So be it then. Ring Ana."]) == ["So be it then. Ring Ana."]
    assert fitted(["Fine. So be it.", "Ring Ana."]) == ["Fine. So be it.", "Ring Ana."]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.id)
def test_a_step_left_undone_is_not_met_as_done(persona):
    undone = "I didn't get round to it. The ward was short and the week was gone."
    scene = load_scenario(KNOWLEDGE, "monthly-actions-not-done")
    simulator = Simulator(scene, persona)
    simulator.opening()
    said = simulator.answer(undone, frozenset({Move.SHARES_PROGRESS}))
    assert not any(line in said for line in persona.lines[Situation.PROGRESS])
    done = Simulator(scene, persona)
    done.opening()
    met = done.answer("I shadowed the round on Wednesday.", frozenset({Move.SHARES_PROGRESS}))
    assert any(line in met for line in map(done_words(persona), persona.lines[Situation.PROGRESS]))


def done_words(persona):
    return (lambda line: line) if persona.contractions else write_out


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("I haven't written it yet.", True),
        ("We never got to the second page.", True),
        ("I forgot.", True),
        ("I did all three, and on time.", False),
        ("I have written to her twice.", False),
    ],
)
def test_what_was_left_undone_is_heard(text, undone):
    assert left_undone(text) is undone
