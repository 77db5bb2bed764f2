"""What a counterpart says is counted, and a persona is told by words it alone has."""

import pytest

from coach.rehearsal.library import load_personas, load_scenarios
from evals.spoken_eval import Played, let_out, said_twice, told_apart
from tests.conftest import KNOWLEDGE

SCENARIOS = load_scenarios(KNOWLEDGE)[:4]
ONE, OTHER = load_personas(KNOWLEDGE)[:2]


def talks(one: str, other: str) -> list[Played]:
    pairs = ((ONE, one), (OTHER, other))
    return [
        Played(scenario, persona, (f"{words} {scenario.id}.",))
        for scenario in SCENARIOS
        for persona, words in pairs
    ]


@pytest.mark.parametrize("fresh", [False, True])
def test_personas_with_words_of_their_own_are_told_apart(fresh: bool) -> None:
    assert told_apart(talks("Well my dear", "Be quick about"), fresh=fresh) == (8, 8)


def test_personas_that_say_the_same_are_told_by_chance() -> None:
    assert told_apart(talks("Go on then", "Go on then"), fresh=False) == (4, 8)


def test_where_every_sentence_was_met_nothing_fresh_is_asked() -> None:
    same = [Played(scenario, ONE, ("Go on.",)) for scenario in SCENARIOS]
    assert told_apart(same, fresh=True) == (0, 0)


def test_a_long_sentence_that_comes_back_is_counted_and_one_put_again_at_once_is_not() -> None:
    again = "What would you do differently now?"
    assert said_twice(Played(SCENARIOS[0], ONE, (again, "Hm.", again))) == 1
    assert said_twice(Played(SCENARIOS[0], ONE, (again, again))) == 0
    assert said_twice(Played(SCENARIOS[0], ONE, ("I see.", "Hm.", "I see."))) == 0


def test_what_a_scenario_hides_is_counted_when_it_is_said() -> None:
    hidden = SCENARIOS[0].hidden[0].fact
    assert let_out(Played(SCENARIOS[0], ONE, (f"Well, {hidden}",))) >= 1
    assert let_out(Played(SCENARIOS[0], ONE, ("Well.",))) == 0
