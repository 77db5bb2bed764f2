"""The files of ``coach rehearse``: JSON that can be opened again, Markdown, Word."""

import json
import sys

import click

from coach.cli.input import write_out
from coach.cli.output import as_json
from coach.domain.rehearsal import Rehearsal
from coach.errors import InputError
from coach.export.rehearsal import rehearsal_markdown
from coach.rehearsal.session import Session
from coach.use_cases.rehearse_person import the_guess

FORMATS = ("text", "json", "md", "docx")


def check_place(form: str, out: str | None, *, played: bool) -> None:
    """Refuse, before the talk, what could not be delivered after it.

    Raises:
        InputError: with what to do instead.
    """
    if out is not None and form == "text":
        raise InputError("--out needs a format of a file", "Add --format md, docx or json.")
    if form == "docx" and out is None and (sys.stdout.isatty() or not played):
        raise InputError("a Word file cannot be shown on a terminal", "Add --out rehearsal.docx.")


def deliver(found: Rehearsal, session: Session, form: str, out: str | None) -> None:
    """Write to the file, or to whatever the output goes into."""
    data = _bytes(found, session, form)
    if out is None:
        click.echo(data, nl=False)
        return
    kept = write_out(data, out)
    click.echo(f"Written to {out}", err=True)
    if kept is not None:
        click.echo(f"What was there before is kept as {kept.name}", err=True)


def _bytes(found: Rehearsal, session: Session, form: str) -> bytes:
    if form == "json":
        return (json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n").encode()
    scene = session.scenario
    note = the_guess() if session.likeness is not None else ""
    if form == "md":
        return rehearsal_markdown(found, scene.title, scene.counterpart.name, note).encode()
    from coach.export.rehearsal_word import rehearsal_docx

    return rehearsal_docx(found, scene.title, scene.counterpart.name, note)
