"""Rehearses a talk (F6): with a counterpart who follows it, feedback on each turn, and a debrief."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.rehearsal import Debrief, Rehearsal, RehearsedTurn
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.rehearsal.library import load_persona, load_personas, load_scenario, load_scenarios
from coach.rehearsal.scene import Persona, Scenario
from coach.rehearsal.session import Session
from coach.review import Care, coach_asks_only, default_knowledge
from coach.review.safety import LEGAL_MEDICAL
from coach.use_cases.model_counterpart import ModelCounterpart
from coach.use_cases.played_by import talk_writer
from coach.use_cases.ports import Told
from coach.use_cases.safety import notice

LONGEST = 4_000
"""Characters of one turn; a speech of four minutes."""
MOST_TURNS = 200


@dataclass(frozen=True)
class Played:
    """A turn and, when it tells of distress or harm, the note that comes before everything else.

    ``turn`` is None where the rehearsal stops for that.
    """

    turn: RehearsedTurn | None
    care: str = ""


def scenarios() -> tuple[Scenario, ...]:
    """Every scenario, in the order in which a relationship meets them."""
    return load_scenarios(default_knowledge())


def personas() -> tuple[Persona, ...]:
    """Every persona, the easiest to win first."""
    return load_personas(default_knowledge())


def begin(scenario: str, persona: str = "", *, unaided: bool = False) -> Session:
    """Start a rehearsal.

    Args:
        scenario: its id.
        persona: its id; empty for the one the scenario is written for.
        unaided: whether feedback waits until the end.

    Raises:
        InputError: there is no such scenario or persona; the nearest is named.
    """
    knowledge = default_knowledge()
    chosen = load_scenario(knowledge, scenario)
    who = load_persona(knowledge, persona or chosen.persona)
    return Session(chosen, who, knowledge, unaided=unaided)


def say(
    session: Session,
    text: str,
    told: Told | None = None,
    *,
    anyway: bool = False,
    by: ModelCounterpart | None = None,
) -> Played:
    """Say the next turn.

    Distress and harm come first: the talk stops, with the note, until the mentee says that it is part
    of the rehearsal. Practising to set a boundary is what some scenarios are for, so there only a note
    is given. What tells of either is sent to no model.

    Args:
        session: the talk so far.
        text: what the mentee says.
        told: notices what is told in other words.
        anyway: whether the mentee said that it is part of the rehearsal.
        by: who finds the counterpart's words; None for the built-in counterpart.

    Raises:
        InputError: the turn is empty or far too long, or the talk is over.
    """
    said = " ".join(text.split())
    _check(session, said)
    care = notice(said, told)
    if care is not None and _stops(care, session) and not anyway:
        return Played(None, care.note)
    if care is not None:
        return Played(session.say(said, by.here if by is not None else None), care.said)
    return Played(session.say(said, by))


def looked_back(session: Session, style: Style = Style.MENTOR) -> Debrief:
    """The debrief; in coach style only what a coach may ask is in it."""
    found = session.debrief(style)
    if style is Style.MENTOR:
        return found
    kept = tuple(text for text in found.questions if coach_asks_only([text]).passed)
    return found.model_copy(update={"questions": kept})


def rehearsal_of(
    session: Session,
    style: Style = Style.MENTOR,
    care: str = "",
    day: datetime.date | None = None,
) -> Rehearsal:
    """The talk so far with its debrief; an unaided one gets its feedback now.

    Args:
        session: the talk.
        style: how the debrief speaks.
        care: the note that comes before everything else.
        day: when it was rehearsed, where that is worth keeping.
    """
    turns = tuple(
        turn.model_copy(update={"feedback": feedback})
        for turn, feedback in zip(session.turns, session.feedback(), strict=True)
    )
    return Rehearsal(
        scenario=session.scenario.id,
        persona=session.persona.id,
        care=care,
        day=day,
        unaided=session.unaided,
        person=session.likeness,
        opening=session.opening,
        turns=turns,
        debrief=looked_back(session, style),
        writer=talk_writer(session.turns),
    )


def play(
    scenario: str,
    turns: Sequence[str],
    persona: str = "",
    *,
    style: Style = Style.MENTOR,
    told: Told | None = None,
    unaided: bool = False,
    anyway: bool = False,
    by: ModelCounterpart | None = None,
) -> Rehearsal:
    """Play turns that are written already; what comes after the counterpart's goodbye is left out.

    Raises:
        InputError: as ``begin`` and ``say``, or there are no turns, or too many.
    """
    session = begin(scenario, persona, unaided=unaided)
    return go_on(session, turns, style=style, told=told, anyway=anyway, by=by)


def go_on(
    session: Session,
    turns: Sequence[str],
    *,
    style: Style = Style.MENTOR,
    told: Told | None = None,
    anyway: bool = False,
    by: ModelCounterpart | None = None,
) -> Rehearsal:
    """Play turns that are written already in a talk that has begun.

    Raises:
        InputError: as ``say``, or there are no turns, or too many.
    """
    if not turns:
        raise InputError("there are no turns", "Write what you say, a blank line between turns.")
    if len(turns) > MOST_TURNS:
        raise InputError(
            f"there are {len(turns)} turns; a talk has at most {MOST_TURNS}", "Play a part of it."
        )
    care = ""
    for text in turns:
        if session.ended:
            break
        played = say(session, text, told, anyway=anyway, by=by)
        care = care or played.care
        if played.turn is None:
            break
    return rehearsal_of(session, style, care)


def _check(session: Session, said: str) -> None:
    if session.ended:
        raise InputError("the talk is over", "Start it again, or try a turn again.")
    if not said:
        raise InputError("nothing was said", "Type what you would say next.")
    if len(said) > LONGEST:
        raise InputError(
            f"the turn has {len(said):,} characters; nobody listens to more than {LONGEST:,}",
            "Say the first part, and wait for the answer.",
        )


def _stops(care: Care, session: Session) -> bool:
    """Whether a talk stops: at harm of any kind, save where keeping a boundary is what is practised."""
    if not care.sure or care.check == LEGAL_MEDICAL:
        return False
    return care.check == "distress" or "boundary" not in session.scenario.id
