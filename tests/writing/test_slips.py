"""What the mentee shared with the reader, asked for and did is said as theirs, and said once."""

import datetime
import re
from typing import Any

import pytest

from coach.domain.brief import OutreachBrief
from coach.writing.builtin import BuiltInWriter

TODAY = datetime.date(2026, 11, 24)
JOEL: dict[str, Any] = {
    "sender": {
        "name": "Joel Adeyemi",
        "role": "apprentice arborist",
        "organisation": "Greenfell Tree Services",
    },
    "recipient": {"name": "Ms. Karin Lindqvist", "role": "head of parks"},
    "topic": "managing street trees",
}


def bodies(writer: BuiltInWriter, **fields: Any) -> list[str]:
    """The three drafts of a brief of Joel's."""
    brief = OutreachBrief.model_validate({**JOEL, **fields})
    return [writer.outreach(brief, variant, today=TODAY).body for variant in range(3)]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("you supervised my placement at the arboretum", "You supervised my placement at the"),
        ("supervised my placement", "You supervised my placement in spring 2023."),
        ("I was your student at Kew", "I was your student at Kew in spring 2023."),
        ("worked under you at the arboretum", "I worked under you at the arboretum in"),
        ("we worked together on the oak survey", "We worked together on the oak survey in"),
        ("my supervisor at the arboretum", "You were my supervisor at the arboretum in spring"),
        ("shared an office", "We shared an office in spring 2023."),
        ("our last call", "It has been a while since our last call."),
    ],
)
@pytest.mark.parametrize("connection", ["", "read your article on storm damage"])
def test_a_shared_past_comes_before_what_any_stranger_knows(
    what: str, said: str, connection: str, writer: BuiltInWriter
) -> None:
    history = [{"date": "spring 2023", "what": what}]
    for body in bodies(writer, purpose="reconnect", history=history, connection=connection):
        assert body.split("\n\n")[1].startswith(said)
        assert ("I read your article" in body) is bool(connection)


@pytest.mark.parametrize(
    ("topic", "question", "said"),
    [
        (
            "the regional tree officer trainee post",
            "Would you put my name forward for the regional tree officer trainee post?",
            "Would you put my name forward for the regional tree officer trainee post?",
        ),
        (
            "the tree officer post",
            "can you recommend me",
            "Can you recommend me for the tree officer post?",
        ),
        (
            "the tree officer post",
            "would you put in a good word for me",
            "Would you put in a good word for me about the tree officer post?",
        ),
        (
            "my promotion",
            "Would you speak up for me at the panel in June?",
            "This is about my promotion. Would you speak up for me at the panel in June?",
        ),
    ],
)
def test_a_question_that_is_the_request_is_the_only_request(
    topic: str, question: str, said: str, writer: BuiltInWriter
) -> None:
    for body in bodies(writer, purpose="sponsor-ask", topic=topic, questions=[question]):
        assert said in body
        assert body.count("?") == 1


@pytest.mark.parametrize(
    "question",
    [
        "Would you suggest that I finish my diploma first?",
        "Would you say my survey work is enough?",
        "Could you tell me what the panel looks for in my place?",
    ],
)
def test_a_question_for_a_view_is_no_request_to_speak_up(
    question: str, writer: BuiltInWriter
) -> None:
    topic = "the tree officer post"
    for body in bodies(writer, purpose="sponsor-ask", topic=topic, questions=[question]):
        assert "put my name forward for the tree officer post?" in body
        assert question[1:] in body


@pytest.mark.parametrize(
    ("topic", "applied", "worked_on"),
    [
        ("the Young Park Leaders programme", "the Young Park Leaders programme", False),
        ("applying to the Young Park Leaders programme", "the Young Park Leaders programme", False),
        ("Young Park Leaders Scheme", "the Young Park Leaders Scheme", False),
        ("setting up a mentoring programme", "your programme", True),
        ("a mentoring programme for apprentices", "your programme", True),
        ("leading a crew", "your programme", True),
    ],
)
def test_a_topic_that_names_a_programme_is_what_is_applied_to(
    topic: str, applied: str, worked_on: bool, writer: BuiltInWriter
) -> None:
    fields = {"purpose": "programme-application", "recipient": "Selection Committee"}
    for body in bodies(writer, topic=topic, **fields):
        assert f"I'd like to apply to {applied}." in body
        assert ("work on" in body) is worked_on
        assert ("knows this" in body) is worked_on


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("coffee", "the coffee last Thursday, and for talking to me about running a volunteer day"),
        (
            "coffee about running a volunteer day",
            "the coffee last Thursday, and for talking to me about running a volunteer day",
        ),
        (
            "coffee about running a volunteer day last Thursday",
            "the coffee last Thursday, and for talking to me about running a volunteer day",
        ),
        (
            "we had a coffee and talked about running a volunteer day",
            "the coffee last Thursday, and for talking to me about running a volunteer day",
        ),
        (
            "a call about running a volunteer day",
            "the call last Thursday about running a volunteer day",
        ),
        (
            "we talked about running a volunteer day",
            "talking with me last Thursday about running a volunteer day",
        ),
    ],
)
def test_the_day_stands_beside_what_it_dates(what: str, said: str, writer: BuiltInWriter) -> None:
    history = [{"date": "last Thursday", "what": what}]
    topic = "running a volunteer day"
    for body in bodies(writer, purpose="thank-you", topic=topic, history=history):
        assert re.search(rf"[Tt]hank you for {said}\.", body)


@pytest.mark.parametrize("topic", ["my boss and the rota", "that advice on the boss thing"])
def test_what_somebody_else_did_is_not_said_of_the_reader(
    topic: str, writer: BuiltInWriter
) -> None:
    history = [
        {"what": "coffee", "advice": "write down 3 things", "result": "he agreed to a trial"}
    ]
    for body in bodies(writer, purpose="thank-you", topic=topic, history=history):
        assert "He agreed to a trial" in body and "You agreed" not in body


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"sender": {"role": "between jobs, was in logistics for 11 yrs"}},
         "I'm between jobs and was in logistics for 11 years."),
        ({"why_them": "saw you at the trade fair, you said inspectors are missing"},
         "I saw you at the trade fair, and you said inspectors are missing"),
        ({"questions": ["which cert to do first?"]}, "which cert to do first."),
        ({"questions": ["how much to charge"]}, "how much to charge."),
        ({"questions": ["who helped you to settle in?"]}, "who helped you to settle in?"),
    ],
)  # fmt: skip
def test_notes_jotted_down_become_sentences(
    fields: dict[str, Any], said: str, writer: BuiltInWriter
) -> None:
    assert any(said in body for body in bodies(writer, **fields))


def test_what_is_said_of_a_go_between_is_no_part_of_their_name(writer: BuiltInWriter) -> None:
    asked = {
        "purpose": "introduction-request",
        "via": "Joe Kim, worked with me at Acorn",
        "recipient": {"name": "Monica Reyes", "role": "product director at Brightline"},
    }
    for body in bodies(writer, **asked):
        assert body.startswith("Hello Joe,")
        assert "product director at Brightline" in body


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("mentoring programme 2023, we stopped when I went on leave",
         "It has been a while since the mentoring programme in 2023."),
        ("choir", "We know each other from the choir."),
        ("your workshop on soil 2022, I sat next to your colleague",
         "We know each other from your workshop on soil in 2022."),
    ],
)  # fmt: skip
def test_a_past_that_is_only_named_is_where_the_two_know_each_other_from(
    what: str, said: str, writer: BuiltInWriter
) -> None:
    for body in bodies(writer, purpose="reconnect", history=[{"what": what}]):
        assert said in body


def test_nobody_is_asked_where_they_know_each_other_from_who_said_what_they_did_together(
    writer: BuiltInWriter,
) -> None:
    history = [{"date": "2023", "what": "ran the allotment stall together"}]
    brief = OutreachBrief.model_validate({**JOEL, "purpose": "reconnect", "history": history})
    bare = OutreachBrief.model_validate({**JOEL, "purpose": "reconnect"})
    asked = "know each other from"
    assert asked not in " ".join(writer.outreach(brief, 0, today=TODAY).questions)
    assert asked in " ".join(writer.outreach(bare, 0, today=TODAY).questions)
