"""What a brief gives, field by field, in the forms in which claims are compared with it."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coach.domain.dates import read_date
from coach.domain.vocabulary import Purpose
from coach.review.claim_lexicon import Lexicon, akin, load_lexicon, root
from coach.review.claim_tokens import (
    MONTHS,
    WEEKDAYS,
    given_dates,
    given_months,
    given_names,
    given_weekdays,
    numbers,
)
from coach.review.phrases import compile_any, default_knowledge
from coach.review.reading import Reading
from coach.review.shorthand import both_ways
from coach.review.stems import plain
from coach.review.text import words

HEAD = 4


@lru_cache(maxsize=64)
def _compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return compile_any(expressions, keep=True)


@lru_cache(maxsize=4)
def _together(stems: frozenset[str], roots: frozenset[str]) -> frozenset[str]:
    return roots.union(map(root, stems))


_NO_STEMS: frozenset[str] = frozenset()


def by_head(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return stems by their first letters: words of one family begin alike."""
    found: dict[str, list[str]] = {}
    for stem in stems:
        if len(stem) >= HEAD:
            found.setdefault(stem[:HEAD], []).append(stem)
    return {head: tuple(some) for head, some in found.items()}


@dataclass(frozen=True)
class Field:
    """One text of the brief, its shorthand also in full, and where it stands ("sender.role")."""

    path: str
    text: str


@dataclass(frozen=True, eq=False)
class Ledger:
    """What the brief gives, in the forms claims are compared in."""

    reading: Reading

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words claims are compared with."""
        irregular = tuple(self.reading.phrases.irregular.items())
        return load_lexicon(default_knowledge(), irregular)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the patterns called ``name`` of the claim file as one expression."""
        return _compiled(self.lexicon.patterns[name])

    def stems_of(self, text: str) -> list[str]:
        """Return the roots of the words of ``text``, in order."""
        return [root(s) for s in self.reading.stems(text)]

    def content(self, text: str, *without: str) -> list[str]:
        """Return the roots of ``text`` that carry meaning, less the word lists named."""
        return [root(s) for s in self.reading.content(text, *without)]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every text of the brief; that a private note shows is for another check to say."""
        brief = self.reading.brief
        if brief is None:
            return ()
        found = [("via", brief.via), ("connection", brief.connection), ("why_them", brief.why_them)]
        for side, person in (("sender", brief.sender), ("recipient", brief.recipient)):
            found += [(f"{side}.name", person.name), (f"{side}.role", person.role)]
            found += [(f"{side}.organisation", person.organisation)]
            found += [(f"{side}.facts", fact) for fact in person.facts]
        found += [("topic", brief.topic), *(("questions", q) for q in brief.questions)]
        found += [("ask.kind", brief.ask.kind or ""), ("ask.when", brief.ask.when)]
        found += [("ask.minutes", f"{brief.ask.minutes} minutes" if brief.ask.minutes else "")]
        for entry in brief.history:
            found += [("history.date", entry.date), ("history.what", entry.what)]
            found += [("history.advice", entry.advice), ("history.action", entry.action)]
            found += [("history.result", entry.result)]
        found += [("private_notes", note) for note in brief.private_notes]
        return tuple(Field(path, both_ways(text)) for path, text in found if text)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All the brief gives."""
        return tuple(field.text for field in self.fields)

    def side(self, *starts: str) -> str:
        """The texts of the fields whose path begins with one of ``starts``."""
        return "\n".join(f.text for f in self.fields if f.path.startswith(starts))

    @cached_property
    def dates(self) -> tuple[datetime.date, ...]:
        """The days given."""
        return given_dates(self.texts, self.reading.today)

    @cached_property
    def amounts(self) -> frozenset[float]:
        """The value of every number given, and the parts of the days given."""
        counted = {value for text in self.texts for value, _ in numbers(text)}
        return frozenset(counted.union(*((d.day, d.month, d.year) for d in self.dates)))

    @cached_property
    def months(self) -> frozenset[str]:
        """The months given."""
        return given_months(self.texts)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week given, by name or by date."""
        return given_weekdays(self.texts, self.dates)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word given, as written, and the months that ISO dates stand for."""
        months = (stem for month in self.months for stem in self.stems_of(month))
        return given_names(self.texts).union(months)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of every name of two words or more ("uov", "uv")."""
        found: set[str] = set()
        for text in self.texts:
            listed = words(text)
            for size in (2, 3, 4, 5):
                for at in range(len(listed) - size + 1):
                    letters = "".join(plain(w)[:1] for w in listed[at : at + size])
                    found.add(letters)
                    upper = [w[0].lower() for w in listed[at : at + size] if w[0].isupper()]
                    found.add("".join(upper))
        return frozenset(found)

    @cached_property
    def sender(self) -> frozenset[str]:
        """The stems of what is given about the sender."""
        return self._of("sender", "connection", "history.action", "history.result", "history.what")

    @cached_property
    def recipient(self) -> frozenset[str]:
        """The stems of what is given about the reader, or the person written about."""
        return self._of("recipient", "connection", "why_them", "history")

    def _of(self, *starts: str) -> frozenset[str]:
        fields = (stems for f, stems in self.stems_by_field if f.path.startswith(starts))
        return frozenset(s for stems in fields for s in stems)

    @cached_property
    def stems_by_field(self) -> tuple[tuple[Field, frozenset[str]], ...]:
        """Each field with the stems of its text; a date also gives its month, season and day."""
        said = frozenset(self.stems_of(" ".join(self.lexicon.implied["advice"])))
        return tuple(
            (
                f,
                frozenset(self._stems(f.text))
                | (said if f.path == "history.advice" else _NO_STEMS),
            )
            for f in self.fields
        )

    def _stems(self, text: str) -> set[str]:
        found = set(self.stems_of(text))
        date = read_date(text, self.reading.today)
        extra = [MONTHS[date.month - 1], WEEKDAYS[date.weekday()]] if date is not None else []
        extra += list(given_months([text]))
        return found.union(s for word in extra for s in self.stems_of(word))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all that is given."""
        return frozenset(s for _, found in self.stems_by_field for s in found)

    @cached_property
    def _groups(self) -> frozenset[int]:
        return self.groups_of(self.stems)

    def groups_of(self, stems: Iterable[str]) -> frozenset[int]:
        """The groups of meaning that ``stems`` stand in."""
        groups = self.lexicon.groups
        return frozenset(g for s in stems for g in groups.get(s, ()))

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        return by_head(self.stems)

    def holds(self, stem: str) -> bool:
        """Tell whether the brief holds ``stem``, in this or another word."""
        if stem in self.stems or stem in self.names:
            return True
        if self.lexicon.groups.get(stem, frozenset()) & self._groups:
            return True
        if stem.startswith("re") and stem[2:] in self.stems and len(stem) > 5:
            return True
        return any(akin(stem, given) for given in self._heads.get(stem[:HEAD], ()))

    def named(self, word: str) -> bool:
        """Tell whether a name is given: as written, in part, by nickname or by its initials."""
        simple = plain(word)
        if simple in self.names or any(part in self.names for part in simple.split("-")):
            return True
        nick = self.lexicon.nicknames.get(simple)
        if nick and any(nick & self.lexicon.nicknames.get(n, frozenset()) for n in self.names):
            return True
        if len(word) > 1 and word.isupper() and simple in self.initials:
            return True
        return len(simple) > HEAD and any(
            n.startswith(simple[: max(HEAD, max(len(n), len(simple)) - 2)])
            for n in self.names
            if len(n) > HEAD and abs(len(n) - len(simple)) <= 2
        )

    @cached_property
    def past(self) -> str:
        """What is known of sender and reader together."""
        return self.side("connection", "recipient.facts", "why_them", "history")

    @cached_property
    def past_stems(self) -> frozenset[str]:
        """The stems of what is known of the two together."""
        return frozenset(
            s
            for field, stems in self.stems_by_field
            if field.path.startswith(("connection", "recipient", "why_them", "history", "topic"))
            for s in stems
        )

    @property
    def advised(self) -> bool:
        """Whether the reader has given advice before."""
        brief = self.reading.brief
        return brief is not None and any(entry.advice for entry in brief.history)

    @property
    def introduces(self) -> bool:
        """Whether the message asks for an introduction: "she" may be the sender in its blurb."""
        return self.reading.purpose is Purpose.INTRODUCTION_REQUEST

    @cached_property
    def told_minds(self) -> frozenset[str]:
        """The stems of what is told of the reader and of what they said; no role or question."""
        return frozenset(
            s
            for field, stems in self.stems_by_field
            if field.path.startswith(("connection", "recipient.facts", "why_them", "history"))
            for s in stems
        )

    def in_past(self, stem: str) -> bool:
        """Tell whether what is known of the two together holds ``stem``, in this or another word."""
        return any(self.lexicon.same(stem, given) for given in self.past_stems)

    @cached_property
    def in_contact(self) -> bool:
        """Whether the two have met, spoken, worked together or written before."""
        brief = self.reading.brief
        told = brief is not None and any(h.advice or h.what for h in brief.history)
        return told or self.reading.phrases.pattern("contact-known").search(self.past) is not None

    def telling(self, text: str) -> list[str]:
        """Return the stems of ``text`` that state something."""
        content = self.content(text, "title")
        plain_words = self.wording
        return [s for s in content if s not in plain_words and (len(s) > 2 or s in self.stems)]

    @cached_property
    def wording(self) -> frozenset[str]:
        """The stems that tell no fact by themselves."""
        return _together(self.reading.phrases.word_set("wording"), self.lexicon.words("wording"))

    def unsupported(self, text: str) -> list[str]:
        """Return the telling stems of ``text`` that the brief does not hold."""
        return [s for s in self.telling(text) if not self.holds(s)]
