"""The same measures hold for whatever wrote a text."""

import datetime

from coach.domain.brief import AgendaBrief, OutreachBrief
from coach.domain.results import AgendaDraft, AgendaItem
from coach.domain.vocabulary import Style
from evals.model_scores import message_score, plan_score, strange

BRIEF = OutreachBrief.model_validate(
    {
        "kind": "outreach",
        "sender": {
            "name": "Priya Nair",
            "role": "data analyst",
            "organisation": "Northfield Hospital",
        },
        "recipient": {"name": "Dr. Elena Ruiz", "role": "director of analytics"},
        "connection": "heard her talk at the 2026 Health Data Summit",
        "why_them": "she moved from clinical reporting to leading forecasting",
        "questions": ["What made you choose management?"],
        "ask": {"kind": "video", "minutes": 20},
    }
)
AGENDA = AgendaBrief.model_validate(
    {"kind": "agenda", "recipient": "Eve Hart", "topic": "a choice", "meeting": {"minutes": 30}}
)
DAY = datetime.date(2026, 11, 29)


def test_an_empty_reply_fails_and_keeps_nothing():
    assert message_score("", "  ", BRIEF, DAY).failed == ("empty",)


def test_an_invented_fact_is_counted():
    score = message_score(
        "A question", "Dear Dr. Ruiz,\n\nI won the national prize in 2019.", BRIEF, DAY
    )
    assert score.claims >= 1
    assert "no-unsupported-claim" in score.failed


def test_the_words_of_a_draft_that_stay_are_counted():
    draft = "Dear Dr. Ruiz, what made you choose management?"
    assert message_score("", draft, BRIEF, DAY, draft=draft).kept == 1.0
    kept = message_score("", "Good day. Please advise.", BRIEF, DAY, draft=draft).kept
    assert kept is not None
    assert kept < 0.2


def test_names_and_numbers_that_nobody_gave_are_strange_in_a_plan():
    assert strange("Ask Eve about Project Falcon in 2019.", AGENDA) == ("Project", "Falcon", "2019")
    assert strange("Ask Eve what she thinks, for 10 minutes.", AGENDA) == ()


def test_advice_in_a_plan_counts_in_coach_style_only():
    item = AgendaItem(minutes=30, title="The choice", why="", questions=("What matters most?",))
    plan = AgendaDraft(
        style=Style.COACH,
        title="T",
        purpose="P",
        minutes=30,
        items=(item,),
        prepare=("Write to Eve.",),
    )
    coach = AGENDA.model_copy(update={"style": Style.COACH})
    assert plan_score(plan, coach).coach == 1
    assert plan_score(plan, AGENDA).coach == 0
