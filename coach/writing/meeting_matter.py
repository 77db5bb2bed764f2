"""Finds what a meeting is about in what the mentee typed as its topic: the work, the choice, the arrangement."""

import re

from coach.domain.kinds import MeetingKind
from coach.writing.matter import Matter
from coach.writing.own_words import OwnWords
from coach.writing.text import tidy

_FEEDBACK_ON = re.compile(
    r"^(?:to )?(?:get |getting |ask(?:ing)? for |want |i want |i would like |i'd like )?(?:some |your |her |his |honest |frank |more |a )*"
    r"(?:feedback|comments?|critique|opinion|views?|thoughts|review) (?:on|about|of) ",
    re.I,
)
_WHETHER = re.compile(r"\bwhether (?:or not )?(?:i|to|we)\b[^.!?;]+", re.I)
_ARRANGED = re.compile(
    r"(?:you|we|they)\b[^.?!]{0,90}\b(?:talk|chat|speak|meet|call|coffee|meeting|conversation|session|minutes)(?:ing)?"
    r"(?: (?:with |to )?(?:me|you|us))? (?:about|on|over)\s+(?P<what>[^?!]{4,})",
    re.I,
)
"""What was agreed with the other one, and on what: "you said yes to a chat about …"."""
_ASIDE = re.compile(r", (?:which|who|where) [^,.]{2,60},")
"""A relative clause between commas, which a choice can do without."""


def matter_of_meeting(text: str, words: OwnWords, focus: MeetingKind) -> Matter:
    """The topic in a form that can be joined; of a longer text, the part the meeting is about."""
    if focus is MeetingKind.FEEDBACK:
        text = _FEEDBACK_ON.sub("", text.strip())
    found = words.matter(text) if text else Matter()
    if focus is MeetingKind.DECISION and found.statement:
        return _choice(text, words) or found
    if arranged := _ARRANGED.match(found.statement):
        return words.matter(arranged["what"])
    return found


def _choice(text: str, words: OwnWords) -> Matter | None:
    """The choice inside a longer text: "… and I wonder whether I should stay or go"."""
    weighed = _WHETHER.search(_ASIDE.sub("", tidy(text)))
    return words.matter(weighed.group()) if weighed else None
