"""The person a mentee is about to meet, as far as the mentee has told: a guess to rehearse with, and no more."""

from enum import StrEnum

from pydantic import Field

from coach.domain.calls import Result

MOST_MINUTES = 120


class Time(StrEnum):
    """How much time the mentee expects them to have."""

    LITTLE = "little"
    AGREED = "agreed"
    PLENTY = "plenty"


class Formality(StrEnum):
    """How formal the mentee expects the talk to be."""

    RELAXED = "relaxed"
    FORMAL = "formal"


class Warmth(StrEnum):
    """How it has been between the two so far, as the mentee sees it."""

    RESERVED = "reserved"
    EVEN = "even"
    FRIENDLY = "friendly"


class Manner(Result):
    """How they are played: three things the mentee chooses, never guessed from who somebody is."""

    time: Time = Time.AGREED
    formality: Formality = Formality.RELAXED
    warmth: Warmth = Warmth.EVEN


class Likeness(Result):
    """What is taken from a brief to play the person in it; no private note is ever in here.

    Attributes:
        name: of the person who is met.
        role: what they do; may be empty.
        organisation: where; may be empty.
        about: whom an introduction is about, where they are the go-between.
        topic: what the mentee wrote the talk is about.
        last_advice: what they advised before.
        open_actions: what the mentee said they would do.
        minutes: the time agreed.
        place: where and how they meet.
        manner: how they are played.
    """

    name: str = Field(min_length=1)
    role: str = ""
    organisation: str = ""
    about: str = ""
    topic: str = ""
    last_advice: tuple[str, ...] = ()
    open_actions: tuple[str, ...] = ()
    minutes: int = Field(default=20, ge=1, le=MOST_MINUTES)
    place: str = ""
    manner: Manner = Manner()
