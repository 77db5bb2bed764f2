"""Drafting: what a message still lacks is asked for."""

import pytest

from coach.domain.results import SearchAnswer
from coach.domain.vocabulary import Severity
from coach.guidance.library import load_library
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services


class Nothing:
    """A search and a shelf that find nothing."""

    def search(self, query, k=5):
        return SearchAnswer(query=query, answered=False, results=())


@pytest.fixture
def services(knowledge, writer):
    return Services(load_library(knowledge), Nothing(), Nothing(), writer)


THIN = {
    "sponsor-ask": {"sender": {"name": "Ana", "role": "nurse", "facts": ["3 shifts a week"]}},
    "progress-update": {"history": [{"what": "we spoke", "advice": "ask for feedback"}]},
    "first-contact": {"sender": "Ana", "connection": None, "why_them": None},
}


@pytest.mark.parametrize(("purpose", "changes"), THIN.items())
@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_a_message_that_fails_a_must_asks_for_what_would_meet_it(
    purpose, changes, style, priya, services
):
    made = draft(priya(purpose=purpose, style=style, **changes), services)
    failed = [f.check for f in made.findings if not f.passed and f.severity is Severity.MUST]
    assert not failed or made.questions, failed


def test_a_message_with_nothing_missing_asks_nothing(priya, services):
    assert draft(priya(), services).questions == ()


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("evidence-of-impact", "changed because of your work"),
        ("says-who-you-are", "introduce yourself"),
        ("advice-linked-to-action", "advise"),
        ("question-specific", "decision or situation"),
        ("no-pressure", ""),
    ],
)
def test_each_check_that_an_answer_can_meet_has_its_question(check, words, priya, writer):
    asked = writer.question_for(check, priya())
    assert words in asked
    assert bool(asked) == bool(words)
