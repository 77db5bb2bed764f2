"""What a model took, as a person reads it: tokens and dollars."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.results import Call, Tokens

CENTS = 0.1
"""Dollars from which two digits after the point say enough."""


@dataclass(frozen=True)
class Taken:
    """What several calls took together.

    Attributes:
        calls: how many were made, those answered from the replies kept left out.
        tokens: in and out.
        cost: in US dollars, as far as prices are known.
        unpriced: how many of them have no known price.
    """

    calls: int = 0
    tokens: Tokens = Tokens()  # noqa: RUF009 - frozen
    cost: float = 0.0
    unpriced: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(
            self.calls + other.calls,
            self.tokens + other.tokens,
            self.cost + other.cost,
            self.unpriced + other.unpriced,
        )


def taken_by(calls: Iterable[Call]) -> Taken:
    """What these calls took; one that failed before anything came took nothing that is known."""
    made = [call for call in calls if not call.cached]
    return Taken(
        calls=len(made),
        tokens=sum((call.tokens for call in made), Tokens()),
        cost=sum(call.cost or 0.0 for call in made),
        unpriced=sum(call.cost is None and not call.fault for call in made),
    )


def dollars(cost: float) -> str:
    """A cost as a person reads it: cents have to be seen."""
    return f"${cost:.2f}" if cost >= CENTS else f"${cost:.4f}"


def told_tokens(tokens: Tokens) -> str:
    """Tokens in and out."""
    return f"{tokens.taken:,} tokens in, {tokens.given:,} out"
