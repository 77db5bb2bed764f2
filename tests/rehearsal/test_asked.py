"""What is asked gets the kind of answer it is after, about the matter it names and not about a chance word."""

import pytest

from coach.rehearsal.asked import Wanted, asks_back, fits, matter_asked, puts_forward, wanted
from coach.rehearsal.library import load_scenario
from tests.conftest import KNOWLEDGE

JOINERY = load_scenario(KNOWLEDGE, "first-informational-talk")
INTRODUCTION = load_scenario(KNOWLEDGE, "asking-for-an-introduction")


@pytest.mark.parametrize(
    ("turn", "kind"),
    [
        ("Is that a refusal?", Wanted.DECISION),
        ("I'd keep it to an hour. Could you live with that?", Wanted.DECISION),
        ("If it rains, could we do it indoors?", Wanted.CONSENT),
        ("May I bring my notes?", Wanted.CONSENT),
        ("How about the second week, then?", Wanted.CONSENT),
        ("Would you read it over before Monday?", Wanted.FAVOUR),
        ("Do you think you could put in a word?", Wanted.FAVOUR),
        ("Good morning. How are you today?", Wanted.GREETING),
        ("Were you ever nervous before such a talk?", Wanted.OWN),
        ("What was the first winter like for you?", Wanted.OWN),
        ("Which form do you mean?", Wanted.NARROW),
        ("And how long does that take?", Wanted.NARROW),
        ("Who signs it in the end?", Wanted.NARROW),
        ("Is it worth the trouble?", Wanted.YES_NO),
        ("May I ask why the board said no?", Wanted.OPEN),
        ("Why is that?", Wanted.OPEN),
    ],
)
def test_the_kind_of_answer_is_heard(turn, kind):
    assert wanted(turn) is kind


def test_a_word_said_by_the_way_calls_up_no_matter():
    assert matter_asked("Oh of course. When might you see her?", INTRODUCTION.knows) is None


def test_a_word_in_what_is_told_calls_up_no_matter_for_another_question():
    said = "My daughter starts school this week. May I say that you sent me?"
    assert matter_asked(said, JOINERY.knows) is None


def test_a_question_that_points_back_is_about_what_was_told_before_it():
    said = "I gave up my salary, and the money ran low. How did others manage that?"
    assert matter_asked(said, JOINERY.knows) is JOINERY.knows[2]


def test_a_matter_named_in_the_question_is_the_one_asked_about():
    assert matter_asked("What did you earn in the first years?", JOINERY.knows) is JOINERY.knows[2]


def test_only_a_proposal_puts_what_the_talk_turns_on():
    about = JOINERY.decision.about
    assert puts_forward("Could I come on a Saturday and sweep?", about)
    assert not puts_forward("How long was it before you were done with sweeping?", about)
    assert not puts_forward("You said you used to sweep here.", about)


def test_a_question_for_a_time_is_not_answered_without_one():
    assert not fits(Wanted.NARROW, "When will that be?", "She likes it short.")
    assert fits(Wanted.NARROW, "When will that be?", "She answers on Sundays.")
    assert not fits(Wanted.NARROW, "How long did it take?", "Wood is the easy bit.")
    assert fits(Wanted.NARROW, "How long did it take?", "It was two winters.")


def test_a_question_of_their_own_life_is_not_answered_with_a_general_truth():
    assert not fits(Wanted.OWN, "Were you afraid?", "People change their minds.")
    assert fits(Wanted.OWN, "Were you afraid?", "I was, for a year.")


def test_who_asks_what_was_meant_passes_no_question_over():
    assert asks_back("Which one?")
    assert asks_back(
        "What do you mean by that, a form for the office or one for the people downstairs?"
    )
    assert not asks_back("Nice weather.")
