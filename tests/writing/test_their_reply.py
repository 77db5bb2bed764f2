"""What somebody else wrote is not said again in the mentee's name."""

import datetime

import pytest

from coach.domain.brief import OutreachBrief
from coach.writing.their_reply import without_reply

TODAY = datetime.date(2026, 11, 24)
PASTED = "let us put this into every window"
TOLD = [
    f'she answered: "{PASTED}"',
    f"She answered: {PASTED}",
    f"he wrote back: “{PASTED}.”",
    f'she replied with "{PASTED}" the same day',
    f'he said "{PASTED}" at the door',
    f"she told me: {PASTED}",
    f"answered my mail, « {PASTED} »",
    f"On Monday Hanne wrote:\n> {PASTED}\n> Hanne",
]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("purpose", ["thank-you", "progress-update", "reconnect", "closing"])
def test_a_pasted_reply_does_not_stand_in_the_message(told, purpose, writer):
    brief = OutreachBrief.model_validate(
        {
            "kind": "outreach",
            "purpose": purpose,
            "sender": {"name": "Paulo Serra", "role": "apprentice baker"},
            "recipient": "Hanne Vogt",
            "topic": "proving dough twice",
            "history": [{"date": "2026-11-20", "what": told}],
        }
    )
    made = writer.outreach(brief, today=TODAY)
    assert PASTED not in made.body
    assert '"' not in made.body and "“" not in made.body


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ('She answered: "Come on Monday."', "She answered"),
        ('she replied "yes of course" within an hour', "she replied within an hour"),
        ("we talked about what she wrote on proving", "we talked about what she wrote on proving"),
        ('our call about "second proof in winter"', 'our call about "second proof in winter"'),
        ("our first call", "our first call"),
        ("she asked after my loaves", "she asked after my loaves"),
        ("", ""),
    ],
)
def test_what_happened_stays(told, kept):
    assert without_reply(told) == kept
