"""A side is rated by what is heard for it and against it, and as far as it is heard."""

from collections import Counter

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.feedback import standing_degrees
from coach.rehearsal.rating import SIDES, Heard, rate
from coach.rehearsal.wording import load_words

BY_ID = {side.id: side for side in SIDES}
STEPS, RESPECT = BY_ID["next-steps"], BY_ID["respect"]


def talk(*turns, degrees=()):
    """A talk of turns with these moves."""
    made = tuple(frozenset(turn) for turn in turns)
    return Heard(made, Counter(move for turn in made for move in turn), 0.5, degrees)


def test_without_degrees_a_move_counts_whole():
    assert rate(STEPS, talk({Move.PROPOSES_NEXT_STEP}, set(), set())) == 3
    assert rate(STEPS, talk(set(), set(), set())) == 0


def test_a_fault_that_is_only_just_heard_costs_less_than_a_plain_one():
    turns = [{Move.THANKS}, {Move.FLATTERY}, {Move.FLATTERY}]
    faint = ({Move.THANKS: 1.0}, {Move.FLATTERY: 0.5}, {Move.FLATTERY: 0.5})
    assert rate(RESPECT, talk(*turns, degrees=faint)) > rate(RESPECT, talk(*turns))


def test_what_was_never_found_cannot_earn_more_than_the_start():
    hints = ({Move.PROPOSES_NEXT_STEP: 0.49},) * 4
    assert rate(STEPS, talk(set(), set(), set(), set(), degrees=hints)) == 0
    assert rate(RESPECT, talk(set(), set(), degrees=({Move.THANKS: 0.4},) * 2)) == 2


def test_an_answer_counts_only_as_far_as_the_question_was_met():
    heard = {Move.CONTEXT: 0.8, Move.IGNORES_QUESTION: 0.75, Move.THANKS: 0.9}
    told = standing_degrees(heard)
    assert told[Move.CONTEXT] < 0.21
    assert told[Move.THANKS] == 0.9


def spoken(moves, *words):
    """A talk in which each turn makes these moves in so many words."""
    made = (frozenset(moves),) * len(words)
    return Heard(made, Counter(move for turn in made for move in turn), 0.5, words=words)


def test_turns_of_a_few_words_say_little_of_what_was_heard():
    listening = BY_ID["listening"]
    moves = {Move.REFLECTS}
    assert rate(listening, spoken(moves, 3, 4, 2)) < rate(listening, spoken(moves, 20, 25, 15))


def test_long_turns_leave_no_room():
    listening = BY_ID["listening"]
    assert rate(listening, spoken(set(), 120, 95, 100)) < rate(listening, spoken(set(), 30, 40, 45))


def test_a_side_that_does_not_hang_on_length_is_left_alone():
    assert rate(STEPS, spoken({Move.PROPOSES_NEXT_STEP}, 3, 4)) == 3


def test_a_side_that_hangs_on_length_has_words_for_it_and_no_other_has():
    said = load_words(default_knowledge()).debrief.dimensions
    for side in SIDES:
        assert bool(said[side.id].bare) is bool(side.bare)
        assert bool(said[side.id].crowded) is bool(side.crowded)
