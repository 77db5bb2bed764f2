"""Runs the message checks on labelled messages and prints how often they are right.

    python -m evals.review_eval [DATASET ...]

The checks were tuned on the development set. The test set was written and labelled by somebody
who had seen neither the checks nor the development set, and nothing is tuned on it: its row is
the one to believe. Its disagreements are counted, not listed.

Recall is the share of labelled flaws found; the false-alarm rate is the share of messages without
the flaw, to which the check applies, that fail it all the same. Precision, recall and F1 are over
all flaws together (micro); macro F1 is the mean over the checks. A good message has no labelled
flaw and "passes whole" when no must or should check fails. Notes are never faults and are not
counted there. Last come the improved drafts of the flawed messages that have a brief.

"These checks" are the rules and the second reader, which learnt from the development sets but the unseen and the plain one: what it
gains there says nothing. Its levels were set on those two, by authors of whom it learnt nothing.
"""

import datetime
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.vocabulary import Channel, Purpose
from coach.guidance.learnt import LEARNT
from coach.guidance.message_reader import MessageReaders
from coach.review import SecondReader, default_knowledge
from coach.review.message import review_message
from coach.settings import read_settings
from coach.use_cases.ports import Services
from coach.use_cases.private_notes import opened
from coach.wiring import build
from evals.improved_eval import improved_drafts
from evals.review_baselines import BASELINES

DEVELOPMENT = Path(__file__).parent / "datasets" / "review-dev.jsonl"
LATER = Path(__file__).parent / "datasets" / "review-later-dev.jsonl"
"""By four other authors, in quieter words."""
FURTHER = Path(__file__).parent / "datasets" / "review-further-dev.jsonl"
"""By four others, plain and quiet as well."""
NEWEST = Path(__file__).parent / "datasets" / "review-newest-dev.jsonl"
"""By four more."""
LAST = Path(__file__).parent / "datasets" / "review-last-dev.jsonl"
"""By three more."""
NATURAL = Path(__file__).parent / "datasets" / "review-natural-dev.jsonl"
"""By three more, as people write and without traps."""
QUIET = Path(__file__).parent / "datasets" / "review-quiet-dev.jsonl"
"""By three others, nine flaws as careful people commit them."""
UNSEEN = Path(__file__).parent / "datasets" / "review-unseen-dev.jsonl"
"""Quiet ones by three more: the second reader did not learn from them, its levels were set on them."""
PLAIN = Path(__file__).parent / "datasets" / "review-plain-dev.jsonl"
"""The same, as people write, by two more."""
TRUE = Path(__file__).parent / "datasets" / "review-true-dev.jsonl"
"""By one more, each with a brief: ninety that claim nothing else, told freely, and twenty with one invention."""
TEST = Path(__file__).parent / "datasets" / "review-test.jsonl"
FRESH = Path(__file__).parent / "datasets" / "review-fresh-test.jsonl"
"""By another author, after the rules were written."""
TODAY = datetime.date(2026, 11, 23)
"""The day the set was written; waiting times are counted to it."""
Row = dict[str, object]


@dataclass
class Tally:
    """Counts per check id, and of the messages without a flaw."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    good: int = 0
    whole: int = 0

    def add(self, labels: set[str], applies: frozenset[str], fails: frozenset[str]) -> None:
        """Count one message."""
        self.labelled.update(labels)
        self.found.update(labels & fails)
        self.clean.update(applies - labels)
        self.alarms.update((applies - labels) & fails)
        if not labels:
            self.good += 1
            self.whole += not fails - {"offers-back"}

    def scores(self) -> tuple[float, float, float, float]:
        """Return micro precision, recall and F1, and macro F1 over the checks with labels."""
        found, alarms = self.found.total(), self.alarms.total()
        precision = found / (found + alarms) if found + alarms else 0.0
        recall = found / self.labelled.total() if self.labelled else 0.0
        macro = [self._f1(check) for check in self.labelled]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return precision, recall, f1, sum(macro) / len(macro) if macro else 0.0

    def _f1(self, check: str) -> float:
        right = 2 * self.found[check]
        wrong = self.alarms[check] + self.labelled[check] - self.found[check]
        return right / (right + wrong) if right + wrong else 0.0


def read_rows(path: Path) -> list[Row]:
    """Return the labelled messages of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@cache
def _model() -> MessageReaders:
    return MessageReaders(default_knowledge() / LEARNT)


def second_reader() -> SecondReader:
    """What reads a message a second time, as the product has it."""
    return _model().reader()


@cache
def _services() -> Services:
    return build(read_settings())


def review_row(row: Row, second: SecondReader | None = None) -> tuple[Finding, ...]:
    """Review one line of the data set; without a second reader by the rules alone.

    Private notes are compared with it as the product does, also in other words.
    """
    given = row.get("brief")
    brief = OutreachBrief.model_validate(given) if given else None
    return review_message(
        str(row["text"]),
        brief=brief,
        alike=opened(brief, _services().alike),
        channel=Channel(str(row["channel"])),
        purpose=Purpose(str(row["purpose"])),
        today=TODAY,
        second=second,
    )


def tally(path: Path) -> Tally:
    """Compare labels and the rules' findings for every message in ``path``."""
    counts = Tally()
    for row in read_rows(path):
        _count(counts, row, {f.check: f for f in review_row(row)})
    return counts


def compare(rows: list[Row]) -> dict[str, Tally]:
    """Return the counts of the product's checks and of every baseline, over the same messages."""
    counts = {name: Tally() for name in ("these checks", "the rules alone", *BASELINES)}
    for row in rows:
        results = {f.check: f for f in review_row(row, second_reader())}
        labels = _count(counts["these checks"], row, results)
        _count(counts["the rules alone"], row, {f.check: f for f in review_row(row)})
        applies = frozenset(results) | labels
        for name, baseline in BASELINES.items():
            said = baseline(str(row["text"]), str(row["channel"]), applies)
            counts[name].add(labels, applies, said)
    return counts


def _count(counts: Tally, row: Row, results: dict[str, Finding]) -> set[str]:
    """Count one message, and return its labels."""
    labels = {str(label) for label in _list(row["fails"])}
    fails = frozenset(c for c, f in results.items() if not f.passed)
    counts.add(labels, frozenset(results), fails)
    counts.notes += _disagreements(str(row["id"]), labels, results)
    return labels


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _disagreements(name: str, labels: set[str], results: dict[str, Finding]) -> Iterator[str]:
    for check in labels:
        if check not in results or results[check].passed:
            yield f"missed {name} {check}"
    for check, finding in results.items():
        if check not in labels and not finding.passed:
            yield f"alarm  {name} {check} {finding.quote[:70]!r}"


def main(arguments: list[str]) -> None:
    """Print the tables for each set named, or for all."""
    for path in [Path(name) for name in arguments] or [
        DEVELOPMENT,
        LATER,
        FURTHER,
        NEWEST,
        LAST,
        UNSEEN,
        PLAIN,
        TRUE,
        TEST,
        FRESH,
    ]:
        for line in report(path):
            print(line)


def report(path: Path) -> Iterator[str]:
    """Yield the tables of one set, then every disagreement if it may be tuned on."""
    if not path.exists():
        yield f"Review: {path.name} is not here, so nothing is measured on it."
        return
    rows = read_rows(path)
    counts = compare(rows)
    yield f"Review of {len(rows)} messages, {path.stem}"
    yield from _per_check(counts["these checks"])
    yield f"{'':26} {'precision':>10} {'recall':>8} {'F1':>6} {'macro F1':>9} {'good passed whole':>18}"
    for name, count in counts.items():
        precision, recall, f1, macro = count.scores()
        whole = f"{count.whole}/{count.good}"
        yield f"{name:26} {precision:>10.2f} {recall:>8.2f} {f1:>6.2f} {macro:>9.2f} {whole:>18}"
    yield from improved_drafts(rows, TODAY, second_reader)
    if not path.stem.endswith("-test"):
        yield from sorted(counts["these checks"].notes)


def _per_check(counts: Tally) -> Iterator[str]:
    yield f"{'check':26} {'recall':>15} {'false alarms':>18}"
    for check in sorted(set(counts.labelled) | set(counts.clean)):
        yield _line(check, counts, check)
    yield _line("all", counts, "")


def _line(name: str, counts: Tally, check: str) -> str:
    def part(some: Counter[str], of: Counter[str]) -> str:
        number, total = (some[check], of[check]) if check else (some.total(), of.total())
        share = f"{number / total:.2f}" if total else "-"
        return f"{number}/{total} {share:>5}"

    recall = part(counts.found, counts.labelled)
    return f"{name:26} {recall:>15} {part(counts.alarms, counts.clean):>18}"


if __name__ == "__main__":
    main(sys.argv[1:])
