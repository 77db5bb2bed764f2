"""Agendas and reflections are reviewed against their briefs."""

from typing import Any

import pytest

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, AgendaItem, ReflectionDraft, ReflectionSection
from coach.domain.vocabulary import Style
from coach.review import review_agenda, review_reflection

AGENDA_BRIEF = {
    "kind": "agenda",
    "recipient": "Dr. Elena Ruiz",
    "topic": "choosing between a management and a technical track",
    "questions": ["What made you choose management?"],
    "meeting": {"number": 2, "minutes": 30},
    "open_actions": ["shadow a team lead for a day"],
    "last_advice": ["write down what I would miss about coding"],
    "private_notes": ["I am thinking of quitting"],
}
ITEMS: list[tuple[int, str, str, tuple[str, ...]]] = [
    (3, "Opening", "to arrive and say what this is for", ()),
    (
        5,
        "Since last time",
        "shadowing a team lead; writing down what I would miss about coding",
        (),
    ),
    (
        15,
        "Management or technical track",
        "the decision I face",
        ("What made you choose management?",),
    ),
    (7, "Next steps", "to agree who does what by when", ()),
]


def plan(items: Any = ITEMS, minutes: int = 30, purpose: str = "Decide which track to apply for"):
    return AgendaDraft(
        style=Style.MENTOR,
        title="Meeting with Dr. Elena Ruiz",
        purpose=purpose,
        minutes=minutes,
        items=tuple(AgendaItem(minutes=m, title=t, why=w, questions=q) for m, t, w, q in items),
    )


def failed(draft: AgendaDraft, **changes: Any) -> set[str]:
    brief = AgendaBrief.model_validate({**AGENDA_BRIEF, **changes})
    return {f.check for f in review_agenda(draft, brief) if not f.passed}


def changed(at: int, **parts: Any) -> list[tuple[int, str, str, tuple[str, ...]]]:
    fields = dict(zip(("minutes", "title", "why", "questions"), ITEMS[at], strict=True)) | parts
    new = (fields["minutes"], fields["title"], fields["why"], fields["questions"])
    return [*ITEMS[:at], new, *ITEMS[at + 1 :]]


def test_a_good_agenda_passes():
    assert failed(plan()) == set()


@pytest.mark.parametrize("purpose", ["", "Chat", "To catch up", "Mentoring meeting"])
def test_an_empty_purpose_fails(purpose):
    assert "purpose-stated" in failed(plan(purpose=purpose))


def test_minutes_must_add_up():
    assert "time-adds-up" in failed(plan(changed(0, minutes=8)))
    assert "time-adds-up" in failed(plan(), meeting={"minutes": 45})


def test_an_open_action_or_advice_left_out_fails():
    silent = plan(changed(1, why="how things went"))
    assert {"open-actions-covered", "advice-followed-up"} <= failed(silent)


def test_closed_leading_and_missing_questions_fail():
    for asked in ((), ("Is management good?",), ("Don't you think management is better?",)):
        assert "questions-open" in failed(plan(changed(2, questions=asked)))


def test_the_mentees_own_question_is_theirs_to_word():
    asked = plan(changed(2, questions=("Did you ever regret it?",)))
    assert "questions-open" not in failed(asked, questions=["Did you ever regret it?"])


def test_time_for_next_steps_is_kept_at_the_end():
    assert "next-steps-time" in failed(plan(changed(3, title="More questions")))


def test_the_main_matter_comes_before_smaller_ones():
    items = [ITEMS[0], (4, "Holiday photos", "fun", ()), (11, *ITEMS[2][1:]), *ITEMS[3:], ITEMS[1]]
    assert "most-important-first" in failed(plan(items))


def test_too_many_parts_are_too_many():
    items = [(1, f"Part {n}", "because", ("What then?",)) for n in range(30)]
    assert "not-overfull" in failed(plan(items))


def test_a_private_note_may_not_show():
    assert "no-private-note" in failed(plan(changed(2, why="I am thinking about quitting")))


def test_a_first_meeting_agrees_how_to_work_together():
    first = {"number": 1, "minutes": 30}
    assert "first-meeting-agreement" in failed(plan(), meeting=first)
    agreed = plan(
        changed(
            0,
            why="what we expect of each other, what stays between us, how often we meet, my goals, "
            "and how either of us can stop without blame",
        )
    )
    assert "first-meeting-agreement" not in failed(agreed, meeting=first)
    assert "first-meeting-agreement" not in failed(plan())


REFLECTION_BRIEF = {
    "kind": "reflection",
    "recipient": "Elena",
    "notes": ["I froze when she asked about the budget"],
}
STAGES = {
    "what": (
        "You wrote that you froze when she asked about the budget. What happened just before?",
    ),
    "so-what": ("What does that tell you about what matters to you?",),
    "now-what": ("What will you do differently next time?",),
}


def reflected(**stages: tuple[str, ...]) -> set[str]:
    sections = {**STAGES, **{k.replace("_", "-"): v for k, v in stages.items()}}
    draft = ReflectionDraft(
        style=Style.COACH,
        sections=tuple(ReflectionSection(stage=s, prompts=p) for s, p in sections.items()),  # type: ignore[arg-type]
    )
    brief = ReflectionBrief.model_validate(REFLECTION_BRIEF)
    return {f.check for f in review_reflection(draft, brief) if not f.passed}


def test_a_good_reflection_passes():
    assert reflected() == set()


def test_a_closed_prompt_fails():
    assert "open-questions" in reflected(what=("Did you freeze about the budget?",))


def test_a_double_prompt_fails():
    assert "one-thing-each" in reflected(now_what=("What will you do and how will you do it?",))
    assert "one-thing-each" in reflected(now_what=("What will you do? When?",))


def test_a_leading_prompt_fails():
    assert "non-leading" in reflected(so_what=("Don't you think you were too nervous?",))


def test_a_missing_or_empty_stage_fails():
    assert "three-stages" in reflected(so_what=())


def test_prompts_that_take_up_nothing_fail():
    assert "grounded-in-notes" in reflected(what=("What happened in the meeting?",))
