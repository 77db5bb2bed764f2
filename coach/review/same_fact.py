"""Tells whether each quantity of a text comes from the same fact as the words around it.

A text may hold only numbers that were given and still be wrong: the number of one fact in the place of
another's ("from 0 to 6" where 40 fell to 6), another unit, a pair the wrong way round, or a deed of one
person told of another. So a quantity is matched with the given quantity whose words it shares, and the
two have to be the same. What is given is nothing but texts: a brief's, or a draft's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.domain.brief import AnyBrief
from coach.review.claim_lexicon import akin
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.quantities import MINUTES, Quantity, Sort, is_ordinal, quantities
from coach.review.stems import stems
from coach.review.text import Span, fold, sentences, words

SENDER, READER = "sender", "reader"
ELSEWHERE = 0.4
"""What a word of the same sentence is worth that stands in another clause."""
ENOUGH = 0.8
"""Worth of the words shared from which a given quantity is the one that was meant."""
AHEAD = 0.3
"""By how much that one has to lead those of the same value."""
UNNAMED = 1.5
"""``ENOUGH`` for counts, where one of them does not say what it counts."""
_TIMES = frozenset((Sort.LENGTH, Sort.WHEN))
_LOOSE = 0.1
_NEAR = 0.2
_SHARES_NEAR = 0.02
_FEW = 3
_LONGEST_TALK = 2 * 24 * 60.0
_BREAK = re.compile(
    r",(?!\d)|[;()–—…]|:(?!\d)| - |[!?.](?=\s)|\n"
    r"|\b(?:and(?! a half)|but|so|because|which|who|whose|that|when|while|although|though|where|whereas|if|then)\b",
    re.IGNORECASE,
)
"""Where a clause ends; "since", "before" and "than" stay with the number behind them."""
_BETWEEN = re.compile(r"\bbetween [^,;]{1,30}$", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:rais(?:e|ed|ing)|increas\w+|grew|grow\w*|rose|ris(?:e|en|ing)|doubl\w+|climb\w+|went up|going up|up (?:from|to|by)"
    r"|gain\w*|improv\w+ (?:from|to|by))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:cut(?:ting)?|reduc\w+|lower\w*|fell|fall(?:en|ing)?|drop\w*|halv\w+|shrank|shrunk|shorten\w*|went down"
    r"|going down|down (?:from|to|by)|los(?:t|ing))\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"^\W*(?:\w+ ){0,4}?(?:i|we)(?:'ve|'d| have| had| also)* (\w+)", re.IGNORECASE)
_YOURS = re.compile(
    r"^\W*(?:(?:and|when|that|how|as|since|because|where|what|but|so|once|after) )?"
    r"you(?:'ve|'d| have| had| also)* (\w+)",
    re.IGNORECASE,
)
_ASKS_FOR_TIME = re.compile(
    r"\b(?:(?:would|could|can|might|may|will) (?:you|we|i)\b|(?:i|we)(?:'d| would) (?:be|like|love|value|appreciate|welcome)"
    r"|spare|are you (?:free|open|able)|ask(?:ing)? (?:for|you for)|hop(?:e|ing) for|is there any chance|grateful for)",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talk|call|chat|coffee|conversation|meet(?:ing)?|speak|video|phone|spare|your time|of time)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fact:
    """A text that was given, and whose deed it tells, when that is known."""

    text: str
    whose: str = ""


@dataclass(frozen=True)
class Mixed:
    """A quantity that does not belong where it stands, and the words it should have come from."""

    at: Span
    told: str


@dataclass(frozen=True)
class _Placed:
    """A quantity with the words around it."""

    one: Quantity
    clause: Span
    words: dict[str, float]
    beside: tuple[Quantity, ...]
    whose: str = ""


def facts_of(brief: AnyBrief) -> tuple[Fact, ...]:
    """What a brief gives, a text for each thing; what was said of one day stands with its date."""
    found = [Fact(text, SENDER) for text in (brief.sender.role, *brief.sender.facts)]
    found += [Fact(text, READER) for text in (brief.recipient.role, *brief.recipient.facts)]
    found += [Fact(text) for text in (brief.connection, brief.why_them, brief.topic)]
    found += [Fact(text) for text in (*brief.questions, brief.ask.when)]
    for entry in brief.history:
        found.append(Fact(f"{entry.date} {entry.what}".strip()))
        found += [Fact(entry.advice), Fact(entry.action, SENDER), Fact(entry.result)]
    for name in _OF_A_MEETING:
        found += [Fact(text) for text in getattr(brief, name, ())]
    return tuple(fact for fact in found if fact.text.strip())


_OF_A_MEETING = (
    "goals",
    "open_actions",
    "last_advice",
    "updates",
    "worries",
    "notes",
    "advice_received",
    "commitments",
    "feelings",
)


def mixed_up(
    text: str,
    given: Iterable[Fact],
    *,
    minutes: int | None = None,
    names: Iterable[str] = (),
    phrases: Phrases | None = None,
) -> tuple[Mixed, ...]:
    """The quantities of ``text`` that stand for another quantity of what was given, in order.

    Args:
        text: what was written.
        given: what may be told.
        minutes: the length of the talk asked for; None when none is.
        names: names of people and organisations, which do not tell one fact from another.
        phrases: the word lists.
    """
    lists = phrases or load_phrases(default_knowledge())
    book = _Book(tuple(given), tuple(names), lists)
    return tuple(book.mixed_in(fold(text), minutes))


@dataclass(frozen=True, eq=False)
class _Book:
    """What was given, quantity by quantity."""

    given: tuple[Fact, ...]
    names: tuple[str, ...]
    phrases: Phrases

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Stems that do not tell one fact from another."""
        told = {word for fact in self.given for word in words(fact.text) if word.islower()}
        named = {word for name in self.names for word in words(name) if word.lower() not in told}
        named = {stem for word in named for stem in stems(word, self.phrases.irregular)}
        times = {stem for unit in MINUTES for stem in stems(unit, self.phrases.irregular)}
        return self.phrases.word_set("stop") | named | times

    @cached_property
    def _placed(self) -> tuple[_Placed, ...]:
        return tuple(one for fact in self.given for one in self._places(fact.text, fact.whose))

    def mixed_in(self, text: str, minutes: int | None) -> Iterator[Mixed]:
        """Every quantity that is out of place."""
        for one in self._places(text):
            wrong = self._asked(one, minutes)
            if wrong is None:
                told = self._stands_for(one)
                if told is not None:
                    yield Mixed(one.one.at, told.clause.text.strip(" ,;:.-"))
            elif wrong:
                yield Mixed(one.one.at, f"{minutes} minutes")

    def _places(self, text: str, whose: str = "") -> Iterator[_Placed]:
        folded = fold(text)
        for sentence in sentences(folded, 0, len(folded)):
            for clause in _clauses(sentence):
                there = quantities(clause.text, clause.start)
                near = self._words(sentence.text, ELSEWHERE) | self._words(clause.text, 1.0)
                for one in there:
                    beside = tuple(other for other in there if other is not one)
                    yield _Placed(one, clause, near, beside, whose)

    def _words(self, text: str, worth: float) -> dict[str, float]:
        bare = text
        for one in reversed(quantities(text)):
            bare = f"{bare[: one.at.start]} {bare[one.at.end :]}"
        found = stems(bare, self.phrases.irregular)
        telling = (stem for stem in found if stem not in self._plain and len(stem) > 2)
        return {self.phrases.concept(stem): worth for stem in telling}

    def _asked(self, placed: _Placed, minutes: int | None) -> bool | None:
        """Whether a length of talk asked for is another than the one wanted; None when none is asked for."""
        one, clause = placed.one, placed.clause.text
        if minutes is None or one.sort is not Sort.LENGTH or one.value > _LONGEST_TALK:
            return None
        if not (_ASKS_FOR_TIME.search(clause) and _TALKS.search(clause)):
            return None
        return one.value != minutes

    def _stands_for(self, placed: _Placed) -> _Placed | None:
        """The given quantity in whose place another one stands, or which is told otherwise."""
        if self._is_small(placed.one):
            return None
        same = [one for one in self._placed if _alike(placed.one, one.one)]
        best_same = max(same, key=lambda one: _shared(placed, one), default=None)
        led = max((_shared(placed, one) for one in same), default=0.0)
        others = [
            (worth, one)
            for one in self._placed
            if one not in same and self._could_be(placed, one)
            for worth in [_shared(placed, one)]
            if worth >= self._enough(placed.one, one.one) and worth > led + AHEAD
        ]
        if others and not self._follows(placed.one):
            return max(others, key=lambda pair: pair[0])[1]
        if best_same is not None and led >= ENOUGH and self._told_otherwise(placed, best_same):
            return best_same
        return None

    def _is_small(self, one: Quantity) -> bool:
        """Whether it is no count to speak of: one of them, the second time, two questions."""
        if one.sort is not Sort.COUNT or one.at.text[0].isdigit():
            return False
        talk = {stem for stem in stems(one.unit, self.phrases.irregular)} & _OF_TALK
        return one.value == 1 or is_ordinal(one) or (one.value <= _FEW and bool(talk))

    def _could_be(self, placed: _Placed, other: _Placed) -> bool:
        """Whether a given quantity measures the same and is not told beside this one already."""
        one, given = placed.one, other.one
        if one.sort is not given.sort or is_ordinal(given):
            return False
        if any(_alike(beside, given) for beside in placed.beside):
            return False
        if one.sort is Sort.CLOCK and one.value >= given.value:
            return not _is_from(other)
        if one.sort is not Sort.COUNT or not one.unit or not given.unit:
            return True
        return self._counts_same(one, given)

    def _counts_same(self, one: Quantity, other: Quantity) -> bool:
        mine, theirs = (stems(unit, self.phrases.irregular) for unit in (one.unit, other.unit))
        return any(a == b or akin(a, b) for a in mine for b in theirs)

    def _enough(self, one: Quantity, other: Quantity) -> float:
        if one.sort is Sort.COUNT and not (one.unit and other.unit):
            return UNNAMED
        return ENOUGH

    def _follows(self, one: Quantity) -> bool:
        """Whether it can be worked out from two numbers of one given text."""
        for fact in self.given:
            values = [q.value for q in quantities(fact.text) if q.sort is Sort.COUNT][:6]
            for a in values:
                for b in values:
                    if a != b and _worked_out(one, a, b):
                        return True
        return False

    def _told_otherwise(self, placed: _Placed, given: _Placed) -> bool:
        """Whether the right number is told the wrong way: as another pair, rate, direction or person's."""
        one, told = placed.one, given.one
        if one.each and told.each and one.each != told.each:
            return True
        if one.role and told.role and one.role != told.role and one.sort is not Sort.WHEN:
            return True
        if _turned(placed.clause.text, given.clause.text):
            return True
        return self._of_another(placed, given)

    def _of_another(self, placed: _Placed, given: _Placed) -> bool:
        """Whether a deed of one person is told of the other one, by the very verb."""
        opposite = {SENDER: _YOURS, READER: _MINE}.get(given.whose)
        found = opposite.search(placed.clause.text) if opposite else None
        if found is None:
            return False
        verb = stems(found[1], self.phrases.irregular)
        concepts = {self.phrases.concept(stem) for stem in verb}
        return bool(concepts & set(self._words(given.clause.text, 1.0)))


def _clauses(sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence; "between 8 and 10" is not cut."""
    start = 0
    for found in _BREAK.finditer(sentence.text):
        if _BETWEEN.search(sentence.text[: found.start()]):
            continue
        yield _part(sentence, start, found.start())
        start = found.end()
    yield _part(sentence, start, len(sentence.text))


def _part(sentence: Span, start: int, end: int) -> Span:
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


_OF_TALK = frozenset(
    stem
    for stem in stems("question line sentence thing word point way minute idea step reason", {})
)


def _shared(one: _Placed, other: _Placed) -> float:
    """What the words and the numbers that both stand among are worth."""
    telling = 0.0
    for word, worth in one.words.items():
        if word in other.words:
            telling += min(worth, other.words[word])
        else:
            also = (min(worth, w) for o, w in other.words.items() if akin(word, o))
            telling += max(also, default=0.0)
    numbers = sum(any(_alike(a, b) for b in other.beside) for a in one.beside)
    unit = one.one.sort is Sort.COUNT and one.one.each and one.one.each == other.one.each
    return telling + numbers + (ENOUGH if unit else 0.0)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same, however each is written."""
    if one.sort in _TIMES and other.sort in _TIMES:
        rounded = _LOOSE if _unit_of(one) != _unit_of(other) else 0.001
        return abs(one.value - other.value) <= (
            _NEAR if one.about else rounded
        ) * max(one.value, other.value)
    if Sort.SHARE in (one.sort, other.sort):
        return one.sort is other.sort and abs(one.value - other.value) <= _SHARES_NEAR
    if one.sort is not other.sort and Sort.COUNT not in (one.sort, other.sort):
        return False
    if one.about and one.sort is other.sort:
        return abs(one.value - other.value) <= _NEAR * max(one.value, other.value)
    return one.value == other.value


def _unit_of(one: Quantity) -> float:
    """The longest unit in which a length of time comes out whole."""
    return max(
        (unit for unit in MINUTES.values() if (2 * one.value / unit).is_integer()), default=1.0
    )


def _worked_out(one: Quantity, a: float, b: float) -> bool:
    if one.sort is Sort.SHARE:
        shares = (1 - b / a, b / a, b / a - 1) if a else ()
        return any(abs(abs(share) - one.value) <= _SHARES_NEAR for share in shares)
    return one.sort is Sort.COUNT and one.value in (a + b, a - b)


def _turned(text: str, given: str) -> bool:
    """Whether one says that it rose and the other that it fell."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    was_up, was_down = bool(_UP.search(given)), bool(_DOWN.search(given))
    return up != down and was_up != was_down and up == was_down


def _is_from(placed: _Placed) -> bool:
    before = placed.clause.text[: placed.one.at.start - placed.clause.start]
    return re.search(r"\b(?:after|from|past)\b[^,;]*$", before, re.IGNORECASE) is not None


def quoted(mixed: Sequence[Mixed]) -> str:
    """The first thing that is out of place, or nothing."""
    return mixed[0].at.text if mixed else ""
