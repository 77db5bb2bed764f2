"""What the use cases need from below, as protocols: only what is really swapped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.card import Card, Source
from coach.domain.model import Answered, Filled, Form, LocalServer, Show, Talk, Task
from coach.domain.records import MeetingRecord, PersonRecord
from coach.domain.results import (
    AgendaDraft,
    Answer,
    OutreachDraft,
    OwnDocument,
    OwnHit,
    ReflectionDraft,
    SearchAnswer,
    Tokens,
)
from coach.domain.vocabulary import Style
from coach.review import Alike, SecondReader
from coach.settings import ModelAccess

Progress = Callable[[int, int], None]
"""Called with (done, total) while something long runs."""
Closeness = Callable[[Sequence[str]], list[float]]
"""How near each text is to what was asked, -1 to 1."""


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

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How near each text is to a question in meaning, -1 to 1."""


class OwnGuidance(Protocol):
    """Documents the mentee added, kept apart from the curated cards."""

    def documents(self) -> tuple[OwnDocument, ...]:
        """Every document, in the order they were added."""

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        """Add a document, or replace the one of that name."""

    def remove(self, name: str) -> OwnDocument:
        """Remove a document."""

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        """Passages near a question, best first."""


class Writer(Protocol):
    """Turns a brief into text. ``variant`` picks another approach; it wraps around."""

    @property
    def name(self) -> str:
        """``built-in`` or the id of a model."""

    def outreach(self, brief: OutreachBrief, variant: int = 0) -> OutreachDraft:
        """Write a message; findings and guidance are added by the use case."""

    def question_for(self, check: str, brief: OutreachBrief) -> str:
        """What to ask the mentee so that a failed check can be met; empty when there is nothing."""

    def agenda(self, brief: AgendaBrief) -> AgendaDraft:
        """Plan a meeting."""

    def reflection(self, brief: ReflectionBrief) -> ReflectionDraft:
        """Choose reflection questions."""

    def answer(self, cards: Sequence[Card], style: Style, near: Closeness) -> Answer:
        """Answer a question from cards, best first."""

    def elsewhere(self, made: str) -> str:
        """Say on which page what was asked for is made."""

    def no_answer(self, beyond: str, *, own: bool) -> str:
        """Say that the guidance has nothing on what was asked."""


class Records(Protocol):
    """What the mentee told of their people and meetings, read only; private notes are not among it."""

    def people(self) -> tuple[PersonRecord, ...]:
        """Everybody they told of, each once."""

    def meetings(self) -> tuple[MeetingRecord, ...]:
        """Every meeting and message they told of, in the order told."""


class Told(Protocol):
    """Notices what is told in words that no list foresees."""

    def told(self, text: str) -> tuple[str, str, bool] | None:
        """What a text tells of (a safety check's id), the sentence, and whether that is sure; or None."""


class Model(Protocol):
    """A language model, asked for one form or one turn of a talk. What it gives is never trusted."""

    @property
    def name(self) -> str:
        """Its id as in ``COACH_MODEL``, such as ``openai:gpt-5-mini``."""

    @property
    def sees_notes(self) -> bool:
        """Whether the mentee allowed private notes to be sent to it."""

    def count(self, text: str) -> int:
        """How many tokens a text takes, or an honest estimate."""

    def fill(self, task: Task[Form], show: Show | None = None) -> Filled[Form]:
        """Have a form filled in.

        Raises:
            ModelError: when nothing usable came; what was sent is with it.
        """

    def converse(self, talk: Talk, show: Show | None = None) -> Answered:
        """Have a turn of a talk answered, tools and all.

        Raises:
            ModelError: when nothing usable came, or the steps or tokens ran out.
        """


class Models(Protocol):
    """Finds, examines and opens language models."""

    def open(self, name: str, access: ModelAccess) -> Model | None:
        """The model of that name, put together when it is first asked; None for the built-in writer."""

    def check(self, name: str, access: ModelAccess) -> None:
        """Put it together now, to see whether its name and key can be right; nothing is sent.

        Raises:
            InputError: the model's name, the server's address or the key is missing or wrong.
            ModelError: a provider's package is not installed.
        """

    def price(self, name: str, access: ModelAccess, tokens: Tokens) -> float | None:
        """What so many tokens cost in US dollars; None where no price is known."""

    def on_this_computer(self) -> tuple[LocalServer, ...]:
        """The servers of models that answer on this computer."""


Opened = Callable[[], Alike]
"""Opens what compares private notes with a text, for one call: it forgets them afterwards."""
OpenedReader = Callable[[], SecondReader]
"""Opens what reads a message a second time, for one call: it forgets the message afterwards."""


@dataclass(frozen=True)
class Services:
    """Everything a use case may call, built once by ``coach.wiring``."""

    cards: Cards
    search: Search
    own: OwnGuidance
    writer: Writer
    told: Told | None = None
    alike: Opened | None = None
    second: OpenedReader | None = None
    model: Model | None = None
    models: Models | None = None
