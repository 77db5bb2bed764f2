"""A model finds the counterpart's words: checked, sent back once, or replaced by the built-in answer."""

import json

import pytest

from coach.domain.model import Fault, ModelError
from coach.domain.results import Call, Sent
from coach.llm.scripted import ScriptedModel
from coach.use_cases.counterpart_words import load_counterpart_words
from coach.use_cases.model_counterpart import TALK_TOKENS, ModelCounterpart
from coach.use_cases.played_by import played_by
from coach.use_cases.rehearse import begin, play, rehearsal_of, say
from coach.use_cases.rehearse_person import begin_with, likeness_of
from coach.use_cases.told_records import ToldRecords
from tests.conftest import KNOWLEDGE

SCENE = "first-informational-talk"
TURNS = (
    "I teach maths at a school, and I wrote because you came to joinery from insurance.",
    "What did your first two years cost you, in money?",
    "I could live on less for a year. I have saved for it since spring.",
)
GOOD = "You teach maths. What does a joint give you that a sum does not?"
SECOND = "Less than my apprentice takes home. Could you live on that?"
THIRD = "A year is short. Who knows about it at home?"
LONG = "It was hard and " + "it went on and on " * 9 + "until it stopped."
WORDS = load_counterpart_words(KNOWLEDGE)


def line(text: str) -> str:
    return json.dumps({"line": text})


def played(*answers, turns=TURNS[:1], **about):
    model = ScriptedModel([line(a) if isinstance(a, str) else a for a in answers], **about)
    return play(SCENE, turns, by=ModelCounterpart(model)), model


def plain(turns=TURNS[:1]):
    """What the built-in counterpart says to the first of these turns."""
    return play(SCENE, turns).turns[0].counterpart


def server_down(fault=Fault.REFUSED):
    call = Call(prompt="counterpart@1:x", sent=(Sent(role="user", text="…"),), fault=fault)
    return ModelError(fault, "No connection could be made to the server.", "Start it.", call)


def test_a_good_answer_is_spoken_and_says_who_found_it():
    made, model = played(GOOD, name="openai:some-model")
    assert made.turns[0].counterpart == GOOD
    assert (made.writer.name, made.writer.floor, made.writer.trouble) == (
        "openai:some-model",
        False,
        "",
    )
    assert made.writer.tokens.taken > 0 and len(model.tasks) == 1


BAD = {
    "too long": (LONG, "short-enough"),
    "a hidden fact": ("Little. I may sell up before long.", "keeps-to-themselves"),
    "out of role": ("As an AI, I cannot know that.", "in-role"),
    "a loop": ("You found us, then. Mind the cables. Anything else?", "says-something-new"),
    "false criticism": ("You haven't told me what you do.", "fair"),
    "another language": ("Eso no lo sé, pero es muy difícil para todos.", "in-english"),
    "another language, shortly": ("Das ist nicht wahr.", "in-english"),
    "words for the mentee": ("You could say: “I want to learn.”", "leaves-the-words-to-you"),
    "a gift": ("I'll introduce you to Marek.", "not-before-it-is-asked"),
    "a list": ("1. Wood\n2. Rent", "spoken"),
    "a link": ("Look at www.joinery.example for that.", "spoken"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_will_not_do_is_sent_back_once_with_the_reason(name):
    bad, check = BAD[name]
    made, model = played(bad, GOOD)
    assert made.turns[0].counterpart == GOOD
    again = model.tasks[1]
    assert again.why == "repair"
    assert WORDS.checks[check].fix in again.values["problems"]
    assert check in made.writer.repaired and made.writer.repairs == 1


@pytest.mark.parametrize("name", BAD)
def test_what_will_not_do_twice_gives_way_to_the_built_in_answer(name):
    bad, check = BAD[name]
    made, model = played(bad, bad.replace("Marek", "Marek, or to Ines"))
    assert made.turns[0].counterpart == plain()
    assert len(model.tasks) == 2
    assert made.writer.floor and made.writer.name == "built-in"
    assert WORDS.checks[check].why in made.writer.trouble


@pytest.mark.parametrize("fault", list(Fault))
def test_whatever_goes_wrong_the_talk_goes_on(fault):
    made, _ = played(server_down(fault), turns=TURNS)
    assert len(made.turns) == len(TURNS)
    assert made.turns[0].counterpart == plain()
    assert "No connection could be made" in made.writer.trouble


def test_a_server_that_goes_down_in_mid_talk_costs_two_turns_and_no_words():
    model = ScriptedModel([line(GOOD), server_down()], name="openai:m")
    session = begin(SCENE)
    by = ModelCounterpart(model)
    turns = (*TURNS, "What was the hardest joint you ever cut?", "And who taught you that one?")
    for one in turns:
        assert say(session, one, by=by).turn is not None
    assert [turn.mentee for turn in session.turns] == list(turns)
    assert session.turns[0].counterpart == GOOD
    assert all(turn.counterpart for turn in session.turns)
    assert len(model.tasks) == 3  # after two turns without a server it is not asked again
    told = played_by(session.turns, "openai:m")
    assert told.said.startswith("m found the words for 1 of the 5 answers.")
    assert told.why == (
        "4 times nothing came from the model. No connection could be made to the server. Start it.",
    )


def test_a_bad_answer_is_no_reason_not_to_ask_again():
    made, _ = played(LONG, LONG, LONG, LONG, GOOD, turns=TURNS)
    assert made.turns[2].counterpart == GOOD


def test_twelve_turns_are_played_without_a_line_said_twice():
    turns = [f"What did you learn in your {n} year, from the wood itself?" for n in NUMBERS]
    answers = [f"In the {n} I learned {what}." for n, what in zip(NUMBERS, LEARNED, strict=True)]
    made, model = played(*answers, turns=turns, name="openai:m")
    spoken = [turn.counterpart for turn in made.turns]
    assert len(spoken) == 12
    assert spoken == answers
    assert len(set(spoken)) == 12 and len(model.tasks) == 12


NUMBERS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
LEARNED = (
    "that oak moves",
    "to sharpen before lunch",
    "which uncle lies about prices",
    "how glue smells when it fails",
    "to turn customers away",
    "what a stair forgives",
    "to measure twice and ask once",
    "why my knees complain",
    "to leave a gap for winter",
    "who pays late",
    "that lamps hide scratches",
    "to stop at six",
)


def test_the_built_in_counterpart_still_ends_the_talk():
    turns = [*(f"What about the {n} thing you ever built?" for n in NUMBERS), *["Go on."] * 12]
    made, model = played(GOOD, SECOND, turns=turns)
    assert len(made.turns) < len(turns)
    assert made.turns[-1].writer.calls == () and not made.turns[-1].writer.floor
    assert len(model.tasks) >= len(made.turns) - 1


def test_a_goodbye_is_answered_here():
    made, model = played(GOOD, turns=(TURNS[0], "Thank you for your time. Goodbye."))
    assert len(model.tasks) == 1
    assert made.turns[1].counterpart


def test_what_the_scene_hides_is_not_sent():
    _, model = played(GOOD, SECOND, THIRD, turns=TURNS)
    hidden = begin(SCENE).scenario.hidden
    for task in model.tasks:
        sent = " ".join(task.values.values())
        for one in hidden:
            assert one.fact not in sent
            assert not [word for word in one.words if word in sent.lower()]


def test_only_what_was_asked_about_is_told_to_the_model():
    _, model = played(GOOD, SECOND, turns=TURNS[:2])
    assert "I earned less than my apprentice" in model.tasks[1].values["who"]
    assert "measuring, ordering and driving" not in model.tasks[1].values["who"]


def test_names_are_given_to_be_masked():
    turns = ("My friend Ada Lovell sent me. I teach maths, and I wrote because of your stairs.",)
    _, model = played(GOOD, turns=turns)
    assert {"Hanne Brook", "Ada Lovell"} <= set(model.tasks[0].names.people)


def test_names_from_the_other_pages_are_given_to_be_masked(priya):
    model = ScriptedModel([line(GOOD)])
    play(SCENE, TURNS[:1], by=ModelCounterpart(model, records=ToldRecords([priya()])))
    assert "Dr. Elena Ruiz" in model.tasks[0].names.people


def test_a_long_talk_is_sent_as_far_as_there_is_room():
    long = "I saved some money for a workshop of my own. " * 60
    model = ScriptedModel([line(GOOD), line(SECOND), line(THIRD), line("Hm. Whose idea was it?")])
    play(SCENE, (long, long, long, TURNS[1]), by=ModelCounterpart(model))
    talk = model.tasks[-1].values["talk"]
    assert 0 < model.count(talk) <= TALK_TOKENS


def test_what_tells_of_harm_is_sent_neither_then_nor_later():
    model = ScriptedModel([line(GOOD), line(SECOND)])
    session, by = begin(SCENE), ModelCounterpart(model)
    told = "I want to kill myself."
    assert say(session, told, by=by).turn is None
    assert say(session, told, by=by, anyway=True).turn is not None
    assert not model.tasks
    say(session, TURNS[1], by=by)
    assert told not in " ".join(model.tasks[0].values.values())
    assert played_by(session.turns, "m").said == "m found the words for the only answer."


def test_the_json_of_a_talk_keeps_its_shape():
    made, _ = played(GOOD, SECOND, turns=TURNS[:2])
    alone = play(SCENE, TURNS[:2])
    shapes = [json.loads(one.model_dump_json(by_alias=True)) for one in (made, alone)]
    assert shapes[0].keys() == shapes[1].keys()
    assert [turn.keys() for turn in shapes[0]["turns"]] == [
        turn.keys() for turn in shapes[1]["turns"]
    ]


def test_without_a_model_nothing_is_said_of_one():
    assert rehearsal_of(begin(SCENE)).writer.name == "built-in"
    assert played_by(play(SCENE, TURNS).turns, "m").said == ""


def test_unchecked_words_are_shown_to_nobody():
    seen = []
    model = ScriptedModel([line(LONG), line(GOOD)])
    by = ModelCounterpart(model, lambda doing, text: seen.append((doing, text)))
    say(begin(SCENE), TURNS[0], by=by)
    assert {doing for doing, _ in seen} >= {"writing", "checking", "done"}
    assert all("on and on" not in text and GOOD not in text for _, text in seen)


def test_a_model_that_was_turned_away_from_is_not_asked():
    model = ScriptedModel([line(GOOD)])
    session = begin(SCENE)
    say(session, TURNS[0], by=ModelCounterpart(model, stopped=True))
    assert not model.tasks
    assert session.turns[0].counterpart == plain()


def test_of_a_person_of_the_mentees_own_the_names_are_masked_and_no_note_is_sent(priya):
    brief = priya(private_notes=["I am about to resign in March"])
    session = begin_with(likeness_of(brief), SCENE)
    model = ScriptedModel([line("Which part of it would help you most?")])
    say(session, TURNS[0], by=ModelCounterpart(model))
    assert "Dr. Elena Ruiz" in model.tasks[0].names.people
    assert "Harbor Health" in model.tasks[0].names.organisations
    assert "resign" not in " ".join(model.tasks[0].values.values())
