"""What is said of a turn: specific, honest, in its own words, and never an invented fact."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.errors import KnowledgeError
from coach.guidance.cards import card_files
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.feedback import feedback_on
from coach.rehearsal.own_words import blames, said_by
from coach.rehearsal.speech import Exchange
from coach.rehearsal.wording import load_words

ROWS = (Path("evals/datasets/rehearsal-dev.jsonl")).read_text(encoding="utf-8").splitlines()
TALKS = [
    [Exchange(turn["counterpart"], turn["mentee"]) for turn in json.loads(row)["turns"]]
    for row in ROWS[::5]
]
WORDS = load_words(default_knowledge())
EXAMPLES = [one for advice in WORDS.tries.values() for one in advice.example]


def test_what_worked_is_quoted_letter_for_letter() -> None:
    for talk in TALKS:
        for number, one in enumerate(talk):
            for worked in feedback_on(one.said, one.heard, talk[:number]).worked:
                assert worked.quote
                assert worked.quote in one.said


def test_an_example_holds_no_word_that_is_neither_in_the_talk_nor_in_the_wording() -> None:
    allowed = set(_words(" ".join(EXAMPLES)))
    for talk in TALKS:
        for number, one in enumerate(talk):
            tried = feedback_on(one.said, one.heard, talk[:number]).try_next
            told = " ".join(f"{e.heard} {e.said}" for e in talk[: number + 1])
            if tried:
                assert set(_words(tried.example)) <= allowed | set(_words(told))


def test_examples_of_the_wording_name_no_place_number_or_person() -> None:
    for example in EXAMPLES:
        bare = re.sub(r"\{\w+\}", "", example)
        assert not re.search(r"\d|(?<=[a-z,] )(?!I\b)[A-Z]", bare)


@given(st.text(max_size=200), st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_anything_may_be_said_and_any_quote_is_verbatim(turn: str, before: str) -> None:
    said = feedback_on(turn, before)
    assert len(said.worked) <= 1
    assert all(worked.quote in turn for worked in said.worked)


@pytest.mark.parametrize(
    ("turn", "before", "fault"),
    [
        ("Any advice for me?", "What can I do for you?", Move.VAGUE_ASK),
        ("Sorry, sorry, I'm such an idiot.", "What happened?", Move.OVER_APOLOGY),
        ("Do you have any jobs going?", "I run a small workshop.", Move.JOB_ASK),
        ("That's not fair, it's not my fault.", "The report was late.", Move.DEFENSIVE),
        ("You're a genius, the best in the world.", "It took years.", Move.FLATTERY),
    ],
)
def test_a_turn_with_a_fault_gets_no_false_praise_and_is_told_what_to_try(
    turn: str, before: str, fault: Move
) -> None:
    said = feedback_on(turn, before)
    assert said.worked == ()
    assert said.try_next is not None
    assert said.try_next.card == WORDS.tries[fault.value].card


def test_a_strong_turn_is_given_no_invented_fault() -> None:
    said = feedback_on(
        "So it was the list that convinced them, not the speech. I'll bring mine on Thursday. "
        "How did you choose which bugs to put on it?",
        "I showed them the list of bugs from one week.",
    )
    assert said.worked
    assert not set(said.moves) & TO_WORK_ON
    assert said.try_next is None


def test_an_example_is_built_from_the_counterparts_last_words() -> None:
    said = feedback_on("That's not fair, it's not my fault.", "You lost them after ten pages.")
    assert said.try_next is not None
    assert "You lost them after ten pages" in said.try_next.example


def test_an_example_uses_what_the_mentee_told_earlier() -> None:
    earlier = (Exchange("What do you do?", "I run the night shift in the packing hall."),)
    said = feedback_on("Any advice for me?", "I see.", earlier)
    assert said.try_next is not None
    assert said.try_next.example.startswith("I run the night shift in the packing hall. ")


def test_an_apology_taken_out_leaves_the_mentees_own_sentence() -> None:
    said = feedback_on(
        "Sorry, sorry to bother you. How did you choose between the two schools?", "Yes?"
    )
    assert said.try_next is not None
    assert said.try_next.example == "How did you choose between the two schools?"


def test_the_same_fault_is_not_met_with_the_same_words_twice_running() -> None:
    first = feedback_on("Any advice for me?", "Hello.")
    second = feedback_on("Any tips?", "Such as?", (Exchange("Hello.", "Any advice for me?"),))
    assert first.try_next is not None
    assert second.try_next is not None
    assert first.try_next.what != second.try_next.what


def test_never_asking_is_named_in_the_third_turn() -> None:
    talk = [
        Exchange("Hello.", "I work in a bakery in the old town."),
        Exchange("I used to bake.", "My shift begins before four."),
        Exchange("Mine began at three.", "We have two ovens and no cooling room."),
    ]
    tries = [
        feedback_on(one.said, one.heard, talk[:number]).try_next for number, one in enumerate(talk)
    ]
    named = [
        tried is not None and tried.what in _filled("never-asks", tried.what) for tried in tries
    ]
    assert named == [False, False, True]


def test_a_talk_that_closes_without_a_step_is_told_so() -> None:
    talk = [
        Exchange("Hello.", "What made you leave the bank?"),
        Exchange("I was bored.", "How did you notice?"),
    ]
    said = feedback_on("All right then.", "I have to go to my next meeting.", talk)
    assert said.try_next is not None
    assert said.try_next.what in WORDS.tries["no-next-step"].what


def test_every_card_named_exists() -> None:
    known = {path.stem for path in card_files(default_knowledge())}
    named = {praise.card for praise in WORDS.worked.values()}
    named |= {advice.card for advice in WORDS.tries.values()}
    named |= {side.card for side in WORDS.debrief.dimensions.values()}
    assert named <= known


def test_every_good_move_and_every_fault_has_words() -> None:
    assert set(WORDS.worked) == set(Move) - TO_WORK_ON - {Move.CLOSED_QUESTION}
    assert {move.value for move in TO_WORK_ON} <= set(WORDS.tries)


def test_advice_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    text = (default_knowledge() / "wording" / "rehearsal.yaml").read_text(encoding="utf-8")
    (tmp_path / "wording" / "rehearsal.yaml").write_text(
        text.replace("  give-a-day:\n", "  give-a-year:\n"), encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match="give-a-"):
        load_words(tmp_path)


def _filled(name: str, what: str) -> tuple[str, ...]:
    return tuple(one for one in WORDS.tries[name].what if one == what)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"\{\w+\}", " ", text).lower())


def test_words_they_repeated_are_not_quoted_a_second_time() -> None:
    heard = "It went past me a bit. My pad says “called the school”. Was that the main thing?"
    given = feedback_on("Yes, that was the main thing, I think.", heard)
    example = given.try_next.example if given.try_next else ""
    assert "“called" not in example


@pytest.mark.parametrize("heard", ["I can't help with fog. Which day?", "People forget that."])
def test_a_mere_reaction_is_not_held_up_to_be_taken_up(heard):
    said = feedback_on("I work in an office.", heard)
    assert said.try_next is None or "fog" not in said.try_next.example
    assert said.try_next is None or "forget" not in said.try_next.example


def test_the_words_taken_up_are_those_the_praised_sentence_goes_on_from() -> None:
    cues = load_cues(default_knowledge())
    heard = (
        "Nothing after nine unless it's burning. And Jamie can write his own, it won't kill him."
    )
    assert said_by(heard, cues, "So nothing after nine, then.").startswith("Nothing after nine")
    assert said_by(heard, cues, "Jamie writes his own.").startswith("And Jamie")
    assert said_by(heard, cues).startswith("And Jamie")


def test_an_excuse_is_no_honest_account() -> None:
    heard = "So, how was the discharge round?"
    excuse = "I didn't get round to it, nobody told me which day it was, so it's not really on me."
    assert not any(excuse.startswith(one.quote[:20]) for one in feedback_on(excuse, heard).worked)


@pytest.mark.parametrize(
    "blame",
    [
        "Forty seconds is nothing, and it was Pete on the fly floor who gave the order, not me.",
        "Nobody told me, so it's not on me.",
        "Well, nobody died.",
    ],
)
def test_plain_blame_is_heard_by_the_patterns(blame: str) -> None:
    assert blames(blame, load_cues(default_knowledge()))
