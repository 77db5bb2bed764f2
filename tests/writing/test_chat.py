"""A chat sounds like a chat where the tone is warm; a formal one, and every other channel, does not."""

import pytest

from coach.review import review_message
from coach.writing.builtin import BuiltInWriter
from tests.writing.people import mara

ASK = {"kind": "coffee", "minutes": 15, "when": "after 2 on Friday"}


def test_a_warm_chat_asks_in_passing_and_lets_go_in_passing(writer: BuiltInWriter) -> None:
    for variant in range(3):
        body = writer.outreach(mara(channel="chat", ask=ASK), variant).body
        assert "Could I grab 15 minutes over a coffee?" in body
        assert "I could talk after 2 on Friday, or whenever suits you." in body
        assert "No bother if not." in body or "No worries if not." in body
        assert "Thank you for considering it." not in body


@pytest.mark.parametrize("fields", [{"channel": "chat", "tone": "formal"}, {"channel": "email"}])
def test_elsewhere_it_stays_a_letter(fields: dict[str, str], writer: BuiltInWriter) -> None:
    body = writer.outreach(mara(ask=ASK, **fields)).body
    assert "grab" not in body
    assert "No bother" not in body and "No worries" not in body


@pytest.mark.parametrize("kind", ["video", "call", "coffee", "reply", "feedback"])
@pytest.mark.parametrize("purpose", ["first-contact", "reconnect"])
def test_what_is_asked_in_a_chat_is_still_one_clear_sized_request(
    purpose: str, kind: str, writer: BuiltInWriter
) -> None:
    known = {"why_them": "she wrote the tide tables", "connection": "we met at the regatta"}
    given = {**known, "ask": {"kind": kind, "minutes": 15, "when": "Friday after 2"}}
    brief = mara(channel="chat", purpose=purpose, **given)
    for variant in range(3):
        body = writer.outreach(brief, variant).body
        failed = {f.check for f in review_message(body, brief=brief) if not f.passed}
        assert not failed & {"one-clear-ask", "ask-time-boxed", "easy-out", "thanks", "tone-fits"}


def test_a_coach_style_chat_adds_no_words_of_its_own(writer: BuiltInWriter) -> None:
    body = writer.outreach(mara(channel="chat", style="coach", ask=ASK)).body
    assert "grab" not in body
    assert "No worries" not in body
