"""The talks for an own person: whole, without anybody's pronoun, and their mistakes are caught."""

import pytest

from coach.rehearsal import lint
from coach.rehearsal.library import load_scenarios
from coach.rehearsal.own_talk import load_own_words, load_talk, talk_names
from coach.rehearsal.written_out import write_out

from .conftest import KNOWLEDGE, TALK

EXCUSE = "      - I did not ask for an apology. I asked what happened.\n"
OPENING = "  - Good, let us start with last time. How did it go?\n"


def test_every_talk_stands_in_for_a_scenario():
    known = {scenario.id for scenario in load_scenarios(KNOWLEDGE)}
    assert set(talk_names(KNOWLEDGE)) <= known


def test_the_first_contact_the_sponsor_and_the_introduction_are_among_them():
    wanted = {"first-informational-talk", "sponsor-advocacy", "asking-for-an-introduction"}
    assert wanted <= set(talk_names(KNOWLEDGE))


def test_what_all_talks_share_tells_nobodys_story():
    assert load_own_words(KNOWLEDGE).guess.startswith("A guess, made only from what you wrote.")
    assert load_talk(KNOWLEDGE, "ending-well").met_before


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (EXCUSE, "      - I did not ask for her apology.\n", "“her” in"),
        (EXCUSE, "      - It is fine!\n", "an exclamation mark"),
        (EXCUSE, "      - You wrote {topic}.\n", "a brace in"),
        (OPENING, "  - You wrote “{topic}”. How did it go?\n", "every opening has a slot"),
        ("id: monthly-actions-not-done", "id: monthly", "the id is 'monthly'"),
        ("wants:\n", "want:\n", "want"),
    ],
)
def test_each_mistake_is_caught(knowledge, spoil, before, after, problem):
    path = spoil(f"talks/{TALK}.yaml", before, after)
    assert any(problem in one and str(path) in one for one in lint.inspect(knowledge)[0])


def test_a_talk_without_a_scenario_is_caught(knowledge):
    path = knowledge / "talks" / f"{TALK}.yaml"
    path.rename(path.with_name("small-talk.yaml"))
    assert any("there is no scenario 'small-talk'" in one for one in lint.inspect(knowledge)[0])


def test_words_that_are_quoted_are_not_written_out():
    assert write_out("I don't. You said “I don't know”, and that's it.") == (
        "I do not. You said “I don't know”, and that is it."
    )
