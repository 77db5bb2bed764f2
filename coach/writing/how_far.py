"""Takes off what stands behind an open action on how far it is: "done", "not yet, no time", "2 of 5 so far".

What follows the set word is the mentee's own remark; it is kept, so that it can be quoted.
"""

import re
from dataclasses import dataclass

from coach.writing.text import bare

DONE = ("done", "finished", "completed")
"""How a set word begins that says that nothing is left to do."""
_BEHIND = re.compile(r"\s+[-–—]+\s+|\s*[—:;(]\s*|\s*,\s+|\s+-(?=\w)")
"""What sets a remark apart; a comma only before a set word."""
_STATUS = re.compile(
    r"(?P<status>done(?: (?:it|that))?|finished|completed|half[- ]done|partly done|started|in progress|"
    r"not (?:done )?yet|not done|not started|still to do|to do|nothing yet|ongoing)(?P<mark>[\s.!)]*$|\s*[-–—,;:.()]+\s*|"
    r"\s+(?=(?:but|because|and|except|since)\b))",
    re.I,
)
_COUNTED = re.compile(
    r"(?:only |about |nearly |almost |have |did |done )*(?:\d+|one|two|three|four|five|six|half|none|some|most|all)"
    r"(?: (?:of|out of) (?:\d+|them|it|the \w+))?(?: (?:\w+ ){0,2}?(?:done|so far|left|sent|written|finished|to go))?[.)!]*$",
    re.I,
)
_STANDS = re.compile(
    r"(?:still|only|nearly|almost|nothing|no|never|not|none|waiting|have(?:n['’]?t| not)?|has(?:n['’]?t| not)?|"
    r"did(?:n['’]?t| not)?|could(?:n['’]?t| not)|done|forgot|ran out|tried|got|asked|sent|wrote|booked|"
    r"(?:i|she|he|they|it) (?:said|did|has|have|was|never|answered|is|wants?|asked))\b",
    re.I,
)


@dataclass(frozen=True)
class HowFar:
    """An action without what was noted behind it, the set word, and the mentee's remark."""

    what: str
    status: str = ""
    remark: str = ""


def how_far(text: str) -> HowFar:
    """Part an action from the note on it at the first place where one begins."""
    for mark in _BEHIND.finditer(text):
        what, rest = text[: mark.start()].rstrip(), text[mark.end() :].strip()
        if not what or not rest:
            continue
        if found := _STATUS.match(rest):
            return HowFar(what, found["status"].lower(), _remark(rest[found.end() :]))
        plain = _remark(rest)
        if "," not in mark.group() and (_COUNTED.match(plain) or _STANDS.match(plain)):
            return HowFar(what, remark=plain)
    return HowFar(text)


def _remark(text: str) -> str:
    return bare(text.strip(" ()-–—,;:")).rstrip("?")
