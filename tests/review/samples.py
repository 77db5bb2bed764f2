"""Messages and briefs that several review tests share."""

import datetime
from typing import Any

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.vocabulary import Channel, Purpose
from coach.review import review_message

TODAY = datetime.date(2026, 11, 23)

PRIYA: dict[str, Any] = {
    "kind": "outreach",
    "sender": {
        "name": "Priya Nair",
        "role": "data analyst",
        "organisation": "Northfield Hospital",
        "facts": ["3 years in reporting"],
    },
    "recipient": {
        "name": "Dr. Elena Ruiz",
        "role": "director of analytics",
        "organisation": "Harbor Health",
    },
    "connection": "heard her talk at the 2026 Health Data Summit on moving from reporting to "
    "forecasting",
    "why_them": "she moved from clinical reporting to leading forecasting",
    "topic": "choosing between a management and a technical track",
    "questions": ["What made you choose management over staying technical?"],
    "ask": {"kind": "video", "minutes": 20, "when": "Tuesday or Thursday after 4 pm"},
    "private_notes": [
        "I was passed over for promotion in the spring and am still angry about it",
        "I am intimidated by her",
    ],
}

GOOD = """Subject: Management or technical track, after your Summit talk

Dear Dr. Ruiz,

I am a data analyst at Northfield Hospital, with three years in reporting. I heard your talk at the \
2026 Health Data Summit on moving from reporting to forecasting.

What made you choose management over staying technical?

Would you have 20 minutes for a video call, on a Tuesday or Thursday after 4 pm? If it does not \
suit you, I completely understand.

Thank you for reading this.

Priya Nair
"""


def brief(**changes: Any) -> OutreachBrief:
    """Priya's brief, with some fields changed."""
    return OutreachBrief.model_validate({**PRIYA, **changes})


def review(
    text: str,
    *,
    given: OutreachBrief | None = None,
    channel: str = "email",
    purpose: str = "first-contact",
    subject: str | None = None,
) -> dict[str, Finding]:
    """The findings of a message, by check id."""
    found = review_message(
        text,
        brief=given,
        channel=Channel(channel),
        purpose=Purpose(purpose),
        subject=subject,
        today=TODAY,
    )
    return {finding.check: finding for finding in found}


def failed(text: str, **options: Any) -> set[str]:
    """The ids of the checks that a message fails."""
    return {check for check, finding in review(text, **options).items() if not finding.passed}
