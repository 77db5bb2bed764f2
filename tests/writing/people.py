"""A mentee whose brief the tests of the writer vary, one field at a time."""

from typing import Any

from coach.domain.brief import OutreachBrief

MARA: dict[str, Any] = {
    "sender": {"name": "Mara Quist", "role": "deckhand"},
    "recipient": {"name": "Ines Falk", "role": "harbour master"},
    "topic": "the pilot exam",
}


def mara(**fields: Any) -> OutreachBrief:
    """A brief of Mara's with some fields given otherwise."""
    return OutreachBrief.model_validate({**MARA, **fields})
