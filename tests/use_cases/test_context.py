"""What of the cards goes into a prompt: never more than the ceiling, and the best of it first."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.guidance.library import load_library
from coach.use_cases.context import (
    FOR_ANSWERS,
    FOR_WRITING,
    Piece,
    choose,
    told,
)

CARDS = tuple(load_library(Path(__file__).resolve().parents[2] / "knowledge").cards.values())


def words(text):
    return len(text.split())


def pieces(chosen):
    return [(one.card.id, one.piece) for one in chosen]


scored = st.lists(
    st.tuples(st.sampled_from(CARDS), st.floats(-0.5, 1.0)),
    max_size=6,
    unique_by=lambda one: one[0].id,
)
wanted = st.sampled_from([FOR_WRITING, FOR_ANSWERS, {Piece.AVOID: 1.0}, {}])


@settings(max_examples=150, derandomize=True, deadline=None, database=None)
@given(scored, st.integers(-5, 700), wanted)
def test_the_ceiling_holds_and_nothing_is_given_that_is_not_wanted(cards, ceiling, wants):
    chosen = choose(cards, words, ceiling, wants)
    long = choose(cards, words, ceiling, wants, "a name of many words for {0.id}".format)
    assert not chosen or words(told(chosen)) <= ceiling
    assert not long or words(told(long, "a name of many words for {0.id}".format)) <= ceiling
    assert {one.piece for one in chosen} <= set(wants)
    assert chosen == choose(cards, words, ceiling, wants)
    assert {one.card.id for one in chosen} <= {card.id for card, score in cards if score > 0}


@settings(max_examples=100, derandomize=True, deadline=None, database=None)
@given(scored, st.integers(0, 700))
def test_a_card_is_led_by_what_to_do(cards, ceiling):
    chosen = choose(cards, words, ceiling, FOR_ANSWERS)
    led = [one.card.id for one in chosen if one.piece is Piece.DO]
    assert {one.card.id for one in chosen} == set(led)


def test_the_better_card_comes_first_whatever_the_order_given():
    cards = [(CARDS[0], 0.4), (CARDS[1], 0.9)]
    chosen = choose(cards, words, 1_000, FOR_ANSWERS)
    assert pieces(chosen)[0] == (CARDS[1].id, Piece.DO)
    assert chosen == choose(cards[::-1], words, 1_000, FOR_ANSWERS)


@pytest.mark.parametrize("wants", [FOR_WRITING, FOR_ANSWERS])
def test_with_room_enough_all_that_is_wanted_is_given(wants):
    chosen = choose([(CARDS[0], 0.9)], words, 10_000, wants)
    assert {one.piece for one in chosen} == set(wants)
    assert [one.piece for one in chosen] == [
        piece for piece in Piece if piece in {o.piece for o in chosen}
    ]


def test_of_two_cards_the_second_is_begun_before_the_first_is_told_to_the_end_where_it_is_worth_more():
    cards = [(CARDS[0], 0.9), (CARDS[1], 0.85)]
    room = words(told(choose(cards, words, 10_000, {Piece.DO: 1.0})))
    assert pieces(choose(cards, words, room, {Piece.DO: 1.0, Piece.WHY: 0.1})) == [
        (CARDS[0].id, Piece.DO),
        (CARDS[1].id, Piece.DO),
    ]


def test_where_the_whole_does_not_fit_its_first_sentences_are_given():
    whole = choose([(CARDS[0], 0.9)], words, 10_000, FOR_WRITING)
    part = choose([(CARDS[0], 0.9)], words, words(told(whole[:1])) - 1, FOR_WRITING)
    assert pieces(part)[0] == pieces(whole)[0]
    assert whole[0].text.startswith(part[0].text)
    assert part[0].text.endswith((".", "?"))
    assert part[0].text != whole[0].text


def test_each_card_is_told_under_the_name_by_which_it_is_cited():
    chosen = choose([(CARDS[0], 0.9)], words, 10_000, FOR_WRITING)
    assert told(chosen, lambda card: "c1").startswith(f"[c1] {CARDS[0].title}\nDo: ")
