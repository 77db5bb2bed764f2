"""How well inventions are found in otherwise true messages, clause by clause.

    python -m evals.invention_eval [--misses]

The rules were tuned on the development sets. The test set was written by somebody who had seen
neither the rules nor the development sets, and nothing is tuned on it: its row is the one to
believe, and its misses are counted, never listed.

A planted invention is found when a clause marked unsupported overlaps its words; an alarm is false
when it overlaps no planted words. Precision is the share of alarms that hit, recall the share of
plants found; both with 95 % Wilson intervals. ``true`` clauses are faithful ones in free words: the
share of them left alone is printed beside. The baseline is what one would do first: a sentence is
unsupported when most of its telling words are not in the brief.
"""

import datetime
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Support
from coach.review import SecondReader, provenance
from coach.review.message import read_message
from evals.review_eval import second_reader

DATASETS = Path(__file__).parent / "datasets"
LATER = DATASETS / "invention-later-dev.jsonl"
DEVELOPMENT = (DATASETS / "invention-dev.jsonl", DATASETS / "invention-more-dev.jsonl", LATER)
"""The second was written before its rules: plants in clauses within clauses, and free true ones. The third,
many of its plants in plain words, is learnt from (``claims_learn``), and no rule was made from it."""
HARDER = DATASETS / "invention-harder-dev.jsonl"
"""By eight more authors, in plain words and hurried style: the layer does not learn from it, for it gained nothing by
it, and no rule was made from it."""
TRUE = DATASETS / "invention-true-dev.jsonl"
"""Messages with nothing planted, which say the brief's facts in free words; each names its own day."""
TEST = DATASETS / "invention-test.jsonl"
FRESH = DATASETS / "invention-fresh-test.jsonl"
"""By another author, after the rules were written."""
TODAY = datetime.date(2026, 11, 24)
"""The day on which the messages are written."""
_BASELINE_SHARE = 0.5

Alarm = tuple[int, int]
Finder = Callable[[str, OutreachBrief, str | None], list[Alarm]]


def layer(text: str, brief: OutreachBrief, subject: str | None) -> list[Alarm]:
    """The clauses that rules and layer mark, where no second reader is."""
    return _unsupported(text, brief, subject, None)


def product(text: str, brief: OutreachBrief, subject: str | None) -> list[Alarm]:
    """The clauses that the product marks as unsupported."""
    return _unsupported(text, brief, subject, second_reader())


def _unsupported(
    text: str, brief: OutreachBrief, subject: str | None, second: SecondReader | None
) -> list[Alarm]:
    clauses = provenance(text, brief, subject=subject, today=TODAY, second=second)
    return [(c.start, c.end) for c in clauses if c.support is Support.UNSUPPORTED]


def baseline(text: str, brief: OutreachBrief, subject: str | None) -> list[Alarm]:
    """Sentences most of whose telling words are not in the brief; questions make no claim."""
    reading = read_message(text, brief=brief, subject=subject, today=TODAY)
    given = {s for t in reading.public_texts for s in reading.stems(t)}
    found = []
    for sentence in reading.sentences:
        telling = [s for s in reading.content(sentence.text, "wording") if len(s) > 2]
        new = [s for s in telling if s not in given]
        if telling and not sentence.asks and len(new) > len(telling) * _BASELINE_SHARE:
            found.append((sentence.start, sentence.end))
    return found


@dataclass
class Counts:
    """What was counted on one set."""

    messages: int = 0
    plants: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: int = 0
    hits: int = 0
    true: int = 0
    alone: int = 0
    notes: list[str] = field(default_factory=list)


def count(path: Path, finder: Finder) -> Counts:
    """Run ``finder`` on every message of a set."""
    counts = Counts()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        brief = OutreachBrief.model_validate({**row["brief"], "kind": "outreach"})
        _add(counts, row, finder(row["text"], brief, row.get("subject")))
    return counts


def _add(counts: Counts, row: dict[str, object], alarms: list[Alarm]) -> None:
    text, planted, true = str(row["text"]), row["planted"], row.get("true", [])
    assert isinstance(planted, list) and isinstance(true, list)
    places = [_place(text, plant["quote"]) for plant in planted]
    counts.messages += 1
    for plant, place in zip(planted, places, strict=True):
        counts.plants[plant["kind"]] += 1
        hit = any(_overlap(alarm, place) for alarm in alarms)
        counts.found[plant["kind"]] += hit
        if not hit:
            counts.notes.append(f"missed {row['id']} {plant['kind']}: {plant['quote']!r}")
    counts.alarms += len(alarms)
    false = [a for a in alarms if not any(_overlap(a, place) for place in places)]
    counts.hits += len(alarms) - len(false)
    counts.notes.extend(f"false  {row['id']}: {text[a[0] : a[1]]!r}" for a in false)
    counts.true += len(true)
    counts.alone += sum(not any(_overlap(_place(text, t), a) for a in false) for t in true)


def _place(text: str, quote: str) -> Alarm:
    start = text.find(quote)
    if start < 0:
        raise ValueError(f"{quote!r} does not stand in its text")
    return start, start + len(quote)


def _overlap(one: Alarm, other: Alarm) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    width = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - width) / (1 + z * z / of), (middle + width) / (1 + z * z / of)


def share(hits: int, of: int) -> str:
    """A share with its counts and interval, ready to print."""
    low, high = wilson(hits, of)
    return f"{hits / of if of else 0:.3f} ({hits}/{of}, {low:.2f}-{high:.2f})"


def report(path: Path, *, misses: bool = False) -> Iterator[str]:
    """The lines for one set; ``misses`` lists what went wrong and is refused for test sets."""
    if not path.exists():
        yield f"Inventions, {path.stem}: the file {path} is missing, so nothing was measured."
        return
    counts = {
        "product": count(path, product),
        "without tuned": count(path, layer),
        "sentence rule": count(path, baseline),
    }
    first = counts["product"]
    yield f"Inventions in {first.messages} messages, {path.stem}"
    yield f"{'':<15}{'precision':<32}{'recall':<32}{'true clauses left alone'}"
    for name, some in counts.items():
        recall = share(sum(some.found.values()), sum(some.plants.values()))
        precision = share(some.hits, some.alarms)
        yield f"{name:<15}{precision:<32}{recall:<32}{share(some.alone, some.true)}"
    kinds = (f"{k} {first.found[k]}/{n}" for k, n in sorted(first.plants.items()))
    yield "recall by kind: " + ", ".join(kinds)
    if misses and path in (*DEVELOPMENT, HARDER):
        yield from sorted(first.notes)


def main(arguments: list[str]) -> None:
    """Print every set; ``--misses`` lists those of the development sets."""
    for path in (*DEVELOPMENT, HARDER, TEST, FRESH):
        for line in report(path, misses="--misses" in arguments):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
