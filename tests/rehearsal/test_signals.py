"""What the learnt layer goes by is named the same way however a person words it."""

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.signals import Signals, signals
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.turn import Found, Turn

CUES = load_cues(default_knowledge())


def seen(said: str, heard: str = "", earlier: tuple[Exchange, ...] = ()) -> Signals:
    return signals(Turn(speech(said), speech(heard), earlier, CUES), ())


def test_two_trades_told_in_the_same_shape_share_it() -> None:
    plumber, nurse = seen("I fixed it on Monday."), seen("I checked it on Friday.")
    assert "k:i PAST it on" in plumber.all & nurse.all


def test_each_sentence_has_signals_of_its_own() -> None:
    assert len(seen("I rang her. She was out. What now?").sentences) == 3


def test_words_of_the_counterpart_that_are_taken_up_are_noticed() -> None:
    heard = "I kept a notebook by the boiler."
    assert "stated:2" in seen("A notebook by the boiler, I could do that.", heard).all
    assert "stated:0" in seen("I could do that.", heard).all


def test_words_of_the_line_before_last_are_noticed_too() -> None:
    earlier = (Exchange("I kept a notebook by the boiler.", ""),)
    assert "earlier:2" in seen("My notebook hangs by the boiler now.", "Go on.", earlier).all


def test_a_question_that_only_a_question_meets_is_noticed() -> None:
    assert "t:only1 met0" in seen("Is that your dog?", "What would you pay for it?").turn
    assert "t:only0 met1" in seen("I'd pay ten pounds.", "What would you pay for it?").turn


def test_what_the_rules_found_is_a_signal() -> None:
    turn = Turn(speech("Thank you."), speech(""), (), CUES)
    assert "r:thanks" in signals(turn, [Found(Move.THANKS, 0, 9)]).turn


def test_a_turn_without_words_has_no_sentences() -> None:
    assert seen("...").sentences == ()
