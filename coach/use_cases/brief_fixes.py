"""Shows how something in a brief would have been given, where a text stands in the wrong place."""

import difflib
import re

from coach.domain.vocabulary import AskKind
from coach.errors import BriefError

SHOWN = 60
"""Characters of a wrong value that are shown."""


def shortened(text: str) -> str:
    """As much of a wrong value as lets the person see which one is meant."""
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text


def cut_at_comma(path: str, value: object, origin: str) -> BriefError | None:
    """A key of several words without a value is the rest of a text that a comma cut in two."""
    key = path.rpartition(".")[2]
    if value is not None or " " not in key:
        return None
    return BriefError(
        f"{origin}: “{shortened(key)}” stands alone, as if it were a key",
        "Inside { }, a text with a comma in it needs quotes, as in "
        '`{role: "retired, now a volunteer"}`.',
    )


def parts_shown(path: str, value: object) -> str:
    """How a text would be given where parts are wanted: "reply" -> "ask: {kind: reply}"."""
    if not isinstance(value, str) or path not in ("ask", "meeting"):
        return ""
    text = value.strip()
    if path == "meeting":
        return "meeting: {number: 2, minutes: 30}"
    near = difflib.get_close_matches(text.lower(), list(AskKind), n=1, cutoff=0.6)
    if near:
        return f"ask: {{kind: {near[0]}}}"
    number = re.search(r"\b(\d{1,3}) ?(?:min|m\b)", text)
    minutes = number[1] if number else "20"
    return f'ask: {{kind: call, minutes: {minutes}, when: "…"}}'
