"""Says of every clause of a text, whoever wrote it, what it rests on: brief, wording, or nothing."""

import datetime
from collections.abc import Iterator
from itertools import groupby

from coach.domain.brief import OutreachBrief
from coach.domain.results import Clause
from coach.domain.vocabulary import Support
from coach.review.claim import Claim
from coach.review.claim_cut import cut
from coach.review.claim_ledger import Ledger
from coach.review.claim_sources import rests_on
from coach.review.claims import claims_in
from coach.review.message import read_message
from coach.review.phrases import Phrases
from coach.review.reading import Reading, SecondReader
from coach.review.text import Span, trimmed

_LONGEST_QUOTE = 90


def provenance(
    text: str,
    brief: OutreachBrief,
    *,
    subject: str | None = None,
    today: datetime.date | None = None,
    phrases: Phrases | None = None,
    second: SecondReader | None = None,
) -> tuple[Clause, ...]:
    """Cut a message into clauses and say what each rests on.

    Args:
        text: any message: a draft, an edited draft, a model's or a person's own.
        brief: what the mentee told us.
        subject: the subject, when ``text`` is the body only.
        today: the day from which "last week" is counted.
        phrases: the phrase lists; by default those of the knowledge folder.
        second: compares the message with the brief a second time; without it rules and layer stand alone.

    Returns:
        The clauses in order, without overlaps; between them stand only spaces and punctuation.
        ``sources`` are named like the brief's paths ("sender.role", "history.advice").
    """
    reading = read_message(
        text, brief=brief, subject=subject, today=today, phrases=phrases, second=second
    )
    return clauses_of(reading, text)


def clauses_of(reading: Reading, text: str) -> tuple[Clause, ...]:
    """Return the clauses of a message that has a brief; ``text`` is the message as it was typed."""
    ledger = Ledger(reading)
    pieces = cut(reading)
    claims = claims_in(ledger, pieces)
    found: list[Clause] = []
    for _, some in groupby(pieces, key=lambda piece: piece.sentence.start):
        clauses = [_judge(ledger, piece.span, claims, text) for piece in some]
        found.extend(_joined(clauses, text))
    letter = reading.letter
    framing = [letter.salutation, *_lines(reading, letter.closing, found)]
    if letter.subject is not None and letter.subject.end:
        framing.insert(0, letter.subject)
    found.extend(_judge(ledger, span, (), text) for span in framing if span.text.strip())
    return tuple(sorted(found, key=lambda clause: clause.start))


def _lines(reading: Reading, closing: Span, taken: list[Clause]) -> Iterator[Span]:
    """The lines of the sign-off, less a postscript that was cut already."""
    start = closing.start
    for line in closing.text.split("\n"):
        span = trimmed(reading.letter.text, start, start + len(line))
        if span is not None and not any(c.start < span.end and span.start < c.end for c in taken):
            yield span
        start += len(line) + 1


def _judge(ledger: Ledger, span: Span, claims: tuple[Claim, ...], text: str) -> Clause:
    reasons = ledger.lexicon.reasons
    raw = text[span.start : span.end]
    claim = next((c for c in claims if c.span.start < span.end and span.start < c.span.end), None)
    if claim is not None:
        words = text[claim.span.start : claim.span.end].replace("\n", " ")
        words = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()} …"
        return Clause(
            text=raw,
            start=span.start,
            end=span.end,
            support=Support.UNSUPPORTED,
            kind=claim.kind,
            reason=reasons[claim.kind].replace("{words}", words),
        )
    sources = rests_on(ledger, span.text)
    support = Support.BRIEF if sources else Support.WORDING
    return Clause(
        text=raw,
        start=span.start,
        end=span.end,
        support=support,
        sources=sources,
        reason=reasons[support.value],
    )


def _joined(clauses: list[Clause], text: str) -> Iterator[Clause]:
    """Neighbours in a sentence that are marked alike are one clause."""
    for _, some in groupby(clauses, key=lambda c: (c.support, c.kind)):
        listed = list(some)
        start, end = listed[0].start, listed[-1].end
        sources = dict.fromkeys(s for c in listed for s in c.sources)
        yield listed[0].model_copy(
            update={"text": text[start:end], "end": end, "sources": tuple(sources)}
        )
