"""Prints results for people: colour and progress on a terminal, plain text when piped."""

import json
import sys
from collections.abc import Iterable

import click

from coach.domain.results import Finding, GuidanceRef, OwnHit, Result, Strength
from coach.domain.vocabulary import Severity
from coach.review.ordering import come_after, first_things
from coach.review.safety import IDS
from coach.settings import read_settings
from coach.use_cases.ports import Progress, Services
from coach.wiring import build

FORMATS = ("text", "json")
AT_TIMES = frozenset({"own", "topics", "beyond", "care", "clauses"})
"""Fields that most results have no use for."""


def services() -> Services:
    """The services, with a progress bar on stderr while the index is first built."""
    return build(read_settings(), progress_bar("Indexing the guidance"))


def progress_bar(doing: str) -> Progress | None:
    """A bar on stderr, where a person is looking; else none."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        filled = round(30 * done / total) if total else 30
        bar = "█" * filled + "·" * (30 - filled)
        end = "\r\033[K" if done >= total else ""
        click.echo(f"\r{doing} {bar} {done}/{total}{end}", nl=False, err=True)

    return show


def as_json(result: Result) -> dict[str, object]:
    """A result as the JSON contract has it; what is only there at times is left out when empty."""
    dumped = result.model_dump(mode="json", by_alias=True)
    return {name: value for name, value in dumped.items() if value or name not in AT_TIMES}


def print_json(value: object) -> None:
    """One JSON document, readable by people and programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def heading(text: str, *, err: bool = False) -> None:
    """A quiet heading after an empty line."""
    click.echo("", err=err)
    click.secho(text, bold=True, err=err)


_MARKS = {
    Severity.MUST: ("✗", "red"),
    Severity.SHOULD: ("!", "yellow"),
    Severity.NOTE: ("·", None),
}


def print_findings(findings: Iterable[Finding], title: str = "Review") -> None:
    """The first failed findings, each with the words, the reason and the fix; the rest is counted."""
    found = [finding for finding in findings if finding.check not in IDS]
    first = first_things(found)
    heading(title)
    for finding in first.shown:
        _print_finding(finding)
    if first.rest:
        click.echo(come_after(first.rest))
    passed = sum(finding.passed for finding in found)
    click.secho(f"✓ {passed} of {len(found)} checks passed", fg="green")


def _print_finding(finding: Finding) -> None:
    mark, colour = _MARKS[finding.severity]
    click.secho(f"{mark} {finding.check}", fg=colour, nl=False)
    click.echo(f": {finding.message}")
    if finding.quote.strip():
        click.echo(f"    “{one_line(finding.quote)}”")
    click.echo(f"    → {finding.fix}")


def print_strengths(strengths: Iterable[Strength]) -> None:
    """What the text does well: the mentee's words, and what the reader gets from them."""
    found = list(strengths)
    if found:
        heading("Keep this")
        for strength in found:
            click.secho("✓ ", fg="green", nl=False)
            click.echo(f"“{one_line(strength.quote)}”")
            click.echo(f"    {strength.why}")


def print_care(care: str) -> None:
    """What is said before anything else, when the text tells of distress or harm."""
    if care:
        click.echo(f"{care}\n")


def print_questions(questions: Iterable[str]) -> None:
    """What only the mentee can answer."""
    asked = list(questions)
    if asked:
        heading("Only you can answer")
        for question in asked:
            click.echo(f"? {question}")


def print_guidance(guidance: Iterable[GuidanceRef]) -> None:
    """The cards behind a result."""
    cards = list(guidance)
    if cards:
        heading("Guidance")
        for card in cards:
            click.echo(f"· {card.title}  (coach guidance show {card.card})")


def print_own(hits: Iterable[OwnHit]) -> None:
    """Passages of the mentee's own documents, apart from the guidance and named as theirs."""
    found = list(hits)
    if found:
        heading("Yours")
        for hit in found:
            place = f"{hit.document}, {hit.heading}" if hit.heading else hit.document
            click.echo(f"· {place}")
            click.echo(f"    {one_line(hit.excerpt, 240)}")


def one_line(text: str, most: int = 90) -> str:
    """The text in one line, cut where it would be too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
