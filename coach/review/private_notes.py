"""The private notes of one brief, made ready to be looked for in texts."""

from collections.abc import Sequence
from typing import Protocol

from coach.domain.brief import AnyBrief
from coach.review.phrases import Phrases
from coach.review.private_cut import Names, clauses, note_parts, note_sentences, open_texts
from coach.review.stems import stems
from coach.review.text import Span, sentences


class Alike(Protocol):
    """Tells whether clauses give notes away though they share no word with them."""

    def shows(
        self, clauses: Sequence[str], notes: Sequence[str], public: Sequence[str]
    ) -> list[bool]:
        """For each clause, whether one of the notes shows in it, given what may be told anyway."""


class KeptNotes:
    """Finds the notes of a brief by their words and by their meaning; reads no sentence twice."""

    def __init__(self, brief: AnyBrief, phrases: Phrases) -> None:
        public = open_texts(brief)
        self._telling = _Telling(public, phrases)
        told = dict.fromkeys(s.text for s in note_sentences(brief.private_notes, phrases))
        self._notes = [meanings for text in told if (meanings := self._telling.meanings(text))]
        self._names = Names(brief)
        parts = [p for p in note_parts(brief.private_notes, phrases) if self._telling.meanings(p)]
        self._parts = list(dict.fromkeys(map(self._names.hidden, parts)))
        self._public = [self._names.hidden(text) for text in _pieces_of(public)]
        self._worded: dict[str, bool] = {}
        self._meant: dict[str, bool] = {}

    def by_words(self, pieces: Sequence[Span]) -> list[Span]:
        """The sentences that share telling words with a note.

        At least two (or the only one), and two fifths of the note's, or a single sensitive one; words
        that the public part of the brief also uses tell nothing.
        """
        return [piece for piece in pieces if self._shares(piece.text)]

    def _shares(self, text: str) -> bool:
        if text not in self._worded:
            said = self._telling.meanings(text)
            self._worded[text] = bool(said) and any(
                self._enough(note, said) for note in self._notes
            )
        return self._worded[text]

    def _enough(self, note: frozenset[str], said: frozenset[str]) -> bool:
        hit = note & said
        if len(hit) >= 2 and len(hit) * 5 >= len(note) * 2:
            return True
        return bool(hit) and (len(note) == 1 or self._telling.is_sensitive(hit))

    def by_meaning(self, pieces: Sequence[Span], alike: Alike) -> list[Span]:
        """The clauses of these sentences that are near a note in meaning.

        A clause without a word of its own, such as "I feel the same", is near everything.
        """
        if not self._parts:
            return []
        telling = (piece for piece in clauses(pieces) if self._telling.meanings(piece.text))
        said = [(piece, self._names.hidden(piece.text)) for piece in telling]
        new = [text for text in dict.fromkeys(text for _, text in said) if text not in self._meant]
        if new:
            shown = alike.shows(new, self._parts, self._public)
            self._meant.update(zip(new, shown, strict=True))
        return [piece for piece, text in said if self._meant[text]]


def _pieces_of(texts: Sequence[str]) -> list[str]:
    """What may be told, sentence by sentence and clause by clause."""
    found = (piece.text for text in texts for piece in clauses(sentences(text, 0, len(text))))
    return list(dict.fromkeys([*texts, *found]))


class _Telling:
    """Finds the words that tell something which the public part of the brief does not."""

    def __init__(self, public: Sequence[str], phrases: Phrases) -> None:
        self._phrases = phrases
        self._sensitive = frozenset(map(phrases.concept, phrases.word_set("sensitive")))
        setting = phrases.word_set("private-setting")
        self._common = phrases.word_set("stop") | phrases.word_set("private-common") | setting
        self._open = frozenset(s for text in public for s in self._stems(text))
        self._known = frozenset(map(phrases.concept, self._open | setting))

    def meanings(self, text: str) -> frozenset[str]:
        """The telling words of ``text``, synonyms made one.

        A public word opens its synonyms as well; but "Health" in the name of a firm does not make an
        illness public, so of sensitive synonyms each stays telling by itself.
        """
        told = {s for s in self._stems(text) if s not in self._open}
        new = {self._phrases.concept(s) for s in told} - self._known
        return frozenset(new | {s for s in told if self._is_sensitive_still(s)})

    def is_sensitive(self, told: frozenset[str]) -> bool:
        """Whether one of these telling words is enough to give a note away."""
        return any(word in self._sensitive or self._is_sensitive_still(word) for word in told)

    def _is_sensitive_still(self, stem: str) -> bool:
        concept = self._phrases.concept(stem)
        return concept in self._known and concept in self._sensitive and stem not in self._open

    def _stems(self, text: str) -> list[str]:
        found = stems(text, self._phrases.irregular)
        return [s for s in found if s not in self._common and len(s) > 2]
