"""Leaves out what somebody else wrote where a mentee pasted it: it is not theirs to say again.

Whoever answered knows what they wrote; and a text from outside may hold anything.
"""

import re

_WROTE = r"answer(?:ed)?|wrote|written|replied|responded|mailed|e-mailed|messaged"
_SPOKE = r"said|says|told me|told us|added|asked|explained|commented"
_QUOTE = r"[\"“„«][^\"”“»]{3,}[\"”“»]?[.!?]?"
_AFTER_VERB = re.compile(
    rf"\b(?P<verb>{_WROTE}|{_SPOKE})\b(?P<whom>[^.:;\"“„«\n]{{0,40}}?)"
    rf"(?:\s*:\s.*|,?\s+(?:with |just )?{_QUOTE}(?P<rest>.*))$",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"^[ \t]*(?:>.*|On .{3,80} wrote:[ \t]*)$", re.MULTILINE)
_NEEDS_WORDS = re.compile(_SPOKE, re.IGNORECASE)


def without_reply(text: str) -> str:
    """What happened, without the words that somebody else wrote or said.

    "She answered: “Come on Monday.”" is that she answered. That somebody said something says nothing
    without it, and is left out.
    """
    own = _MAIL.sub("", text).strip()
    found = _AFTER_VERB.search(own)
    if found is None:
        return own
    if _NEEDS_WORDS.fullmatch(found["verb"]):
        return ""
    return f"{own[: found.end('verb')]}{found['whom']}{found['rest'] or ''}".strip()
