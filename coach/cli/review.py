"""``coach review``: a critique of the mentee's own message."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

from coach.cli.input import brief_value, load_brief, read_text, run_batch, text_field
from coach.cli.model import model_option, print_writer, sent_option, settings_with
from coach.cli.output import (
    as_json,
    heading,
    one_line,
    print_care,
    print_findings,
    print_json,
    print_strengths,
)
from coach.domain.results import Review
from coach.domain.vocabulary import Channel, Purpose, Severity
from coach.errors import InputError
from coach.use_cases.ports import Services
from coach.use_cases.review import review as review_text
from coach.use_cases.safety import is_withheld
from coach.wiring import build

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_LINE = 400
"""Letters of a change that are shown; longer than any sentence a person should send."""


@click.command()
@click.argument("text", required=False)
@click.option("--brief", help="What is known about the two people (a brief of kind outreach).")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]))
@click.option("--purpose", type=click.Choice([purpose.value for purpose in Purpose]))
@click.option("--strict", is_flag=True, help="Exit with 1 when a must check fails.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option(
    "--anyway",
    is_flag=True,
    help="Review what was withheld because the text seems to tell of harm.",
)
@model_option
@sent_option
@click.option("--batch", help="JSON lines with `id` and `text`, from a file or -.")
@click.pass_context
def review(
    ctx: click.Context,
    text: str | None,
    brief: str | None,
    channel: str | None,
    purpose: str | None,
    strict: bool,
    form: str,
    anyway: bool,
    model: str | None,
    show_sent: bool,
    batch: str | None,
) -> None:
    """Review TEXT: a file, - for standard input, or the message itself in quotes."""
    services = build(settings_with(model))
    if batch is not None:
        run_batch(batch, lambda asked: _answer(asked, channel, purpose, services, anyway=anyway))
        return
    if text is None:
        raise InputError(
            "no text was given", "Give a file, - for standard input, or the message in quotes."
        )
    found = review_text(
        _message(text),
        brief=load_brief(brief) if brief else None,
        channel=Channel(channel) if channel else None,
        purpose=Purpose(purpose) if purpose else None,
        cards=services.cards,
        alike=services.alike,
        second=services.second,
        told=services.told,
        model=services.model,
        anyway=anyway,
    )
    print_writer(found.writer, show_sent=show_sent)
    if form == "json":
        print_json(as_json(found))
    else:
        _show(found)
    if strict and any(f.severity is Severity.MUST and not f.passed for f in found.findings):
        ctx.exit(1)


def _message(given: str) -> str:
    """A file's text, standard input, or the argument itself when it reads like a message."""
    if given == "-":
        return read_text("-")
    if not given.strip():
        return given
    looks_typed = "\n" in given or len(given.split()) > 3
    if looks_typed and (len(given) > 200 or not Path(given).exists()):
        return given
    return read_text(given)


def _answer(
    asked: Mapping[str, object],
    channel: str | None,
    purpose: str | None,
    services: Services,
    *,
    anyway: bool,
) -> Mapping[str, object]:
    brief = asked.get("brief")
    found = review_text(
        text_field(asked, "text"),
        brief=brief_value(brief) if brief is not None else None,
        channel=_choice(Channel, asked.get("channel") or channel, "channel"),
        purpose=_choice(Purpose, asked.get("purpose") or purpose, "purpose"),
        cards=services.cards,
        alike=services.alike,
        second=services.second,
        told=services.told,
        model=services.model,
        anyway=anyway or asked.get("anyway") is True,
    )
    return as_json(found)


def _choice(kind: type[Choice], value: object, name: str) -> Choice | None:
    if value is None:
        return None
    try:
        return kind(str(value))
    except ValueError as error:
        known = ", ".join(member.value for member in kind)
        raise InputError(
            f"`{name}` is “{value}”, which is not one of the choices", f"Use one of {known}."
        ) from error


def _show(found: Review) -> None:
    """First what to do and what to keep, then what is in the way, then the changes."""
    print_care(found.care)
    if is_withheld(found):
        click.echo(found.verdict)
        click.echo("\nIf you would like it reviewed all the same: add --anyway.")
        return
    click.secho(found.verdict, bold=True)
    print_strengths(found.strengths)
    print_findings(
        found.findings, "What your reader may stumble over" if _failed(found) else "Checks"
    )
    if not found.changes:
        return
    heading("Proposed changes")
    for change in found.changes:
        if change.before.strip():
            click.secho(f"- {one_line(change.before, LONGEST_LINE)}", fg="red")
        if change.after.strip():
            click.secho(f"+ {one_line(change.after, LONGEST_LINE)}", fg="green")
        click.echo(f"    {change.why}")
    heading("With these changes")
    if found.improved.subject:
        click.echo(f"Subject: {found.improved.subject}\n")
    click.echo(found.improved.body.rstrip())
    click.echo(f"\nYou keep {found.own_words_kept:.0%} of your words.")


def _failed(found: Review) -> bool:
    return any(not finding.passed for finding in found.findings)
