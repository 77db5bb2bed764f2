"""A later message says again who writes, what the reader answered, and when the two last spoke."""

import datetime
from typing import Any

from coach.domain.brief import OutreachBrief
from coach.writing.builtin import BuiltInWriter

TODAY = datetime.date(2026, 11, 24)


def bodies(writer: BuiltInWriter, **fields: Any) -> list[str]:
    given = {"sender": {"name": "Nia Ford"}, "recipient": {"name": "Tom Vale"}, **fields}
    brief = OutreachBrief.model_validate(given)
    return [writer.outreach(brief, variant, today=TODAY).body for variant in range(3)]


def test_a_follow_up_says_how_they_know_each_other_and_what_was_answered(
    writer: BuiltInWriter,
) -> None:
    history = [
        {"date": "2026-10-02", "what": "emailed about kilns"},
        {"date": "2026-10-09", "what": "he said he's away until november"},
    ]
    found = bodies(
        writer,
        purpose="follow-up",
        connection="he judged my pots at the county show",
        topic="firing a gas kiln",
        history=history,
    )
    for body in found:
        assert "You judged my pots at the county show." in body
        assert "On 9 October you told me that you were away until November." in body


def test_writing_again_says_when_they_last_spoke(writer: BuiltInWriter) -> None:
    history = [{"date": "2018", "what": "last met, he'd just opened the studio"}]
    found = bodies(
        writer,
        purpose="reconnect",
        connection="we shared a studio in Leith",
        topic="firing a gas kiln",
        history=history,
    )
    for body in found:
        assert "We last met in 2018. You'd just opened the studio." in body


def test_how_they_know_each_other_stands_before_the_request(writer: BuiltInWriter) -> None:
    found = bodies(
        writer,
        connection="he judged my pots at the county show",
        topic="firing a gas kiln",
        ask={"kind": "coffee", "minutes": 15, "when": "Monday"},
    )
    for body in found:
        assert body.index("You judged my pots") < body.index("coffee")
