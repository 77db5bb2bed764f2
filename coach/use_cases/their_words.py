"""Keeps a coach with what the mentee speaks of: where no question takes up their words, one is asked that does.

Somebody who is pressed for an answer tends to ask about anything. A question that begins with what the
mentee told shows that they were heard, and holds no advice.
"""

import re
from collections.abc import Iterator, Sequence

from coach.review import default_knowledge
from coach.review.card_support import content
from coach.review.text import fold, sentences
from coach.use_cases.asked_only import load_asking, only_asks
from coach.use_cases.plain_words import has_address
from coach.use_cases.ports import Closeness
from coach.writing.wording import load_wording

SHORTEST, LONGEST = 3, 18
"""Words of what is quoted of the mentee's."""
LEAST_TELLING = 1
"""How many of these have to say something of their own."""
_TELLS = re.compile(
    r"^(?:(?:and|but|so|well|ok|okay)[ ,]+)?(?:i|i'm|i've|i'd|my|we|we've|our|it|it's|he|he's|she|she's|they|they're"
    r"|there|there's|her|his|their|the|an?|one|nobody|somebody|two|three|[A-Z][a-z]+ (?:says?|said|is|has|was|wants|told))\b",
    re.IGNORECASE,
)
_OF_THEMSELVES = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|we|our|us)\b", re.IGNORECASE)
_TO_US = re.compile(
    r"\b(?:you|your|yours|you're|you've|please|advice|advis\w+|answers?|questions?|instruct\w*|rules?|policy"
    r"|permission|permit\w*|allow\w*|system|assistant|format|role)\b",
    re.IGNORECASE,
)
"""Speaks to the coach, or of what it may say, and not of the mentee's own matter."""
_MARKS = re.compile(r"[\"{}<>\[\]|_*#?]|:\s*$|\.\.\.|…")
_CUT = re.compile(r",\s|;\s|\s(?:and|but|because|so)\s")


def takes_up(question: str, said: str) -> bool:
    """Whether a question has a telling word of what the mentee said."""
    plain = load_asking(default_knowledge()).vocabulary
    return bool((set(content(question)) & set(content(said))) - plain)


def in_their_words(said: Sequence[str], before: str, near: Closeness) -> str:
    """A question on something the mentee told, in their words; empty when they told nothing of theirs.

    Args:
        said: what they said, turn by turn, oldest first.
        before: what was asked in this talk already; neither quotation nor question comes twice while
            there is another.
        near: how near each text is to what the talk is about.
    """
    told = list(dict.fromkeys(_told(said)))
    told = [text for text in told if text not in before] or told
    if not told:
        return ""
    scores = near(told)
    quoted = told[scores.index(max(scores))]
    ways = [phrase.text for phrase in load_wording(default_knowledge(), "ask").phrases["theirs"]]
    fresh = [way for way in ways if way.split(":")[-1] not in before] or ways
    question = fresh[0].format(x=quoted)
    return question if only_asks(question) else ""


def _told(said: Sequence[str]) -> Iterator[str]:
    """What somebody told of their own matter, a short sentence or its first part at a time."""
    plain = load_asking(default_knowledge()).vocabulary
    for number, turn in enumerate(said):
        for sentence in sentences(fold(turn), 0, len(turn)):
            text = sentence.text.rstrip(" .!,;")
            if len(text.split()) > LONGEST:
                text = _CUT.split(text)[0]
            if not SHORTEST <= len(text.split()) <= LONGEST or sentence.asks:
                continue
            if not _TELLS.match(text) or _TO_US.search(text) or _MARKS.search(text):
                continue
            if len(set(content(text)) - plain) < LEAST_TELLING:
                continue
            if (number == 0 or _OF_THEMSELVES.search(text)) and not has_address(text):
                yield text
