"""Finds the name by which the first sentence calls out to the reader, where no greeting does."""

import re

from coach.review.reading import Reading

_CALLED = re.compile(
    r",[ ](?P<name>(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Engr|Rev|Sr|Sra)\.[ ])?[^,.!?]{2,30})[!.,?]"
)
_CALLED_AT_ONCE = re.compile(
    r"^(?:[^,.!?]*[ ])?(?:all|thanks|thank you|again|problem|worries|morning|evening|afternoon|matter|well|yes|sorry"
    r"|indeed|right|much|enough|way|there)[ ](?P<name>[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?)[,!]"
    r"|^(?i:many thanks|big thanks|thanks|thank you|cheers|ta)\b[^,.!?]* (?:morning|afternoon|evening|yesterday|today|week|weekend|day"
    r"|call|chat|coffee|lunch|lift|tip|advice|time|help|reply|answer|patience|everything)[ ](?P<last>[A-Z][a-z'-]+)[.!]"
)


def called(reading: Reading) -> str:
    """Return the name called out in the first sentence ("Thanks again for yesterday, Mr Ade!")."""
    first = reading.sentences[0].text if reading.sentences else ""
    opening = f"{reading.letter.salutation.text} {first}".strip()
    at = _CALLED_AT_ONCE.search(opening) or _CALLED.search(opening)
    name = (at.groupdict().get("last") or at["name"]) if at is not None else ""
    return name if name.istitle() else ""
