"""Opens the second reader of messages, where there is one."""

from collections.abc import Mapping, Sequence

from coach.domain.suspicion import Place, Suspicion
from coach.errors import CoachError
from coach.review import SecondReader
from coach.use_cases.ports import OpenedReader


def reader(second: OpenedReader | None) -> SecondReader | None:
    """What reads a message a second time; None where no model is.

    Where the model cannot be loaded the rules stand alone, and ``doctor`` says why.
    """
    if second is None:
        return None
    try:
        return second()
    except CoachError:
        return None


class OnlyClaims:
    """Compares what is claimed with the brief and suspects nothing else.

    A draft that a model wrote is held against our own, which no model reads: it may not be faulted for what
    ours would be passed with. What it claims is another matter.
    """

    def __init__(self, second: SecondReader) -> None:
        self._second = second

    def flaws(
        self, about: str, text: str, sentences: Sequence[Place]
    ) -> Mapping[str, Suspicion] | None:
        """Nothing."""

    def claims(
        self,
        given: str,
        text: str,
        new: Sequence[Place],
        clauses: Sequence[Place],
    ) -> list[float] | None:
        """See ``SecondReader.claims``."""
        return self._second.claims(given, text, new, clauses)


def claims_reader(second: OpenedReader | None) -> SecondReader | None:
    """What compares the claims of a draft with its brief; None where no model is."""
    opened = reader(second)
    return None if opened is None else OnlyClaims(opened)
