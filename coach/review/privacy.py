"""Finds private notes that show in a text, also when they are said in other words."""

from collections.abc import Sequence

from coach.review.phrases import Phrases
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.stems import stems
from coach.review.text import Span, sentences


def no_private_note(reading: Reading) -> Verdict:
    """No private note of the brief shows in the message, not even paraphrased."""
    notes = reading.brief.private_notes if reading.brief is not None else []
    shown = shown_notes(notes, reading.public_texts, reading.letter.text, reading.phrases)
    return private_verdict(shown)


def private_verdict(shown: Sequence[Span]) -> Verdict:
    """Return the verdict for the sentences in which notes show."""
    if not shown:
        return passes("Your private notes stay private.")
    return fails(
        "This gives away something you marked as private; once sent, it cannot be taken back.",
        "Do you want to tell it after all? Then move it out of your private notes; if not, take it out.",
        shown[0],
    )


def shown_notes(
    notes: Sequence[str], public: Sequence[str], text: str, phrases: Phrases
) -> tuple[Span, ...]:
    """Return the sentences of ``text`` in which one of ``notes`` shows.

    A note shows where a sentence holds at least two of its telling words (or its only one), and
    two fifths of them, or a single sensitive one; words that the public part of the brief also uses tell nothing.
    """
    open_words = _meanings(public, phrases)
    sensitive = {phrases.concept(s) for s in phrases.word_set("sensitive")}
    found = []
    pieces = sentences(text, 0, len(text))
    for note in notes:
        for part in sentences(note, 0, len(note)):
            telling = _meanings([part.text], phrases) - open_words
            for piece in pieces:
                hit = telling & _meanings([piece.text], phrases)
                enough = len(hit) >= 2 and len(hit) * 5 >= len(telling) * 2
                if enough or (hit and (len(telling) == 1 or hit & sensitive)):
                    found.append(piece)
    return tuple(sorted(found, key=lambda piece: piece.start))


def _meanings(texts: Sequence[str], phrases: Phrases) -> frozenset[str]:
    common = phrases.word_set("stop") | phrases.word_set("private-common")
    return frozenset(
        phrases.concept(s)
        for text in texts
        for s in stems(text, phrases.irregular)
        if s not in common and len(s) > 2
    )
