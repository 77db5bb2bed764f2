"""Measures whether distress, misconduct, discrimination, law and medicine are noticed, and nothing else is.

    python -m evals.safety_eval

As in the program: plain words by patterns, the rest by the model. Patterns and examples were tuned on the
development set. The test set was written by somebody who had not seen them, and its cases are counted,
never listed. "Noticed" means surely; "offered" is the one line offered where it is not sure. Beside them stand
the turns of rehearsed talks and the questions put to the guidance, in which people talk of work in their own
way, and the example briefs: a note there is nearly always a false one. Of the development ones some were
learnt from as ordinary.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from coach.errors import InputError
from coach.review.safety import IDS
from coach.settings import read_settings
from coach.use_cases.ports import Told
from coach.use_cases.read_brief import read_brief
from coach.use_cases.safety import notice, notice_in
from coach.wiring import build

DATASETS = Path(__file__).parent / "datasets"


def report(told: Told | None) -> Iterator[str]:
    """A table for each split: how many of each kind were noticed at all, and as that kind."""
    for split in ("dev", "test"):
        yield from _split(split, told)
        yield ""


def _split(split: str, told: Told | None) -> Iterator[str]:
    lines = (DATASETS / f"safety-{split}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    named: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    for row in rows:
        kind = row["care"] or "none"
        care = notice(row["text"], told)
        wanted[kind] += 1
        noticed[kind] += care is not None and care.sure
        offered[kind] += care is not None and not care.sure
        named[kind] += care is not None and care.sure and care.check == kind
        seen = care.check if care is not None and care.sure else "none"
        if split == "dev" and seen != kind:
            yield f"  {row['id']} {kind}, seen {seen}: {row['text'][:80]!r}"
    yield f"Safety, {len(rows)} texts, {split}"
    yield f"{'':<16}{'texts':>7}{'noticed':>9}{'as such':>9}{'offered':>9}"
    for kind in IDS:
        yield f"{kind:<16}{wanted[kind]:>7}{noticed[kind]:>9}{named[kind]:>9}{offered[kind]:>9}"
    harm = [sum(counted[kind] for kind in IDS) for counted in (wanted, noticed, named, offered)]
    yield f"{'all four':<16}{harm[0]:>7}{harm[1]:>9}{harm[2]:>9}{harm[3]:>9}"
    yield f"{'ordinary':<16}{wanted['none']:>7}{noticed['none']:>9}{'':>9}{offered['none']:>9}"


def talk_report(told: Told | None) -> Iterator[str]:
    """How often ordinary talk draws a note."""
    for split in ("dev", "test"):
        said = sorted(set(_said(split)))
        found = [notice(text, told) for text in said]
        noticed = sum(care is not None and care.sure for care in found)
        offered = sum(care is not None and not care.sure for care in found)
        yield f"Turns and questions, {len(said)}, {split}: noticed {noticed}, offered {offered}"


def brief_report(told: Told | None) -> Iterator[str]:
    """How many of the example briefs that can be read draw a note, or the one line."""
    for split in ("dev", "test"):
        counted: Counter[str] = Counter()
        for path in sorted((DATASETS / f"briefs-{split}").glob("*.yaml")):
            try:
                noticed = notice_in(read_brief(path), told)
            except InputError:
                continue
            counted["read"] += 1
            if noticed is not None:
                counted["noticed" if noticed.care.sure else "offered"] += 1
        yield (
            f"Briefs, {counted['read']}, {split}: noticed {counted['noticed']}, offered {counted['offered']}"
        )


def _said(split: str) -> Iterator[str]:
    for name in ("rehearsal", "ask"):
        for line in (DATASETS / f"{name}-{split}.jsonl").read_text(encoding="utf-8").splitlines():
            for turn in json.loads(line)["turns"]:
                yield turn if isinstance(turn, str) else turn["mentee"]


def main() -> None:
    """Print both tables, and what ordinary talk and briefs draw."""
    told = build(read_settings()).told
    for line in (*report(told), *talk_report(told), *brief_report(told)):
        print(line)


if __name__ == "__main__":
    main()
