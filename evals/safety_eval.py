"""Measures whether distress, misconduct, discrimination, law and medicine are noticed, and nothing else is.

    python -m evals.safety_eval

The patterns were tuned on the development set. The test set was written by somebody who had not seen
them, and its cases are counted, never listed.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from coach.review.safety import IDS, care_for

DATASETS = Path(__file__).parent / "datasets"


def report() -> Iterator[str]:
    """A table for each split: how many of each kind were noticed at all, and as that kind."""
    for split in ("dev", "test"):
        yield from _split(split)
        yield ""


def _split(split: str) -> Iterator[str]:
    lines = (DATASETS / f"safety-{split}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in rows:
        kind = row["care"] or "none"
        care = care_for(row["text"])
        wanted[kind] += 1
        noticed[kind] += care is not None
        named[kind] += care is not None and care.check == kind
        if split == "dev" and (care.check if care else "none") != kind:
            yield f"  {row['id']} {kind}: {row['text'][:80]}"
    yield f"Safety, {len(rows)} texts, {split}"
    yield f"{'':<16}{'texts':>7}{'noticed':>9}{'as such':>9}"
    for kind in IDS:
        yield f"{kind:<16}{wanted[kind]:>7}{noticed[kind]:>9}{named[kind]:>9}"
    yield f"{'ordinary':<16}{wanted['none']:>7}{noticed['none']:>9}"


def main() -> None:
    """Print both tables."""
    for line in report():
        print(line)


if __name__ == "__main__":
    main()
