"""How well sentences without support are told from those with it: ``python -m evals.citing_eval [--faults]``."""

import json
import sys
from collections import Counter
from pathlib import Path

from coach.review import default_knowledge
from coach.review.card_support import held, load_citing
from coach.settings import read_settings
from coach.wiring import build

DATA = Path(__file__).parent / "datasets" / "citing-dev.jsonl"


def main() -> None:
    """Print precision, recall and, with ``--faults``, each pair that is judged wrongly."""
    services = build(read_settings())
    words = load_citing(default_knowledge())
    count: Counter[tuple[bool, bool]] = Counter()
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
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
        if "--all" in sys.argv or ("--faults" in sys.argv and judged != row["supported"]):
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
