"""Learns which clauses claim what a brief does not give, and measures it out of message.

    python -m evals.claims_learn [--write]

It learns from the development messages with planted inventions, from good messages with a brief, from messages
that say the brief's facts as freely as people do (``invention-true-dev``), and from what the built-in writer
makes of the development briefs; in the last three nothing is invented. A message is judged
by a model that did not learn from it. The rules were tuned on ``invention-dev`` and ``invention-more-dev`` and
never on ``invention-later-dev``, so only the latter says how rules and layer do on what is new. ``--write`` keeps
what is learnt in ``knowledge/search/learnt``, under a name with the hash of what it was learnt from.
"""

import datetime
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.domain.brief import OutreachBrief
from coach.review import claim_signals
from coach.review.claim_cut import cut
from coach.review.claim_learnt import FOLDER, SHAPED, STORED, LearntClaims, keep
from coach.review.claim_ledger import Ledger
from coach.review.claims import claims_by_rule
from coach.review.message import read_message
from coach.review.phrases import default_knowledge
from coach.use_cases.read_brief import read_brief
from coach.writing.builtin import BuiltInWriter
from evals.hashed import hash_of
from evals.invention_eval import DATASETS, DEVELOPMENT, LATER, TODAY, TRUE
from evals.lowest import logistic
from evals.model_items import read_lines

FOLDS = 5
RARE = 3
"""Clauses a signal has to stand in to be learnt from."""
RIDGE = 1.0
SCALE = 0.5
SURE = 0.75
"""Of the clauses that the layer marks beyond the rules, the share that has to be planted."""
CALM = 0.003
"""Share of the clauses of good texts that may be marked."""
WORTH = 5
"""A rule's claims are taken back where so many times more of them are false than planted."""
VARIANTS = 3
_NOTHING_NEW = ("good", "drafts", TRUE.stem)
"""Sets in which nothing is invented."""


@dataclass(frozen=True)
class Row:
    """One clause: its message and set, what is there to go by, what is planted in it, what the rules say."""

    message: str
    of: str
    names: frozenset[str]
    planted: frozenset[int]
    ruled: str = ""

    @property
    def soft(self) -> bool:
        """Whether the rules mark it by its shape alone."""
        return self.ruled in SHAPED


def load_rows() -> list[Row]:
    """Every clause that is learnt from."""
    found = [row for path in (*DEVELOPMENT, TRUE) for row in _labelled(path)]
    for message in read_lines(DATASETS / "review-dev.jsonl"):
        if message.get("brief") and "no-unsupported-claim" not in _texts(message["fails"]):
            brief = OutreachBrief.model_validate(message["brief"])
            found += _rows(str(message["id"]), "good", str(message["text"]), brief)
    return [*found, *_drafts()]


def _labelled(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        brief = OutreachBrief.model_validate({**row["brief"], "kind": "outreach"})
        quotes = [str(plant["quote"]) for plant in row["planted"]]
        today = datetime.date.fromisoformat(row["today"]) if "today" in row else TODAY
        yield from _rows(
            row["id"], path.stem, row["text"], brief, quotes, row.get("subject"), today
        )


def _drafts() -> Iterator[Row]:
    writer = BuiltInWriter(default_knowledge())
    for path in sorted((DATASETS / "briefs-dev").glob("*.yaml")):
        brief = read_brief(path)
        for variant in range(VARIANTS) if isinstance(brief, OutreachBrief) else ():
            assert isinstance(brief, OutreachBrief)
            written = writer.outreach(brief, variant, today=TODAY)
            yield from _rows(path.stem, "drafts", written.body, brief, (), written.subject)


def _rows(
    message: str,
    of: str,
    text: str,
    brief: OutreachBrief,
    quotes: Sequence[str] = (),
    subject: str | None = None,
    today: datetime.date = TODAY,
) -> Iterator[Row]:
    reading = read_message(text, brief=brief, subject=subject, today=today)
    ledger, pieces = Ledger(reading), cut(reading)
    claims = claims_by_rule(ledger, pieces)
    places = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    for piece, names in zip(pieces, claim_signals.signals(ledger, pieces), strict=True):
        start, end = piece.span.start, piece.span.end
        planted = frozenset(n for n, at in enumerate(places) if at[0] < end and start < at[1])
        kinds = [c.kind for c in claims if c.span.start < end and start < c.span.end]
        ruled = next((k for k in kinds if k not in SHAPED), kinds[0] if kinds else "")
        yield Row(message, of, names, planted, ruled)


def _texts(listed: object) -> list[str]:
    return [str(one) for one in listed] if isinstance(listed, list) else []


def learn(rows: Sequence[Row], level: float = 0.0, doubt: float = 0.0) -> LearntClaims:
    """Fit a logistic regression with a ridge penalty to what is planted."""
    counted = Counter(name for row in rows for name in row.names)
    names = sorted(name for name, count in counted.items() if count >= RARE)
    places = {name: number for number, name in enumerate(names)}
    told = np.zeros((len(rows), len(names)), np.float32)
    for at, row in enumerate(rows):
        told[at, [places[name] for name in row.names if name in places]] = SCALE
    marks = np.array([[bool(row.planted)] for row in rows], np.float32)
    weights = logistic(told, marks, ridge=RIDGE, start=-1.0)
    learnt = {name: float(weights[at, 0]) * SCALE for name, at in places.items()}
    return LearntClaims(learnt, float(weights[-1, 0]), level, doubt)


def out_of_message(
    rows: Sequence[Row], learner: Callable[[Sequence[Row]], LearntClaims] = learn
) -> list[float]:
    """The score of each clause by a model that did not learn from its message."""
    folds = [int(hashlib.sha256(row.message.encode()).hexdigest(), 16) % FOLDS for row in rows]
    scores = [0.0] * len(rows)
    for fold in range(FOLDS):
        model = learner([row for row, its in zip(rows, folds, strict=True) if its != fold])
        for at, row in enumerate(rows):
            if folds[at] == fold:
                scores[at] = model.score(row.names)
    return scores


def levels_of(rows: Sequence[Row], scores: Sequence[float]) -> tuple[float, float]:
    """From which score a clause is marked, and below which a rule's mark is taken back.

    Both are set on clauses that the rules were not tuned on. The first is the lowest at which still
    ``SURE`` of the clauses marked beyond the rules are planted, and at which good texts stay calm.
    """
    pairs = list(zip(rows, scores, strict=True))
    fresh = [(row, score) for row, score in pairs if row.of == LATER.stem]
    level = _lowest_sure([(bool(r.planted), s) for r, s in fresh if not r.ruled])
    good = sorted((s for r, s in pairs if r.of in _NOTHING_NEW and not r.ruled), reverse=True)
    if good:
        level = max(level, good[int(CALM * len(good))] + 1e-3)
    return level, _doubt([(bool(r.planted), s) for r, s in fresh if r.soft])


def _lowest_sure(marked: Sequence[tuple[bool, float]]) -> float:
    level, hits = float("inf"), 0
    for count, (planted, score) in enumerate(sorted(marked, key=lambda one: -one[1]), 1):
        hits += planted
        if hits >= SURE * count:
            level = score
    return level


def _doubt(marked: Sequence[tuple[bool, float]]) -> float:
    doubt, hits = float("-inf"), 0
    for count, (planted, score) in enumerate(sorted(marked, key=lambda one: one[1]), 1):
        hits += planted
        if count - hits >= WORTH * hits:
            doubt = score + 1e-3
    return doubt


def report(
    rows: Sequence[Row], scores: Sequence[float], level: float, doubt: float
) -> Iterator[str]:
    """How the rules do alone and with the layer, on each set, each message judged out of it."""
    yield f"marked from {level:.2f}, taken back below {doubt:.2f}"
    yield f"{'':<22}{'clauses':>8}{'rules: P':>10}{'R':>7}{'with the layer: P':>19}{'R':>7}{'marked in good':>16}"
    for of in dict.fromkeys(row.of for row in rows):
        some = [(row, score) for row, score in zip(rows, scores, strict=True) if row.of == of]
        alone = [bool(row.ruled) for row, _ in some]
        both = [_marked(row, score, level, doubt) for row, score in some]
        line = f"{of:<22}{len(some):>8}"
        for marks, width in ((alone, 10), (both, 19)):
            precision, recall = _measured([row for row, _ in some], marks)
            line += f"{precision:>{width}.3f}{recall:>7.3f}"
        yield f"{line}{sum(both):>16}"


def _marked(row: Row, score: float, level: float, doubt: float) -> bool:
    if row.ruled:
        return not row.soft or score >= doubt
    return score >= level


def _measured(rows: Sequence[Row], marks: Sequence[bool]) -> tuple[float, float]:
    """Precision by clause, and the share of planted inventions of which a clause is marked."""
    hits = sum(mark and bool(row.planted) for row, mark in zip(rows, marks, strict=True))
    found: dict[tuple[str, int], bool] = {}
    for row, mark in zip(rows, marks, strict=True):
        for plant in row.planted:
            found[row.message, plant] = found.get((row.message, plant), False) or mark
    return hits / max(1, sum(marks)), sum(found.values()) / max(1, len(found))


def digest() -> str:
    """The hash of what is learnt from: the messages with plants, and what names the signals."""
    return hash_of((*DEVELOPMENT, TRUE, Path(str(claim_signals.__file__))))


def write(learnt: LearntClaims, knowledge: Path) -> Path:
    """Keep what was learnt; older files go.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = knowledge / FOLDER
    for old in folder.glob(f"*-{STORED}"):
        old.unlink()
    path = folder / f"{digest()}-{STORED}"
    keep(path, list(learnt.weights), learnt)
    return path


def main(arguments: Sequence[str] = ()) -> None:
    """Print the measures, and write what was learnt if asked."""
    rows = load_rows()
    scores = out_of_message(rows)
    level, doubt = levels_of(rows, scores)
    for line in report(rows, scores, level, doubt):
        print(line)
    if "--write" in arguments:
        print(write(learn(rows, level, doubt), default_knowledge()).name)


if __name__ == "__main__":
    main(sys.argv[1:])
