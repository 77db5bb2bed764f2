"""What every message keeps, whatever was typed."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Support
from coach.writing.builtin import BuiltInWriter
from tests.conftest import KNOWLEDGE, ROOT

RAW = st.text(max_size=120)
PASTE = "She runs the lab. " * 100
SLOTS = ("connection", "why_them", "topic")


@given(st.tuples(RAW, RAW, RAW, RAW), st.sampled_from(["email", "linkedin-note", "chat"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_any_slot_makes_a_message(typed: tuple[str, ...], channel: str) -> None:
    brief = OutreachBrief.model_validate(
        {
            "sender": {"name": "Priya", "role": typed[3], "facts": [typed[0]]},
            "recipient": "Elena Ruiz",
            "connection": typed[0],
            "why_them": typed[1],
            "topic": typed[2],
            "questions": [typed[3], "How did you begin?"],
            "ask": {"when": typed[1]},
            "channel": channel,
        }
    )
    draft = BuiltInWriter(KNOWLEDGE).outreach(brief)
    assert draft.body.startswith("Hi Elena,") or draft.body.startswith("Hello Elena,")
    assert "  " not in draft.body
    assert all(sentence.support is not Support.UNSUPPORTED for sentence in draft.sentences)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("on.", "20 minutes"), ("at ?", "20 minutes"), ("on/Friday", "Friday"), ("at(9)", "9")],
)
def test_a_time_that_was_only_begun_is_no_time(
    typed: str, said: str, writer: BuiltInWriter, priya: Callable[..., OutreachBrief]
) -> None:
    body = writer.outreach(priya(ask={"kind": "call", "when": typed})).body
    assert said in body
    assert not re.search(r"\b(?:on|at)\W* (?:would|works)", body, re.I)


def test_the_sentences_make_up_the_body(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya())
    position = 0
    for sentence in draft.sentences:
        position = draft.body.index(sentence.text, position) + len(sentence.text)
    said = "".join(sentence.text for sentence in draft.sentences)
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", draft.body)


def test_a_sentence_from_the_brief_names_its_fields(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya())
    by_move = {sentence.move: sentence for sentence in draft.sentences}
    assert by_move["connection"].sources == ("connection",)
    assert by_move["connection"].support is Support.BRIEF
    assert by_move["easy-out"].sources == ()
    assert by_move["easy-out"].support is Support.WORDING


def test_three_variants_say_the_same_in_three_orders(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    drafts = [writer.outreach(priya(), variant) for variant in range(3)]
    orders = {tuple(sentence.move for sentence in draft.sentences) for draft in drafts}
    assert len(orders) == 3


def test_coach_style_adds_nothing_of_its_own_but_thanks(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya(style="coach"))
    added = [sentence.move for sentence in draft.sentences if sentence.support is not Support.BRIEF]
    assert added == ["sign-off"]


def test_coach_style_asks_for_what_is_missing(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya(style="coach", connection=None, why_them=None, ask=None))
    assert len(draft.questions) >= 2
    assert all(question.endswith("?") for question in draft.questions)


def test_a_complete_brief_leaves_nothing_to_ask(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    assert writer.outreach(priya()).questions == ()


@pytest.mark.parametrize(("notes", "limit"), [([], 300), (["free LinkedIn account"], 200)])
def test_a_linkedin_note_fits_its_characters(
    notes: list[str], limit: int, priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    for variant in range(4):
        body = writer.outreach(priya(channel="linkedin-note", private_notes=notes), variant).body
        assert len(body) <= limit
        assert "Dr. Ruiz" in body
        assert "Priya Nair" in body


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize("channel", ["email", "linkedin-message", "chat", "linkedin-note"])
def test_a_long_paste_is_cut_to_what_fits(
    slot: str, channel: str, priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    body = writer.outreach(priya(channel=channel, **{slot: PASTE})).body
    assert len(body) <= 300 if channel == "linkedin-note" else len(body.split()) <= 180


def test_private_notes_never_reach_the_message(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    secret = "my manager wants to fire me"
    for variant in range(3):
        body = writer.outreach(priya(private_notes=[secret]), variant).body
        assert "manager wants" not in body
        assert "fire" not in body


@pytest.mark.parametrize(
    "asked", ["Will you be my mentor?", "Do you have any openings in your team?"]
)
def test_a_mentorship_or_job_ask_is_left_out_and_asked_about(
    asked: str, priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    draft = writer.outreach(priya(questions=[asked]))
    assert asked not in draft.body


def test_the_written_texts_name_no_real_person() -> None:
    for name in ("outreach", "agenda", "reflection", "gaps"):
        text = (ROOT / "knowledge" / "wording" / f"{name}.yaml").read_text(encoding="utf-8")
        assert "Ruiz" not in text


def test_what_stands_in_the_private_notes_is_asked_about(
    priya: Callable[..., OutreachBrief], writer: BuiltInWriter
) -> None:
    asked = writer.question_for("no-private-note", priya())
    assert asked == "Something here stands in your private notes too. What of it may Dr. Ruiz read?"
