"""A sentence in the making: its text, the move it makes and the brief fields it came from."""

from dataclasses import dataclass

from coach.domain.results import Sentence
from coach.domain.vocabulary import Support

RULE = "divider"
"""The move of the line that marks off a paragraph to be passed on."""


@dataclass(frozen=True)
class Piece:
    """One sentence of a message before layout. ``sources`` are brief fields, as ``sender.role``."""

    text: str
    move: str
    sources: tuple[str, ...] = ()

    def as_sentence(self) -> Sentence:
        """The contract's form: supported by the brief when it carries anything from it."""
        support = Support.BRIEF if self.sources else Support.WORDING
        return Sentence.model_validate(
            {"text": self.text, "move": self.move, "from": self.sources, "support": support}
        )
