"""How a whole talk is looked back on: evidence in the mentee's words, advice or questions only."""

import json
import re
from pathlib import Path

import pytest

from coach.domain.vocabulary import Style
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.debrief import debrief
from coach.rehearsal.library import load_scenario
from coach.rehearsal.speech import Exchange
from coach.review.style import coach_asks_only

ROWS = (Path("evals/datasets/rehearsal-dev.jsonl")).read_text(encoding="utf-8").splitlines()
TALKS = [
    [Exchange(turn["counterpart"], turn["mentee"]) for turn in json.loads(row)["turns"]]
    for row in ROWS[::8]
]
SCENARIO = load_scenario(default_knowledge(), "first-informational-talk")
WEAK = [
    Exchange("What can I do for you?", "Any advice for me?"),
    Exchange("About what?", "You're a genius, the best in the world."),
    Exchange("What do you do?", "Sorry, I'm so sorry, I'm useless."),
    Exchange("I see.", "Have you got any jobs going?"),
]
STRONG = [
    Exchange(
        "Hello.", "Thank you for seeing me. I'm a joiner, and I heard your talk on the doors."
    ),
    Exchange("People like those.", "How did you decide which parts were too far gone to keep?"),
    Exchange(
        "With a pin and a good deal of doubt.",
        "So the pin told you, and the doubt made you slow. I'll try that on the window I'm "
        "mending on Friday.",
    ),
    Exchange("Tell me how it goes.", "I'll send you two lines on Monday, no need to answer."),
]


def total(talk: list[Exchange]) -> int:
    return sum(side.rating for side in debrief(SCENARIO, talk).dimensions)


def test_seven_sides_are_rated_in_their_order() -> None:
    sides = [side.id for side in debrief(SCENARIO, STRONG).dimensions]
    assert sides == [
        "purpose",
        "specificity",
        "listening",
        "questions",
        "ownership",
        "respect",
        "next-steps",
    ]


def test_a_strong_talk_is_rated_above_a_weak_one() -> None:
    assert total(WEAK) < 7 < 14 <= total(STRONG)


@pytest.mark.parametrize("talk", TALKS)
def test_evidence_is_in_the_mentees_own_words(talk: list[Exchange]) -> None:
    said = [one.said for one in talk]
    for side in debrief(SCENARIO, talk).dimensions:
        assert all(any(quote in turn for turn in said) for quote in side.evidence)


@pytest.mark.parametrize("talk", [*TALKS, WEAK, STRONG])
def test_coach_style_only_asks(talk: list[Exchange]) -> None:
    whole = debrief(SCENARIO, talk, Style.COACH)
    assert (whole.keep, whole.change, whole.line, whole.thinking) == ((), "", "", "")
    assert all(side.next_step == "" for side in whole.dimensions)
    assert whole.questions
    assert coach_asks_only(list(whole.questions)).passed


def test_mentor_style_keeps_two_things_and_changes_one() -> None:
    whole = debrief(SCENARIO, STRONG)
    assert len(whole.keep) == 2
    assert whole.change
    assert whole.questions == ()


def test_what_to_change_in_a_weak_talk_comes_with_a_line_to_try() -> None:
    whole = debrief(SCENARIO, WEAK)
    assert whole.change
    assert whole.line
    assert whole.keep == ()


@pytest.mark.parametrize("talk", [*TALKS, WEAK, STRONG])
def test_what_the_counterpart_thought_is_told_as_a_guess(talk: list[Exchange]) -> None:
    thinking = debrief(SCENARIO, talk).thinking.lower()
    assert any(word in thinking for word in ("perhaps", "probably", "may have", "hard to tell"))


@pytest.mark.parametrize("talk", [[], STRONG[:1], [Exchange("Hello.", "")]])
def test_a_talk_that_has_hardly_begun_gets_a_modest_debrief(talk: list[Exchange]) -> None:
    whole = debrief(SCENARIO, talk)
    assert all(side.rating <= 1 for side in whole.dimensions)
    assert len({side.reason for side in whole.dimensions}) == 1
    assert whole.keep == ()
    assert debrief(SCENARIO, talk, Style.COACH).questions


def test_the_share_of_the_words_counts_the_counterparts_last_line() -> None:
    talk = [Exchange("One two three four.", "One two three four.")]
    assert debrief(SCENARIO, talk).talk_share == 0.5
    assert debrief(SCENARIO, talk, last_line="Five six seven eight.").talk_share == 0.33


def test_questions_are_counted_open_and_closed() -> None:
    talk = [
        Exchange("Hello.", "What made you leave the bank?"),
        Exchange("I was bored.", "Did you tell your team before you left?"),
        Exchange("I did.", "How did they take it on that day?"),
    ]
    whole = debrief(SCENARIO, talk)
    assert (whole.open_questions, whole.closed_questions) == (2, 1)


def test_reasons_hold_no_open_slot() -> None:
    for talk in (*TALKS, WEAK, STRONG):
        whole = debrief(SCENARIO, talk)
        told = " ".join([*(side.reason for side in whole.dimensions), *whole.keep, whole.thinking])
        assert "{" not in told


def test_one_turn_is_not_called_turns() -> None:
    for talk in (*TALKS, WEAK, [*STRONG, WEAK[0]], [*STRONG, WEAK[2]]):
        for side in debrief(SCENARIO, talk).dimensions:
            assert not re.search(r"\b(?<!of )1 (?:other )?turns", side.reason), side.reason


@pytest.mark.parametrize("exchanges", [WEAK, STRONG, *TALKS])
def test_what_they_may_have_thought_ends_a_quotation_once(exchanges: list[Exchange]) -> None:
    thinking = debrief(SCENARIO, exchanges).thinking
    assert ".”." not in thinking
    assert "?”." not in thinking


def test_the_look_back_says_whether_the_talk_got_what_it_turned_on() -> None:
    line = SCENARIO.decision.granted[0]
    got = debrief(SCENARIO, STRONG, last_line=f"All right. {line}", granted=True).outcome
    assert line in got
    missed = debrief(SCENARIO, WEAK, granted=False).outcome
    assert missed.startswith("You did not get")
    assert debrief(SCENARIO, STRONG).outcome == ""


def test_a_wish_taken_back_undoes_the_good_impression() -> None:
    scene = load_scenario(default_knowledge(), "raising-a-boundary")
    talk = [
        Exchange("Did you get my message?", "I did. I don't answer messages after nine any more."),
        Exchange("Not even from me?", "OK. Never mind. Forget I said it."),
    ]
    whole = debrief(scene, talk, granted=True)
    rated = {side.id: side.rating for side in whole.dimensions}
    assert rated["purpose"] <= 1
    assert rated["ownership"] <= 1
    assert any(line in whole.thinking for line in scene.thinking.poor)
    assert "taken back" in whole.outcome


def reason_of(side: str, *said: str) -> str:
    asked = "And what did you make of the letter?"
    whole = debrief(SCENARIO, [Exchange(asked, one) for one in said])
    return next(one.reason for one in whole.dimensions if one.id == side)


def test_it_is_said_where_turns_are_a_few_words() -> None:
    reason = reason_of("listening", "Not much.", "It was fine.", "Fine, yes.")
    assert "3 of 3 turns" in reason


def test_nothing_is_said_of_their_length_where_there_are_words_enough() -> None:
    told = "I read the letter on the train and I put my name under the second half of it only."
    assert "few words" not in reason_of("listening", told, told, told)


def test_it_is_said_where_turns_leave_no_room() -> None:
    long = "I went up to the yard and looked at the boats there, one after the other, as I do. " * 6
    assert "little room" in reason_of("listening", long, long, long)


def test_a_question_passed_over_is_shown_by_more_than_a_greeting() -> None:
    asked = "Come in. I've read your line. What is it you want from me?"
    said = "Hi! Wow, great view. So, I was hoping you could help me with my career a bit."
    whole = debrief(SCENARIO, [Exchange(asked, said), Exchange(asked, said)])
    quoted = {one for side in whole.dimensions for one in side.evidence}
    assert quoted
    assert "Hi!" not in quoted
