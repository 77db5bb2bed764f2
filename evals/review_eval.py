"""Runs the message checks on labelled messages and prints how often they are right.

    python evals/review_eval.py [DATASET ...]

The checks were tuned on the development set. The test set was written and labelled by somebody
who had seen neither the checks nor the development set, and nothing is tuned on it: its row is
the one to believe. Its disagreements are counted, not listed.

Recall is the share of labelled flaws found; the false-alarm rate is the share of messages without
the flaw, to which the check applies, that fail it all the same.
"""

import datetime
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.vocabulary import Channel, Purpose
from coach.review.message import review_message

DEVELOPMENT = Path(__file__).parent / "datasets" / "review-dev.jsonl"
TEST = Path(__file__).parent / "datasets" / "review-test.jsonl"
TODAY = datetime.date(2026, 11, 23)
"""The day the set was written; waiting times are counted to it."""


@dataclass
class Tally:
    """Counts per check id."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


def review_row(row: dict[str, object]) -> tuple[Finding, ...]:
    """Review one line of the data set."""
    brief = row.get("brief")
    return review_message(
        str(row["text"]),
        brief=OutreachBrief.model_validate(brief) if brief else None,
        channel=Channel(str(row["channel"])),
        purpose=Purpose(str(row["purpose"])),
        today=TODAY,
    )


def tally(path: Path) -> Tally:
    """Compare labels and findings for every message in ``path``."""
    counts = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = set(row["fails"])
        results = {f.check: f for f in review_row(row)}
        for check in labels:
            counts.labelled[check] += 1
            found = check in results and not results[check].passed
            counts.found[check] += found
            if not found:
                counts.notes.append(f"missed {row['id']} {check}")
        for check, finding in results.items():
            if check not in labels:
                counts.clean[check] += 1
                if not finding.passed:
                    counts.alarms[check] += 1
                    counts.notes.append(f"alarm  {row['id']} {check} {finding.quote[:70]!r}")
    return counts


def main(arguments: list[str]) -> None:
    """Print a table for each set named, or for the development and the test set."""
    for path in [Path(name) for name in arguments] or [DEVELOPMENT, TEST]:
        report(path)


def report(path: Path) -> None:
    """Print one line per check, then every disagreement on a set that may be tuned on."""
    counts = tally(path)
    print(f"Review of {sum(1 for _ in path.open(encoding='utf-8'))} messages, {path.stem}")
    print(f"{'check':26} {'recall':>12} {'false alarms':>14}")
    for check in sorted(set(counts.labelled) | set(counts.clean)):
        recall = f"{counts.found[check]}/{counts.labelled[check]}"
        alarms = f"{counts.alarms[check]}/{counts.clean[check]}"
        print(f"{check:26} {recall:>12} {alarms:>14}")
    found, labelled = sum(counts.found.values()), sum(counts.labelled.values())
    alarms_all, clean = sum(counts.alarms.values()), sum(counts.clean.values())
    print(f"{'all':26} {f'{found}/{labelled}':>12} {f'{alarms_all}/{clean}':>14}")
    if path != TEST:
        print(*sorted(counts.notes), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
