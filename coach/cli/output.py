"""Prints results for people: colour and progress on a terminal, plain text when piped."""

import json
import sys
from collections.abc import Iterable

import click

from coach.domain.results import Finding, GuidanceRef, OwnHit, Result
from coach.domain.vocabulary import Severity
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


def heading(text: str) -> None:
    """A quiet heading after an empty line."""
    click.echo("")
    click.secho(text, bold=True)


def print_findings(findings: Iterable[Finding]) -> None:
    """Failed findings with the words, the reason and the fix; the passed ones are counted."""
    found = list(findings)
    failed = [finding for finding in found if not finding.passed]
    failed.sort(key=lambda finding: list(Severity).index(finding.severity))
    passed = len(found) - len(failed)
    heading("Review")
    for finding in failed:
        colour = "red" if finding.severity is Severity.MUST else "yellow"
        mark = {"must": "✗", "should": "!", "note": "·"}[finding.severity]
        click.secho(f"{mark} {finding.check}", fg=colour, nl=False)
        click.echo(f": {finding.message}")
        if finding.quote:
            click.echo(f"    “{_one_line(finding.quote)}”")
        click.echo(f"    → {finding.fix}")
    click.secho(f"✓ {passed} of {len(found)} checks passed", fg="green")


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
            click.echo(f"    {_one_line(hit.excerpt, 240)}")


def _one_line(text: str, most: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
