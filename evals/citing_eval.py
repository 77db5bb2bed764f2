"""How well sentences without support are told from those with it: ``python -m evals.citing_eval [--test] [--faults]``.

The development set is what the limits in ``coach.review.card_support`` were set on; the test set is other
cards, and is only counted.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from coach.review import default_knowledge
from coach.review.card_support import held, load_citing
from coach.settings import read_settings
from coach.wiring import build

DATASETS = Path(__file__).parent / "datasets"


def main() -> None:
    """Print precision, recall and, with ``--faults``, each development pair that is judged wrongly."""
    held_out = "--test" in sys.argv
    data = DATASETS / f"citing-{'test' if held_out else 'dev'}.jsonl"
    services = build(read_settings())
    words = load_citing(default_knowledge())
    count: Counter[tuple[bool, bool]] = Counter()
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    kinds: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        found = held(
            row["sentence"],
            services.cards.cards[row["card"]],
            services.search.closeness,
            words,
        )
        judged = not found.fault
        count[row["supported"], judged] += 1
        kinds[row["kind"], judged == row["supported"]] += 1
        if "--faults" in sys.argv and not held_out and judged != row["supported"]:
            print(
                f"{row['id']} {'+' if row['supported'] else '-'} near {found.near:.2f} "
                f"shared {found.shared:.2f} {row['sentence']} | {found.quote} | {found.fault}"
            )
    right, passed = count[True, True], count[True, True] + count[False, True]
    print(f"{len(rows)} pairs; supported {count[True, True] + count[True, False]}")
    print(f"precision {right / max(passed, 1):.3f} ({right} of {passed})")
    print(f"recall {right / (right + count[True, False]):.3f}")
    for kind in sorted({kind for kind, _ in kinds}):
        print(f"  {kind}: {kinds[kind, True]} of {kinds[kind, True] + kinds[kind, False]} right")


if __name__ == "__main__":
    main()
