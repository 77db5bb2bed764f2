"""Reads the marked texts of a page from the data they are drawn from."""

import json
from dataclasses import dataclass

from streamlit.testing.v1 import AppTest

from coach.ui.marked_text import Piece


@dataclass(frozen=True)
class Shown:
    """A marked text: its pieces, and the kinds of marks its legend explains."""

    subject: list[Piece]
    body: list[Piece]
    legend: list[str]

    def resting_on(self, rests: str) -> list[str]:
        """The words that rest on this."""
        return [one.before for one in (*self.subject, *self.body) if one.rests == rests]

    def why(self, words: str) -> str:
        """The reason shown for the first marked stretch that holds these words."""
        return next(one.why for one in self.body if one.rests and words in one.before)


def marked(page: AppTest) -> Shown:
    """The marked text of a page."""
    for element in page.get("bidi_component"):
        data = json.loads(element.proto.json or "{}")
        if "body" in data:
            subject, body = ([Piece(**one) for one in data[name]] for name in ("subject", "body"))
            return Shown(subject, body, [one["rests"] for one in data["legend"]])
    raise AssertionError("there is no marked text")
