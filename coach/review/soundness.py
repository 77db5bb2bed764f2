"""Tells a sentence that reads right from one a slip has broken, so that no broken one is praised.

No grammar is parsed: a few shapes are known that no sound sentence has. What none of them fits counts as
sound, so this may say too little and hardly ever too much.
"""

import re

from coach.review.phrases import Phrases
from coach.review.slips import slips
from coach.review.tense import past_forms
from coach.review.text import Span

_OTHER_EST = (
    "guest|test|request|interest|forest|harvest|contest|quest|chest|nest|vest|west|rest|pest|modest|honest|protest|arrest"
    "|conquest|inquest|crest|invest|priest|feast|digest|bequest|zest|jest|behest|attest|midwest|northwest|southwest|tempest|manifest|everest"
)
_GARBLED = re.compile(
    r"\b(?P<twice>the|to|a|an|of|is|are|and|for|your|my|with|at|i)\s+(?P=twice)\b(?!-)"
    rf"|\b(?<!such )(?:an?) (?:best|worst|(?!(?:{_OTHER_EST})\b)[a-z]{{3,}}est)\b(?![- ](?:case|effort|efforts|practice|seller|man|of|before|ever|friend|guess)\b)"
    r"|\b(?:could|would|should|must|might|will)(?:n't| not)? (?:went|came|gave|wrote|took|knew|became|began|spoke|drove|chose)\b"
    r"|^\W*(?:trained|brought|cut|took|got|picked|raised|built|led|ran|made|saved|reduced|put|set|grew|helped)(?: \w+)? went (?:up|down)\b"
    r"|\b(?:do|did|can|will|would) you (?:\w+ )?(?:fail|ask|tell|teach|test|mark|pay|give|show|send) (?:ye|you|u)\b"
    r"|\bbecause of\b[^.;!?]{0,40}\b(?:coz|cos|because)\b",
)
"""What a slip leaves behind: a word twice, "a best", two verbs for one, a cause within a cause."""
_LEARNERS = re.compile(
    r"\bcosted me\b"
    r"|\b(?:have|has|had) (?:start|begin|go|write|speak|give|take|choose|grow)\b(?!-)"
    r"|\bbecause of (?:(?:my|your|the|his|her|our|their) )?(?:\w+ ){1,3}?(?:is|are|was|were|has been|have been|shut|shuts|keeps?|ships?|does|do)\b"
    r"|\b(?:and|or|because|the|an?|my|your|than|whose)[.!?]\W*$",
)
"""A learner's form, or a phrase that breaks off: understood at once, and no sentence to hold up."""
_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|have|has|had|do|does|did|can|could|will|would|shall|should|may|might|must)\b|\w'(?:s|m|d|re|ve|ll)\b|n't\b"
    r"|\b(?:i|you|we|they|he|she|it|who|which|that|u)\s+(?:\w+ly )?[a-z]+\b",
    re.IGNORECASE,
)


def garbled(text: str) -> re.Match[str] | None:
    """Return where a sentence, made small, is broken so that it must be read twice, or nothing."""
    return _GARBLED.search(text.lower())


def is_sound(sentence: Span, phrases: Phrases) -> bool:
    """Tell whether a sentence reads right and is whole: it has a verb and nothing broken."""
    told = _FINITE.search(sentence.text) is not None or bool(past_forms(sentence.text, phrases))
    return told and is_unbroken(sentence)


def is_unbroken(sentence: Span) -> bool:
    """Tell whether words read right, be they a sentence or a few words ("No worries if not.")."""
    if garbled(sentence.text) is not None or _LEARNERS.search(sentence.text.lower()) is not None:
        return False
    return next(slips(sentence), None) is None
