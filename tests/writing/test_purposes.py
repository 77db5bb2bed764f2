"""Every purpose on every channel: what its message must hold, and what it refuses."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Channel, Purpose, Relationship, Style, Support, Tone
from coach.errors import InputError
from coach.review import review_message
from coach.writing.builtin import MOVES, BuiltInWriter
from coach.writing.plans import load_plans
from tests.conftest import KNOWLEDGE

TODAY = datetime.date(2026, 11, 24)
Make = Callable[..., OutreachBrief]
PLANS = load_plans(KNOWLEDGE)
FULL: dict[str, Any] = {
    "sender": {
        "name": "Lena Marsh",
        "role": "data analyst",
        "organisation": "Fenwick Hospital",
        "facts": ["cut the monthly report from 5 days to 1", "3 years in reporting"],
    },
    "recipient": {"name": "Dr. Elena Ruiz", "role": "director of analytics"},
    "via": "Marcus Bell",
    "connection": "heard her talk at the 2026 Health Data Summit",
    "why_them": "she moved from clinical reporting to leading forecasting",
    "topic": "choosing between a management and a technical track",
    "questions": ["What made you choose management over staying technical?"],
    "ask": {"kind": "reply"},
    "history": [
        {"date": "2026-11-03", "what": "first message sent, no reply"},
        {
            "date": "2026-11-10",
            "advice": "shadow somebody for a week",
            "action": "shadowed our deputy head",
            "result": "I now know what the meetings are like",
        },
    ],
}
PLACEHOLDER = re.compile(r"\{\w*\}|\[\w|\bNone\b|<\w")
DOUBLED = re.compile(r"[.,;:!?]{2}|\s[.,;:!?]|\(\)|  |\.\?|\?\.")


@pytest.mark.parametrize("purpose", Purpose)
def test_the_plan_names_moves_that_exist(purpose: Purpose) -> None:
    plan = PLANS[purpose]
    named = {name for order in plan.approaches for block in order for name in block}
    assert named <= set(MOVES)
    assert set(plan.leave_out) <= named


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("channel", Channel)
def test_a_channel_fits_or_the_error_names_those_that_do(
    purpose: Purpose, channel: Channel, writer: BuiltInWriter
) -> None:
    brief = OutreachBrief.model_validate({**FULL, "purpose": purpose, "channel": channel})
    if channel in PLANS[purpose].channels:
        assert writer.outreach(brief, today=TODAY).body
        return
    with pytest.raises(InputError) as refused:
        writer.outreach(brief, today=TODAY)
    assert all(name in refused.value.fix for name in PLANS[purpose].channels)


@pytest.mark.parametrize("purpose", [p for p in Purpose if p is not Purpose.FIRST_CONTACT])
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("relationship", Relationship)
def test_a_full_brief_passes_every_must(
    purpose: Purpose, tone: Tone, relationship: Relationship, writer: BuiltInWriter
) -> None:
    fields = {**FULL, "purpose": purpose, "tone": tone, "relationship": relationship}
    brief = OutreachBrief.model_validate(fields)
    for variant in range(3):
        draft = writer.outreach(brief, variant, today=TODAY)
        found = review_message(draft.body, brief=brief, subject=draft.subject, today=TODAY)
        failed = [f.check for f in found if f.severity == "must" and not f.passed]
        assert failed == [], draft.body


@pytest.mark.parametrize("purpose", list(Purpose))
def test_the_three_variants_begin_in_different_ways(
    purpose: Purpose, writer: BuiltInWriter
) -> None:
    brief = OutreachBrief.model_validate({**FULL, "purpose": purpose})
    bodies = [writer.outreach(brief, variant, today=TODAY).body for variant in range(3)]
    assert len({body.split("\n\n")[1] for body in bodies}) == 3


TEXTS = (
    "",
    "n/a",
    "not yet",
    "she told me to stop waiting, and I did",
    "a call about pensions",
    "Go smaller!!",
    "how to begin?",
    "they said no, too busy",
    "MY BOSS left ... so nothing happened; waiting",
    "- one\n- two things",
    "the pilot (small) went well?",
)
FIELD = st.sampled_from(TEXTS)
ENTRY = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("what", "advice", "action", "result"), FIELD)
)


@given(
    purpose=st.sampled_from([p for p in Purpose if p is not Purpose.FIRST_CONTACT]),
    channel=st.sampled_from(list(Channel)),
    style=st.sampled_from(list(Style)),
    fields=st.fixed_dictionaries(
        {"topic": st.sampled_from([t for t in TEXTS if t])},
        optional={
            "connection": FIELD,
            "why_them": FIELD,
            "via": st.sampled_from(["", "Sam Lee", "auntie jo"]),
            "questions": st.lists(FIELD, max_size=2),
            "history": st.lists(ENTRY, max_size=3),
            "ask": st.sampled_from([{}, {"kind": "reply"}, {"kind": "call", "minutes": 10}]),
            "sender": st.sampled_from(
                ["", "Ade", {"role": "nurse", "facts": ["n/a", "won a prize"]}]
            ),
        },
    ),
    variant=st.integers(0, 2),
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_subset_of_fields_makes_whole_sentences(
    purpose: Purpose, channel: Channel, style: Style, fields: dict[str, Any], variant: int
) -> None:
    data = {"recipient": "Elena Ruiz", "purpose": purpose, "channel": channel, "style": style}
    brief = OutreachBrief.model_validate({**data, **fields})
    try:
        draft = BuiltInWriter(KNOWLEDGE).outreach(brief, variant, today=TODAY)
    except InputError as refused:
        assert refused.fix
        return
    for text in (draft.body, draft.subject):
        assert not PLACEHOLDER.search(text), text
        assert not DOUBLED.search(text.replace("---", "").replace("...", "…")), text
    for sentence in draft.sentences:
        assert sentence.move
        assert sentence.support is not Support.UNSUPPORTED
        if sentence.move not in ("divider", "sign-off", "greet"):
            assert any(map(str.isalpha, sentence.text)), draft.body
            assert sentence.text[0].isupper() or not sentence.text[0].isalpha(), draft.body
            assert sentence.text.endswith((".", "?", "!", ":", "…")), draft.body
    said = "".join(sentence.text for sentence in draft.sentences)
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", draft.body)


def test_a_request_for_an_introduction_speaks_to_the_go_between(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya(purpose="introduction-request", via="Marcus Bell"))
    letter, blurb, _ = draft.body.split("---")
    assert letter.startswith("Hello Marcus,")
    assert "I heard her talk" in letter
    assert "who moved" in letter or "she moved" in letter
    assert "I'm Priya Nair, a data analyst" in blurb
    assert not re.search(r"\b(?:could|would|can|will) you\b", blurb, re.I)


def test_nobody_is_given_a_pronoun_that_was_not_given(priya: Make, writer: BuiltInWriter) -> None:
    brief = priya(
        purpose="introduction-request",
        via="Marcus Bell",
        connection="read a post on forecasting",
        why_them="leads the forecasting team",
    )
    for variant in range(3):
        body = writer.outreach(brief, variant).body
        assert not re.search(r"\b(?:he|she|him|her|his)\b", body)


@pytest.mark.parametrize(
    ("history", "says"),
    [
        ([{"date": "2026-11-20", "what": "first message"}], "4 days ago"),
        ([{"date": "yesterday", "what": "e-mailed her"}], "1 day ago"),
        (["messaged him 3 days ago"], "3 days ago"),
        (["first message", "follow-up", "second follow-up, no reply"], "two follow-ups"),
        (["wrote to her", "wrote again", "wrote a third time"], "two follow-ups"),
    ],
)
def test_a_follow_up_too_soon_or_once_too_often_is_refused(
    history: list[Any], says: str, priya: Make, writer: BuiltInWriter
) -> None:
    with pytest.raises(InputError) as refused:
        writer.outreach(priya(purpose="follow-up", history=history), today=TODAY)
    assert says in refused.value.message
    assert refused.value.fix


@pytest.mark.parametrize(
    "history",
    [
        [{"date": "2026-11-17", "what": "first message"}],
        [{"date": "2026-10-01", "what": "sent a note"}, {"date": "2026-11-02", "what": "reminder"}],
        [{"what": "first message"}, {"what": "she replied: later"}, {"what": "wrote again"}],
        [],
    ],
)
def test_what_is_written_passes_the_check_that_caps_follow_ups(
    history: list[Any], priya: Make, writer: BuiltInWriter
) -> None:
    brief = priya(purpose="follow-up", history=history)
    draft = writer.outreach(brief, today=TODAY)
    found = review_message(draft.body, brief=brief, subject=draft.subject, today=TODAY)
    assert all(finding.passed for finding in found if finding.check == "follow-up-capped")


def test_a_follow_up_without_news_asks_for_some(priya: Make, writer: BuiltInWriter) -> None:
    sent = {"date": "2026-11-03", "what": "first message"}
    old = writer.outreach(priya(purpose="follow-up", history=[sent]), today=TODAY)
    new = {"what": "passed the SQL exam"}
    fresh = writer.outreach(priya(purpose="follow-up", history=[sent, new]), today=TODAY)
    assert any("new since" in question for question in old.questions)
    assert fresh.questions == ()
    assert "Since then I have passed the SQL exam." in fresh.body


def test_a_thank_you_asks_for_nothing(priya: Make, writer: BuiltInWriter) -> None:
    told = {"what": "half an hour call", "advice": "start smaller", "action": "cut it in two"}
    for variant in range(3):
        draft = writer.outreach(priya(purpose="thank-you", history=[told]), variant)
        assert "?" not in draft.body
        assert "I start smaller" in draft.body
        assert "I cut it in two." in draft.body


def test_after_a_no_nothing_is_asked_that_the_brief_does_not_ask(
    priya: Make, writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya(purpose="reply-to-no", history=["she said no, too busy"]))
    assert "?" not in draft.body
    assert "I understand that you are too busy." in draft.body
    assert any("smaller" in question for question in draft.questions)


@pytest.mark.parametrize("purpose", ["follow-up", "thank-you", "reconnect"])
@pytest.mark.parametrize(("notes", "limit"), [([], 300), (["free LinkedIn account"], 200)])
def test_a_note_of_any_purpose_fits_its_characters(
    purpose: str, notes: list[str], limit: int, writer: BuiltInWriter
) -> None:
    fields = {**FULL, "purpose": purpose, "channel": "linkedin-note", "private_notes": notes}
    brief = OutreachBrief.model_validate(fields)
    for variant in range(3):
        body = writer.outreach(brief, variant, today=TODAY).body
        assert len(body) <= limit, body
        assert body.endswith("Lena Marsh")


def test_the_three_approaches_differ_in_order(writer: BuiltInWriter) -> None:
    for purpose in (Purpose.FOLLOW_UP, Purpose.SPONSOR_ASK, Purpose.RECONNECT):
        brief = OutreachBrief.model_validate({**FULL, "purpose": purpose})
        drafts = [writer.outreach(brief, variant, today=TODAY) for variant in range(3)]
        orders = {tuple(sentence.move for sentence in draft.sentences) for draft in drafts}
        assert len(orders) == 3, purpose


def test_private_notes_never_show(writer: BuiltInWriter) -> None:
    for purpose in Purpose:
        secret = "my manager wants to fire me"
        brief = OutreachBrief.model_validate(
            {**FULL, "purpose": purpose, "private_notes": [secret]}
        )
        assert "fire" not in writer.outreach(brief, today=TODAY).body
