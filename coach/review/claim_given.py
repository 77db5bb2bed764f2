"""What a model is shown that compares a message with its brief: the brief in one text, and which words are new."""

from collections import deque
from collections.abc import Iterator

from coach.review import claim_signals
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import numbers
from coach.review.text import Span, word_spans

_PARTS = (
    ("sender", "me"),
    ("recipient", "you"),
    ("via", "via"),
    ("connection", "met"),
    ("why_them", "why"),
    ("topic", "topic"),
    ("questions", "question"),
    ("ask", "ask"),
    ("history", "before"),
    ("private_notes", "private"),
)
"""The fields of a brief by the beginning of their path, and the word that stands before them."""
_UNITS = frozenset(
    "percent cent euro euros pound pounds dollar dollars kilometre kilometres kilometer kilometers kilo kilos metre metres".split()
)
"""What a brief mostly writes as a sign, or leaves out: the number beside it tells whether it is given."""


def given_text(ledger: Ledger) -> str:
    """All the brief gives, as one text."""
    return ". ".join(
        f"{word}: {'; '.join(texts)}"
        for start, word in _PARTS
        if (texts := [field.text for field in ledger.fields if field.path.startswith(start)])
    )


def new_words(ledger: Ledger, text: str) -> Iterator[Span]:
    """The words of a message that tell something and that the brief does not hold; a number counts by its value."""
    told = deque((at, value <= 1 or value in ledger.amounts) for value, at in numbers(text))
    for word in word_spans(text):
        while told and told[0][0].end <= word.start:
            told.popleft()
        counted = bool(told) and told[0][0].start <= word.start
        if claim_signals.is_small(word.text) or word.text.lower() in _UNITS:
            continue
        if counted or word.text[0].isdigit():
            if counted and not told[0][1]:
                yield word
            continue
        stems = ledger.content(word.text, "title")
        if stems and not all(ledger.holds(stem) for stem in stems):
            yield word
