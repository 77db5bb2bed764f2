"""Keeps rehearsals as files of the mentee's own, takes them up again, and sets those of one talk side by side."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from coach.domain.rehearsal import SIDE_NAMES, DimensionId, Rehearsal
from coach.errors import InputError
from coach.rehearsal.session import Session
from coach.use_cases.rehearse import LONGEST, MOST_TURNS, begin
from coach.use_cases.rehearse_person import begin_with

MOST_BYTES = 2_000_000
MOST_BESIDE = 6
"""Rehearsals of one talk that are set side by side; the latest ones."""
_FIX = "Open a .json file that was saved on Rehearse, or made by `coach rehearse --format json`."


@dataclass(frozen=True)
class Beside:
    """Rehearsals of one talk, oldest first.

    Attributes:
        scenario: the id of the talk.
        days: when each was; None where that is not known.
        sides: how each side was rated in each of them, 0 to 3; None where a file does not say.
        shares: the mentee's share of the words, 0 to 1.
        open_questions: how many open questions the mentee asked.
    """

    scenario: str
    days: tuple[datetime.date | None, ...]
    sides: Mapping[DimensionId, tuple[int | None, ...]]
    shares: tuple[float, ...]
    open_questions: tuple[int, ...]


def saved(found: Rehearsal) -> bytes:
    """The rehearsal as a file that can be opened again; the same as the JSON of the command."""
    return (found.model_dump_json(by_alias=True, indent=2) + "\n").encode()


def read_rehearsal(data: bytes, name: str) -> Rehearsal:
    """Read a saved rehearsal.

    Args:
        data: the file's bytes.
        name: what the file is called in errors.

    Raises:
        InputError: it is too large, or no rehearsal.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: larger than {MOST_BYTES:,} bytes", _FIX)
    try:
        found = Rehearsal.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = f", at '{place}'" if place else ""
        raise InputError(f"{name}: this is not a saved rehearsal{wrong}", _FIX) from error
    if len(found.turns) > MOST_TURNS or any(
        not 0 < len(turn.mentee.strip()) <= LONGEST or len(turn.counterpart) > LONGEST
        for turn in found.turns
    ):
        raise InputError(f"{name}: a turn is empty or far too long, or there are too many", _FIX)
    return found


def taken_up(found: Rehearsal) -> Session:
    """The talk of a saved rehearsal as it stood, so that it can go on or be looked back on.

    Raises:
        InputError: its scenario or persona is not known.
    """
    if found.person is not None:
        session = begin_with(found.person, found.scenario, unaided=found.unaided)
    else:
        session = begin(found.scenario, found.persona, unaided=found.unaided)
    session.follow(found.turns)
    return session


def beside(rehearsals: Iterable[Rehearsal], scenario: str) -> Beside:
    """Set the latest rehearsals of one talk side by side; those without a turn are left out."""
    same = [one for one in rehearsals if one.scenario == scenario and one.turns][-MOST_BESIDE:]
    rated = [{side.id: side.rating for side in one.debrief.dimensions} for one in same]
    return Beside(
        scenario=scenario,
        days=tuple(one.day for one in same),
        sides={side: tuple(one.get(side) for one in rated) for side in SIDE_NAMES},
        shares=tuple(one.debrief.talk_share for one in same),
        open_questions=tuple(one.debrief.open_questions for one in same),
    )


def by_day(rehearsals: Sequence[Rehearsal]) -> list[Rehearsal]:
    """Oldest first; those of the same day, or of none, stay in the order given."""
    return sorted(rehearsals, key=lambda one: one.day or datetime.date.min)
