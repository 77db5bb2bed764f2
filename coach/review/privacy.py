"""Finds private notes that show in a text, also when they are said in other words.

Two rules, and either is enough: a sentence shares telling words with a note; or a clause is near a note in
meaning, nearer than to anything that may be told. The second needs a model and is left out where there is none.
"""

from collections.abc import Sequence

from coach.domain.brief import AnyBrief
from coach.review.phrases import Phrases
from coach.review.private_cut import Names, clauses, note_parts, note_sentences, open_texts
from coach.review.reading import Alike, Reading, Verdict, fails, passes
from coach.review.stems import stems
from coach.review.text import Span, sentences, words


def no_private_note(reading: Reading) -> Verdict:
    """No private note of the brief shows in the message, not even paraphrased."""
    brief = reading.brief
    if brief is None or not brief.private_notes:
        return private_verdict(())
    subject = reading.letter.subject
    titled = [subject] if subject is not None and subject.end and subject.text else []
    pieces = [*titled, *reading.sentences]
    return private_verdict(
        shown_notes(brief, reading.letter.text, reading.phrases, alike=reading.alike, told=pieces)
    )


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
    told: Sequence[Span] | None = None,
) -> tuple[Span, ...]:
    """Return the sentences and clauses of ``text`` in which a private note of ``brief`` shows.

    Args:
        brief: the brief; what stands in its public part as well as in a note may be told.
        text: the text that goes out.
        phrases: the phrase lists.
        alike: compares meanings; without it only words are compared.
        told: the sentences whose meaning is compared; by default all of ``text``.
    """
    public = open_texts(brief)
    pieces = sentences(text, 0, len(text))
    found = _by_words(brief.private_notes, public, pieces, phrases)
    if alike is not None:
        told = pieces if told is None else told
        found += _by_meaning(brief, public, told, phrases, alike)
    return tuple(sorted(set(found), key=lambda piece: (piece.start, piece.end)))


def public_notes(brief: AnyBrief) -> tuple[str, ...]:
    """The private notes that stand word for word in the public part too, so that they may be told."""
    public = [f" {' '.join(words(text.casefold()))} " for text in open_texts(brief)]
    plain_notes = ((note, " ".join(words(note.casefold()))) for note in brief.private_notes)
    return tuple(
        note for note, said in plain_notes if said and any(f" {said} " in text for text in public)
    )


def _by_words(
    notes: Sequence[str], public: Sequence[str], pieces: Sequence[Span], phrases: Phrases
) -> list[Span]:
    """The sentences that share telling words with a note.

    At least two (or the only one), and two fifths of the note's, or a single sensitive one; words that
    the public part of the brief also uses tell nothing.
    """
    open_words = _known(public, phrases)
    sensitive = {phrases.concept(s) for s in phrases.word_set("sensitive")}
    said = [(piece, _meanings((piece.text,), phrases)) for piece in pieces]
    found = []
    for part in dict.fromkeys(piece.text for piece in note_sentences(notes, phrases)):
        telling = _meanings((part,), phrases) - open_words
        for piece, meanings in said if telling else ():
            hit = telling & meanings
            enough = len(hit) >= 2 and len(hit) * 5 >= len(telling) * 2
            if enough or (hit and (len(telling) == 1 or hit & sensitive)):
                found.append(piece)
    return found


def _by_meaning(
    brief: AnyBrief,
    public: Sequence[str],
    pieces: Sequence[Span],
    phrases: Phrases,
    alike: Alike,
) -> list[Span]:
    """The clauses that are near a note in meaning."""
    known = _known(public, phrases)
    parts = [
        part
        for part in note_parts(brief.private_notes, phrases)
        if _meanings((part,), phrases) - known
    ]
    said = clauses(pieces) if parts else []
    if not said:
        return []
    names = Names(brief)
    shown = alike.shows(
        [names.hidden(piece.text) for piece in said],
        list(dict.fromkeys(map(names.hidden, parts))),
        [names.hidden(text) for text in _pieces_of(public)],
    )
    return [piece for piece, shows in zip(said, shown, strict=True) if shows]


def _pieces_of(texts: Sequence[str]) -> list[str]:
    """What may be told, sentence by sentence and clause by clause."""
    found = (piece.text for text in texts for piece in clauses(sentences(text, 0, len(text))))
    return list(dict.fromkeys([*texts, *found]))


def _known(public: Sequence[str], phrases: Phrases) -> frozenset[str]:
    """Meanings that tell nothing: those of the public part, and of any talk between two such people."""
    setting = frozenset(map(phrases.concept, phrases.word_set("private-setting")))
    return _meanings(public, phrases) | setting


def _meanings(texts: Sequence[str], phrases: Phrases) -> frozenset[str]:
    common = phrases.word_set("stop") | phrases.word_set("private-common")
    return frozenset(
        phrases.concept(s)
        for text in texts
        for s in stems(text, phrases.irregular)
        if s not in common and len(s) > 2
    )
