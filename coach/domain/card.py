"""Cards and sources: the curated guidance and what it rests on."""

import datetime

from pydantic import BaseModel, ConfigDict

from coach.domain.vocabulary import TOPICS, Evidence, Relationship, Stage


class Card(BaseModel):
    """One idea of guidance. The five sections are plain Markdown paragraphs.

    ``asks`` holds the *Ask yourself* questions, one per entry; ``say`` the spoken lines.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    id: str
    title: str
    topic: str
    relationships: tuple[Relationship, ...]
    stages: tuple[Stage, ...]
    evidence: Evidence
    sources: tuple[str, ...]
    reviewed: datetime.date
    do: str
    why: str
    say: tuple[str, ...]
    asks: tuple[str, ...]
    avoid: str

    @property
    def group(self) -> Stage:
        """The stage the card's topic belongs to."""
        return next(stage for stage, topics in TOPICS.items() if self.topic in topics)


class Source(BaseModel):
    """A publication a card rests on, in CSL names where CSL has one.

    ``read`` says how much of it was seen: ``whole``, ``abstract``, ``summary`` or ``excerpt``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    id: str
    type: str
    title: str
    authors: tuple[str, ...]
    year: int | None = None
    container: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    url: str = ""
    evidence: Evidence
    finding: str
    limits: str
    read: str

    @property
    def address(self) -> str:
        """Where a person can find it: the DOI link, the publisher's page, or nothing."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url
