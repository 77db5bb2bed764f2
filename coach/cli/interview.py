"""``coach interview``: one question at a time; the message grows from the answers."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

import click

from coach.cli.input import read_text
from coach.cli.output import print_json
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import CoachError, InputError, StorageError
from coach.use_cases.interview import Interview, begin
from coach.use_cases.read_brief import parse_unfinished
from coach.writing.interview import Growth, Question

FILE = "interview"
HELP = "Enter skips · ? shows an example · back · done"


class Stopped(Exception):  # noqa: N818 - not an error: the person has had enough
    """The answers have come to an end."""


@click.command()
@click.option("--purpose", type=click.Choice([purpose.value for purpose in Purpose]))
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]))
@click.option("--brief", help="Start from what this brief (YAML or JSON) already says.")
@click.option("--out", help="Where to save the brief; interview.yaml or the next free name.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def interview(
    purpose: str | None, channel: str | None, brief: str | None, out: str | None, form: str
) -> None:
    """Write a message by answering one question at a time, in your own words.

    Answers can also be piped in, one a line.
    """
    if brief == "-":
        raise InputError(
            "--brief -: the answers are read from standard input", "Give the brief as a file."
        )
    known = parse_unfinished(read_text(brief), brief) if brief else None
    place = _place(out, brief)
    screen = Screen(sys.stdin.buffer, to_errors=form == "json")
    started = begin(known, purpose=purpose, channel=channel)
    ended, interrupted = _ask_all(started, screen, place)
    grown = ended.growth()
    screen.say()
    if ended.replies or out:
        _save(ended, place)
        what = "Saved what you typed to" if interrupted else "Your brief is saved to"
        screen.say(f"{what} {place}")
        if interrupted:
            screen.say(f"Go on with: coach interview --brief {place} --out {place}")
    if form == "json":
        print_json(_json(ended, grown, place))
    elif not interrupted:
        _show_end(ended, grown, screen)


class Screen:
    """Where questions are put and answers come from: a person's terminal, or a pipe."""

    def __init__(self, answers: BinaryIO, *, to_errors: bool) -> None:
        self._answers = answers
        self._typed = answers.isatty()
        self._to_errors = to_errors

    def say(self, text: str = "", **style: bool | str) -> None:
        """Write a line; to stderr when stdout holds JSON."""
        click.secho(text, err=self._to_errors, **style)  # type: ignore[arg-type]

    def read(self) -> str:
        """One answer.

        Raises:
            Stopped: at the end of the answers.
            InputError: when they are not text.
        """
        click.echo("> ", nl=False, err=self._to_errors)
        line = self._answers.readline()
        if not line:
            self.say()
            raise Stopped
        try:
            text = line.decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise InputError("the answers are not UTF-8 text", "Save them as UTF-8.") from error
        if not self._typed:
            self.say(text)
        return text


def _ask_all(going: Interview, screen: Screen, place: Path) -> tuple[Interview, bool]:
    """Ask until there is enough; the interview as it ended, and whether it was broken off."""
    screen.say(HELP, dim=True)
    shown = ""
    try:
        while (question := going.question) is not None:
            _put(question, going, screen)
            text = screen.read()
            if text == "?":
                _explain(question, screen)
            elif text.lower() == "done":
                return going, False
            elif text.lower() == "back":
                going = _back(going, screen)
            else:
                going = _answered(going, text, screen)
                _save(going, place)
                shown = _show_growth(going.growth(), shown, screen)
    except KeyboardInterrupt:
        screen.say()
        return going, True
    except Stopped:
        return going, sys.stdin.isatty()
    except CoachError:
        if going.replies:
            _save(going, place)
            screen.say(f"Saved what you typed to {place}")
        raise
    return going, False


def _put(question: Question, going: Interview, screen: Screen) -> None:
    number, about = going.place
    screen.say()
    screen.say(f"{number} of about {max(number, about)}  {question.text}", bold=True)
    screen.say(f"    {question.why}", dim=True)


def _explain(question: Question, screen: Screen) -> None:
    screen.say(f"    For instance: {question.hint}", dim=True)


def _back(going: Interview, screen: Screen) -> Interview:
    if not going.replies:
        screen.say("    This is the first question.", dim=True)
        return going
    if going.last_text:
        screen.say(f"    Your answer was: {going.last_text}", dim=True)
    return going.back()


def _answered(going: Interview, text: str, screen: Screen) -> Interview:
    """The interview after an answer; one that cannot be used is said, and asked for again."""
    try:
        after = going.answered(text)
    except InputError as error:
        screen.say(f"    {error.message}. {error.fix}", fg="red")
        return going
    care = after.care()
    if care and care != going.care():
        screen.say(f"    {care}", bold=True)
    return after


def _show_growth(grown: Growth, shown: str, screen: Screen) -> str:
    """The message on the side, when it has changed; returns what is on screen now."""
    if grown.problem:
        screen.say(f"    {grown.problem}. {grown.fix}", fg="yellow")
        return shown
    subject = f"Subject: {grown.subject}\n\n" if grown.subject else ""
    text = f"{subject}{grown.body}"
    if text and text != shown:
        screen.say()
        for line in filter(str.strip, text.splitlines()):
            screen.say(f"  │ {line}")
    if grown.missing:
        screen.say(f"  ○ still to come: {', '.join(grown.missing)}", dim=True)
    return text


def _show_end(ended: Interview, grown: Growth, screen: Screen) -> None:
    screen.say()
    screen.say(ended.ending(grown), bold=True)
    if grown.problem:
        screen.say(f"{grown.problem}. {grown.fix}", fg="yellow")
    if grown.subject:
        screen.say(f"\nSubject: {grown.subject}")
    if grown.body:
        screen.say(f"\n{grown.body}")


def _json(ended: Interview, grown: Growth, place: Path) -> dict[str, object]:
    draft = ended.draft().model_dump(mode="json", by_alias=True)
    return {
        "message": draft,
        "brief": ended.told,
        "answers": [{"question": one.question, "text": one.text} for one in ended.replies],
        "missing": list(grown.missing),
        "problem": grown.problem,
        "saved": str(place) if ended.replies else "",
    }


def _place(out: str | None, brief: str | None) -> Path:
    """Where the brief is saved; nothing that is there already is written over.

    Raises:
        InputError: when the file exists, and is not the brief the interview starts from.
        StorageError: when nothing can be written there.
    """
    if out is not None:
        place = Path(out)
        same = brief is not None and place.exists() and place.samefile(brief)
        if place.is_dir():
            raise InputError(f"--out {out}: this is a folder", "Name a file in it.")
        if place.exists() and not same:
            raise InputError(f"--out {out}: there is a file already", "Choose another name.")
        if not place.absolute().parent.is_dir():
            raise StorageError(f"{out}: there is no such folder", "Make it, or choose another.")
        return place
    number = 1
    while (place := Path(f"{FILE}{f'-{number}' if number > 1 else ''}.yaml")).exists():
        number += 1
    return place


def _save(going: Interview, place: Path) -> None:
    """Keep every answer as it is given; the file is whole at any moment.

    Raises:
        StorageError: when the file cannot be written; what was typed is put on the screen instead.
    """
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        beside.write_text(going.as_yaml(), encoding="utf-8")
        beside.replace(place)
    except OSError as error:
        click.echo(going.as_yaml(), err=True)
        raise StorageError(
            f"{place}: cannot be written: {error.strerror}", "Choose another place with --out."
        ) from error
