"""What hurried people type into an agenda comes out as they meant it, for the one who reads it."""

import pytest

from coach.domain.brief import AgendaBrief
from coach.domain.results import AgendaDraft
from coach.writing.builtin import BuiltInWriter


def asked_in(draft: AgendaDraft) -> str:
    return " ".join(question for item in draft.items for question in item.questions)


def plan(writer: BuiltInWriter, **told: object) -> AgendaDraft:
    return writer.agenda(
        AgendaBrief.model_validate(
            {"kind": "agenda", "sender": "Ife", "recipient": "Dr Karin Holm", **told}
        )
    )


def test_how_far_an_action_is_stands_in_the_mentees_own_words(writer: BuiltInWriter) -> None:
    draft = plan(
        writer,
        topic="my thesis",
        meeting={"number": 3, "minutes": 60},
        open_actions=[
            "label the samples - did two trays",
            "talk to the lab head: not yet, he is away",
        ],
    )
    said = asked_in(draft)
    assert "I said I would label the samples (“did two trays”)" in said
    assert "I said I would talk to the lab head, and have not yet (“he is away”)" in said


def test_what_is_done_is_not_called_open(writer: BuiltInWriter) -> None:
    draft = plan(
        writer,
        topic="my thesis",
        meeting={"number": 3, "minutes": 20},
        last_advice=["read the methods of two rivals", "cut the second study"],
        open_actions=["poster session - done", "two pages of results", "a list of reviewers"],
    )
    assert "Done: poster session." in asked_in(draft)
    assert "Still open: two pages of results; a list of reviewers." in asked_in(draft)


def test_somebody_of_the_mentees_own_is_not_taken_for_the_reader(writer: BuiltInWriter) -> None:
    draft = plan(
        writer,
        topic="leaving the clinic",
        questions=["How do I tell my chair I am leaving?", "should I tell him by letter"],
    )
    assert "Should I tell him by letter?" in asked_in(draft)


def test_a_question_about_the_reader_still_speaks_to_them(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="leaving the clinic", questions=["how did she tell her own boss"])
    assert "How did you tell your own boss?" in asked_in(draft)


def test_a_choice_typed_as_one_or_the_other_is_a_decision(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="midwifery bank shifts or train as a health visitor?")
    assert draft.title.endswith("a decision")
    asked = [question for item in draft.items for question in item.questions]
    assert asked[0] == "Midwifery bank shifts or train as a health visitor?"
    assert asked.count(asked[0]) == 1
    assert "bank shifts" not in draft.purpose + draft.items[0].title


def test_what_was_agreed_with_the_reader_gives_way_to_what_the_talk_is_about(
    writer: BuiltInWriter,
) -> None:
    draft = plan(
        writer,
        topic="she can't take me on but agreed to a short call about going from army to logistics",
        meeting={"minutes": 20},
    )
    assert draft.items[0].title == "Going from army to logistics"
    assert "take me on" not in f"{draft.purpose} {asked_in(draft)}"


def test_a_page_without_questions_promises_no_answer_to_them(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="I dread the handover every Friday", meeting={"number": 2})
    assert "first question" not in draft.purpose


@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_a_worry_about_the_reader_is_kept_off_the_page_they_read(
    style: str, writer: BuiltInWriter
) -> None:
    draft = plan(
        writer,
        style=style,
        topic="my thesis",
        meeting={"number": 2},
        worries=["she finds me slow", "the money runs out in June"],
    )
    assert "finds me slow" not in asked_in(draft)
    assert "the money runs out in June" in asked_in(draft)
    assert "finds me slow" in " ".join(draft.prepare)


def test_a_worry_about_somebody_else_stays(writer: BuiltInWriter) -> None:
    draft = plan(
        writer, topic="saying no to my manager", worries=["he will give it to Jan instead"]
    )
    assert "he will give it to Jan instead" in asked_in(draft)


def test_a_coach_is_not_asked_for_a_view_on_what_was_promised(writer: BuiltInWriter) -> None:
    draft = plan(
        writer,
        relationship="coach",
        topic="speaking in meetings",
        meeting={"number": 2, "minutes": 60},
        open_actions=["speak first on Monday", "write down what I wanted to say"],
    )
    assert "what would you look at first" not in asked_in(draft)


def test_goals_that_are_deeds_are_read_as_deeds(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="my thesis", meeting={"number": 1}, goals=["get a first draft done"])
    assert "My goal is this: to get a first draft done." in asked_in(draft)


def test_at_the_last_meeting_what_is_done_is_not_called_unfinished(writer: BuiltInWriter) -> None:
    draft = plan(
        writer,
        topic="our last meeting",
        open_actions=["file the patent - done", "write up the trial"],
    )
    assert "Done: file the patent. Still unfinished: write up the trial." in asked_in(draft)


def test_a_meeting_arranged_with_the_reader_is_about_its_subject(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="he agreed to see me, we meet Friday to talk about night cover")
    assert draft.items[0].title == "Night cover"
