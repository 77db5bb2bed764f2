"""What a plainly asked model wrote is taken in its favour."""

import pytest

from coach.domain.brief import AgendaBrief, ReflectionBrief
from evals.model_taken import agenda_in, message_in, reflection_in

AGENDA = AgendaBrief.model_validate(
    {"kind": "agenda", "recipient": "Eve", "topic": "a choice", "meeting": {"minutes": 30}}
)
REFLECTION = ReflectionBrief.model_validate(
    {"kind": "reflection", "recipient": "Eve", "notes": ["we spoke"]}
)


@pytest.mark.parametrize(
    "reply",
    [
        "Subject: A question\n\nDear Eve,\nHello.",
        "Sure, here is your e-mail:\n\n**Subject:** A question\n\nDear Eve,\nHello.",
        "Subject line: A question\n\nDear Eve,\nHello.\n\n---\n\nI hope this helps.",
        '```json\n{"subject": "A question", "body": "Dear Eve,\\nHello."}\n```',
        'Here you go:\n{"Subject": "A question", "message": "Dear Eve,\\nHello."}',
    ],
)
def test_a_message_is_found_however_it_is_wrapped(reply: str):
    assert message_in(reply) == ("A question", "Dear Eve,\nHello.")


def test_a_message_without_a_subject_is_all_body():
    assert message_in("Hi Eve, one question?") == ("", "Hi Eve, one question?")


@pytest.mark.parametrize(
    "reply",
    [
        "Title: Talk\nPurpose: Choose\n\n10 min: News - what changed\n- What changed?\n\n20 min: Choice",
        "### Title: Talk\n**Purpose:** Choose\n1. News (10 minutes)\n   - What changed?\n2. Choice (20 min)",
        "Title: Talk\nPurpose: Choose\nN min: 10 - News\n- Why: what changed\n- What changed?\n"
        "N min: 20 - Choice",
        '{"title": "Talk", "purpose": "Choose", "items": [{"minutes": 10, "title": "News", "questions": '
        '["What changed?"]}, {"minutes": "20 min", "title": "Choice"}]}',
    ],
)
def test_an_agenda_is_found_in_many_forms(reply: str):
    draft = agenda_in(reply, AGENDA)
    assert (draft.title, draft.purpose) == ("Talk", "Choose")
    assert [item.minutes for item in draft.items] == [10, 20]
    assert draft.items[0].questions == ("What changed?",)


def test_what_to_prepare_stands_apart_from_the_parts():
    draft = agenda_in("10 min: News\n\nPrepare:\n- Read the notes\n- Bring a pen", AGENDA)
    assert draft.prepare == ("Read the notes", "Bring a pen")


@pytest.mark.parametrize(
    "reply",
    [
        "## What\n- What happened?\n## So what\n- What did it mean?\n## Now what\n- What next?",
        "- **What**: What happened?\n- **So what**: What did it mean?\n- **Now what**: What next?",
        "What happened:\n1. What happened?\nSo what:\n1. What did it mean?\nNow what:\n1. What next?",
        '{"what": ["What happened?"], "so_what": "What did it mean?", "now what": ["What next?"]}',
    ],
)
def test_the_stages_of_a_reflection_are_found(reply: str):
    draft = reflection_in(reply, REFLECTION)
    found = {section.stage: section.prompts for section in draft.sections}
    assert found == {
        "what": ("What happened?",),
        "so-what": ("What did it mean?",),
        "now-what": ("What next?",),
    }


def test_advice_in_a_reflection_is_advice():
    draft = reflection_in("What\n- What happened?\n- Advice: Write it down.", REFLECTION)
    assert draft.sections[0].advice == ("Write it down.",)
