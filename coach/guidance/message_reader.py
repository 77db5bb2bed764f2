"""Reads a message a second time for the review: as a whole, and its clauses beside the brief."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from coach.domain.suspicion import Place, Suspicion
from coach.guidance.tuned_claims import load_tuned_claims
from coach.guidance.tuned_messages import load_tuned_messages


class MessageReaders:
    """Opens a reader for each message; what tuning learnt begins to load at once, in a thread of its own.

    Args:
        shipped: a folder that may hold what tuning learnt.
    """

    def __init__(self, shipped: Path) -> None:
        self._shipped = shipped
        ahead = ThreadPoolExecutor(max_workers=1)
        for load in (load_tuned_messages, load_tuned_claims):
            ahead.submit(load, shipped)
        ahead.shutdown(wait=False)

    def reader(self) -> "MessageReader":
        """A reader with a memory of its own, to be used for one message and dropped."""
        return MessageReader(self._shipped)


class MessageReader:
    """Reads one message and what is made of it; reads nothing twice."""

    def __init__(self, shipped: Path) -> None:
        self._shipped = shipped
        self._judged: dict[tuple[str, str], list[float]] = {}
        self._looked: dict[tuple[str, str], dict[str, Suspicion]] = {}

    def flaws(
        self, about: str, text: str, sentences: Sequence[Place]
    ) -> dict[str, Suspicion] | None:
        """See ``TunedMessages.flaws``; None where what tuning learnt is missing."""
        tuned = load_tuned_messages(self._shipped)
        if tuned is None:
            return None
        known = (about, text)
        if known not in self._looked:
            self._looked[known] = tuned.flaws(about, text, sentences)
        return self._looked[known]

    def claims(
        self, given: str, text: str, new: Sequence[Place], clauses: Sequence[Place]
    ) -> list[float] | None:
        """See ``TunedClaims.scores``; None where what tuning learnt is missing."""
        tuned = load_tuned_claims(self._shipped)
        if tuned is None:
            return None
        known = (given, text)
        if known not in self._judged:
            self._judged[known] = tuned.scores(given, text, new, clauses)
        return self._judged[known]
