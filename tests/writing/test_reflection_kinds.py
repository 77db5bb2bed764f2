"""Each kind of look back gets the questions it needs, in the mentee's own words."""

from pathlib import Path
from typing import Any

import pytest

from coach.domain.brief import ReflectionBrief
from coach.domain.kinds import load_kind_words, look_back
from coach.domain.results import ReflectionDraft
from coach.writing.builtin import BuiltInWriter


def brief(**fields: Any) -> ReflectionBrief:
    base = {"kind": "reflection", "recipient": "Ruth Adeyemi"}
    return ReflectionBrief.model_validate({**base, "topic": "the spring timetable", **fields})


def look(writer: BuiltInWriter, **fields: Any) -> ReflectionDraft:
    return writer.reflection(brief(**fields))


def prompts(draft: ReflectionDraft) -> str:
    return " ".join(p for section in draft.sections for p in section.prompts)


def advice(draft: ReflectionDraft) -> str:
    return " ".join(text for section in draft.sections for text in section.advice)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("first-talk", {"meeting": {"number": 1}}),
        ("regular", {"meeting": {"number": 3}, "notes": ["she likes the plan"]}),
        ("regular", {"topic": "how to hold a difficult conversation with a parent"}),
        ("regular", {"feelings": ["lighter, and a bit annoyed"], "meeting": {"number": 3}}),
        ("regular", {"notes": ["I have not replied to the panel yet"], "meeting": {"number": 3}}),
        ("hard", {"notes": ["We disagreed about the budget"]}),
        ("hard", {"notes": ["I forgot to send her the figures"]}),
        ("hard", {"feelings": ["humiliated"]}),
        ("unanswered", {"topic": "no reply to my message for three weeks"}),
        ("unanswered", {"notes": ["sent two messages, nothing back"]}),
        ("milestone", {"topic": "I got the promotion"}),
        ("milestone", {"topic": "end of the programme", "feelings": ["sad"]}),
        ("hard", {"notes": ["I did not get the promotion"], "feelings": ["gutted"]}),
    ],
)
def test_the_kind_follows_from_the_brief(
    kind: str, fields: dict[str, Any], knowledge: Path
) -> None:
    assert look_back(brief(**fields), load_kind_words(knowledge)) == kind


def test_silence_is_looked_at_without_a_talk_that_never_was(writer: BuiltInWriter) -> None:
    draft = look(writer, topic="she has not answered my email")
    assert "silence" in prompts(draft)
    assert "the talk" not in prompts(draft)
    assert "Leave your opinion of yourself" in advice(draft)


def test_a_hard_meeting_asks_about_the_feeling_and_the_other_side(writer: BuiltInWriter) -> None:
    draft = look(writer, notes=["She said my cooks are afraid of me"], feelings=["ashamed"])
    assert "You felt “ashamed”" in prompts(draft)
    assert "Ruth" in prompts(draft)


def test_the_mentees_own_slip_is_met_with_how_to_put_it_right(writer: BuiltInWriter) -> None:
    draft = look(writer, notes=["I forgot to send her the log"])
    assert "what was not done, and when it will be" in advice(draft)


def test_a_milestone_asks_what_to_carry_on_and_whom_to_thank(writer: BuiltInWriter) -> None:
    draft = look(writer, topic="passed my level 3 exam")
    assert "surprised" not in prompts(draft)
    assert "Ruth" in prompts(draft.model_copy(update={"sections": draft.sections[2:]}))


def test_the_notes_that_matter_are_taken_up_and_the_rest_is_left(writer: BuiltInWriter) -> None:
    notes = [
        "We met in the canteen at 3.",
        "I froze when she asked about the budget.",
        "She brought biscuits.",
        "I realised I have never counted the driving.",
        "Next meeting is on 4 March.",
    ]
    said = prompts(look(writer, notes=notes, meeting={"number": 4}))
    assert "“I froze when she asked about the budget”" in said
    assert "“I realised I have never counted the driving”" in said
    assert "canteen" not in said
    assert "4 March" not in said


def test_what_pulls_apart_is_asked_about(writer: BuiltInWriter) -> None:
    draft = look(
        writer, notes=["Great talk, I was so happy"], feelings=["I cried on the train, worthless"]
    )
    assert "how do the two go together?" in prompts(draft)


def test_what_the_other_promised_is_theirs(writer: BuiltInWriter) -> None:
    draft = look(writer, commitments=["Ruth will send me the template"], meeting={"number": 2})
    assert "what does Ruth need from you for that?" in prompts(draft)


def test_a_step_with_a_day_is_not_asked_for_its_day(writer: BuiltInWriter) -> None:
    draft = look(writer, commitments=["I will write to Tom by Friday"], meeting={"number": 2})
    assert "“write to Tom by Friday”" in prompts(draft)
    assert "when will that be" not in prompts(draft)


def test_advice_of_somebody_else_is_not_put_into_their_mouth(writer: BuiltInWriter) -> None:
    draft = look(writer, advice_received=["Tom said leave it out"], meeting={"number": 2})
    assert "Ruth advised “Tom" not in prompts(draft)
    assert "You noted the advice “Tom said leave it out”" in prompts(draft)


@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_every_prompt_is_one_question_whatever_was_typed(style: str, writer: BuiltInWriter) -> None:
    draft = look(
        writer,
        style=style,
        notes="?? not sure - she said sell half the herd!! - why?",
        feelings=["why me?"],
        commitments=["ask her why?"],
    )
    for section in draft.sections:
        assert 2 <= len(section.prompts) <= 3
        assert all(p.endswith("?") and p.count("?") == 1 for p in section.prompts)
        assert bool(section.advice) is (style == "mentor")
