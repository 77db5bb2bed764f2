"""Notes typed without a subject are read as what they tell, and each gets the question that fits."""

import pytest

from coach.domain.brief import ReflectionBrief
from coach.domain.kinds import load_kind_words
from coach.writing.builtin import BuiltInWriter
from coach.writing.notes_read import sort_of
from tests.conftest import KNOWLEDGE

WORDS = load_kind_words(KNOWLEDGE)


@pytest.mark.parametrize(
    ("note", "sort"),
    [
        ("told me my slides are crowded", "said"),
        ("thinks I hide behind data", "said"),
        ("asked me what I would drop", "asked"),
        ("asked why I never delegate", "asked"),
        ("learned that nobody reads page two", "insight"),
        ("went red and said nothing", "stuck"),
        ("nearly cancelled that morning", "stuck"),
        ("spoke far too fast", "stuck"),
        ("next month is the audit", "ahead"),
        ("Sir Imran Sethi thinks I rush", "said"),
    ],
)
def test_a_note_without_its_subject_is_still_understood(note: str, sort: str) -> None:
    assert sort_of(note, WORDS, "Sir Imran Sethi") == sort


@pytest.mark.parametrize(
    "note", ["asked if I could shadow a shift", "said I would send the plan", "she talked too much"]
)
def test_what_the_mentee_said_is_not_put_in_the_others_mouth(note: str) -> None:
    assert sort_of(note, WORDS, "Imran Sethi") not in {"said", "asked", "stuck"}


def prompts(writer: BuiltInWriter, **told: object) -> str:
    brief = ReflectionBrief.model_validate(
        {"kind": "reflection", "sender": "Noor", "recipient": "Imran Sethi", **told}
    )
    return " ".join(p for section in writer.reflection(brief).sections for p in section.prompts)


def test_a_remark_that_points_back_gives_way_to_what_it_points_at(writer: BuiltInWriter) -> None:
    said = prompts(
        writer,
        topic="my lab reports",
        notes="Tea in his office. said my method section is too long. maybe he's right but still. He lent me two reports to copy from",
    )
    first, _, _ = said.partition("“maybe he's right but still”")
    assert "“said my method section is too long”" in first
    assert "“He lent me two reports to copy from”" in first


def test_when_a_message_was_sent_is_not_asked_where_its_request_is_told(
    writer: BuiltInWriter,
) -> None:
    said = prompts(
        writer,
        topic="no reply from him",
        notes=["mailed him two weeks ago", "asked for a tour of the mill", "his assistant read it"],
    )
    assert "asked for a tour of the mill" in said
    assert "two weeks ago" not in said


def test_in_a_hard_talk_a_topic_that_tells_what_happened_is_quoted(writer: BuiltInWriter) -> None:
    said = prompts(
        writer,
        topic="she told everyone in the room that my numbers could not be trusted",
        notes=["I left before the end", "it went wrong from the first minute"],
        feelings=["humiliated"],
    )
    assert "my numbers could not be trusted" in said


def test_two_feelings_named_in_a_word_are_both_kept(writer: BuiltInWriter) -> None:
    said = prompts(
        writer, topic="my lab reports", notes=["we ran late"], feelings=["tired", "a bit lost"]
    )
    assert "“tired” and “a bit lost”" in said


def test_of_a_milestone_the_mentees_own_part_is_asked(writer: BuiltInWriter) -> None:
    said = prompts(writer, topic="I passed my finals", notes=["Imran drilled me every Sunday"])
    assert "what was your part in that" in said or "what did you make of that" in said


def test_a_silence_named_at_the_end_of_the_topic_is_silence(writer: BuiltInWriter) -> None:
    said = prompts(writer, topic="mailed him about the grant, radio silence", notes=["he is away"])
    assert "silence" in said


def test_what_was_written_is_no_message_where_nobody_waits_for_an_answer(
    writer: BuiltInWriter,
) -> None:
    said = prompts(writer, topic="I passed my finals", notes=["wrote the essay in one weekend"])
    assert "“wrote the essay in one weekend”" in said
    assert "answer it" not in said
