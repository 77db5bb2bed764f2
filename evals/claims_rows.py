"""The labelled messages from which it is learnt which clauses claim what a brief does not give."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from coach.domain.brief import OutreachBrief
from coach.review import claim_signals
from coach.review.claim_cut import Piece, cut
from coach.review.claim_learnt import SHAPED
from coach.review.claim_ledger import Ledger
from coach.review.claims import claims_by_rule
from coach.review.message import read_message
from coach.review.phrases import default_knowledge
from coach.use_cases.read_brief import read_brief
from coach.writing.builtin import BuiltInWriter
from evals.hashed import hash_of
from evals.invention_eval import DATASETS, DEVELOPMENT, HARDER, TODAY, TRUE
from evals.model_items import read_lines

TUNED = DATASETS / "invention-tuned.npz"
"""What the tuned model says of the clauses of the messages that it did not learn from."""
GOOD, DRAFTS = "good", "drafts"
LABELLED = (*DEVELOPMENT, HARDER, TRUE)
VARIANTS = 3
PARTS = 5
"""One message in so many is left out in tuning."""


@dataclass(frozen=True)
class Message:
    """A message that was read.

    Attributes:
        id: its name, which some drafts share.
        of: the set it belongs to.
        ledger: what its brief gives.
        pieces: its clauses.
        planted: for each clause, which of the planted inventions stand in it.
    """

    id: str
    of: str
    ledger: Ledger
    pieces: tuple[Piece, ...]
    planted: tuple[frozenset[int], ...]

    @property
    def text(self) -> str:
        """The message."""
        return self.ledger.reading.letter.text

    @cached_property
    def ruled(self) -> tuple[str, ...]:
        """For each clause the kind of claim the rules see in it, or nothing."""
        claims = claims_by_rule(self.ledger, self.pieces)
        found = []
        for piece in self.pieces:
            start, end = piece.span.start, piece.span.end
            kinds = [c.kind for c in claims if c.span.start < end and start < c.span.end]
            found.append(next((k for k in kinds if k not in SHAPED), kinds[0] if kinds else ""))
        return tuple(found)

    @cached_property
    def signals(self) -> list[frozenset[str]]:
        """For each clause what is there to go by."""
        return claim_signals.signals(self.ledger, self.pieces)


def load_messages() -> list[Message]:
    """Every message that is learnt from."""
    found = [message for path in LABELLED for message in _labelled(path)]
    for row in read_lines(DATASETS / "review-dev.jsonl"):
        if row.get("brief") and "no-unsupported-claim" not in _texts(row["fails"]):
            brief = OutreachBrief.model_validate(row["brief"])
            found.append(_message(str(row["id"]), GOOD, str(row["text"]), brief))
    return [*found, *_drafts()]


def left_out(message: str) -> bool:
    """Whether a message is left out in tuning, to be measured on."""
    return int(hashlib.sha256(message.encode()).hexdigest(), 16) % PARTS == 0


def digest_of_messages() -> str:
    """The hash of the labelled messages, from which the tuned model learns."""
    return hash_of(LABELLED)


def tuned_scores() -> dict[tuple[str, str, int], float]:
    """What the tuned model says, by set, message and number of the clause.

    Raises:
        SystemExit: it learnt from other messages.
    """
    with np.load(TUNED, allow_pickle=False) as kept:
        if str(kept["messages"]) != digest_of_messages():
            raise SystemExit(f"{TUNED.name} is of other messages: run python -m evals.claims_tune")
        names = bytes(kept["names"]).decode().split("\n")
        scores = [float(one) for one in kept["scores"]]
    found = {}
    for name, score in zip(names, scores, strict=True):
        of, message, clause = name.split("\t")
        found[of, message, int(clause)] = score
    return found


def keep_tuned(scores: dict[tuple[str, str, int], float]) -> None:
    """Keep what the tuned model says.

    Raises:
        OSError: the file cannot be written.
    """
    names = "\n".join(f"{of}\t{message}\t{clause}" for of, message, clause in scores)
    np.savez_compressed(
        TUNED,
        names=np.frombuffer(names.encode(), np.uint8),
        scores=np.array(list(scores.values()), np.float16),
        messages=digest_of_messages(),
    )


def _labelled(path: Path) -> Iterator[Message]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        brief = OutreachBrief.model_validate({**row["brief"], "kind": "outreach"})
        quotes = [str(plant["quote"]) for plant in row["planted"]]
        today = datetime.date.fromisoformat(row["today"]) if "today" in row else TODAY
        yield _message(row["id"], path.stem, row["text"], brief, quotes, row.get("subject"), today)


def _drafts() -> Iterator[Message]:
    writer = BuiltInWriter(default_knowledge())
    for path in sorted((DATASETS / "briefs-dev").glob("*.yaml")):
        brief = read_brief(path)
        for variant in range(VARIANTS) if isinstance(brief, OutreachBrief) else ():
            assert isinstance(brief, OutreachBrief)
            written = writer.outreach(brief, variant, today=TODAY)
            yield _message(path.stem, DRAFTS, written.body, brief, (), written.subject)


def _message(
    name: str,
    of: str,
    text: str,
    brief: OutreachBrief,
    quotes: Sequence[str] = (),
    subject: str | None = None,
    today: datetime.date = TODAY,
) -> Message:
    reading = read_message(text, brief=brief, subject=subject, today=today)
    pieces = cut(reading)
    places = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    planted = tuple(
        frozenset(
            n for n, at in enumerate(places) if at[0] < piece.span.end and piece.span.start < at[1]
        )
        for piece in pieces
    )
    return Message(name, of, Ledger(reading), pieces, planted)


def _texts(listed: object) -> list[str]:
    return [str(one) for one in listed] if isinstance(listed, list) else []
