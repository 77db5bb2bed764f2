"""What the mentee has told in a talk, so that the counterpart does not ask for it again."""

import re
from collections.abc import Iterable

from coach.rehearsal.speech import flat, speech
from coach.rehearsal.turn import content

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half an?|couple of|few)"
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|years?|quarters?)"
_TOPICS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asks})\b", re.IGNORECASE), re.compile(rf"\b(?:{told})\b", re.IGNORECASE))
    for asks, told in (
        (
            "how long",
            rf"{_NUMBER} {_SPAN}|for (?:half )?(?:an? |the )?(?:{_SPAN}|summer|winter|term|season)|until \w+",
        ),
        (
            "how often|how many times|how many",
            rf"(?:once|twice|times) (?:a|an|every|each|per) |every {_NUMBER} {_SPAN}|every (?:other |second )?{_SPAN}|weekly|monthly|fortnightly|{_NUMBER} (?:times|talks|meetings|sessions)",
        ),
        (
            "when would|what day|which day|by when|when will|when do|when could|when in the week",
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|next (?:week|month)|by (?:the )?(?:end|\w+day)|at (?:\d+|five|six|seven|eight|nine|ten|noon)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|the \d+(?:st|nd|rd|th)",
        ),
        (
            "in a number|in numbers|the result|the figure",
            r"(?:\d+|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|half)(?:[- ]\w+)? ?(?:%|percent|per cent|of|from|to|in|hours|minutes|days|people)",
        ),
        (
            r"be about|it's about|would we do|what it is for|what is it for|with it\?|you're after|each (?:time|of them) ",
            r"(?:about (?:my|the|how|a|your)|work on|learn(?: how)? to|help me (?:with|to)|look at|bring (?:a|the|one|my)|ask (?:her|him|you|them) (?:if|about|whether|how|to look))\b.*",
        ),
    )
)
"""What a question asks for, and what it looks like when that was told."""
_SHARED = 2 / 3
_LEAST = 2


class Told:
    """What was told so far, turn after turn."""

    def __init__(self) -> None:
        self._stated: list[str] = []
        self._stems: set[str] = set()

    def hear(self, turn: str) -> None:
        """Take in what a turn tells; what it asks tells nothing."""
        kept = speech(turn).sentences
        self._stated.append(turn)
        self._stems |= content([one for one in kept if not one.asks])

    def answers(self, line: str) -> bool:
        """Whether all that a line of the counterpart's asks was told."""
        asking = [one for one in speech(line).sentences if one.asks]
        if not asking:
            return False
        asked = " ".join(one.text for one in asking)
        wanted = [told for asks, told in _TOPICS if asks.search(asked)]
        if wanted and all(any(told.search(text) for text in self._stated) for told in wanted):
            return True
        stems = content(asking)
        return len(stems) >= _LEAST and len(stems & self._stems) >= _SHARED * len(stems)

    def names(self, words: Iterable[str]) -> bool:
        """Whether any of these words or phrases was said."""
        said = flat(" ".join(self._stated))
        return any(re.search(rf"\b{re.escape(word)}(?:s|ed|ing)?\b", said) for word in words)
