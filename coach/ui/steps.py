"""What the buttons around a message ask for; left on the desk, done in the next run."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the form is shown before these are needed
    from coach.domain.results import Change

STEP = "reach.step"
"""Where a button leaves its step."""


@dataclass(frozen=True)
class WriteAgain:
    """Write it with another approach."""


@dataclass(frozen=True)
class GoTo:
    """Put another version on screen."""

    place: int


@dataclass(frozen=True)
class UseWording:
    """Make a change that was proposed for the text ``given``."""

    change: "Change"
    given: str


@dataclass(frozen=True)
class UseText:
    """Put a whole text on screen, as a new version."""

    subject: str
    body: str


@dataclass(frozen=True)
class PutAnswersIn:
    """Put the answers to the coach's questions into the message."""


Step = WriteAgain | GoTo | UseWording | UseText | PutAnswersIn
