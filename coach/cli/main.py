"""The command group: finds each command late, and turns our errors into two calm lines."""

import gc
import importlib
import sys
from typing import Any

import click

from coach import __version__
from coach.errors import CoachError
from coach.guidance.early import begin

COMMANDS = {
    "app": ("coach.cli.app", "app"),
    "draft": ("coach.cli.draft", "draft"),
    "interview": ("coach.cli.interview", "interview"),
    "review": ("coach.cli.review", "review"),
    "ask": ("coach.cli.ask", "ask"),
    "rehearse": ("coach.cli.rehearse", "rehearse"),
    "guidance": ("coach.cli.guidance", "guidance"),
    "example": ("coach.cli.example", "example"),
    "schema": ("coach.cli.example", "schema"),
    "doctor": ("coach.cli.doctor", "doctor"),
}
"""Every command and where it lives; a command's module is imported only when it is called."""

EMBEDDING = frozenset({"draft", "interview", "review", "ask"})
"""Commands that always need the embedding."""


class CoachGroup(click.Group):
    """Loads commands on demand and reports ``CoachError`` as message and fix."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 - COMMANDS is ours
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; the embedding loads while the command is imported."""
        if args and args[0] in EMBEDDING and not {"-h", "--help"}.intersection(args):
            begin()
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; our own errors become two lines on stderr and an exit code."""
        gc.set_threshold(100_000, 20, 20)  # imports make much that lasts and nothing to collect
        try:
            return super().invoke(ctx)
        except CoachError as error:
            report(error)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


def report(error: CoachError) -> None:
    """Say on stderr what is wrong and how to put it right."""
    click.secho(f"coach: {error.message}", fg="red", err=True)
    click.echo(f"  {error.fix}", err=True)


@click.group(
    cls=CoachGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "--version", prog_name="coach")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Write the first message, prepare the meeting, reflect on it.

    Without a command, opens the app.
    """
    if ctx.invoked_subcommand is None:
        from coach.cli.app import app

        ctx.invoke(app)
