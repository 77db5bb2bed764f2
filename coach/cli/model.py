"""What the commands share about language models: which one, what it is doing, what it took, what it was sent."""

import sys
from dataclasses import replace

import click

from coach.cli.output import heading, progress_bar
from coach.domain.results import Call, WriterInfo
from coach.settings import Settings, read_settings
from coach.use_cases.checked import Watch, unwatched
from coach.use_cases.model_taken import dollars, told_tokens
from coach.use_cases.ports import Services
from coach.wiring import build, check_model

DOING = {"writing": "Writing", "checking": "Checking what it wrote", "repairing": "Repairing"}
model_option = click.option(
    "--model",
    help="Which writer to use: built-in, or a provider's model such as openai:gpt-5-mini.",
)
sent_option = click.option(
    "--show-sent", is_flag=True, help="Show on stderr, word for word, what a model was sent."
)


def settings_with(model: str | None) -> Settings:
    """The settings, with another model when one was asked for by name.

    Raises:
        InputError: that model's name or key cannot be right.
        ModelError: its provider's package is not installed.
    """
    settings = read_settings()
    if model is None:
        return settings
    chosen = replace(settings, model=model.strip() or settings.model)
    check_model(chosen)
    return chosen


def services_with(model: str | None) -> Services:
    """The services with that model, and a progress bar while the index is first built."""
    return build(settings_with(model), progress_bar("Indexing the guidance"))


def watching() -> Watch:
    """Tells on stderr what a model is doing, in one line, where a person is looking."""
    if not sys.stderr.isatty():
        return unwatched

    def show(doing: str, text: str) -> None:
        said = DOING.get(doing, "")
        grown = f" ({len(text.split())} words)" if doing == "writing" and text else ""
        click.echo(f"\r\033[K{said}{grown}{' …' if said else ''}", nl=False, err=True)

    return show


def typing(name: str) -> Watch:
    """Tells on stderr that somebody is typing, and nothing of what, where a person is looking."""
    if not sys.stderr.isatty():
        return unwatched

    def show(doing: str, _: str) -> None:
        said = f"{name} is typing …" if doing != "done" else ""
        click.echo(f"\r\033[K{said}", nl=False, err=True)

    return show


def print_writer(writer: WriterInfo, *, show_sent: bool = False, did: str = "Written") -> None:
    """Who wrote, what it took, and why it was the built-in writer after all; on stderr."""
    if writer.trouble:
        click.secho(writer.trouble, fg="yellow", err=True)
    if any(call.received for call in writer.calls):
        click.echo(taken(writer, did), err=True)
    if show_sent:
        print_sent(writer.calls)


def taken(writer: WriterInfo, did: str = "Written") -> str:
    """In one line: the writer, what was repaired, tokens and cost."""
    parts = [f"{did} by {writer.name}"]
    if writer.repaired:
        parts.append(f"repaired: {', '.join(writer.repaired)}")
    parts.append(told_tokens(writer.tokens))
    if all(call.cached for call in writer.calls):
        parts.append("from the replies kept")
    elif writer.cost:
        parts.append(f"about {dollars(writer.cost)}")
    return " · ".join(parts)


def print_sent(calls: tuple[Call, ...]) -> None:
    """Word for word what left for the model, and what came back; on stderr."""
    if not calls:
        click.echo("Nothing was sent to a model.", err=True)
    for number, call in enumerate(calls, 1):
        heading(f"Sent to the model, {number} of {len(calls)} ({call.prompt})", err=True)
        for message in call.sent:
            click.echo(f"[{message.role}]\n{message.text}\n", err=True)
        heading("It answered", err=True)
        click.echo(call.received or f"nothing ({call.fault})", err=True)
