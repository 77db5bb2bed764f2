"""Distress or harm in what the mentee writes: a humane note first, and nothing chirpy after it."""

import pytest

from coach.domain.results import SearchAnswer
from coach.domain.vocabulary import Severity
from coach.guidance.library import load_library
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from coach.use_cases.review import review
from coach.use_cases.safety import is_hint, is_withheld, notice


class Nothing:
    """A search and a shelf that find nothing."""

    def search(self, query, k=5):
        return SearchAnswer(query=query, answered=False, results=())


class Heard:
    """Hears one kind in every text that holds a word."""

    def __init__(self, word, kind, *, sure=True):
        self.word, self.kind, self.sure = word, kind, sure

    def told(self, text):
        return (self.kind, text, self.sure) if self.word in text else None


@pytest.fixture
def services(knowledge, writer):
    def make(told=None):
        return Services(load_library(knowledge), Nothing(), Nothing(), writer, told)

    return make


HARM = {
    "distress": "I do not want to live any more",
    "misconduct": "my supervisor puts his hand on my knee",
    "discrimination": "I was passed over because I am pregnant",
}


@pytest.mark.parametrize(("check", "topic"), HARM.items())
@pytest.mark.parametrize("kind", ["outreach", "agenda", "reflection"])
def test_harm_is_answered_with_care_and_nothing_is_written(check, topic, kind, priya, services):
    made = draft(priya(kind=kind, topic=topic), services())
    assert is_withheld(made)
    assert [(one.check, one.passed, one.severity) for one in made.findings] == [
        (check, False, Severity.MUST)
    ]
    assert made.care
    assert len(made.questions) == 1


@pytest.mark.parametrize(("check", "topic"), HARM.items())
def test_a_person_can_always_go_on_with_the_note_above(check, topic, priya, services):
    made = draft(priya(topic=topic), services(), anyway=True)
    assert made.body
    assert made.care
    assert made.findings[0].check == check


@pytest.mark.parametrize("kind", ["outreach", "agenda", "reflection"])
@pytest.mark.parametrize("check", HARM)
def test_what_is_not_sure_holds_nothing_back_and_offers_one_line(check, kind, priya, services):
    unsure = Heard("locked up", check, sure=False)
    made = draft(priya(kind=kind, topic="she asked me in and locked up"), services(unsure))
    assert not is_withheld(made)
    assert is_hint(made)
    assert made.care.startswith("If ")
    assert all(finding.check != check for finding in made.findings)


def test_where_facts_are_given_the_model_alone_holds_nothing_back(priya, services):
    made = draft(priya(connection="he locked up with me"), services(Heard("locked up", "distress")))
    assert is_hint(made)
    assert not is_withheld(made)


def test_what_is_sure_is_not_hidden_behind_what_is_not(priya, services):
    unsure = Heard("locked up", "distress", sure=False)
    brief = priya(topic="she locked up", private_notes=["she slapped me"])
    assert draft(brief, services(unsure)).findings[0].check == "misconduct"


def test_a_review_with_a_line_offered_is_a_whole_review():
    text = "Subject: us\n\nDear Tom,\n\nyou locked up. Could we talk for ten minutes?\n\nAnja"
    made = review(text, told=Heard("locked up", "misconduct", sure=False))
    assert made.care.startswith("If ")
    assert len(made.findings) > 1


def test_law_and_medicine_get_a_note_beside_the_message(priya, services):
    made = draft(priya(private_notes=["I was diagnosed with diabetes"]), services())
    assert made.body
    assert "diabetes" not in made.body
    assert made.findings[0].check == "legal-medical"


def test_a_private_note_on_somebody_else_does_not_stop_a_message(priya, services):
    made = draft(priya(private_notes=["my manager harasses me"]), services())
    assert made.body
    assert made.care
    assert "harass" not in made.body


def test_a_private_note_on_the_reader_does(priya, services):
    assert is_withheld(draft(priya(private_notes=["she slapped me"]), services()))


def test_what_is_told_in_other_words_is_heard_by_the_model(priya, services):
    told = Heard("locked up", "misconduct")
    made = draft(priya(topic="she asked me in and locked up"), services(told))
    assert is_withheld(made)
    assert draft(priya(), services(told)).care == ""


def test_a_review_says_it_first_and_changes_nothing():
    text = "Subject: us\n\nDear Tom,\n\nplease do not touch me again.\n\nAnja"
    found = review(text)
    assert found.care
    assert found.changes == ()
    assert found.strengths == ()
    assert found.improved.subject == "us"
    assert found.improved.body in text
    only = found.findings[0]
    assert text[only.start : only.end] == only.quote == "do not touch me"


def test_a_quote_the_model_gives_stands_in_the_text():
    text = "Hello.  The door\nwas locked up."
    care = notice(text, Heard("locked up", "misconduct"))
    assert text[care.start : care.end] == care.quote


def test_ordinary_work_on_such_subjects_is_left_alone(priya, services):
    made = draft(priya(topic="a career in harassment prevention research"), services())
    assert made.care == ""
    assert made.body
