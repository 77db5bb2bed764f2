"""What is asked is told from a clause that only opens with a question word."""

import pytest

from coach.writing.builtin import BuiltInWriter
from tests.writing.people import mara


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("what tugs are like at night", "ask what tugs are like at night"),
        ("what PEC work is really like?", "ask what PEC work is really like"),
        ("how interviews are scored", "ask how interviews are scored"),
        ("why crews are leaving?", "ask why crews are leaving"),
        ("when bids are due", "ask when bids are due"),
    ],
)
def test_a_clause_is_not_asked_as_if_it_were_a_question(
    typed: str, said: str, writer: BuiltInWriter
) -> None:
    body = writer.outreach(mara(questions=[typed])).body
    assert f"{said}." in body
    assert f"{typed.rstrip('?')}?" not in body.lower()


@pytest.mark.parametrize(
    "typed",
    [
        "what are tugs like?",
        "how long is the exam?",
        "which course is it for?",
        "what made you like it?",
        "how many ships are there a night?",
        "what time is the tide?",
        "why is the bar closed?",
    ],
)
def test_a_question_stays_one(typed: str, writer: BuiltInWriter) -> None:
    assert typed in writer.outreach(mara(questions=[typed])).body.lower()
