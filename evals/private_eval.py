"""Whether private notes that show in a text are found, and whether the product itself ever shows one.

    python -m evals.private_eval [--misses]

First table: texts with and without a leak. The rules were tuned on the development cases whose id begins with
"dev". The "check" cases of that file were written before the rules and kept aside until a first measurement (19
of 24 found, 3 of 18 false); the shared words were weighed after that, so they are development cases now. The
test set was written by somebody who had seen neither: nothing is tuned on it and its cases are counted, never
listed. The baselines are
what one would do first: look for a note (or a clause of it) word for word, and count shared telling words.

Second table: what the product writes for briefs with private notes. Nothing may show, neither by the check nor
by plain counting of words that stand in a note and nowhere in the public part or in the same text without notes.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.guidance.embedding import LoadingEmbedding
from coach.guidance.private_model import PrivateModel
from coach.review import Alike, default_knowledge, load_phrases
from coach.review.message import read_message
from coach.review.privacy import no_private_note, shown_notes
from coach.review.text import words
from coach.use_cases.read_brief import brief_from_mapping
from evals.invention_eval import share
from evals.private_writing import report_writing

DATASETS = Path(__file__).parent / "datasets"
DEVELOPMENT = DATASETS / "private-dev.jsonl"
TEST = DATASETS / "private-test.jsonl"
Finder = Callable[[AnyBrief, str], bool]


def checks(alike: Callable[[], Alike] | None) -> Finder:
    """The product's check, with or without the comparison of meanings."""

    def found(brief: AnyBrief, text: str) -> bool:
        near = alike() if alike is not None else None
        if isinstance(brief, OutreachBrief):
            return not no_private_note(read_message(text, brief=brief, alike=near)).passed
        return bool(shown_notes(brief, text, load_phrases(default_knowledge()), alike=near))

    return found


def word_for_word(brief: AnyBrief, text: str) -> bool:
    """Whether a whole note stands in the text, whatever the capitals and stops."""
    said = f" {' '.join(words(text.casefold()))} "
    notes = (" ".join(words(note.casefold())) for note in brief.private_notes)
    return any(f" {note} " in said for note in notes if note)


def _rows(path: Path, split: str) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if str(row["id"]).startswith(split)]


def report(
    path: Path, split: str, finders: dict[str, Finder], *, misses: bool = False
) -> Iterator[str]:
    """The lines for one set, or the part of it whose ids begin with ``split``."""
    if not path.exists():
        yield f"Private notes, {path.stem}: the file {path} is missing, so nothing was measured."
        return
    rows = _rows(path, split)
    leaks = sum(bool(row["leak"]) for row in rows)
    yield f"Private notes in {len(rows)} texts, {path.stem}{f' ({split})' if split else ''}"
    yield f"{'':<26}{'leaks found':<32}false alarms"
    for name, finder in finders.items():
        hits = false = 0
        for row in rows:
            given = row["brief"]
            assert isinstance(given, dict)
            brief = brief_from_mapping({"kind": "outreach", **given})
            found = finder(brief, str(row["text"]))
            hits += found and bool(row["leak"])
            false += found and not row["leak"]
            if misses and path != TEST and name == "check" and found != row["leak"]:
                yield f"  {'missed' if row['leak'] else 'false '} {row['id']}: {row['quote']}"
        yield f"{name:<26}{share(hits, leaks):<32}{share(false, len(rows) - leaks)}"


def main(arguments: Sequence[str]) -> None:
    """Print both tables; ``--misses`` lists what goes wrong on the development cases."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("COACH_HOME", folder))
        embedding = LoadingEmbedding()
        model = PrivateModel(default_knowledge(), home, lambda: embedding)
        finders = {
            "check": checks(model.reader),
            "shared words alone": checks(None),
            "note word for word": word_for_word,
        }
        for path, split in ((DEVELOPMENT, "dev"), (DEVELOPMENT, "check"), (TEST, "")):
            for line in report(path, split, finders, misses="--misses" in arguments):
                print(line)
            print()
        for line in report_writing(model.reader, misses="--misses" in arguments):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
