"""Drafts for the Improve my draft page, and the ways of a person on it."""

import json

from seen import field
from streamlit.testing.v1 import AppTest

DRAFT = (
    "Dear Dr. Lee,\n\nI hope this email finds you well. I'm just a nurse on the night shift at St. "
    "Mary's. You rebuilt the night rota at your hospital.\n\nHow did you win over the senior "
    "nurses?\n\nCould we have a call sometime?\n\nAna"
)
KINDS = ("Put this right", "Worth a look", "A thought")
SUBJECT = "Your night rota at St. Mary's"
GOOD = (
    "Dear Dr. Lee,\n\nI am a nurse on the night shift at St. Mary's. You rebuilt the night rota at your "
    "hospital.\n\nHow did you win over the senior nurses?\n\nWould you have 15 minutes on the phone, "
    "Tuesday or Thursday after 4 pm? If it does not suit you, no problem at all.\n\nThank you for "
    "reading this.\n\nAna"
)


def give(page: AppTest, body: str, subject: str = SUBJECT) -> AppTest:
    field(page, "improve.subject").set_value(subject)
    return field(page, "improve.body").set_value(body).run()


def copied(page: AppTest) -> str:
    """What the copy button puts on the clipboard."""
    for element in page.get("bidi_component"):
        data = json.loads(element.proto.json or "{}")
        if data.get("label") == "Copy message":
            return str(data["text"])
    raise AssertionError("there is nothing to copy")


def button(page: AppTest, start: str) -> str:
    """The key of the first button whose label begins so."""
    key = next(one.key for one in page.button if one.label.startswith(start))
    assert key is not None
    return key


def verdict(page: AppTest) -> str:
    """What the review comes to."""
    return page.header[0].value.replace("\\", "")


def press(page: AppTest, start: str) -> AppTest:
    return page.button(key=button(page, start)).click().run()
