"""``coach draft``: a message, an agenda or reflection questions from a brief."""

import json
import shlex
import sys
from collections.abc import Mapping

import click

from coach.cli.formats import FORMATS, Taken, check_batch, check_format, take
from coach.cli.input import brief_value, load_brief, run_batch, write_out
from coach.cli.model import (
    model_option,
    print_writer,
    sent_option,
    services_with,
    watching,
)
from coach.cli.output import (
    as_json,
    print_findings,
    print_guidance,
    print_questions,
)
from coach.domain.brief import AnyBrief
from coach.domain.results import AnyDraft, OutreachDraft
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.export.text import to_text
from coach.review.safety import IDS
from coach.use_cases.checked import Watch, unwatched
from coach.use_cases.draft import draft as write_draft
from coach.use_cases.ports import Services
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.safety import is_withheld
from coach.use_cases.ways import different, only

MOST_VARIANTS = 9


@click.command()
@click.argument("brief", required=False)
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    help="Overrides the brief's style.",
)
@model_option
@click.option(
    "--variants",
    type=click.IntRange(1, MOST_VARIANTS),
    default=1,
    show_default=True,
    help="How many approaches to write.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
)
@click.option("--out", help="Write to this file instead of the screen.")
@click.option("--zone", help="Time zone of the meeting for ics, such as Europe/London.")
@click.option(
    "--anyway",
    is_flag=True,
    help="Write what was withheld because the brief seems to tell of harm.",
)
@sent_option
@click.option("--batch", help="JSON lines with `id` and `brief`, from a file or -.")
def draft(
    brief: str | None,
    style: str | None,
    model: str | None,
    variants: int,
    form: str,
    out: str | None,
    zone: str | None,
    anyway: bool,
    show_sent: bool,
    batch: str | None,
) -> None:
    """Write what BRIEF (a YAML or JSON file, or -) asks for."""
    built = services_with(model)
    if batch is not None:
        check_batch(form, out)
        run_batch(batch, lambda asked: _answer(asked, style, variants, built))
        return
    if brief is None:
        raise InputError(
            "no brief was given",
            "Run `coach example outreach > brief.yaml`, fill it in, and give it.",
        )
    asked = _restyled(load_brief(brief), style)
    check_format(form, asked, variants, out, zone)
    drafts = _write(asked, variants, built, anyway=anyway, watch=watching())
    for found in drafts:
        print_writer(found.writer, show_sent=show_sent)
    if len(drafts) < variants and not is_withheld(drafts[0]):
        click.echo(only(len(drafts)), err=True)
    if is_withheld(drafts[0]):
        drafts = drafts[:1]
    if form == "text" and out is None:
        _show(drafts)
        _offer_interview(brief, drafts[0])
    elif form == "json":
        _deliver(
            Taken((json.dumps(_json(drafts), ensure_ascii=False, indent=2) + "\n").encode()), out
        )
    else:
        if is_withheld(drafts[0]):
            _show_care(drafts[0])
            raise InputError(
                f"nothing was written, so there is nothing to put into {form}",
                "Read the note above; --format json gives it too.",
            )
        _deliver(take(drafts, asked, form, zone), out)


def _deliver(taken: Taken, out: str | None) -> None:
    """Write to the file, or to whatever the output goes into."""
    kept = None
    if out is None:
        click.echo(taken.data, nl=False)
    else:
        kept = write_out(taken.data, out)
        click.echo(f"Written to {out}", err=True)
    if taken.note:
        click.echo(taken.note, err=True)
    if kept is not None:
        click.echo(f"What was there before is kept as {kept.name}", err=True)


def _offer_interview(brief: str, found: AnyDraft) -> None:
    """In coach style, tell a person at a terminal how to be asked one thing at a time."""
    asked = isinstance(found, OutreachDraft) and found.style is Style.COACH and found.questions
    if asked and brief != "-" and sys.stdout.isatty():
        click.echo(f"\nOne question at a time: coach interview --brief {shlex.quote(brief)}")


def _answer(
    asked: Mapping[str, object], style: str | None, variants: int, built: Services
) -> Mapping[str, object]:
    given = asked.get("style", style)
    brief = _restyled(brief_value(asked.get("brief")), None if given is None else str(given))
    return _json(_write(brief, variants, built, anyway=asked.get("anyway") is True))


def _restyled(brief: AnyBrief, style: str | None) -> AnyBrief:
    """The brief with another style, checked like any other value."""
    if style is None:
        return brief
    return brief_from_mapping({**brief.model_dump(mode="json"), "style": style})


def _write(
    brief: AnyBrief,
    variants: int,
    built: Services,
    *,
    anyway: bool = False,
    watch: Watch = unwatched,
) -> list[AnyDraft]:
    """The drafts asked for, without repeats: a short brief can only be put in so many ways."""
    return different(
        write_draft(brief, built, variant=number, anyway=anyway, watch=watch)
        for number in range(variants)
    )


def _json(drafts: list[AnyDraft]) -> dict[str, object]:
    return as_json(drafts[0]) if len(drafts) == 1 else {"variants": [as_json(d) for d in drafts]}


def _show_care(found: AnyDraft) -> None:
    """The note before everything else; what is safe to go on with when nothing was written."""
    if not found.care:
        return
    click.secho(found.care, bold=True)
    click.echo("")
    for finding in found.findings:
        if finding.check in IDS:
            click.echo(f"{finding.fix}\n")
    if is_withheld(found):
        click.echo(found.questions[0])
        click.echo("\nIf you would like it written all the same: add --anyway.")


def _show(drafts: list[AnyDraft]) -> None:
    _show_care(drafts[0])
    if is_withheld(drafts[0]):
        return
    for number, found in enumerate(drafts):
        if number:
            click.echo("\n" + "─" * 60 + "\n")
        click.echo(to_text(found))
        print_questions(found.questions)
        print_findings(found.findings)
    print_guidance(drafts[0].guidance)
