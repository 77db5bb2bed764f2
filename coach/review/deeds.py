"""Counts the deeds a reader is asked for in one breath: bring it up, and lend me, and write."""

import re

from coach.review.reading import Reading

_DIRECTED = re.compile(
    r"\b(?:could|can|would|will) (?:you|u)\b|\byou (?:could|might|may)\b|\bplease\b|\b(?:like|want|need|asking|ask) (?:for )?you to\b"
    r"|\b(?:hop\w+|wonder\w*(?: if| whether)?|(?:grateful|glad|happy|thankful|appreciate it) if|(?:ask|request|wish) that)"
    r" (?:you|u)(?:'d| would| could| might| can| will)?(?= [a-z]+)",
    re.IGNORECASE,
)
"""Asks the reader for a deed, whatever it is."""
_JOINED_DEED = re.compile(
    r"(?:(?:[,;]|\band\b|\bor\b|\bplus\b|&)\s*)+(?:(?:and|also|then|maybe|perhaps|possibly|even|please|ideally)\s+)*"
    r"(?P<verb>[a-z]+)\b(?P<rest>(?:\s+[\w'-]+){0,4})",
    re.IGNORECASE,
)
_FIRST_DEED = re.compile(
    r"\s+(?:(?:please|also|maybe|perhaps|possibly|kindly|then|just|be (?:\w+ )?(?:willing|able|happy|kind|so kind)"
    r"(?: as| enough)? to|consider|mind)\s+)*(?P<verb>[a-z]+)\b(?P<rest>(?:\s+[\w'-]+){0,4})",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:minutes?|mins?|hour|time|moment|know|back|line|advice|view|opinion|answer|reply|thoughts|how|what"
    r"|whether|which|if|why)\b",
    re.IGNORECASE,
)
"""A deed that is but an answer or the time for one ("tell me how", "spare 20 minutes")."""


def count_deeds(reading: Reading, text: str) -> int:
    """Count the deeds strung together after one "could you": bring it up, and lend me, and write."""
    asked = [_FIRST_DEED.match(text, at.end()) for at in _DIRECTED.finditer(text)]
    first = [at for at in asked if at is not None]
    if not first:
        return 0
    bases = reading.phrases.exact("deed")
    more = (at for at in _JOINED_DEED.finditer(text, first[0].end("verb")))
    deeds = {
        at.start("verb")
        for at in (*first, *more)
        if at["verb"].lower() in bases and _ANSWERED.search(at["rest"]) is None
    }
    return len(deeds)
