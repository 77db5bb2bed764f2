"""Tells whether a question put to somebody presupposes a thing that nobody told us."""

import re
from collections.abc import Iterable

from coach.review.claim_tokens import numbers
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.stems import stems
from coach.review.text import fold

_QUOTED = re.compile(r"[“\"]([^”\"]{3,300})[”\"]")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CAPITAL = re.compile(r"(?<=[\w,;:’'\"] )[A-Z][\w’'-]+")
"""A capital inside a sentence: a name, or the word I."""
_TOLD = re.compile(
    r"\b(?:you|i|we|he|she|they|your|my|his|her|their)\b(?:\s\w+ly)?\s(?:\w{2,}ed|said|told|felt|went|had|"
    r"was|were|did|made|took|got|gave|chose|led|left|met|saw|spoke|thought|wrote|knew|found|kept|ran)\b",
    re.IGNORECASE,
)
"""Speaks of something as having happened."""
FEW = 3
"""Up to this a spelled number may be a way of speaking: two things, a third time."""
MOST_NEW = 0.7
MOST_NEW_OF_THE_PAST = 0.5
"""Share of a question's telling words that may be new: fewer where it says that something happened."""
_PLAIN = frozenset(
    "I I'm I've I'd I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def ungrounded(text: str, given: Iterable[str], phrases: Phrases | None = None) -> str:
    """The first thing a question brings in that ``given`` does not hold, or nothing.

    Names, numbers and quotations have to be given. Of other words a share may be new, for a question may
    open something up; what it says has happened has to be known.
    """
    known = " ".join(given)
    return brought_in(text, [known]) or _new_words(
        text, known, phrases or load_phrases(default_knowledge())
    )


def brought_in(text: str, given: Iterable[str]) -> str:
    """The first quotation, number or name of a text that ``given`` does not hold, or nothing."""
    folded = _plain(" ".join(given))
    for quoted in _QUOTED.findall(text):
        if _plain(quoted).strip(" .,;…") not in folded:
            return str(quoted)
    for found in [*_NUMBER.findall(text), *_CAPITAL.findall(text)]:
        if found not in _PLAIN and _plain(found).removesuffix("'s") not in folded:
            return str(found)
    known = {value for value, _ in numbers(folded)}
    spelled = ((value, at) for value, at in numbers(fold(text)) if not at.text[0].isdigit())
    return next((at.text for value, at in spelled if value > FEW and value not in known), "")


def _new_words(text: str, known: str, phrases: Phrases) -> str:
    stop = phrases.word_set("stop") | phrases.word_set("generic-reflection")
    telling = [s for s in stems(text, phrases.irregular) if s not in stop and len(s) > 2]
    held = {phrases.concept(stem) for stem in stems(known, phrases.irregular)}
    new = [stem for stem in telling if phrases.concept(stem) not in held]
    most = MOST_NEW_OF_THE_PAST if _TOLD.search(text) else MOST_NEW
    return new[0] if telling and len(new) > most * len(telling) else ""


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())
