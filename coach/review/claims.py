"""Compares what a message claims with what its brief gives, clause by clause.

A clause is a *claim* when it states a fact about the sender, the reader, their past, or a promise.
Courtesy, wishes, requests and ways out are wording. A claim is supported when the brief's public
fields hold its numbers, its names and most of its telling words, in any form. How much that is new
makes a claim depends on the shape of the clause: less where it hangs onto another, or links the two.
"""

import datetime
import re
from collections.abc import Iterator

from coach.domain.brief import OutreachBrief
from coach.review.claim import Claim
from coach.review.claim_acts import act_claims, third_acts, third_minds, wishes_well
from coach.review.claim_asides import told_in_passing
from coach.review.claim_counts import counts
from coach.review.claim_cut import Piece, cut
from coach.review.claim_dates import date_claims
from coach.review.claim_fractions import fraction_claims
from coach.review.claim_given import given_text, new_words
from coach.review.claim_learnt import HARD, SHAPED, LearntClaims, joined, load_learnt_claims
from coach.review.claim_ledger import Ledger
from coach.review.claim_minds import mind_claims
from coach.review.claim_names import name_claims
from coach.review.claim_numbers import number_claims
from coach.review.claim_rules import CLAIM_RULES
from coach.review.claim_signals import signals
from coach.review.claim_sizes import size_claims
from coach.review.claim_soft import kind_of, states_new
from coach.review.letter import read_letter
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.reading import MAX_FOUND, Reading, Verdict, fails, passes
from coach.review.same_fact import facts_of, mixed_up, names_of
from coach.review.text import Span, fold

_PERSON = re.compile(r"\b(?:she|he|they|him|them|her|his|their|your)\b")
_BEFORE = 200
"""Characters looked at in front of a clause, so that a sentence without end stays linear."""
_WORD = re.compile(r"[\w']+")


def unsupported_claims(
    text: str,
    brief: OutreachBrief,
    *,
    subject: str | None = None,
    today: datetime.date | None = None,
    phrases: Phrases | None = None,
) -> tuple[Claim, ...]:
    """Return the claims in ``text`` that ``brief`` neither gives nor plainly implies, in order."""
    reading = Reading(
        letter=read_letter(text, subject),
        brief=brief,
        channel=brief.channel,
        purpose=brief.purpose,
        today=today or datetime.date.today(),
        phrases=phrases or load_phrases(default_knowledge()),
    )
    return find_claims(reading)


def no_unsupported_claim(reading: Reading) -> Verdict:
    """Every fact about either person, the past, and every promise, rests on the brief."""
    found = find_claims(reading)
    if not found:
        return passes("Everything you state is in what you told us.")
    others = f" ({len(found)} such places in all)" if len(found) > 1 else ""
    return fails(
        f"You did not tell us this, and an invented detail costs all trust once noticed{others}.",
        "Is it true? Then add it to your facts; if not, take it out.",
        found[0].span,
    )


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the unsupported claims of a message that has a brief, in order, without overlaps."""
    return claims_in(Ledger(reading), cut(reading))


def claims_in(ledger: Ledger, pieces: tuple[Piece, ...]) -> tuple[Claim, ...]:
    """Return the unsupported claims of a message that is already cut into clauses.

    What the rules find, and what is learnt from labelled messages over them.
    """
    found = claims_by_rule(ledger, pieces)
    learnt = load_learnt_claims(default_knowledge())
    return found if learnt is None else judged_anew(ledger, pieces, found, learnt)


def judged_anew(
    ledger: Ledger, pieces: tuple[Piece, ...], found: tuple[Claim, ...], learnt: LearntClaims
) -> tuple[Claim, ...]:
    """The rules' claims less those that are surely none, and the clauses that surely are."""
    scores = [learnt.score(names) for names in signals(ledger, pieces)]
    read = read_again(ledger, pieces)
    levels = learnt.alone if read is None else learnt.together
    if read is not None:
        scores = [joined(*both) for both in zip(scores, read, strict=True)]
    scored = list(zip(pieces, scores, strict=True))
    kept = [
        claim
        for claim in found
        if (claim.kind not in SHAPED if read is None else claim.kind in HARD)
        or any(
            levels.stands(claim.kind, score)
            for piece, score in scored
            if _meet(piece.span, claim.span)
        )
    ]
    given = [_folded(text) for text in ledger.reading.public_texts]
    new = [
        Claim(piece.span, kind_of(piece.span.text))
        for piece, score in scored
        if score >= levels.marked
        and not any(_meet(piece.span, claim.span) for claim in found)
        and not wishes_well(piece.span.text, _ahead_of(piece))
        and not _as_typed(piece.sentence, given)
        and not _as_typed(piece.span, given)
    ]
    text = ledger.reading.letter.text
    whole = [Claim(at_words(text, claim.span), claim.kind) for claim in new]
    return tuple(sorted([*kept, *whole], key=lambda claim: claim.span.start))[:MAX_FOUND]


def read_again(ledger: Ledger, pieces: tuple[Piece, ...]) -> list[float] | None:
    """What a second reader says of each clause; None where there is none."""
    second = ledger.reading.second
    if second is None:
        return None
    text = ledger.reading.letter.text
    new = [(word.start, word.end) for word in new_words(ledger, text)]
    clauses = [(piece.span.start, piece.span.end) for piece in pieces]
    return second.claims(given_text(ledger), text, new, clauses)


def _ahead_of(piece: Piece) -> str:
    """What its sentence says before a clause."""
    return piece.sentence.text[: piece.span.start - piece.sentence.start][-_BEFORE:]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def claims_by_rule(ledger: Ledger, pieces: tuple[Piece, ...]) -> tuple[Claim, ...]:
    """Return what the rules alone find in a message that is already cut into clauses."""
    found: list[Claim] = []
    given = [_folded(text) for text in ledger.reading.public_texts]
    by_sentence: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_sentence.setdefault(piece.sentence.start, []).append(piece)
    numbers = counts(ledger)
    for some in by_sentence.values():
        sentence = some[0].sentence
        if len(found) >= MAX_FOUND:
            break
        if _as_typed(sentence, given):
            continue
        found.extend(name_claims(ledger, sentence, some))
        found.extend(mind_claims(ledger, some[0].whole))
        found.extend(third_minds(ledger, sentence))
        for rule in CLAIM_RULES:
            found.extend(rule(ledger, sentence))
        for piece in some:
            found.extend(number_claims(ledger, numbers, piece, sentence))
            found.extend(fraction_claims(ledger, piece))
            found.extend(size_claims(ledger, piece, sentence))
            found.extend(date_claims(ledger, piece))
            if states_new(ledger, piece):
                found.append(Claim(piece.span, kind_of(sentence.text)))
            elif told_in_passing(ledger, piece, first=piece is some[0]):
                found.append(Claim(piece.span, "event"))
            else:
                found.extend(act_claims(ledger, piece, _ahead_of(piece)))
                found.extend(third_acts(ledger, piece))
    found.extend(_mixed(ledger.reading, tuple(found)))
    text = ledger.reading.letter.text
    whole = (Claim(at_words(text, claim.span), claim.kind) for claim in found[:MAX_FOUND])
    return _apart([claim for claim in whole if not _as_typed(claim.span, given)])


def _mixed(reading: Reading, found: tuple[Claim, ...]) -> Iterator[Claim]:
    """Yield the numbers that were given, but of another thing than the one they stand with.

    ``found`` are the claims found otherwise; no number of theirs is told of again.
    """
    if reading.brief is None:
        return
    given, names = facts_of(reading.brief, reading.today), names_of(reading.brief)
    for sentence in reading.sentences:
        for mixed in mixed_up(sentence.text, given, names=names, surely=True):
            start, end = sentence.start + mixed.at.start, sentence.start + mixed.at.end
            if all(end <= one.span.start or start >= one.span.end for one in found):
                yield Claim(Span(start, end, mixed.at.text), "number")


def at_words(text: str, span: Span) -> Span:
    """Return ``span`` of ``text`` widened to whole words and without spaces at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while 0 < start < len(text) and _inside(text, start):
        start -= 1
    while 0 < end < len(text) and _inside(text, end):
        end += 1
    return Span(start, end, text[start:end])


def _inside(text: str, at: int) -> bool:
    """Whether ``at`` lies within a word; an apostrophe between letters is part of it."""
    before, after = text[at - 1], text[at]
    if before == "'":
        return after.isalpha() and at > 1 and text[at - 2].isalpha()
    if after == "'":
        return before.isalpha() and at + 1 < len(text) and text[at + 1].isalpha()
    return before.isalnum() and after.isalnum()


def _folded(text: str) -> str:
    """A text in which "she", "he", "they" and "you" are one word, as are their other forms."""
    return " ".join(_WORD.findall(_PERSON.sub("you", fold(text).casefold())))


def _as_typed(sentence: Span, given: list[str]) -> bool:
    """Whether a sentence of three words or more stands in the brief just so, but for the person."""
    folded = _folded(sentence.text)
    return folded.count(" ") >= 2 and any(folded in text for text in given)


def _apart(found: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims in order without overlaps; a rule with a name goes before a mere fact."""
    kept: list[Claim] = []
    for claim in sorted(
        found,
        key=lambda c: (c.kind in ("other", "achievement"), c.span.start, -c.span.end),
    ):
        if all(claim.span.start >= k.span.end or claim.span.end <= k.span.start for k in kept):
            kept.append(claim)
    return tuple(sorted(kept, key=lambda c: c.span.start))
