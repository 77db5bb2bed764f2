"""Levels of what is suspected of a message are set so that few sound messages are, and the rules count too."""

import numpy as np

from coach.guidance.tuned_messages import CHECKS, PARTS, THINGS
from coach.review.second_reader import RULED
from evals.messages_rows import CALM, FALSE, Labelled, level_of, levels_of
from evals.tuned_texts import Text, ordered_right

COLUMN = CHECKS.index("easy-out")


def message(*, flawed: bool, ruled: bool = False) -> Labelled:
    marks, counts = (np.zeros((1, len(THINGS)), np.float32) for _ in range(2))
    marks[0, COLUMN], counts[0, COLUMN] = flawed, 1
    text = Text((101, 102), (0, 1), ((1, 2),), marks, counts)
    return Labelled(text, left_out=True, ruled=frozenset({"easy-out"} if ruled else ()))


def test_as_a_rule_one_sound_message_in_a_hundred_is_suspected() -> None:
    scores = np.concatenate([np.arange(200.0), [300.0, 400.0]])
    level = level_of(scores, np.arange(202) >= 200)
    assert (np.arange(200.0) > level).sum() == CALM * 200


def test_a_level_is_lower_where_more_is_found_and_lies_below_the_last_of_them() -> None:
    sound = np.arange(200.0)
    scores = np.concatenate([sound, [195.5, 100.5, 300.0]])
    level = level_of(scores, np.arange(203) >= 200)
    assert level == (195.5 + 195.0) / 2
    assert (sound > level).sum() <= FALSE * 200


def test_where_no_flaw_stands_out_nobody_is_suspected_beyond_what_is_the_rule() -> None:
    scores = np.arange(200.0)
    level = level_of(scores, np.arange(200) < 100)
    assert (scores[100:] > level).sum() <= CALM * 100


def test_what_the_rules_found_counts_as_so_much_more() -> None:
    left = [*(message(flawed=False) for _ in range(9)), message(flawed=True, ruled=True)]
    scores = np.zeros((10, len(THINGS)), np.float32)
    levels, lines = levels_of(left, scores)
    assert 0 < levels[COLUMN] < RULED
    assert lines[0].split()[2:4] == ["1/1", "0/9"]


def test_parts_of_an_update_have_no_level_of_their_own() -> None:
    left = [message(flawed=True), message(flawed=False)]
    levels, _ = levels_of(left, np.ones((2, len(THINGS)), np.float32))
    assert not levels[-len(PARTS) :].any()


def test_of_as_many_as_have_a_thing_the_share_that_has_it() -> None:
    marks = np.array([[1.0], [0.0], [1.0], [0.0]])
    assert ordered_right(np.array([[4.0], [3.0], [2.0], [1.0]]), marks) == 0.5
