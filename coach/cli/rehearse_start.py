"""How ``coach rehearse`` begins: with a scene, with a guess at the person of a brief, or where a saved talk ended."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from coach.cli.input import brief_value, load_brief, read_text
from coach.cli.output import heading
from coach.domain.brief import AnyBrief
from coach.domain.likeness import Formality, Manner, Time, Warmth
from coach.domain.rehearsal import SIDE_NAMES
from coach.errors import InputError
from coach.rehearsal.session import Session
from coach.use_cases.ports import Told
from coach.use_cases.rehearsals_kept import Beside, beside, by_day, read_rehearsal, taken_up
from coach.use_cases.rehearse import begin
from coach.use_cases.rehearse_person import (
    begin_with,
    care_before,
    likeness_of,
    proposed,
    the_guess,
    to_tick,
)

_Command = TypeVar("_Command", bound=Callable[..., Any])
FULL, EMPTY = "●", "○"


class Chosen(TypedDict):
    """What the command is given to begin with."""

    scenario: str | None
    persona: str
    brief: str | None
    time: str | None
    formality: str | None
    warmth: str | None
    opened: str | None
    unaided: bool


def manner_options(command: _Command) -> _Command:
    """What is chosen of the person of a brief; nothing of it is guessed."""
    told = (
        ("--time", Time, "With --brief: how much time they have."),
        ("--formality", Formality, "With --brief: how formal you expect it to be."),
        ("--warmth", Warmth, "With --brief: how it has been between you so far."),
    )
    for name, values, text in reversed(told):
        choice = click.Choice([value.value for value in values])
        command = click.option(name, type=choice, help=text)(command)
    return command


def started(chosen: Chosen, told: Told | None) -> tuple[Session, str]:
    """The talk that was asked for, and the note if its brief tells of harm.

    Raises:
        InputError: nothing was chosen, or things that do not go together.
    """
    _check(chosen)
    if chosen["opened"]:
        name = chosen["opened"]
        return taken_up(read_rehearsal(read_text(name).encode(), name)), ""
    if chosen["brief"]:
        brief = load_brief(chosen["brief"])
        session = _with_person(brief, chosen["scenario"], _manner(chosen), chosen["unaided"])
        _tell(brief)
        return session, care_before(brief, told)
    if not chosen["scenario"]:
        raise InputError(
            "no scenario was given",
            "`coach rehearse --list` shows them; with --brief FILE one is proposed.",
        )
    return begin(chosen["scenario"], chosen["persona"], unaided=chosen["unaided"]), ""


def _check(chosen: Chosen) -> None:
    """Refuse what does not go together, before anything begins."""
    if chosen["opened"] and (chosen["brief"] or chosen["scenario"] or chosen["persona"]):
        raise InputError(
            "--open goes on with a talk that has its scenario and its person",
            "Leave --brief, --scenario and --persona out.",
        )
    if chosen["brief"] and chosen["persona"]:
        raise InputError(
            "--persona and --brief were both given, and a talk has one counterpart",
            "Leave --persona out, and choose with --time, --formality and --warmth.",
        )
    if not chosen["brief"] and (chosen["time"] or chosen["formality"] or chosen["warmth"]):
        raise InputError(
            "--time, --formality and --warmth are for the person of a brief",
            "Add --brief FILE; a scenario's people are chosen with --persona.",
        )


def _manner(chosen: Chosen) -> Manner:
    given = {name: chosen[name] for name in ("time", "formality", "warmth") if chosen[name]}
    return Manner.model_validate(given)


def _with_person(brief: AnyBrief, scenario: str | None, manner: Manner, unaided: bool) -> Session:
    likeness = likeness_of(brief, manner)
    return begin_with(likeness, scenario or proposed(brief), unaided=unaided)


def _tell(brief: AnyBrief) -> None:
    """What the mentee wants to have said, to be ticked off on paper or in the head."""
    if told := to_tick(brief):
        heading("What you wanted to bring up", err=True)
        for text in told:
            click.echo(f"☐ {text}", err=True)
    click.echo(f"\n{the_guess()}\n", err=True)


def begun_by(asked: Mapping[str, object]) -> Session:
    """The talk of one line of a batch.

    Raises:
        InputError: it names neither a scenario nor a brief.
    """
    scenario, persona = asked.get("scenario"), str(asked.get("persona") or "")
    unaided = asked.get("unaided") is True
    if "brief" in asked:
        named = str(scenario) if scenario else None
        return _with_person(brief_value(asked["brief"]), named, Manner(), unaided)
    if not isinstance(scenario, str):
        raise InputError(
            "`scenario` is missing or not a text", 'Give {"id": …, "scenario": "…"} or a `brief`.'
        )
    return begin(scenario, persona, unaided=unaided)


def show_progress(files: tuple[str, ...]) -> None:
    """Saved rehearsals of one talk side by side.

    Raises:
        InputError: a file is no rehearsal, or they are of different talks.
    """
    found = by_day([read_rehearsal(read_text(name).encode(), Path(name).name) for name in files])
    kinds = sorted({one.scenario for one in found})
    if len(kinds) > 1:
        raise InputError(
            f"these are of different talks: {', '.join(kinds)}", "Give those of one talk."
        )
    _print_beside(beside(found, kinds[0]))


def _print_beside(told: Beside) -> None:
    heading(told.scenario)
    click.echo(f"{'':<16}" + "".join(f"{day.isoformat() if day else '–':<12}" for day in told.days))
    for side, ratings in told.sides.items():
        dots = (
            "–" if rating is None else FULL * rating + EMPTY * (3 - rating) for rating in ratings
        )
        click.echo(f"{SIDE_NAMES[side]:<16}" + "".join(f"{one:<12}" for one in dots))
    click.echo(f"{'Your share':<16}" + "".join(f"{share:<12.0%}" for share in told.shares))
    click.echo(f"{'Open questions':<16}" + "".join(f"{n:<12}" for n in told.open_questions))
