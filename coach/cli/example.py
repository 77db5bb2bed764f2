"""``coach example`` and ``coach schema``: what a brief looks like, for people and for programs."""

import click

from coach.cli.output import print_json
from coach.domain.vocabulary import Kind
from coach.use_cases.examples import example as example_brief
from coach.use_cases.read_brief import parse_brief
from coach.use_cases.schema import schema as brief_schema

kind_argument = click.argument("kind", type=click.Choice([kind.value for kind in Kind]))


@click.command()
@kind_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def example(kind: str, form: str) -> None:
    """Print a complete, commented brief to start from."""
    text = example_brief(Kind(kind))
    if form == "json":
        print_json(parse_brief(text).model_dump(mode="json", exclude_defaults=False))
    else:
        click.echo(text, nl=False)


@click.command()
@kind_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="json", show_default=True
)
def schema(kind: str, form: str) -> None:
    """Print the JSON Schema of a brief."""
    found = brief_schema(Kind(kind))
    if form == "json":
        print_json(found)
        return
    properties = found["properties"]
    assert isinstance(properties, dict)  # noqa: S101 - pydantic's own schema of an object
    required = found.get("required", [])
    assert isinstance(required, list)  # noqa: S101
    for name in properties:
        click.echo(f"{name}{'  (required)' if name in required else ''}")
