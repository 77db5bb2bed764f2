"""No number that a model moved from one fact to another reaches the mentee, in any text it writes."""

import json

import pytest

from coach.guidance.library import load_library
from coach.llm.scripted import ScriptedModel
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from coach.use_cases.review import review
from tests.no_search import NoSearch
from tests.use_cases.test_checked import GOOD, said
from tests.use_cases.test_model_edits import TEXT, edits


@pytest.fixture
def services(knowledge, writer):
    def make(*replies):
        model = ScriptedModel(replies)
        return Services(load_library(knowledge), NoSearch(), NoSearch(), writer, model=model)

    return make


def test_a_good_text_is_sent_back_for_nothing(services, priya):
    assert draft(priya(), services(said())).writer.repairs == 0


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("3 years in reporting", "20 years in reporting"),
        ("3 years in reporting", "3 months in reporting"),
        ("20 minutes for a video call", "40 minutes for a video call"),
        ("20 minutes for a video call", "three hours for a video call"),
        ("2026 Health Data Summit", "2024 Health Data Summit"),
        ("Tuesday or Thursday after 4 pm", "Monday or Thursday after 4 pm"),
    ],
)
def test_a_message_with_a_changed_number_gives_way(services, priya, right, wrong):
    changed = GOOD["body"].replace(right, wrong)
    assert changed != GOOD["body"]
    made = draft(priya(), services(*(said(body=f"{changed}\n{n * ' '}") for n in range(4))))
    assert made.writer.floor
    assert wrong not in made.body


def test_an_edit_that_changes_a_number_is_not_proposed():
    text = TEXT.replace("a data analyst.", "a data analyst, for six years.")
    wrong = {
        "check": "question-specific",
        "find": "for six years. I heard your talk at the Health Data Summit. Any advice would be great.",
        "replace": "for sixteen years. I heard your talk at the Health Data Summit. What made you "
        "choose management over staying technical?",
    }
    found = review(text, model=ScriptedModel([edits(wrong)]))
    assert all("sixteen" not in change.after for change in found.changes)


def test_a_question_for_a_meeting_keeps_to_the_numbers_told(services, priya):
    told = {"updates": ["eleven pupils came to the reading hour", "lent 45 books"]}
    asked = {"parts": [{"part": n, "questions": [ASKED]} for n in range(1, 9)]}
    made = draft(priya(kind="agenda", **told), services(json.dumps(asked)))
    assert all(ASKED not in item.questions for item in made.items)


ASKED = "What made 45 pupils come to the reading hour?"
