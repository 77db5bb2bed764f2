"""What the use cases need from below, as protocols: only what is really swapped."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.card import Card, Source
from coach.domain.results import AgendaDraft, OutreachDraft, ReflectionDraft, SearchAnswer

Progress = Callable[[int, int], None]
"""Called with (done, total) while something long runs."""


class Cards(Protocol):
    """The curated guidance, read only."""

    @property
    def cards(self) -> dict[str, Card]:
        """Every card by id, in reading order."""

    @property
    def sources(self) -> dict[str, Source]:
        """Every source by id."""


class Search(Protocol):
    """Finds the cards that answer a question, or none."""

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Return up to ``k`` cards, best first."""


class Writer(Protocol):
    """Turns a brief into text. ``variant`` picks another approach; it wraps around."""

    @property
    def name(self) -> str:
        """``built-in`` or the id of a model."""

    def outreach(self, brief: OutreachBrief, variant: int = 0) -> OutreachDraft:
        """Write a message; findings and guidance are added by the use case."""

    def agenda(self, brief: AgendaBrief) -> AgendaDraft:
        """Plan a meeting."""

    def reflection(self, brief: ReflectionBrief) -> ReflectionDraft:
        """Choose reflection questions."""


@dataclass(frozen=True)
class Services:
    """Everything a use case may call, built once by ``coach.wiring``."""

    cards: Cards
    search: Search
    writer: Writer
