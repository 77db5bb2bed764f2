"""``coach rehearse``: practise a talk, turn by turn in the terminal, or from a file of turns."""

import datetime
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Unpack

import click

from coach.cli.input import read_text, run_batch
from coach.cli.model import model_option, print_writer, sent_option, services_with, typing
from coach.cli.output import as_json, heading, print_care, print_json
from coach.cli.rehearse_start import (
    EMPTY,
    FULL,
    Chosen,
    begun_by,
    manner_options,
    show_progress,
    started,
)
from coach.cli.rehearse_taken import FORMATS, check_place, deliver
from coach.domain.rehearsal import Debrief, Feedback, Rehearsal
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.rehearsal.session import Session
from coach.use_cases.model_counterpart import ModelCounterpart
from coach.use_cases.ports import Services
from coach.use_cases.rehearse import (
    go_on,
    personas,
    rehearsal_of,
    say,
    scenarios,
)

BETWEEN = re.compile(r"\n\s*\n")
HELP = "/back takes your last turn back · /end ends the talk · /help shows this"


@click.command()
@click.option("--scenario", help="Which talk; `coach rehearse --list` shows all.")
@click.option("--persona", default="", help="How the other one speaks; by default the scenario's.")
@click.option("--brief", help="Rehearse with a guess at the person of this brief (a file, or -).")
@manner_options
@click.option("--open", "opened", help="Go on with a rehearsal saved as .json.")
@click.option("--turns", help="Play the turns of a file (or -), a blank line between them.")
@click.option("--unaided", is_flag=True, help="Without feedback until the end.")
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.MENTOR.value,
    show_default=True,
    help="How the debrief speaks: mentor advises, coach only asks.",
)
@click.option("--list", "listed", is_flag=True, help="List scenarios and personas.")
@click.option("--anyway", is_flag=True, help="Go on although a turn seems to tell of harm.")
@model_option
@sent_option
@click.option(
    "--batch", help="JSON lines with `id`, `scenario` or `brief`, `turns`, perhaps `persona`."
)
@click.option(
    "--progress", multiple=True, help="Set saved rehearsals side by side; once for each file."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--out", help="Write to this file instead of the screen.")
def rehearse(
    turns: str | None,
    style: str,
    listed: bool,
    anyway: bool,
    batch: str | None,
    progress: tuple[str, ...],
    model: str | None,
    show_sent: bool,
    form: str,
    out: str | None,
    **chosen: Unpack[Chosen],
) -> None:
    """Rehearse a talk with a counterpart who answers, resists a little, and warms up."""
    if listed:
        _list(form)
        return
    if progress:
        show_progress(progress)
        return
    services = services_with(model)
    if batch is not None:
        run_batch(batch, lambda asked: _answer(asked, style, services))
        return
    check_place(form, out, played=turns is not None)
    session, care = started(chosen, services.told)
    if care and not anyway:
        print_care(care)
        raise InputError("nothing was rehearsed", "If it is not what this is about, add --anyway.")
    if turns is not None:
        found = go_on(
            session,
            _turns(read_text(turns)),
            style=Style(style),
            told=services.told,
            anyway=anyway,
            by=_player(services),
        )
    else:
        session = _talk(session, services, anyway=anyway, quiet=form != "text")
        found = rehearsal_of(session, Style(style), day=datetime.date.today())
    if services.model is not None:
        print_writer(found.writer, show_sent=show_sent, did="Played")
    if form == "text" and out is None:
        _show(found, talk=turns is not None)
    else:
        deliver(found, session, form, out)


def _player(services: Services, name: str = "") -> ModelCounterpart | None:
    """The model that finds the counterpart's words; none where the built-in counterpart plays alone."""
    if services.model is None:
        return None
    return (
        ModelCounterpart(services.model, typing(name)) if name else ModelCounterpart(services.model)
    )


def _turns(text: str) -> list[str]:
    return [turn for turn in (part.strip() for part in BETWEEN.split(text)) if turn]


def _answer(asked: Mapping[str, object], style: str, services: Services) -> Mapping[str, object]:
    given = asked.get("turns")
    if not isinstance(given, list) or not all(isinstance(turn, str) for turn in given):
        raise InputError("`turns` is not a list of texts", 'Write `"turns": ["…", "…"]`.')
    wanted = str(asked.get("style") or style)
    if wanted not in list(Style):
        raise InputError(f"`style` is {wanted!r}", "Give mentor or coach.")
    return as_json(
        go_on(
            begun_by(asked),
            given,
            style=Style(wanted),
            told=services.told,
            anyway=asked.get("anyway") is True,
            by=_player(services),
        )
    )


def _list(form: str) -> None:
    if form == "json":
        print_json(
            {
                "scenarios": [
                    {"id": one.id, "title": one.title, "minutes": one.minutes}
                    for one in scenarios()
                ],
                "personas": [
                    {"id": one.id, "name": one.name, "manner": one.manner} for one in personas()
                ],
            }
        )
        return
    heading("Scenarios")
    for scene in scenarios():
        click.echo(f"{scene.id:<32} {scene.title} ({scene.minutes} minutes)")
    heading("Personas")
    for one in personas():
        click.echo(f"{one.id:<32} {one.manner}")


def _talk(session: Session, services: Services, *, anyway: bool, quiet: bool) -> Session:
    """Talk until somebody says goodbye; what was said is never lost by a wrong key."""
    scene, by = session.scenario, _player(services, session.scenario.counterpart.name)
    _say(f"{scene.title} · {scene.minutes} minutes · {session.persona.name}", bold=True)
    _say(f"\n{scene.setting}\n\n{scene.you}\n\n{HELP}\n")
    if session.opening:
        _say(f"{scene.counterpart.name}: {session.opening}")
    while not session.ended:
        try:
            typed = click.prompt(
                "You", prompt_suffix=": ", default="", show_default=False, err=True
            )
        except (click.Abort, EOFError):
            break
        if typed.strip() == "/end":
            break
        if typed.strip() == "/back" and session.turns:
            session = session.again_from(len(session.turns) - 1)
            _say("Your last turn is taken back. Say it another way.")
            continue
        if not typed.strip() or typed.strip().startswith("/"):
            _say(HELP)
            continue
        played = say(session, typed, services.told, anyway=anyway, by=by)
        if played.care:
            _say(f"\n{played.care}\n", bold=True)
        if played.turn is None:
            break
        _say(f"{scene.counterpart.name}: {played.turn.counterpart}")
        if played.turn.feedback is not None and not quiet:
            _show_feedback(played.turn.feedback)
    return session


def _say(text: str, *, bold: bool = False) -> None:
    click.secho(text, bold=bold, err=not sys.stdout.isatty())


def _show_feedback(feedback: Feedback) -> None:
    for worked in feedback.worked:
        click.secho(f"  ✓ “{worked.quote}”  {worked.why}", fg="green")
    if feedback.try_next is not None:
        click.secho(f"  → {feedback.try_next.what}", fg="yellow")
        if feedback.try_next.example:
            click.echo(f"    “{feedback.try_next.example}”")


def _show(found: Rehearsal, *, talk: bool) -> None:
    """The look back, with the talk itself where it was not seen as it went on."""
    if found.care and talk:
        click.secho(f"{found.care}\n", bold=True)
    for turn in found.turns if talk else ():
        click.echo(f"You: {turn.mentee}")
        click.echo(f"They: {turn.counterpart}")
        if turn.feedback is not None:
            _show_feedback(turn.feedback)
        click.echo("")
    _show_debrief(found.debrief)


def _show_debrief(debrief: Debrief) -> None:
    heading("Looking back")
    for side in debrief.dimensions:
        dots = FULL * side.rating + EMPTY * (3 - side.rating)
        click.echo(f"{dots}  {side.id:<12} {side.reason}")
        for words in side.evidence:
            click.echo(f"      “{words}”")
    click.echo(
        f"\nYou said {debrief.talk_share:.0%} of the words, with {debrief.open_questions} open and "
        f"{debrief.closed_questions} closed questions."
    )
    _line("What came of it", [debrief.outcome])
    _line("What they may have been thinking", [debrief.thinking])
    _line("Keep", debrief.keep)
    _line("Change one thing", [debrief.change])
    _line("A line to try", [f"“{debrief.line}”" if debrief.line else ""])
    _line("Questions for you", debrief.questions)


def _line(title: str, texts: Sequence[str]) -> None:
    told = [text for text in texts if text]
    if told:
        heading(title)
        for text in told:
            click.echo(text)
