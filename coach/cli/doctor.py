"""``coach doctor``: what is configured, what works, what to do about the rest."""

import click

from coach.cli.output import print_json, services
from coach.settings import read_settings
from coach.use_cases.doctor import examine


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.pass_context
def doctor(ctx: click.Context, form: str) -> None:
    """Check that everything the coach needs is there."""
    checks = examine(read_settings(), services)
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
