"""What the buttons around a message ask for; left on the desk, done in the next run."""

from dataclasses import dataclass

STEP = "reach.step"
"""Where a button leaves its step."""


@dataclass(frozen=True)
class BringOwn:
    """Begin with a text the person brings along."""


@dataclass(frozen=True)
class WriteAgain:
    """Write it with another approach."""


@dataclass(frozen=True)
class GoTo:
    """Put another version on screen."""

    place: int


@dataclass(frozen=True)
class UseWording:
    """Put other words in the place of some; with nothing before, add them.

    ``check`` says what the change is for, and so where it belongs.
    """

    check: str
    before: str
    after: str


@dataclass(frozen=True)
class UseText:
    """Put a whole text on screen, as a new version."""

    subject: str
    body: str


@dataclass(frozen=True)
class PutAnswersIn:
    """Put the answers to the coach's questions into the message."""


Step = BringOwn | WriteAgain | GoTo | UseWording | UseText | PutAnswersIn
