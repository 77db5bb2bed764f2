"""What the mentee has told in a talk, so that the counterpart does not ask for it again."""

import re
from collections.abc import Iterable, Mapping

from coach.rehearsal.scene import Asked
from coach.rehearsal.speech import flat, speech
from coach.rehearsal.turn import content, content_of

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half an?|couple of|few)"
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|years?|quarters?)"
_TOLD: tuple[tuple[Asked, str], ...] = (
    (
        "how-long",
        rf"{_NUMBER} {_SPAN}\b|for (?:half )?(?:an? |the )?(?:{_SPAN}|summer|winter|term|season)\b|until \w+",
    ),
    (
        "how-often",
        rf"(?:once|twice|times) (?:a|an|every|each|per)\b|every {_NUMBER} {_SPAN}\b|every (?:other |second )?{_SPAN}\b|weekly|monthly|fortnightly|{_NUMBER} (?:times|talks|meetings|sessions)\b",
    ),
    (
        "day",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|tomorrow\b|tonight\b|next (?:week|month)\b|by (?:the )?(?:end|\w+day)\b|(?:at|after|before) (?:\d+|five|six|seven|eight|nine|ten|noon)\b|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|the \d+(?:st|nd|rd|th)\b",
    ),
    (
        "result",
        r"(?:\d+|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|half)(?:[- ]\w+)? ?(?:%|percent|per cent|of|from|to|in|hours|minutes|days|people|new|trains?|fewer|more|less)\b",
    ),
    (
        "purpose",
        r"about (?:my|the|how|a|your|whether|which)\b|work on\b|learn(?: how)? to\b|help me (?:with|to)\b|look at\b|bring (?:you |a|the|one|my)"
        r"|ask (?:her|him|you|them) (?:if|about|whether|which|how|to look)\b|i want(?:ed)? to (?:run|lead|learn|become|know|decide|find out|get better|be able)\b",
    ),
    (
        "tried",
        r"i(?:['’]ve| have)? (?:already |also |even |once )?(?:tried|read|practised|built|written to|asked|spoken|talked|tested|made|wired|taken)\b|we tried\b",
    ),
    (
        "limit",
        r"(?:no (?:more )?|not (?:any |at |after |on |to )?|don['’]t want (?:to |any |the )?|won['’]t |can['’]t |cannot |rather not |stop |without |instead of )\w+",
    ),
    (
        "work",
        r"i(?:['’]m| am) (?:an?|the|in|from|with|at)\b|i (?:grew up|work|study|run|lead|teach|train|manage|pick|cover|drive|cook|sell|nurse|repair|build|design|coordinate)\b",
    ),
    (
        "cause",
        r"because\b|stopped (?:at|when|where)\b|got stuck\b|put (?:it|them|that) off\b|(?:stopped|kept|held) me\b|the (?:reason|hard|slow|difficult) \w+|didn['’]t know\b|ran out of\b",
    ),
    (
        "report",
        r"(?:i|we|you)(?:['’]ll| will) (?:\w+ )?(?:send|write|text|ring|call|bring|show|tell|mail|message|report|hear|have|get|let (?:you|him|her) know)\b",
    ),
    (
        "fallback",
        r"if\b[^.?!]{2,80}\b(?:i|we)(?:['’]ll| will)\b|(?:otherwise|failing that|or else),? (?:i|we)\b|(?:i|we)(?:['’]ll| will)\b[^.?!]{2,60}\binstead\b",
    ),
    (
        "kept-here",
        r"stays? (?:here|between|in this|with us|private)\b|between (?:us|you and me|the two of us)\b|in confidence\b|confidential\w*|leaves? this room\b",
    ),
)
_LOOKS_LIKE = {asked: re.compile(rf"\b(?:{told})", re.IGNORECASE) for asked, told in _TOLD}
"""What it looks like in the mentee's words when a thing was told."""
_WOULD_KNOW = re.compile(r"\bi(?:'d| would) (?:want|like|need|have) to (?:know|hear)\b")
"""A question put as a wish."""
_QUOTED = re.compile(r"“([^”]*)”")
_SHARED = 2 / 3
_SHARED_QUOTED = 1 / 2
_LEAST = 2


class Told:
    """What was told so far, turn after turn.

    Args:
        asks_for: words of the counterpart's questions, by what these ask to be told.
    """

    def __init__(self, asks_for: Mapping[Asked, tuple[str, ...]] | None = None) -> None:
        self._asks_for = asks_for or {}
        self._stated: list[str] = []
        self._stems: set[str] = set()

    def hear(self, turn: str) -> None:
        """Take in what a turn tells; what it asks tells nothing."""
        kept = speech(turn).sentences
        self._stated.append(turn)
        self._stems |= content([one for one in kept if not one.asks])

    def answers(self, line: str) -> bool:
        """Whether all that a line of the counterpart's asks was told."""
        asking = [
            one for one in speech(line).sentences if one.asks or _WOULD_KNOW.search(flat(one.text))
        ]
        if not asking:
            return False
        asked = flat(line)
        wanted = [
            _LOOKS_LIKE[kind]
            for kind, phrases in self._asks_for.items()
            if any(flat(phrase) in asked for phrase in phrases)
        ]
        if wanted and all(any(told.search(text) for text in self._stated) for told in wanted):
            return True
        if quoted := _QUOTED.search(line):
            return self._covers(content_of(quoted.group(1)), _SHARED_QUOTED)
        return self._covers(content(asking), _SHARED)

    def _covers(self, stems: frozenset[str], share: float) -> bool:
        return len(stems) >= _LEAST and len(stems & self._stems) >= share * len(stems)

    def names(self, words: Iterable[str]) -> bool:
        """Whether any of these words or phrases was said."""
        said = flat(" ".join(self._stated))
        return any(re.search(rf"\b{re.escape(word)}(?:s|ed|ing)?\b", said) for word in words)
