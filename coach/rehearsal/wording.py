"""Reads what is said of a rehearsed turn and talk from ``knowledge/wording/rehearsal.yaml``."""

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach.domain.rehearsal import TO_WORK_ON, DimensionId, Move
from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError

REHEARSAL_FILE = Path("wording") / "rehearsal.yaml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Praise(_Part):
    """Why a move worked, in several wordings, and the card it rests on."""

    card: str
    why: tuple[str, ...]


class Advice(_Part):
    """What to try, in several wordings, with examples in the mentee's voice, and the card.

    ``between`` are the examples for a talk that settles something between the two, such as a limit or an
    end, and does not ask for what the other knows; without them, the others do there too.
    """

    card: str
    what: tuple[str, ...]
    example: tuple[str, ...]
    between: tuple[str, ...] = ()


class Side(_Part):
    """One dimension: the reason for each rating from 0 to 3, the next step, the coach's question.

    ``none`` is the reason where there was nothing for it and nothing against it, ``mixed`` the one
    for a low rating where there was both. ``bare`` and ``crowded`` are added where turns were too
    short, or too long.
    """

    card: str
    none: str
    mixed: str
    reasons: tuple[str, str, str, str]
    next: str
    question: str
    bare: str = ""
    crowded: str = ""


class Brief(_Part):
    """What is said of a talk that has hardly begun."""

    reason: str
    next: str
    thinking: str
    change: str
    question: str


class CoachQuestions(_Part):
    """What a coach asks of the talk as a whole."""

    worked: str
    fault: str
    start: str
    again: str
    end: str


class Outcome(_Part):
    """What came of the talk: a yes, with their words or without; none yet; or the wish taken back."""

    quoted: str
    granted: str
    open: str
    taken_back: str = Field(alias="taken-back")


class DebriefWords(_Part):
    """The words of the debrief.

    ``share`` is for a good talk in which the other had little room, ``all_well`` for one without a weak side.
    """

    brief: Brief
    dimensions: dict[DimensionId, Side]
    thinking: dict[str, str]
    keep: str
    nothing: str
    share: str
    all_well: str = Field(alias="all-well")
    outcome: Outcome
    coach: CoachQuestions


STRETCHES = frozenset(
    "never-asks no-next-step gives-way take-up open-it ask-one make-it-a-step give-a-day say-what-for "
    "say-more hands-over name-a-step show-a-result ease-off".split()
)
"""What may be tried where no move has to be changed; the first three, and the last, are faults of the talk."""


class RehearsalWords(_Part):
    """Everything in the file; ``tries`` are by the move to change or by a stretch's name."""

    worked: dict[Move, Praise]
    tries: dict[str, Advice]
    debrief: DebriefWords


@lru_cache(maxsize=4)
def load_words(knowledge: Path) -> RehearsalWords:
    """Read the file.

    Raises:
        KnowledgeError: it is missing or wrong, or a move to work on has no advice.
    """
    path = knowledge / REHEARSAL_FILE
    data = load_mapping(path)
    data["tries"] = data.pop("try", None)
    try:
        words = RehearsalWords.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]).replace("tries", "try", 1)
        raise KnowledgeError(f"{path}: '{place}': {first['msg']}", f"Correct '{place}'.") from None
    wanted = {move.value for move in TO_WORK_ON} | STRETCHES
    missing = sorted(wanted ^ set(words.tries))
    if missing:
        raise KnowledgeError(f"{path}: try: '{missing[0]}' is missing or unknown", "Correct it.")
    return words
