"""What the rules find: words that state something the brief does not give."""

from dataclasses import dataclass

from coach.review.text import Span


@dataclass(frozen=True)
class Claim:
    """Words that state something the brief does not give; ``kind`` names what sort of thing."""

    span: Span
    kind: str
