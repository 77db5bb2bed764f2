"""``coach doctor``: what is configured, what works, what to do about the rest."""

import click

from coach.cli.output import print_json, progress_bar
from coach.errors import InputError
from coach.settings import Settings, read_places, read_settings
from coach.use_cases.doctor import Way, examine
from coach.wiring import build


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--try", "trying", is_flag=True, help="Also send the model one tiny request.")
@click.pass_context
def doctor(ctx: click.Context, form: str, trying: bool) -> None:
    """Check that everything the coach needs is there."""
    settings, problem = _settings()
    checks = examine(
        settings,
        lambda: build(settings, progress_bar("Indexing the guidance")),
        Way(problem, trying),
    )
    if form == "json":
        print_json(
            {
                "ok": all(check.ok for check in checks),
                "checks": [
                    {"name": c.name, "ok": c.ok, "detail": c.detail, "fix": c.fix} for c in checks
                ],
            }
        )
    else:
        for check in checks:
            click.secho("✓" if check.ok else "✗", fg="green" if check.ok else "red", nl=False)
            click.echo(f" {check.name}: {check.detail}")
            if not check.ok:
                click.echo(f"    → {check.fix}")
    if not all(check.ok for check in checks):
        ctx.exit(2)


def _settings() -> tuple[Settings, InputError | None]:
    """The settings; where the model's are wrong, those of the built-in writer, and why."""
    try:
        return read_settings(), None
    except InputError as problem:
        return read_places(), problem
