"""How good the improved drafts are: what still fails, how much stays, and whether anything is new.

A must check that still fails counts as *asked for* when its fix puts a question to the mentee:
what only they know is never filled in for them. A claim counts as new when the draft lacked a word of it.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.vocabulary import Channel, Purpose, Severity
from coach.review import SecondReader
from coach.review.claims import unsupported_claims
from coach.review.improve import improve_message
from coach.review.message import review_message

FEW_FLAWS = 3
"""Up to so many flaws, most of the words should stay the mentee's own."""


@dataclass(frozen=True)
class Improved:
    """One improved draft and what is counted about it."""

    id: str
    flaws: int
    subject: str
    body: str
    kept: float
    failing: tuple[Finding, ...]
    new_claims: int


def improve_row(row: dict[str, object], today: datetime.date, second: SecondReader) -> Improved:
    """Improve one labelled message that has a brief."""
    brief = OutreachBrief.model_validate(row["brief"])
    text, channel = str(row["text"]), Channel(str(row["channel"]))
    purpose = Purpose(str(row["purpose"]))
    findings = review_message(
        text, brief=brief, channel=channel, purpose=purpose, today=today, second=second
    )
    done = improve_message(
        text, findings, brief=brief, channel=channel, purpose=purpose, second=second
    )
    subject, body = done.improved.subject, done.improved.body
    after = review_message(
        body,
        brief=brief,
        channel=channel,
        purpose=purpose,
        subject=subject,
        today=today,
        second=second,
    )
    known = set(_letters(text))
    new = [c for c in _claims(body, brief, subject) if not _within(c, known)]
    failing = tuple(f for f in after if not f.passed and f.severity is Severity.MUST)
    fails = row["fails"]
    flaws = len(fails) if isinstance(fails, list) else 0
    return Improved(str(row["id"]), flaws, subject, body, done.kept, failing, len(new))


def _letters(text: str) -> list[str]:
    """Return the words of a text; "im" and "I'm" are one, for spelling out adds no fact."""
    return re.findall(r"\w+", text.lower().replace("'", "").replace("’", ""))


def _within(claim: str, known: set[str]) -> bool:
    """Tell whether every word of a claim, or the beginning of one, stood in the draft."""
    return all(any(word.startswith(piece) for word in known) for piece in _letters(claim))


def _claims(text: str, brief: OutreachBrief, subject: str | None) -> list[str]:
    return [claim.span.text.lower() for claim in unsupported_claims(text, brief, subject=subject)]


def improved_drafts(
    rows: list[dict[str, object]], today: datetime.date, second: Callable[[], SecondReader]
) -> Iterator[str]:
    """Yield what the improved drafts of the flawed messages with a brief amount to."""
    done = [improve_row(row, today, second()) for row in rows if row.get("brief") and row["fails"]]
    if not done:
        return
    clean = sum(not d.failing for d in done)
    asked = sum(bool(d.failing) and all("?" in f.fix for f in d.failing) for d in done)
    kept = [d.kept for d in done if d.flaws <= FEW_FLAWS]
    left = Counter(f.check for d in done for f in d.failing if "?" not in f.fix)
    yield f"Improved drafts of {len(done)} flawed messages with a brief"
    yield f"  every must passes {clean}, what is missing is asked for {asked}, neither {len(done) - clean - asked}"
    yield f"  own words kept, {FEW_FLAWS} flaws or fewer: median {median(kept):.2f}, least {min(kept):.2f}"
    yield f"  claims that were not in the draft before: {sum(d.new_claims for d in done)}"
    if left:
        yield "  left over: " + ", ".join(f"{check} {n}" for check, n in left.most_common())
