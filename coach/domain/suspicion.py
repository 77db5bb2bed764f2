"""What a model suspects of a message."""

from dataclasses import dataclass

Place = tuple[int, int]
"""Where something begins and ends in a text."""


@dataclass(frozen=True)
class Suspicion:
    """How much speaks for a flaw of a message.

    Attributes:
        score: in logits; from 0 on the message has it, as far as the message alone can tell.
        by_sentence: how much each sentence gives to it.
    """

    score: float
    by_sentence: tuple[float, ...]
