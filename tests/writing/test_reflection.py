"""Reflection asks in three stages, one thing at a time, about the mentee's own notes."""

from collections.abc import Callable

from coach.domain.brief import ReflectionBrief
from coach.writing.builtin import BuiltInWriter

Make = Callable[..., ReflectionBrief]
NOTES = {
    "kind": "reflection",
    "notes": ["She said I undersell my results"],
    "advice_received": ["shadow a team lead"],
    "commitments": ["I will write to Tom about shadowing"],
    "feelings": ["embarrassed when I could not name a result"],
}


def test_there_are_three_stages_in_order(priya: Make, writer: BuiltInWriter) -> None:
    draft = writer.reflection(priya(**NOTES))
    assert [section.stage for section in draft.sections] == ["what", "so-what", "now-what"]


def test_the_prompts_quote_the_notes_word_for_word(priya: Make, writer: BuiltInWriter) -> None:
    prompts = " ".join(p for s in writer.reflection(priya(**NOTES)).sections for p in s.prompts)
    assert "“She said I undersell my results”" in prompts
    assert "“shadow a team lead”" in prompts
    assert "“write to Tom about shadowing”" in prompts


def test_every_prompt_is_one_question(priya: Make, writer: BuiltInWriter) -> None:
    for section in writer.reflection(priya(**NOTES)).sections:
        for prompt in section.prompts:
            assert prompt.endswith("?")
            assert prompt.count("?") == 1


def test_only_mentor_style_advises(priya: Make, writer: BuiltInWriter) -> None:
    mentor = writer.reflection(priya(**NOTES, style="mentor"))
    coach = writer.reflection(priya(**NOTES, style="coach"))
    assert all(section.advice for section in mentor.sections)
    assert not any(section.advice for section in coach.sections)


def test_a_question_mark_inside_the_notes_stays_one_question(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.reflection(priya(**{**NOTES, "notes": ["He asked why I stay?"]}))
    assert all(p.count("?") == 1 for s in draft.sections for p in s.prompts if "why I stay" in p)
