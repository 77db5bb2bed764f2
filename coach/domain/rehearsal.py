"""Rehearsing a talk: what a mentee does in a turn, what is said of it, and how the whole went."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from coach.domain.likeness import Likeness
from coach.domain.results import Result, WriterInfo


class Move(StrEnum):
    """What a mentee does in a turn; the last seven are what to work on."""

    THANKS = "thanks"
    CONTEXT = "context"
    CONNECTION = "connection"
    SPECIFIC_QUESTION = "specific-question"
    OPEN_QUESTION = "open-question"
    CLOSED_QUESTION = "closed-question"
    REFLECTS = "reflects"
    SHARES_PROGRESS = "shares-progress"
    ASKS_FEEDBACK = "asks-feedback"
    PROPOSES_NEXT_STEP = "proposes-next-step"
    RESPECTS_TIME = "respects-time"
    OFFERS_BACK = "offers-back"
    ADVOCACY_ASK = "advocacy-ask"
    EVIDENCE_OF_IMPACT = "evidence-of-impact"
    SETS_BOUNDARY = "sets-boundary"
    VAGUE_ASK = "vague-ask"
    OVER_APOLOGY = "over-apology"
    MONOLOGUE = "monologue"
    JOB_ASK = "job-ask"
    DEFENSIVE = "defensive"
    FLATTERY = "flattery"
    IGNORES_QUESTION = "ignores-question"


TO_WORK_ON = frozenset(
    {
        Move.VAGUE_ASK,
        Move.OVER_APOLOGY,
        Move.MONOLOGUE,
        Move.JOB_ASK,
        Move.DEFENSIVE,
        Move.FLATTERY,
        Move.IGNORES_QUESTION,
    }
)
"""Moves that a feedback names in order to change them."""
DimensionId = Literal[
    "purpose", "specificity", "listening", "questions", "ownership", "respect", "next-steps"
]
SIDE_NAMES: Mapping[DimensionId, str] = {
    "purpose": "Purpose",
    "specificity": "Being specific",
    "listening": "Listening",
    "questions": "Questions",
    "ownership": "Ownership",
    "respect": "Respect",
    "next-steps": "Next steps",
}
"""What people call the sides of a talk, in the order in which they are told."""


class Worked(Result):
    """One thing that worked: the mentee's exact words, why they did, and the card it rests on."""

    quote: str
    why: str
    card: str = ""


class TryNext(Result):
    """One thing to try: what, an example in the mentee's own voice, and the card it rests on."""

    what: str
    example: str = ""
    card: str = ""


class Feedback(Result):
    """What is said of one turn: at most one thing that worked and one to try."""

    moves: tuple[Move, ...] = ()
    worked: tuple[Worked, ...] = ()
    try_next: TryNext | None = None


class SpokenLine(Result):
    """What the counterpart says in one turn, and who found the words."""

    text: str
    writer: WriterInfo = Field(default_factory=WriterInfo)


class RehearsedTurn(Result):
    """One exchange: what the mentee said, what the counterpart answered, and the feedback.

    ``unaided`` turns have no feedback until the end. ``writer`` tells who found the counterpart's words;
    of a whole talk it is summed up in ``Rehearsal.writer``, and it is not in the JSON.
    """

    mentee: str
    counterpart: str
    feedback: Feedback | None = None
    writer: WriterInfo = Field(default_factory=WriterInfo, exclude=True)


class Dimension(Result):
    """One side of the talk, rated from 0 to 3, with the words it rests on and a next step."""

    id: DimensionId
    rating: int = Field(ge=0, le=3)
    reason: str
    evidence: tuple[str, ...] = ()
    next_step: str = ""


class Debrief(Result):
    """How a whole talk went. ``talk_share`` is the mentee's share of the words, 0 to 1.

    ``thinking`` is what the counterpart was likely thinking; ``keep``, ``change`` and ``line`` are two things to keep,
    one to change and a line to try. In coach style these are empty, and ``questions`` ask instead. ``outcome``
    says in both styles whether the mentee got what the talk turned on; empty where that is not known.
    """

    dimensions: tuple[Dimension, ...]
    talk_share: float
    open_questions: int
    closed_questions: int
    outcome: str = ""
    thinking: str = ""
    keep: tuple[str, ...] = ()
    change: str = ""
    line: str = ""
    questions: tuple[str, ...] = ()


class Rehearsal(Result):
    """A rehearsed talk and its debrief. ``care`` comes before everything else.

    Attributes:
        day: when it was rehearsed; None where it was only played from a file.
        person: the person of the mentee's own who was rehearsed with, if one was.
        opening: the counterpart's first line; empty where the mentee began.
    """

    scenario: str
    persona: str
    care: str = ""
    day: datetime.date | None = None
    unaided: bool = False
    person: Likeness | None = None
    opening: str = ""
    turns: tuple[RehearsedTurn, ...]
    debrief: Debrief
    writer: WriterInfo = Field(default_factory=WriterInfo)
