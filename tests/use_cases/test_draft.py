"""Drafting: what a message still lacks is asked for."""

import dataclasses

import pytest

from coach.domain.vocabulary import Severity
from coach.guidance.library import load_library
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from tests.no_search import NoSearch


@pytest.fixture
def services(knowledge, writer):
    return Services(load_library(knowledge), NoSearch(), NoSearch(), writer)


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


class OnTopic:
    """Says that a clause shows a note when it holds one of these words; counts how often it is opened."""

    def __init__(self, *telling):
        self.telling, self.opened = telling, 0

    def __call__(self):
        self.opened += 1
        return self

    def shows(self, clauses, notes, public):
        return [any(word in clause for word in self.telling) for clause in clauses]


@pytest.mark.parametrize(
    ("kind", "word"), [("outreach", "technical"), ("agenda", "technical"), ("reflection", "What")]
)
def test_every_kind_of_draft_is_checked_for_private_notes_by_meaning(kind, word, priya, services):
    alike = OnTopic(word)
    with_alike = dataclasses.replace(services, alike=alike)
    made = draft(priya(kind=kind, private_notes=["my boss ignores me"]), with_alike)
    found = next(f for f in made.findings if f.check == "no-private-note")
    assert not found.passed


@pytest.mark.parametrize("kind", ["outreach", "agenda", "reflection"])
def test_a_brief_without_private_notes_opens_no_model(kind, priya, services):
    alike = OnTopic("technical")
    draft(priya(kind=kind), dataclasses.replace(services, alike=alike))
    assert alike.opened == 0


@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_a_note_that_may_be_told_as_well_is_asked_about(style, priya, services):
    made = draft(priya(style=style, private_notes=["3 years in reporting"]), services)
    assert any("3 years in reporting" in question for question in made.questions)
