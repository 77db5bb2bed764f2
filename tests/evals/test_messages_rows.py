"""Levels of what is suspected of a message are set so that few sound messages are, and the rules count too."""

import numpy as np

from coach.guidance.tuned_messages import CHECKS, PARTS, THINGS
from coach.review.second_reader import RULED
from evals.messages_rows import CALM, FALSE, Labelled, level_of, levels_of, trust_in_rules
from evals.tuned_texts import Text, ordered_right

COLUMN = CHECKS.index("easy-out")


def message(*, flawed: bool, ruled: bool = False, new: bool = True) -> Labelled:
    marks, counts = (np.zeros((1, len(THINGS)), np.float32) for _ in range(2))
    marks[0, COLUMN], counts[0, COLUMN] = flawed, 1
    text = Text((101, 102), (0, 1), ((1, 2),), marks, counts)
    raised = frozenset({"easy-out"} if ruled else ())
    return Labelled(text, left_out=True, ruled=raised, new_to_rules=new)


def test_as_a_rule_one_sound_message_in_a_hundred_is_suspected() -> None:
    scores = np.concatenate([np.arange(400.0), [5.5, 6.5]])
    level = level_of(scores, np.arange(402) >= 400)
    assert (np.arange(400.0) > level).sum() == CALM * 400


def test_where_every_flaw_stands_out_the_level_lies_half_way_to_the_first() -> None:
    scores = np.concatenate([np.arange(400.0), [500.0, 600.0]])
    flawed = np.arange(402) >= 400
    assert level_of(scores - 500, flawed) == (395.0 + 500.0) / 2 - 500


def test_but_no_higher_than_where_a_flaw_is_likelier_than_not() -> None:
    scores = np.concatenate([np.arange(400.0), [500.0, 600.0]])
    flawed = np.arange(402) >= 400
    assert level_of(scores - 430, flawed) == 0.0
    assert 395.0 < level_of(scores, flawed) < 396.0


def test_a_level_is_lower_where_more_is_found_and_lies_below_the_last_of_them() -> None:
    sound = np.arange(400.0)
    scores = np.concatenate([sound, [394.5, 100.5, 500.0]])
    level = level_of(scores, np.arange(403) >= 400)
    assert level == (394.5 + 394.0) / 2
    assert (sound > level).sum() <= FALSE * 400


def test_where_no_flaw_stands_out_nobody_is_suspected_beyond_what_is_the_rule() -> None:
    scores = np.arange(400.0)
    level = level_of(scores, np.arange(400) < 200)
    assert (scores[200:] > level).sum() <= CALM * 200


def test_what_the_rules_found_counts_as_so_much_more() -> None:
    left = [*(message(flawed=False) for _ in range(9)), message(flawed=True, ruled=True)]
    scores = np.zeros((10, len(THINGS)), np.float32)
    levels, lines = levels_of(left, scores)
    assert 0 < levels[COLUMN] < RULED["easy-out"]
    assert lines[0].split()[2:4] == ["1/1", "0/9"]


def test_parts_of_an_update_have_no_level_of_their_own() -> None:
    left = [message(flawed=True), message(flawed=False)]
    levels, _ = levels_of(left, np.ones((2, len(THINGS)), np.float32))
    assert not levels[-len(PARTS) :].any()


def test_of_as_many_as_have_a_thing_the_share_that_has_it() -> None:
    marks = np.array([[1.0], [0.0], [1.0], [0.0]])
    assert ordered_right(np.array([[4.0], [3.0], [2.0], [1.0]]), marks) == 0.5


def test_rules_are_trusted_the_more_the_more_often_they_are_right_on_what_is_new_to_them() -> None:
    right = [message(flawed=True, ruled=True) for _ in range(9)]
    sound = [message(flawed=False) for _ in range(9)]
    false = [message(flawed=False, ruled=True) for _ in range(9)]
    old = [message(flawed=False, ruled=True, new=False) for _ in range(99)]
    surely = trust_in_rules([*right, *sound, *old])["easy-out"]
    hardly = trust_in_rules([*right, *sound, *false])["easy-out"]
    assert surely > 5 > 2 > hardly > 0
