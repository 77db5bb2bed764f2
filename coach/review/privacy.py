"""Finds private notes that show in a text, also when they are said in other words.

Two rules, and either is enough: a sentence shares telling words with a note; or a clause is near a note in
meaning, nearer than to anything that may be told. The second needs a model and is left out where there is none.
"""

from collections.abc import Sequence

from coach.domain.brief import AnyBrief
from coach.review.phrases import Phrases
from coach.review.private_cut import open_texts
from coach.review.private_notes import Alike, KeptNotes
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.text import Span, sentences, words


def no_private_note(reading: Reading) -> Verdict:
    """No private note of the brief shows in the message, not even paraphrased."""
    brief = reading.brief
    if brief is None or not brief.private_notes:
        return private_verdict(())
    key = tuple(brief.private_notes)
    if key not in reading.memo.notes:
        reading.memo.notes[key] = KeptNotes(brief, reading.phrases)
    text, subject = reading.letter.text, reading.letter.subject
    titled = [subject] if subject is not None and subject.end and subject.text else []
    told = [*titled, *reading.sentences]
    pieces = sentences(text, 0, len(text))
    return private_verdict(_shown(reading.memo.notes[key], pieces, told, reading.alike))


def private_verdict(shown: Sequence[Span]) -> Verdict:
    """Return the verdict for the sentences in which notes show."""
    if not shown:
        return passes("Your private notes stay private.")
    return fails(
        "This gives away something you marked as private; once sent, it cannot be taken back.",
        "Do you want to tell it after all? Then move it out of your private notes; if not, take it out.",
        shown[0],
    )


def quoted_verdict(shown: Sequence[Span]) -> Verdict:
    """Return the verdict for a text in parts, which has no places: it quotes what shows."""
    verdict = private_verdict(shown)
    if verdict.passed:
        return verdict
    return fails(f"{verdict.message} It stands in “{shown[0].text[:100]}”.", verdict.fix)


def shown_notes(
    brief: AnyBrief,
    text: str,
    phrases: Phrases,
    *,
    alike: Alike | None = None,
) -> tuple[Span, ...]:
    """Return the sentences and clauses of ``text`` in which a private note of ``brief`` shows.

    Args:
        brief: the brief; what stands in its public part as well as in a note may be told.
        text: the text that goes out.
        phrases: the phrase lists.
        alike: compares meanings; without it only words are compared.
    """
    kept = KeptNotes(brief, phrases)
    pieces = sentences(text, 0, len(text))
    return _shown(kept, pieces, pieces, alike)


def _shown(
    kept: KeptNotes, pieces: Sequence[Span], told: Sequence[Span], alike: Alike | None
) -> tuple[Span, ...]:
    found = kept.by_words(pieces)
    if alike is not None:
        found += kept.by_meaning(told, alike)
    return tuple(sorted(set(found), key=lambda piece: (piece.start, piece.end)))


def public_notes(brief: AnyBrief) -> tuple[str, ...]:
    """The private notes that stand word for word in the public part too, so that they may be told."""
    public = [f" {' '.join(words(text.casefold()))} " for text in open_texts(brief)]
    plain_notes = ((note, " ".join(words(note.casefold()))) for note in brief.private_notes)
    return tuple(
        note for note, said in plain_notes if said and any(f" {said} " in text for text in public)
    )
