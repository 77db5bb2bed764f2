"""What a model is shown that compares a message with its brief: the brief in one text, and which words are new."""

from collections.abc import Iterator

from coach.review import claim_signals
from coach.review.claim_ledger import Ledger
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


def given_text(ledger: Ledger) -> str:
    """All the brief gives, as one text."""
    return ". ".join(
        f"{word}: {'; '.join(texts)}"
        for start, word in _PARTS
        if (texts := [field.text for field in ledger.fields if field.path.startswith(start)])
    )


def new_words(ledger: Ledger, text: str) -> Iterator[Span]:
    """The words of a message that tell something and that the brief does not hold."""
    for word in word_spans(text):
        if claim_signals.is_small(word.text) or word.text[0].isdigit():
            continue
        stems = ledger.content(word.text, "title")
        if stems and not all(ledger.holds(stem) for stem in stems):
            yield word
