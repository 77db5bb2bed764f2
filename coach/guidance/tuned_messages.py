"""Reads a message as a whole, with the sentence model tuned to the flaws of labelled messages.

Whether a message gives a reason, or leaves a way out, is told by no single word of it, and often by no single
sentence. Each check looks for its flaw in all of the message at once; which sentence speaks most for the flaw is
read off from where it looked. The changes to the model are shipped (``python -m evals.messages_tune --write``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.domain.suspicion import Place, Suspicion
from coach.guidance.tuned_model import END, START, Cuts, TunedModel, load_models, pieces_of

STORED = "messages.npz"
CHECKS = (
    "question-specific",
    "no-pressure",
    "easy-out",
    "ask-time-boxed",
    "says-why-them",
    "no-cliche",
    "offers-times",
    "no-job-ask",
    "ask-low-commitment",
    "one-clear-ask",
    "advice-linked-to-action",
    "no-flattery",
    "plain-language",
    "says-who-you-are",
    "evidence-of-impact",
    "no-over-apology",
    "forwardable-blurb",
)
"""The checks whose flaws it knows, in the order of its scores."""
PARTS = ("advice-given", "advice-done", "advice-result")
"""What an update may lack; scored after the checks."""
THINGS = (*CHECKS, *PARTS)
READ_FIRST, READ_LAST = 220, 100
"""Word pieces read of a message; of a longer one the beginning and the end."""


@dataclass(frozen=True)
class Pieces:
    """A message in word pieces: their numbers, 1 for those of the message itself, and where each stands in it."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    places: tuple[Place, ...]

    @property
    def first(self) -> int:
        """Where the message begins."""
        return self.kinds.index(1)


def pieces(cuts: Cuts, about: str, text: str) -> Pieces:
    """Cut what kind of message it is, and the message."""
    front = [START, *cuts.cut(about), END]
    read = cuts.places(text)
    if len(read) > READ_FIRST + READ_LAST:
        read = read[:READ_FIRST] + read[-READ_LAST:]
    ids = (*front, *(piece for piece, _, _ in read), END)
    kinds = (0,) * len(front) + (1,) * (len(read) + 1)
    return Pieces(ids, kinds, tuple((start, end) for _, start, end in read))


@dataclass(frozen=True)
class TunedMessages:
    """The tuned models together."""

    models: tuple[TunedModel, ...]

    def flaws(self, about: str, text: str, sentences: Sequence[Place]) -> dict[str, Suspicion]:
        """How much speaks for each flaw, in logits; from 0 on a message has it, as far as this can tell.

        Args:
            about: the purpose and the channel of the message.
            text: the message.
            sentences: where its sentences stand.

        Returns:
            By the id of the check, or the part of an update that is missing.
        """
        cut = pieces(self.models[0].model, about, text)
        inside = pieces_of(sentences, cut.places)
        parts = [(start + cut.first, end + cut.first) for start, end in inside.values()]
        looked = [
            one.looked(cut.ids, cut.kinds, (cut.first, len(cut.ids)), parts) for one in self.models
        ]
        scores, shares = (np.mean([one[side] for one in looked], 0) for side in (0, 1))
        found = {}
        for column, thing in enumerate(THINGS):
            told = dict(zip(inside, shares[:, column].tolist(), strict=True))
            each = tuple(told.get(number, -np.inf) for number in range(len(sentences)))
            found[thing] = Suspicion(float(scores[column]), each)
        return found


def load_tuned_messages(folder: Path) -> TunedMessages | None:
    """The tuned models, if what was learnt is in the folder and fits; see ``load_models``."""
    models = load_models(folder, STORED, len(THINGS))
    return TunedMessages(models) if models else None
