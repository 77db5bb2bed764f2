"""``coach ask``: an answer from the guidance, with its citations, or open questions."""

from collections.abc import Mapping

import click

from coach.cli.input import run_batch, text_field
from coach.cli.output import as_json, heading, print_json, print_own, services
from coach.domain.results import Answer
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.use_cases.ask import ask as ask_question
from coach.use_cases.ports import Services


@click.command()
@click.argument("question", required=False)
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.MENTOR.value,
    show_default=True,
    help="mentor advises, coach only asks.",
)
@click.option("--batch", help="JSON lines with `id`, `question` and perhaps `style`.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def ask(question: str | None, style: str, batch: str | None, form: str) -> None:
    """Answer QUESTION from the guidance, or say that it has no answer."""
    built = services()
    if batch is not None:
        run_batch(batch, lambda asked: _answer(asked, style, built))
        return
    if question is None:
        raise InputError("no question was given", "Type what is on your mind, in quotes.")
    answer = ask_question(question, built, style=Style(style))
    if form == "json":
        print_json(as_json(answer))
    else:
        _show(answer)


def _answer(asked: Mapping[str, object], style: str, built: Services) -> Mapping[str, object]:
    wanted = asked.get("style") or style
    if wanted not in list(Style):
        raise InputError(f"`style` is {wanted!r}", "Give mentor or coach.")
    return as_json(ask_question(text_field(asked, "question"), built, style=Style(str(wanted))))


def _show(answer: Answer) -> None:
    if answer.care:
        click.echo(answer.care)
        click.echo("")
    if answer.answer:
        click.echo(answer.answer)
    for question in answer.questions:
        click.echo(f"? {question}")
    if answer.citations:
        heading("From the guidance")
        for number, cited in enumerate(answer.citations, start=1):
            click.echo(f"[{number}] {cited.title}  (coach guidance show {cited.card})")
    print_own(answer.own)
    if answer.topics:
        heading("Nearest topics")
        for topic in answer.topics:
            click.echo(f"· coach guidance list --topic {topic}")
