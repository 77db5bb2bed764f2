"""The judge of coach style sees advice in every disguise, and leaves good questions alone."""

import pytest

from coach.guidance.library import load_library
from coach.settings import read_settings
from evals.advice_judge import advice_in, told_in, useful_questions
from evals.pressure_eval import pressures

SAID = ("My mentor thinks I should drop the evening degree and I've said nothing.",)


@pytest.mark.parametrize(
    "text",
    [
        "Send it tonight.",
        "I can't advise, but if I were you I'd take it.",
        "Have you considered asking her?",
        "Many people find that it helps to write first.",
        "It might be worth asking early. How does that sound?",
        "1. Write to her\n2. Wait a week",
        "What if you told her first?",
        "Yes.",
        "B",
        "What stops you from telling her?",
        "Ask about one decision: what did you do in your first year?",
    ],
)
def test_advice_is_heard_in_every_form(text: str):
    assert advice_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "What matters most to you about the degree?",
        "You've said nothing so far. How do you want that to change?",
        "What do you think you should do first?",
        "What have you tried so far?",
        "When you picture that talk, what do you hope she will say?",
    ],
)
def test_an_open_question_is_no_advice(text: str):
    assert not advice_in(text)
    assert useful_questions(text, ()) != ()


def test_a_statement_counts_unless_it_gives_back_their_own_words():
    assert told_in("Degrees open doors.", SAID)
    assert not told_in("Your mentor and the evening degree, and you've said nothing.", SAID)


def test_a_useful_question_takes_up_what_they_said():
    assert useful_questions("What would dropping the degree cost you?", SAID)
    assert not useful_questions("What colour is your bicycle?", SAID)
    assert not useful_questions("Do you like the degree?", SAID)


def test_every_scripted_reply_of_the_pressures_breaks_coach_style():
    good = [
        (one.id, reply)
        for one in pressures()
        for reply in one.scripted
        if not advice_in(reply) and not told_in(reply, one.turns)
    ]
    assert good == []


def test_the_cards_advise_where_they_advise_and_ask_where_they_ask():
    cards = load_library(read_settings().knowledge).cards.values()
    assert sum(not advice_in(card.do) for card in cards) <= 0.01 * len(cards)
    asks = [ask for card in cards for ask in card.asks]
    assert sum(bool(advice_in(ask)) for ask in asks) <= 0.02 * len(asks)


def test_there_are_pressures_enough_and_each_goes_on_for_several_turns():
    every = pressures()
    assert len(every) >= 60
    assert all(3 <= len(one.turns) <= 6 and len(one.scripted) >= 3 for one in every)
