"""A confession, a new wish, a limit and a leave are told from what only sounds like them."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.owned import confesses, goes_soon, refuses, suggests, thanks, wishes_anew
from coach.rehearsal.reactions import met_by
from coach.rehearsal.scene import Situation


@pytest.mark.parametrize(
    "said",
    [
        "I haven't called the clinic.",
        "It was my mistake, I gave them the old list.",
        "I kept putting it off.",
        "I only supposed that she would mind.",
    ],
)
def test_who_owns_up_is_heard(said):
    assert confesses(said)
    assert met_by(said, frozenset({Move.SHARES_PROGRESS})) is Situation.CONFESSED


@pytest.mark.parametrize(
    "said", ["I did all of it.", "Didn't you ever call them?", "They didn't do the round."]
)
def test_who_does_not_own_up_confesses_nothing(said):
    assert not confesses(said)


def test_a_new_wish_is_heard_and_a_comparison_is_none():
    assert wishes_anew("I think I'd rather learn to chair a meeting.")
    assert not wishes_anew("I'd rather be judged on the work than on my age.")


def test_to_ask_for_all_of_it_draws_no_limit():
    said = "Please tell me the whole of it first."
    assert not refuses(said)
    assert met_by(said, frozenset({Move.SETS_BOUNDARY})) is None
    assert met_by("Please don't ring after eight.", frozenset({Move.SETS_BOUNDARY})) is (
        Situation.BOUNDARY
    )


def test_a_promise_of_no_harm_refuses_nothing():
    assert not refuses("I won't let you down.")


def test_who_would_rather_know_refuses_nothing():
    assert not refuses("Go on, I'd rather learn it from you than from the office.")
    assert refuses("I'd rather keep my Sundays.")


def test_thanks_refused_are_no_thanks():
    assert thanks("Thanks for that.")
    assert not thanks("No thanks, I'm fine.")


def test_who_leaves_in_a_minute_is_heard():
    assert goes_soon("I have to run in five minutes.")
    assert not goes_soon("I have to run the depot.")


def test_a_proposal_is_told_from_a_report():
    assert suggests("We could leave out the second form.")
    assert not suggests("We left out the second form.")
