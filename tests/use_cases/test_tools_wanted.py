"""A turn is offered the tools that its words have use for, and in another language every one."""

import pytest

from coach.domain.vocabulary import Style
from coach.use_cases.agent_tools import tools_for
from coach.use_cases.tools_wanted import is_wanted, to_be_made
from coach.use_cases.turn_desk import TurnDesk
from coach.writing.builtin import BuiltInWriter
from tests.conftest import KNOWLEDGE
from tests.use_cases.talking import records

MESSAGE = "Dear Ms Ruiz, I design chips at Northwind and would value fifteen minutes of your time."


@pytest.fixture
def offered(services):
    def names(said, *briefs, style=Style.MENTOR, asked=""):
        desk = TurnDesk(services, records(*briefs), style, said, asked)
        return {tool.name for tool in tools_for(desk) if is_wanted(tool.name, desk)}

    return names


@pytest.mark.parametrize(
    ("said", "tools"),
    [
        ("Could you word an email to my old boss?", {"draft_message"}),
        ("I will ring her on Monday.", {"propose_action"}),
        ("I need to send it by Friday.", {"propose_action", "draft_message"}),
        ("I'm seeing Elena on Friday, help me get ready", {"plan_agenda"}),
        (f"How is this?\n{MESSAGE}", {"review_text"}),
        ("What is a good subject? Write the message to her, please.", {"draft_message"}),
        ("I will ring her on Monday. What should I say?", {"propose_action"}),
    ],
)
def test_a_tool_is_offered_where_the_mentee_speaks_of_what_it_does(offered, said, tools):
    assert offered(said) == {"search_guidance", *tools}


@pytest.mark.parametrize(
    "said",
    [
        "Why does a mentor need to know my goal?",
        "How do I look back on a talk that went badly?",
        "what do i even write in a message to him",
        "We met twice and the notes are gone. How do I plan the third meeting?",
        "So, should I send her a note?",
    ],
)
def test_a_question_for_guidance_wants_no_tool_for_our_search_is_made_already(offered, said):
    assert offered(said) == set()


def test_in_a_follow_up_the_model_may_search(offered):
    assert offered("And why is that?", asked="Say it in one line.") == {"search_guidance"}


def test_records_are_offered_where_there_are_some(offered, priya):
    assert "look_up_records" not in offered("What do I know of her?")
    assert "look_up_records" in offered("What do I know of her?", priya())


@pytest.mark.parametrize(
    "said",
    [
        "Schreibe Elena Ruiz eine Nachricht",
        "Ayúdame a preparar la reunión con Elena Ruiz del martes sobre mi futuro en la empresa",
    ],
)
def test_in_another_language_every_tool_is_offered(offered, priya, said):
    assert len(offered(said, priya())) == 7


def test_a_coach_is_offered_no_review(offered):
    assert "review_text" not in offered(f"How is this?\n{MESSAGE}", style=Style.COACH)


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Draft a message to Elena Ruiz about my move.", "message"),
        ("Can you write me a thank-you e-mail for my mentor?", "message"),
        ("Please make an agenda for Thursday.", "agenda"),
        ("Give me reflection questions for yesterday's talk.", "reflection"),
        ("Help me rehearse the talk with my sponsor.", "rehearsal"),
        ("Check my draft, please.", "review"),
        ("How do I word the first message?", ""),
        ("What belongs on an agenda?", ""),
        ("Write shorter. Why does it matter?", ""),
        ("I have to write to my boss and I am afraid.", ""),
        ("Can you tell me how long an e-mail should be?", ""),
        ("Can you tell me best practice for a first meeting?", ""),
        ("Can you give me tips for a good follow-up?", ""),
        ("Please give me three ideas for our agenda.", ""),
        ("Can you say a word about mentors who never reply?", ""),
        ("Ask: is it rude to check my message twice?", ""),
        ("Draft a message to Sam. Also, my mentor cancelled twice; what now?", ""),
    ],
)
def test_what_is_to_be_made_is_told_from_a_question_about_it(said, made):
    assert to_be_made(said) == made


def test_every_kind_that_is_made_elsewhere_has_its_words():
    writer = BuiltInWriter(KNOWLEDGE)
    for made in ("message", "agenda", "reflection", "rehearsal", "review"):
        assert "page “" in writer.elsewhere(made)
