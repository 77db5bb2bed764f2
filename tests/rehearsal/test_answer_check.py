"""What another voice says is let through when the counterpart could have said it, and held back when not."""

from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.calls import WriterInfo
from coach.domain.rehearsal import Move, RehearsedTurn
from coach.rehearsal.answer_check import check_ids, wrong_with
from coach.rehearsal.answer_mend import mended
from coach.rehearsal.library import load_persona, load_personas, load_scenario, load_scenarios
from coach.rehearsal.moves import moves_in
from coach.rehearsal.scene import Counterpart
from coach.rehearsal.session import Session
from coach.rehearsal.voice import Cue, Mood, Voiced
from coach.rehearsal.written_out import write_out
from evals.played_talks import good_talk, poor_talk
from tests.rehearsal.conftest import KNOWLEDGE

SCENE = "first-informational-talk"
ASKED = "What did your first two years cost you, in money?"
INTRODUCED = "I teach maths at a school, and I wrote because you came to joinery from insurance."


def cue(
    *said: str, answers: tuple[str, ...] = (), scene: str = SCENE, granted: bool = False
) -> Cue:
    """The last of these turns is being answered; ``answers`` are those to the turns before."""
    scenario = load_scenario(KNOWLEDGE, scene)
    made: set[Move] = set()
    moves: frozenset[Move] = frozenset()
    heard = scenario.opening
    turns = []
    for place, one in enumerate(said):
        moves = frozenset(found.move for found in moves_in(one, heard, (), KNOWLEDGE))
        made |= moves
        if place < len(said) - 1:
            heard = answers[place] if place < len(answers) else "Hm. Go on."
            turns.append(RehearsedTurn(mentee=one, counterpart=heard))
    return Cue(
        scenario=scenario,
        persona=load_persona(KNOWLEDGE, scenario.persona),
        opening=scenario.opening,
        turns=tuple(turns),
        said=said[-1],
        moves=moves,
        plain="The first two years I earned less than my apprentice does now.",
        mood=Mood(0, granted, frozenset(made)),
    )


def failed(line: str, due: Cue) -> list[str]:
    return [one.check for one in wrong_with(line, due)]


SOUND = (
    "Less than my apprentice earns now. Could you live on that?",
    "Money? Ask me about the third year, that was worse.",
    "Hm. Why do you want to know that first?",
    "I counted screws at night. What would you give up for it?",
    "You teach maths. What does a joint give you that a sum does not?",
    "No. Not before I know what you have made with your hands.",
    "That depends. Who pays your rent while you learn?",
)


@pytest.mark.parametrize("line", SOUND)
def test_a_short_answer_in_role_is_let_through(line: str) -> None:
    assert failed(line, cue(INTRODUCED, ASKED)) == []


ROWS = (
    ("in-role", "As an AI, I have no savings to speak of."),
    ("in-role", "I'm happy to help. What else would you like to know?"),
    ("in-role", "Great question. The first years were lean."),
    ("in-role", "That was a clear question, and you asked it politely."),
    ("in-role", "Your opening was a little long, but the tone was friendly."),
    ("in-role", "Next time, try asking something open-ended."),
    ("in-role", "You could have asked what it cost me in sleep."),
    ("in-role", "In this rehearsal I earn very little."),
    ("in-role", "Tip: ask about one year at a time."),
    ("in-role", "You: And the third year? Me: Worse."),
    ("spoken", "Three things:\n- wood\n- rent\n- time"),
    ("spoken", "Look at https://joinery.example for the prices."),
    ("keeps-to-themselves", "Little enough. I may sell up to Marek before long."),
    ("keeps-to-themselves", "I am thinking of it, Marek may have it within a while, by selling."),
    ("keeps-to-themselves", "The last one stopped coming, so forgive me if I am careful."),
    ("fair", "You haven't told me what you do."),
    ("fair", "You still have not said why you came to me."),
    ("fair", "You never mentioned that you teach maths."),
    ("fair", "You have asked me nothing so far."),
    ("fair", "You didn't answer my question."),
    ("fair", "I still don't know who you are."),
    ("fair", "You promised to send me drawings of a staircase."),
    ("fair", "You said you hated your pupils and their parents."),
    ("fair", "You said “I want to be rich”. Is that it?"),
    ("fair", "Stop apologising and sit down."),
    ("fair", "You are being defensive."),
    ("fair", "That's far too broad. It is vague."),
    ("fair", "You were late, and you kept me waiting."),
    ("fair", "You're asking me for a job, are you?"),
    ("fair", "You have been rambling for a while."),
    ("fair", "You interrupted me twice."),
    ("leaves-the-words-to-you", "You could say: “I want to learn this properly.”"),
    ("leaves-the-words-to-you", "Here's a draft you can send to Marek."),
    ("leaves-the-words-to-you", "Ask Marek “Would you let me watch you fit a kitchen on Friday?”"),
    ("leaves-the-words-to-you", "I'll write that e-mail for you."),
    ("not-before-it-is-asked", "Little. I'll introduce you to Marek, he hires people."),
    ("not-before-it-is-asked", "Little. I'd be happy to mentor you."),
    (
        "not-before-it-is-asked",
        "Half the week is measuring, ordering and driving. People forget that. Little money, too.",
    ),
    ("says-something-new", "You found us, then. Mind the cables. Anything else?"),
    ("own-words", "What did your first two years cost you, in money? Well."),
    ("in-role", "It's great that you're being so specific in your questions. The pay was poor."),
    ("in-role", "Is there anything else I can help you with today?"),
    ("in-role", "You're doing well in this conversation. Keep asking questions like that."),
    ("in-role", "Hanne pauses and looks at the saw. It was hard."),
    ("in-role", "I cannot share personal information, but I can provide general guidance."),
    ("in-role", "That shows strong ownership on your part."),
    ("in-role", "Let's break this down into actionable steps together."),
    ("in-role", "Excellent. Let us now practise the next part."),
    ("spoken", "Money was tight. 😀"),
    ("keeps-to-themselves", "I want to find out whether you want the work or only the idea of it."),
    ("fair", "So far you have only talked about yourself."),
    ("fair", "I notice you didn't mention what you do for a living."),
    ("fair", "I have no idea who you are or why you're here."),
    ("fair", "You told me earlier that you hate your pupils and leave this summer."),
    ("fair", "There's no need to be so defensive."),
    ("fair", "You're blaming your school for it, and I won't have that."),
    ("fair", "That is a very general question. Can you narrow it down?"),
    ("leaves-the-words-to-you", "Ask it like this: how much did you earn in your first two years?"),
    ("leaves-the-words-to-you", "Tell Marek: I am keen to learn the craft from the ground up."),
    ("not-before-it-is-asked", "I could take you on as an apprentice."),
    ("not-before-it-is-asked", "Would you like me to introduce you to a few other joiners?"),
    ("not-before-it-is-asked", "I'll ring Marek tonight and tell him to expect you."),
    ("says-something-new", "So what made you write to me, not to one of the bigger places?"),
    ("short-enough", "It was hard and " + "it went on and on " * 9 + "until it stopped."),
)


@pytest.mark.parametrize(("check", "line"), ROWS)
def test_what_the_counterpart_would_not_say_is_held_back(check: str, line: str) -> None:
    assert check in failed(line, cue(INTRODUCED, ASKED))


def test_every_check_is_in_the_rows() -> None:
    assert {check for check, _ in ROWS} | {"keeps-their-word"} == set(check_ids())


DESERVED = (
    ("You haven't told me what you do.", ("Any advice?",)),
    ("You have asked me nothing so far.", (INTRODUCED,)),
    ("Stop apologising and sit down.", ("I'm so sorry to take your time, sorry, I know.",)),
    ("That's far too broad. What do you want to know?", ("Any advice?",)),
    ("You're asking me for a job, are you?", ("Can you give me a job?",)),
    ("You said you teach maths. Why stop?", (INTRODUCED,)),
    ("You said “maths”. Do you count the screws?", (INTRODUCED,)),
    ("You haven't told me what you have made yet.", (INTRODUCED,)),
)


@pytest.mark.parametrize(("line", "said"), DESERVED)
def test_a_reproach_that_is_deserved_may_be_made(line: str, said: tuple[str, ...]) -> None:
    assert "fair" not in failed(line, cue(*said))


def test_a_request_that_is_not_earned_gets_no_yes() -> None:
    due = cue("May I come on a Saturday and watch you work?")
    assert "not-before-it-is-asked" in failed("Of course. Old clothes.", due)
    assert "not-before-it-is-asked" in failed("Come on Saturday at seven.", due)
    assert failed("What have you tried on your own?", due) == []


def test_a_request_that_is_granted_may_get_its_yes() -> None:
    due = cue("May I come on a Saturday and watch you work?", granted=True)
    assert failed("Of course. Old clothes.", due) == []


@pytest.mark.parametrize("contractions", [True, False])
def test_what_has_just_been_granted_is_not_taken_back(contractions: bool) -> None:
    due = cue("May I come on a Saturday and watch you work?", granted=True)
    yes = due.scenario.decision.granted[2]
    due = replace(due, plain=f"Fine. {yes if contractions else write_out(yes)}")
    assert "keeps-their-word" in failed("Not yet. What have you tried on your own?", due)
    assert "keeps-their-word" in failed("I can’t do that on a Saturday.", due)
    assert failed("Saturday week then, at seven. Old clothes.", due) == []
    assert "keeps-their-word" not in failed("Not yet.", replace(due, plain="Hm."))


def test_an_answer_in_other_order_is_an_old_one() -> None:
    before = "I counted screws at night and ate bread for two winters."
    due = cue(INTRODUCED, ASKED, answers=(before,))
    assert "says-something-new" in failed(
        "Two winters I ate bread, and counted screws at night.", due
    )


def test_a_question_that_was_passed_over_may_be_put_again() -> None:
    opening = load_scenario(KNOWLEDGE, SCENE).opening
    question = "What made you write to me and not to one of the bigger places?"
    assert question in opening
    due = cue("So what is a typical day like for you?")
    assert Move.IGNORES_QUESTION in due.moves
    assert failed(f"Hm. {question}", due) == []


MENDED = (
    ("Hanne: Less than you think.", "Less than you think."),
    ("Hanne Brook: “Less than you think.”", "Less than you think."),
    ("*smiles* Less than you think!", "Less than you think."),
    ("(laughs) Less than you think. [pauses]", "Less than you think."),
    ("That's a great question! Less than you think.", "Less than you think."),
    ("Thank you for sharing that. Less than you think.", "Less than you think."),
    ("Less than (I was wrong) you think.", "Less than (I was wrong) you think."),
    ("It's this: wood first.", "It's this: wood first."),
)


@pytest.mark.parametrize(("given", "said"), MENDED)
def test_what_stands_around_an_answer_is_taken_away(given: str, said: str) -> None:
    due = cue(ASKED)
    assert mended(given, due.scenario, due.persona) == said


@pytest.mark.parametrize("name", ["", "Dr.", "Dr. Elena Ruiz"])
def test_any_name_can_stand_in_a_scene(name: str) -> None:
    due = cue(INTRODUCED, ASKED)
    scene = due.scenario.model_copy(update={"counterpart": Counterpart(name=name, role="")})
    said = "Less than my apprentice earns. Could you live on that?"
    assert failed(said, replace(due, scenario=scene)) == []
    assert mended(f"(smiles) {said}", scene, due.persona) == said


def test_a_formal_counterpart_writes_everything_out() -> None:
    formal = load_persona(KNOWLEDGE, "formal-and-hierarchical")
    assert not formal.contractions
    scene = load_scenario(KNOWLEDGE, "first-meeting-expectations")
    assert mended("I don't know.", scene, formal) == "I do not know."


def test_what_the_built_in_counterpart_says_passes_nearly_always() -> None:
    held_back = []
    spoken = 0

    def as_it_is(due: Cue) -> Voiced:
        nonlocal spoken
        spoken += 1
        held_back.extend(one.check for one in wrong_with(due.plain, replace(due, plain="")))
        return Voiced(due.plain, WriterInfo())

    people = load_personas(KNOWLEDGE)
    for number, scenario in enumerate(load_scenarios(KNOWLEDGE)):
        for talk in (good_talk(scenario), poor_talk(scenario)):
            persona = people[number % len(people)]
            session = Session(scenario, persona, KNOWLEDGE, unaided=True)
            for said, _ in talk:
                if not session.ended:
                    session.say(said, as_it_is)
    assert spoken > 350
    assert len(held_back) <= spoken / 100


def test_a_talk_goes_on_from_what_was_really_said(knowledge: Path) -> None:
    session = Session(
        load_scenario(KNOWLEDGE, SCENE), load_persona(KNOWLEDGE, "quiet-listener"), KNOWLEDGE
    )
    spoken = "I kept bees for a while. Do you keep anything?"
    session.say(ASKED, lambda _: Voiced(spoken, WriterInfo(name="openai:m")))
    session.say(
        "Anyway, how did you learn to price a kitchen?", lambda due: Voiced(due.plain, WriterInfo())
    )
    assert "Do you keep anything?" in session.turns[1].counterpart


def test_a_voice_that_breaks_off_leaves_the_talk_as_it_was() -> None:
    scene, person = load_scenario(KNOWLEDGE, SCENE), load_persona(KNOWLEDGE, "quiet-listener")
    broken, whole = (Session(scene, person, KNOWLEDGE) for _ in range(2))

    def breaks(_: Cue) -> Voiced:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken.say(ASKED, breaks)
    assert broken.turns == ()
    assert broken.say(ASKED) == whole.say(ASKED)


def test_a_turn_tried_again_keeps_what_was_said_before_it() -> None:
    scene, person = load_scenario(KNOWLEDGE, SCENE), load_persona(KNOWLEDGE, "quiet-listener")
    session = Session(scene, person, KNOWLEDGE)
    session.say(INTRODUCED, lambda _: Voiced("Go on. Why wood?", WriterInfo(name="openai:m")))
    session.say(ASKED)
    again = session.again_from(1)
    assert again.turns == session.turns[:1]
