"""One text as the checks see it: its parts, its brief, and what was found in it, worked out once."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Protocol

from coach.domain.brief import OutreachBrief
from coach.domain.suspicion import Place, Suspicion
from coach.domain.vocabulary import Channel, Purpose
from coach.review.claim_tokens import names
from coach.review.letter import Letter
from coach.review.phrases import Phrases
from coach.review.private_notes import Alike, KeptNotes
from coach.review.stems import plain, stems
from coach.review.text import Span, words
from coach.review.ways_out import ways_out

MAX_FOUND = 200
"""Matches of one pattern that are looked at; no real message has as many."""


_NAMES_SELF = re.compile(
    r"(?:\b(?:[Ii]t's|[Ii]'m|[Ii] am|[Tt]his is|[Nn]ame is|[Nn]ame's) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))"
)


class SecondReader(Protocol):
    """Says how much speaks for each flaw of a message, and for each clause being an invention."""

    def flaws(
        self, about: str, text: str, sentences: Sequence[Place]
    ) -> Mapping[str, Suspicion] | None:
        """How much of a message read as a whole speaks for each flaw; None where nothing can say.

        Args:
            about: its purpose and channel.
            text: the message.
            sentences: where its sentences stand.
        """

    def claims(
        self, given: str, text: str, new: Sequence[Place], clauses: Sequence[Place]
    ) -> list[float] | None:
        """How much speaks for each clause claiming what is not given; in logits. None where nothing can say.

        Args:
            given: what the brief gives.
            text: the message.
            new: where in it the words stand that the brief does not have.
            clauses: where its clauses stand.
        """


@dataclass(frozen=True)
class Verdict:
    """What one check says: passed or not, why it matters to the reader, and what to do.

    ``start`` and ``end`` are offsets into the text given; 0, 0 means the text as a whole.
    """

    passed: bool
    message: str
    fix: str = ""
    start: int = 0
    end: int = 0


def passes(message: str) -> Verdict:
    """Return a passed verdict."""
    return Verdict(passed=True, message=message)


def fails(message: str, fix: str, at: Span | None = None) -> Verdict:
    """Return a failed verdict, about ``at`` or about the text as a whole."""
    if at is None or (at.start, at.end) == (0, 0):
        return Verdict(passed=False, message=message, fix=fix)
    return Verdict(passed=False, message=message, fix=fix, start=at.start, end=at.end)


def _blanked(sentence: Span, pieces: Iterable[Span]) -> Span:
    """Return ``sentence`` with spaces in place of ``pieces``."""
    text = sentence.text
    for piece in pieces:
        start, end = piece.start - sentence.start, piece.end - sentence.start
        text = text[:start] + " " * (end - start) + text[end:]
    return Span(sentence.start, sentence.end, text)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of ``text`` with where they start; no phrase runs over a blank line."""
    if "\n\n" not in text:
        yield 0, text
        return
    at = 0
    for piece in text.split("\n\n"):
        if piece:
            yield at, piece
        at += len(piece) + 2


@dataclass(frozen=True)
class Memo:
    """What was found in single sentences and paragraphs, kept while one message is reviewed and improved.

    Each proposed change is reviewed as a whole message; most of its sentences were read before.
    """

    found: dict[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    had: dict[tuple[str, str], bool] = field(default_factory=dict)
    stemmed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    ways_out: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    notes: dict[tuple[str, ...], KeptNotes] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Reading:
    """A message, what is known about it, and the phrase lists to read it with."""

    letter: Letter
    brief: OutreachBrief | None
    channel: Channel
    purpose: Purpose
    today: datetime.date
    phrases: Phrases
    memo: Memo = field(default_factory=Memo)
    alike: Alike | None = None
    second: SecondReader | None = None

    def find(self, name: str, within: Span | None = None) -> list[Span]:
        """Return where the patterns called ``name`` match, in the body or ``within`` a span."""
        where = within or self.body
        found = (
            Span(where.start + at + start, where.start + at + end, piece[start:end])
            for at, piece in _paragraphs(where.text)
            for start, end in self._found(name, piece)
        )
        return list(islice(found, MAX_FOUND))

    def _found(self, name: str, text: str) -> tuple[tuple[int, int], ...]:
        key = (name, text)
        if key not in self.memo.found:
            found = islice(self.phrases.matches(name, text), MAX_FOUND)
            self.memo.found[key] = tuple(match.span() for match in found)
        return self.memo.found[key]

    def has(self, name: str, within: Span | None = None) -> bool:
        """Tell whether the patterns called ``name`` match at all."""
        text = (within or self.body).text
        if "\n\n" not in text:
            return self._had(name, text)
        return any(self._had(name, piece) for _, piece in _paragraphs(text))

    def _had(self, name: str, text: str) -> bool:
        key = (name, text)
        if key not in self.memo.had:
            self.memo.had[key] = next(self.phrases.matches(name, text), None) is not None
        return self.memo.had[key]

    def stems(self, text: str) -> list[str]:
        """Return the stems of ``text``, in order."""
        if text not in self.memo.stemmed:
            self.memo.stemmed[text] = tuple(stems(text, self.phrases.irregular))
        return list(self.memo.stemmed[text])

    def content(self, text: str, *without: str) -> list[str]:
        """Return the stems of ``text`` that carry meaning, less the word lists named."""
        if without not in self.memo.ignored:
            lists = map(self.phrases.word_set, without)
            self.memo.ignored[without] = self.phrases.word_set("stop").union(*lists)
        ignored = self.memo.ignored[without]
        return [s for s in self.stems(text) if s not in ignored and len(s) > 1]

    def concepts(self, texts: Iterable[str]) -> frozenset[str]:
        """Return the meanings in ``texts``: stems, with synonyms made one."""
        return frozenset(
            self.phrases.concept(stem) for text in texts for stem in self.stems(text) if stem
        )

    @cached_property
    def body(self) -> Span:
        """The body with salutation and sign-off."""
        letter = self.letter
        return Span(letter.body_start, len(letter.text), letter.body)

    @cached_property
    def whole(self) -> Span:
        """The subject, if it stands in the text, and the body."""
        subject = self.letter.subject
        start = subject.start if subject is not None and subject.end else self.letter.body_start
        return Span(start, len(self.letter.text), self.letter.text[start:])

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences between salutation and sign-off, and any postscript."""
        return self.letter.sentences

    @cached_property
    def outs(self) -> tuple[tuple[Span, ...], ...]:
        """For each sentence, the words in it that make a "no" easy."""
        return tuple(
            tuple(
                Span(s.start + start, s.start + end, s.text[start:end])
                for start, end in self._ways_out(s.text)
            )
            for s in self.sentences
        )

    def _ways_out(self, text: str) -> tuple[tuple[int, int], ...]:
        if text not in self.memo.ways_out:
            self.memo.ways_out[text] = tuple(ways_out(text, self.phrases))
        return self.memo.ways_out[text]

    @cached_property
    def unforced(self) -> tuple[Span, ...]:
        """The sentences with every easy way out blanked, so that it is not read as a request."""
        return tuple(_blanked(s, outs) for s, outs in zip(self.sentences, self.outs, strict=True))

    @cached_property
    def reader_names(self) -> tuple[str, ...]:
        """The reader's name and, for an introduction, the go-between's instead of the recipient's."""
        if self.brief is None:
            return ()
        if self.purpose is Purpose.INTRODUCTION_REQUEST and self.brief.via:
            return (self.brief.via,)
        return (self.brief.recipient.name,)

    @cached_property
    def about(self) -> str:
        """Alternatives for the name of the person written about, for ``{name}`` in a pattern."""
        titles = self.phrases.word_set("title")
        if self.brief is not None:
            pieces = [w for w in words(self.brief.recipient.name) if plain(w) not in titles]
        else:
            named = [name.text for sentence in self.sentences for name in names(sentence)]
            calendar = self.phrases.pattern("times")
            pieces = [
                w
                for w in named
                if not set(self.stems(w)) & self.self_and_reader
                and not calendar.search(w)
                and not calendar.search(f"in {w}")
            ]
        return "|".join(re.escape(piece) for piece in pieces if len(piece) > 1)

    @cached_property
    def self_and_reader(self) -> frozenset[str]:
        """Stems of the names of sender and reader, as far as known."""
        names = [*self.reader_names, *words(self.letter.closing.text)[-2:]]
        if self.brief is not None:
            names.append(self.brief.sender.name)
        names.extend(words(self.letter.salutation.text))
        names.extend(at["name"] for at in _NAMES_SELF.finditer(self.letter.body))
        return frozenset(s for name in names for s in self.stems(name))

    @cached_property
    def public_texts(self) -> tuple[str, ...]:
        """Every text of the brief that may show in the message."""
        brief = self.brief
        if brief is None:
            return ()
        return (
            *(t for p in (brief.sender, brief.recipient) for t in (p.name, p.role, p.organisation)),
            *brief.sender.facts,
            *brief.recipient.facts,
            brief.via,
            brief.connection,
            brief.why_them,
            brief.topic,
            *brief.questions,
            brief.ask.when,
            str(brief.ask.kind or ""),
            str(brief.ask.minutes or ""),
            *(t for h in brief.history for t in (h.date, h.what, h.advice, h.action, h.result)),
        )
