"""``coach guidance``: search, show and list the curated cards."""

from collections.abc import Mapping
from itertools import groupby

import click

from coach.cli.input import read_file, run_batch, text_field
from coach.cli.output import as_json, heading, print_json, print_own, progress_bar, services
from coach.domain.card import Card, Source
from coach.domain.results import OwnDocument, SearchAnswer
from coach.errors import InputError
from coach.use_cases.guidance import list_cards, search_guidance, show_card
from coach.use_cases.own_guidance import add_document, list_documents, remove_document
from coach.use_cases.ports import Services

format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.group()
def guidance() -> None:
    """Search, show and list the curated guidance; add documents of your own."""


@guidance.command()
@click.argument("query", required=False)
@click.option("-k", default=5, show_default=True, type=int, help="How many cards at most.")
@click.option("--batch", help="JSON lines with `id`, `query` and perhaps `k`, from a file or -.")
@format_option
def search(query: str | None, k: int, batch: str | None, form: str) -> None:
    """Find the cards that answer QUERY."""
    built = services()
    if batch is not None:
        run_batch(batch, lambda asked: _answer(asked, k, built))
        return
    if query is None:
        raise InputError("no query was given", "Type what you want to know, in quotes.")
    found = search_guidance(query, built, k=k)
    if form == "json":
        print_json(as_json(found))
    else:
        _show_hits(found)


def _answer(asked: Mapping[str, object], k: int, built: Services) -> Mapping[str, object]:
    wanted = asked.get("k", k)
    if not isinstance(wanted, int) or isinstance(wanted, bool):
        raise InputError(f"`k` is {wanted!r}", "Give a whole number.")
    return as_json(search_guidance(text_field(asked, "query"), built, k=wanted))


def _show_hits(found: SearchAnswer) -> None:
    if not found.results:
        subject = f": it seems to be about {found.beyond}" if found.beyond else ""
        click.echo(f"The guidance has nothing on this{subject}.")
        if found.topics:
            click.echo(f"Nearest topics: {', '.join(found.topics)}.")
        click.echo("`coach guidance list` shows what it covers.")
    for hit in found.results:
        click.secho(hit.title, bold=True, nl=False)
        click.echo(f"  [{hit.topic}]  {hit.card}")
        click.echo(f"    {hit.excerpt}")
    print_own(found.own)


@guidance.command()
@click.argument("card_id", metavar="ID")
@format_option
def show(card_id: str, form: str) -> None:
    """Show one card with its sources."""
    built = services()
    card = show_card(card_id, built.cards)
    sources = [built.cards.sources[name] for name in card.sources]
    if form == "json":
        cited = [source.model_dump(mode="json") for source in sources]
        print_json({**card.model_dump(mode="json"), "sources": cited})
    else:
        _show_card(card, sources)


def _show_card(card: Card, sources: list[Source]) -> None:
    click.secho(card.title, bold=True)
    click.echo(f"{card.topic} · evidence: {card.evidence} · reviewed {card.reviewed}")
    for title, text in (("Do", card.do), ("Why", card.why)):
        heading(title)
        click.echo(text)
    heading("Say")
    for line in card.say:
        click.echo(f"“{line}”")
    heading("Ask yourself")
    for question in card.asks:
        click.echo(f"? {question}")
    heading("Avoid")
    click.echo(card.avoid)
    heading("Sources")
    for source in sources:
        year = f" ({source.year})" if source.year else ""
        click.echo(
            f"· {'; '.join(source.authors)}{year}. {source.title}. {source.address}".rstrip()
        )


@guidance.command(name="list")
@click.option("--topic", help="Only the cards of this topic.")
@format_option
def list_command(topic: str | None, form: str) -> None:
    """List the cards by topic."""
    cards = list_cards(services().cards, topic)
    if form == "json":
        rows = [
            {
                "card": card.id,
                "topic": card.topic,
                "title": card.title,
                "evidence": card.evidence.value,
            }
            for card in cards
        ]
        print_json({"cards": rows})
        return
    for name, group in groupby(cards, key=lambda card: card.topic):
        click.secho(name, bold=True)
        for card in group:
            click.echo(f"  {card.id}  {card.title}")


@guidance.command()
@click.argument("file")
@format_option
def add(file: str, form: str) -> None:
    """Add FILE (.md, .txt, .pdf, .docx, up to 20 MB) to your own guidance.

    A document of the same name is replaced. It stays on this machine, and apart from the cards.
    """
    name, data = read_file(file)
    built = services()
    before = {document.name: document for document in list_documents(built)}
    document = add_document(name, data, built, progress_bar("Indexing your document"))
    if form == "json":
        print_json(as_json(document))
        return
    known = before.get(document.name)
    if known == document:
        click.echo(f"“{document.name}” is in your own guidance: {_passages(document)}.")
    elif known is not None:
        click.echo(f"“{document.name}” took the place of the one before: {_passages(document)}.")
    else:
        click.echo(f"Added “{document.name}” to your own guidance: {_passages(document)}.")


def _passages(document: OwnDocument) -> str:
    return f"{document.passages:,} passage{'' if document.passages == 1 else 's'}"


@guidance.command()
@format_option
def mine(form: str) -> None:
    """List the documents you added."""
    documents = list_documents(services())
    if form == "json":
        print_json({"documents": [as_json(document) for document in documents]})
        return
    if not documents:
        click.echo("You have added no documents. `coach guidance add FILE` adds one.")
    for document in documents:
        click.echo(f"{document.name}  {_passages(document)}, added {document.added}")


@guidance.command()
@click.argument("name")
@format_option
def remove(name: str, form: str) -> None:
    """Remove the document NAME that you added, and everything made of it."""
    document = remove_document(name, services())
    if form == "json":
        print_json(as_json(document))
    else:
        click.echo(f"Removed “{document.name}”.")
