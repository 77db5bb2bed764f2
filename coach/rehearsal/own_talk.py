"""Reads the talks that can be had with whoever the mentee is about to meet: no line in them tells a person's story."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from coach.domain.rehearsal import Move
from coach.errors import InputError
from coach.rehearsal.library import names, read_part, same_name
from coach.rehearsal.scene import Asked, Decision, Ending, Example, Matter, Obstacle, Part

TALKS = "talks"
WORDS_FILE = Path("wording") / "own_person.yaml"
Told = Literal["topic", "open_actions", "last_advice"]
"""What of a brief the counterpart may take up, word for word."""


class OwnTalk(Part):
    """One talk of a scenario, without that scenario's people and places.

    Attributes:
        id: the scenario it stands in for.
        met_before: whether the two know each other already.
        takes_up: what of a brief the counterpart asks about early.
        openings: first lines with slots; the first whose slots can be filled is said.
        wants: what the counterpart would like from the talk (never said as such).
        knows: what they can tell here, besides what all of them can.
        raises: questions of this talk, besides those of every talk.
        asks_for: as in a scenario.
        examples: as in a scenario.
        decision: as in a scenario.
        good: as in a scenario.
        obstacles: as in a scenario.
        goals: as in a scenario.
        thinking: as in a scenario.
        close: as in a scenario.
    """

    id: str
    met_before: bool = False
    takes_up: tuple[Told, ...] = ()
    openings: tuple[str, ...]
    wants: tuple[str, ...]
    knows: tuple[Matter, ...]
    raises: tuple[str, ...]
    asks_for: dict[Asked, tuple[str, ...]] = Field(default_factory=dict)
    examples: dict[Example, tuple[str, ...]] = Field(default_factory=dict)
    decision: Decision
    good: tuple[Move, ...]
    obstacles: tuple[Obstacle, ...]
    goals: tuple[str, ...]
    thinking: Ending
    close: Ending


class Setting(Part):
    """Where the two meet, with a place and without."""

    with_place: str
    plain: str


class You(Part):
    """Who the mentee is, with a topic and without."""

    topic: str
    plain: str


class TakenUp(Part):
    """How the counterpart takes up what the brief tells; each line quotes it in ``{said}``."""

    topic: tuple[str, ...]
    open_actions: tuple[str, ...]
    last_advice: tuple[str, ...]


class OwnWords(Part):
    """What every talk with an own person has in common.

    Attributes:
        guess: that all of it is a guess.
        title: with ``{title}`` and ``{name}``.
        setting: where they meet.
        you: who the mentee is.
        greets: a first word to somebody new.
        meets_again: a first word to somebody known.
        told: how what the brief tells is taken up.
        knows: what they can say in general; nobody's story.
        raises: questions of their own.
        after_yes: as in a scenario.
        asks_for: as in a scenario.
        feedback: what they answer when asked how the mentee does.
    """

    guess: str
    title: str
    setting: Setting
    you: You
    greets: tuple[str, ...]
    meets_again: tuple[str, ...]
    told: TakenUp
    knows: tuple[Matter, ...]
    raises: tuple[str, ...]
    after_yes: tuple[str, ...]
    asks_for: dict[Asked, tuple[str, ...]] = Field(default_factory=dict)
    feedback: tuple[str, ...]


def talk_names(knowledge: Path) -> tuple[str, ...]:
    """The scenarios that can be had with an own person."""
    return tuple(names(knowledge / TALKS))


@lru_cache(maxsize=64)
def load_talk(knowledge: Path, name: str) -> OwnTalk:
    """Return the talk that stands in for this scenario.

    Raises:
        InputError: that scenario is about its own people.
        KnowledgeError: its file is wrong.
    """
    known = talk_names(knowledge)
    if name not in known:
        raise InputError(
            f"the talk '{name}' cannot be had with a person of your own",
            f"Choose one of these: {', '.join(known)}; or rehearse it without a brief.",
        )
    return read_talk(knowledge / TALKS / f"{name}.yaml")


def read_talk(path: Path) -> OwnTalk:
    """Read one talk's file.

    Raises:
        KnowledgeError: an entry is unknown, missing or wrong.
    """
    talk = read_part(OwnTalk, path)
    same_name(talk.id, path)
    return talk


@lru_cache(maxsize=4)
def load_own_words(knowledge: Path) -> OwnWords:
    """Read what all the talks have in common.

    Raises:
        KnowledgeError: the file is missing or wrong.
    """
    return read_part(OwnWords, knowledge / WORDS_FILE)
