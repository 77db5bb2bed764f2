"""A plan of the wrong kind is caught, and a good one of the right kind is left alone."""

from pathlib import Path
from typing import Any

import pytest

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, AgendaItem, ReflectionDraft, ReflectionSection
from coach.domain.vocabulary import Style
from coach.review import review_agenda, review_reflection
from coach.use_cases.read_brief import read_brief
from coach.writing.builtin import BuiltInWriter

ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted(
    path
    for pattern in ("agenda-*.yaml", "reflect-*.yaml")
    for path in (ROOT / "evals" / "datasets" / "briefs-dev").glob(pattern)
)
MAIN = (20, "The spring timetable", "why we meet", ("What would you change first?",))
NEXT = (10, "Next steps", "who does what", ("What will I do first?",))


def failed(*items: tuple[int, str, str, tuple[str, ...]], title: str = "Meeting", **fields: Any):
    draft = AgendaDraft(
        style=Style.MENTOR,
        title=title,
        purpose="See what to do about the spring timetable",
        minutes=30,
        items=tuple(AgendaItem(minutes=m, title=t, why=w, questions=q) for m, t, w, q in items),
    )
    base = {"kind": "agenda", "recipient": "Ruth", "topic": "the spring timetable"}
    brief = AgendaBrief.model_validate({**base, "meeting": {"number": 3, "minutes": 30}, **fields})
    return {f.check for f in review_agenda(draft, brief) if not f.passed}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_built_in_plans_pass_every_check(path: Path, writer: BuiltInWriter) -> None:
    brief = read_brief(path)
    if isinstance(brief, AgendaBrief):
        found = review_agenda(writer.agenda(brief), brief)
    else:
        assert isinstance(brief, ReflectionBrief)
        found = review_reflection(writer.reflection(brief), brief)
    assert [finding.check for finding in found if not finding.passed] == []


def test_a_regular_plan_fits_a_regular_meeting() -> None:
    assert failed(MAIN, NEXT) == set()


@pytest.mark.parametrize(
    "fields",
    [
        {"relationship": "sponsor"},
        {"relationship": "coach"},
        {"purpose": "closing"},
        {"ask": {"kind": "feedback"}, "topic": "my lesson on the tides"},
    ],
)
def test_a_regular_plan_does_not_fit_another_kind(fields: dict[str, Any]) -> None:
    talk = (20, "A talk", "to see", ("Who knows about this?",))
    assert "purpose-stated" in failed(talk, NEXT, **fields)


def test_a_later_meeting_is_not_called_the_first() -> None:
    assert "purpose-stated" in failed(MAIN, NEXT, title="First meeting with Ruth")


def test_a_decision_needs_its_day() -> None:
    choice = (
        20,
        "Leeds or Hull",
        "to weigh it",
        ("What have you seen become of people who moved?",),
    )
    fields = {"topic": "whether to take the job in Leeds or in Hull"}
    assert "next-steps-time" in failed(choice, NEXT, **fields)
    dated = (10, "Next steps", "the day", ("By when shall I have decided?",))
    assert "next-steps-time" not in failed(choice, dated, **fields)


def test_a_first_meeting_told_by_words_needs_its_agreement() -> None:
    fields = {"topic": "getting to know each other", "meeting": {"minutes": 30}}
    assert "first-meeting-agreement" in failed(MAIN, NEXT, **fields)
    assert "first-meeting-agreement" not in failed(MAIN, NEXT, purpose="closing")


def test_the_mentees_own_closed_question_is_theirs_also_when_tidied() -> None:
    asked = (20, "The spring timetable", "why", ("Is it fair on you?",))
    assert "questions-open" not in failed(asked, NEXT, questions=["is it fair on you"])
    assert "questions-open" in failed(asked, NEXT)


def test_a_long_piece_of_advice_counts_as_taken_up_by_its_gist() -> None:
    advice = "pick one protocol a week, read it on Monday, use it with two patients by Friday and bring the list of what you did differently to the next meeting so that we can look at it"
    item = (10, "Since last time", "one protocol a week, read on Monday, with two patients", ())
    assert "advice-followed-up" not in failed(item, MAIN, NEXT, last_advice=[advice])
    assert "advice-followed-up" in failed(MAIN, NEXT, last_advice=[advice])


SILENCE = {"topic": "no reply to my message"}


def reflected(what: str, **fields: Any) -> set[str]:
    stages = {"what": what, "so-what": "What does it tell you?", "now-what": "What will you do?"}
    draft = ReflectionDraft(
        style=Style.COACH,
        sections=tuple(ReflectionSection(stage=s, prompts=(p,)) for s, p in stages.items()),  # type: ignore[arg-type]
    )
    brief = ReflectionBrief.model_validate(
        {"kind": "reflection", "recipient": "Dr. Ruiz", **fields}
    )
    return {f.check for f in review_reflection(draft, brief) if not f.passed}


def test_questions_about_a_talk_do_not_follow_silence() -> None:
    assert "grounded-in-notes" in reflected("What did Dr. Ruiz say in the talk?", **SILENCE)
    assert "grounded-in-notes" not in reflected("What in this silence do you know?", **SILENCE)


def test_a_hard_meeting_and_a_milestone_are_taken_up() -> None:
    notes = {"topic": "the timetable", "notes": ["We disagreed about the Leeds timetable"]}
    assert "grounded-in-notes" in reflected("What is the Leeds timetable?", **notes)
    assert "grounded-in-notes" not in reflected(
        "You wrote “We disagreed about the Leeds timetable”: what happened just before?", **notes
    )
    reached = {"topic": "I got the promotion"}
    assert "grounded-in-notes" in reflected("What colour is it?", **reached)
    assert "grounded-in-notes" not in reflected("What led to it?", **reached)


def test_a_question_that_puts_the_blame_is_leading() -> None:
    assert "non-leading" in reflected("What was wrong with your message?", **SILENCE)


def test_a_title_with_a_stop_does_not_split_a_question() -> None:
    asked = "You wrote “I asked for twenty minutes”: what did the message ask of Dr. Ruiz?"
    assert "open-questions" not in reflected(asked, **SILENCE)


def test_quoted_words_do_not_make_a_question_leading() -> None:
    quoted = (
        "You wrote “I didn't know you can do that; the message got no answer”: what led up to it?"
    )
    assert "non-leading" not in reflected(quoted, **SILENCE)


def test_a_part_of_a_note_in_quotation_marks_takes_it_up() -> None:
    notes = {"notes": ["she likes the plan. 25 pages of tables", "a course in Leeds next autumn"]}
    quoted = "You wrote “she likes the plan”: what was happening around that?"
    assert "grounded-in-notes" not in reflected(quoted, **notes)
    other = "You wrote “we laughed a lot”: what was happening around that?"
    assert "grounded-in-notes" in reflected(other, **notes)


def test_a_note_that_tells_nothing_asks_for_nothing_to_be_taken_up() -> None:
    assert "grounded-in-notes" not in reflected(
        "What happened in the meeting?", notes=["we talked"]
    )
