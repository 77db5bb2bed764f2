"""What a mentee's own records hold, and what a conversation puts before them to keep or leave."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


@dataclass(frozen=True)
class PersonRecord:
    """Somebody the mentee told of. ``relationship`` is empty where it was not said."""

    name: str
    relationship: str = ""
    role: str = ""
    organisation: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingRecord:
    """One meeting or message with somebody, and what came of it; dates as the mentee wrote them."""

    person: str
    date: str = ""
    what: str = ""
    advice: str = ""
    action: str = ""
    result: str = ""


class Proposal(BaseModel):
    """Something the mentee may want to do; it is kept only when they say so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    what: str
    by: str = ""


class Made(BaseModel):
    """A text that was made during a turn: a message, a plan, questions, or remarks on a text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    title: str
    text: str
