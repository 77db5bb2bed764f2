"""``coach ask``: an answer from the guidance, with its citations, or open questions."""

from collections.abc import Mapping

import click

from coach.cli.input import run_batch, text_field
from coach.cli.model import (
    model_option,
    print_writer,
    sent_option,
    services_with,
    watching,
)
from coach.cli.output import as_json, heading, print_json, print_own
from coach.domain.model import Turn
from coach.domain.results import Answer
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.use_cases.checked import Watch, unwatched
from coach.use_cases.conversation import converse
from coach.use_cases.ports import Services

ROLES = ("user", "assistant")
TURNS_FIX = 'Give "turns": [{"role": "user", "text": "…"}, {"role": "assistant", "text": "…"}].'


@click.command()
@click.argument("question", required=False)
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.MENTOR.value,
    show_default=True,
    help="mentor advises, coach only asks.",
)
@model_option
@sent_option
@click.option("--batch", help="JSON lines with `id`, `question`, perhaps `style` and `turns`.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def ask(
    question: str | None,
    style: str,
    model: str | None,
    show_sent: bool,
    batch: str | None,
    form: str,
) -> None:
    """Answer QUESTION from the guidance, or say that it has no answer."""
    built = services_with(model)
    if batch is not None:
        run_batch(batch, lambda asked: _answer(asked, style, built))
        return
    if question is None:
        raise InputError("no question was given", "Type what is on your mind, in quotes.")
    watch = watching() if Style(style) is Style.MENTOR else unwatched
    answer = _asked(question, built, Style(style), (), watch)
    print_writer(answer.writer, show_sent=show_sent)
    if form == "json":
        print_json(as_json(answer))
    else:
        _show(answer)


def _asked(
    question: str,
    built: Services,
    style: Style,
    turns: tuple[Turn, ...],
    watch: Watch = unwatched,
) -> Answer:
    return converse(question, built, style=style, turns=turns, watch=watch)


def _answer(asked: Mapping[str, object], style: str, built: Services) -> Mapping[str, object]:
    wanted = asked.get("style") or style
    if wanted not in list(Style):
        raise InputError(f"`style` is {wanted!r}", "Give mentor or coach.")
    turns = _turns(asked.get("turns"))
    return as_json(_asked(text_field(asked, "question"), built, Style(str(wanted)), turns))


def _turns(given: object) -> tuple[Turn, ...]:
    """The conversation so far, from a batch line; a bare text is the mentee's.

    Raises:
        InputError: it is no list of turns.
    """
    if given is None:
        return ()
    if not isinstance(given, list):
        raise InputError("`turns` is not a list", TURNS_FIX)
    return tuple(_turn(one) for one in given)


def _turn(one: object) -> Turn:
    if isinstance(one, str):
        return Turn("user", one)
    role = one.get("role") if isinstance(one, Mapping) else None
    text = one.get("text") if isinstance(one, Mapping) else None
    if role not in ROLES or not isinstance(text, str):
        raise InputError("a turn has no role or no text", TURNS_FIX)
    return Turn(str(role), text)


def _show(answer: Answer) -> None:
    if answer.care:
        click.echo(answer.care)
        click.echo("")
    if answer.answer:
        click.echo(answer.answer)
    for question in answer.questions:
        click.echo(f"? {question}")
    for made in answer.made:
        heading(made.title)
        click.echo(made.text)
    if answer.proposals:
        heading("You said you would")
        for proposal in answer.proposals:
            click.echo(f"· {proposal.what}{f' (by {proposal.by})' if proposal.by else ''}")
    if answer.citations:
        heading("From the guidance")
        for number, cited in enumerate(answer.citations, start=1):
            click.echo(f"[{number}] {cited.title}  (coach guidance show {cited.card})")
    print_own(answer.own)
    if answer.topics:
        heading("Nearest topics")
        for topic in answer.topics:
            click.echo(f"· coach guidance list --topic {topic}")
