"""Cuts a sentence into its clauses, the pieces that claims and provenance are told of."""

import itertools
import re
from dataclasses import dataclass

from coach.review.reading import Reading
from coach.review.requests import find_requests
from coach.review.tense import past_forms
from coach.review.text import Span

_BREAK = re.compile(
    r",(?!\d)|[;()—–…]|:(?!\d)|[ ]-+[ ]|[!?.](?=\s)|\n|[\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|\b(?:(?<!hundred )(?<!thousand )and|but|so|because|which|who|whose|that|when|after|before|while|although|though|since"
    r"|where|until|whereas|as(?=[ ]+(?:i|you|we|he|she|they|my|your)\b)|if|then|than)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:i|we|you|u|he|she|they|it|my|our|your|his|her|their|i'?m|i'?ve|i'?d|i'?ll|ive|im|you're"
    r"|you've|we're|we've)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:could|would|might|may|should|shall|can|cannot|can't|will|won't|(?:i|we)'d|you'd(?! (?:\w+ed|been|had|seen|done|met|told|given|gone|heard|taken|left|written|begun)\b)|i'll|you'll|if"
    r"|whether|hope|hoping|wish|wonder|wondering|please|wants?|wanted to|like to|love to|trying to|going to"
    r"|looking for|looking to|hesitat\w+|need to|plan to|aim|dream|feel free|curious)\b",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:was|were|had|has|have|is|are|am|i'?m|i'?ve|you're|you've|we're|we've|she's|he's|it's|that's)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:and |so |but |or |also )?(?:what|which|how|why|when|where|who|do|does|did|is|are|was|were"
    r"|have|has|can|could|would|will|may|might|should|any|shall)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A clause: where it stands and what it does.

    ``sentence`` has its ways out blanked, ``whole`` is as written.
    ``asks``: it is a question or a request; ``wishes``: it speaks of what could or might be;
    ``proposal``: it stands in a request or right behind one, where new times may be named;
    ``states``: it has a verb that says something is or was so, or goes on from one that does.
    """

    span: Span
    sentence: Span
    whole: Span
    asks: bool
    wishes: bool
    proposal: bool
    states: bool


def cut(reading: Reading) -> tuple[Piece, ...]:
    """Return the clauses of a message between salutation and sign-off, in order."""
    asked = {r.sentence.start for r in find_requests(reading)}
    found: list[Piece] = []
    for number, (whole, sentence) in enumerate(
        zip(reading.sentences, reading.unforced, strict=True)
    ):
        after = number > 0 and reading.unforced[number - 1].start in asked
        proposal = sentence.start in asked or (after and _is_proposal(reading, sentence))
        proposal = proposal or (sentence.asks and reading.has("size-context", sentence))
        states = False
        for clause in clauses(whole):
            start, end = clause.start - sentence.start, clause.end - sentence.start
            span = Span(clause.start, clause.end, sentence.text[start:end])
            tail = sentence.text[span.end - sentence.start :]
            first = tail.find("?")
            asks = first >= 0 and (bool(_ASKS.match(span.text)) or not tail[:first].strip(" '\")"))
            asks = asks or (sentence.start in asked and reading.has("request-cue", span))
            wishes = _MODAL.search(span.text) is not None
            states = not asks and (_says(reading, span) or (states and not wishes))
            found.append(Piece(span, sentence, whole, asks, wishes, proposal, states))
    return tuple(found)


def _says(reading: Reading, span: Span) -> bool:
    """Tell whether a clause has a subject with a verb, or a past form."""
    if _WAS.search(span.text) or past_forms(span.text, reading.phrases):
        return True
    return _SUBJECT.search(span.text) is not None


_OWN_DATE = re.compile(
    r"\b(?:due|deadline|starts?|ends?|closes?|expires?|leaving|birthday|exam|turn(?:ing)?)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^\W*(?:i'?m|i am|i've|i have|my|we're|we are|our)\b(?! (?:(?:also|usually|generally|always|mostly) )?(?:free|around|available|flexible|happy|here|in|off|home|at home|at|up|good|easy|not|open|done|best|finished|shifts?|days?|evenings?|mornings?|lunch)\b)",
    re.IGNORECASE,
)


def _is_proposal(reading: Reading, sentence: Span) -> bool:
    if _OWN_DATE.search(sentence.text) or _TELLS.match(sentence.text):
        return False
    return (
        reading.has("size-context", sentence)
        or reading.has("availability", sentence)
        or (len(sentence.text.split()) <= 8 and not past_forms(sentence.text, reading.phrases))
    )


def clauses(sentence: Span) -> list[Span]:
    """Cut at punctuation and at the words that open a clause; a cutting word begins its clause."""
    starts = [0]
    for found in _BREAK.finditer(sentence.text):
        starts.append(found.start() if found.group()[0].isalpha() else found.end())
    starts.append(len(sentence.text))
    spans = []
    for start, end in itertools.pairwise(starts):
        text = sentence.text[start:end]
        bare = text.strip(' ,;:()—–…!?.\n-"')
        if bare:
            at = sentence.start + start + text.index(bare)
            spans.append(Span(at, at + len(bare), bare))
    return spans
