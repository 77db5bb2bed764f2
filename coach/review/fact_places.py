"""Reads a text as its quantities, each with the words and the numbers it stands among.

Two quantities are about the same thing as far as these are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.review.claim_lexicon import akin
from coach.review.phrases import Phrases
from coach.review.quantities import MINUTES, Quantity, Sort, quantities
from coach.review.stems import stems
from coach.review.text import Span, fold, sentences, words

ELSEWHERE = 0.4
"""What a word of the same sentence is worth that stands in another clause."""
SAME_RATE = 0.8
"""What it is worth that both come again in the same time: so many a month."""
_TIMES = frozenset((Sort.LENGTH, Sort.WHEN))
_LOOSE = 0.1
_NEAR = 0.2
SHARES_NEAR = 0.02
"""How far two shares may lie apart: a third is 33 per cent."""
_BREAK = re.compile(
    r",(?!\d)|[;()–—…]|:(?!\d)| - |[!?.](?=\s)|\n"
    r"|\b(?:and(?! a half)|but|so|because|which|who|whose|that|when|while|although|though|where|whereas|if|then)\b",
    re.IGNORECASE,
)
"""Where a clause ends; "since", "before" and "than" stay with the number behind them."""
_BESIDE = 6
"""Quantities on either side that stand beside one; in a long list not all tell of one another."""
_BEFORE = 120
_BETWEEN = re.compile(r"\bbetween [^,;]{1,30}$", re.IGNORECASE)


@dataclass(frozen=True)
class Fact:
    """A text that was given, and whose deed it tells, when that is known."""

    text: str
    whose: str = ""


@dataclass(frozen=True)
class Placed:
    """A quantity with the words around it."""

    one: Quantity
    clause: Span
    words: dict[str, float]
    beside: tuple[Quantity, ...]
    whose: str = ""


@dataclass(frozen=True)
class Words:
    """Which words of a text tell one fact from another."""

    phrases: Phrases
    plain: frozenset[str]

    @classmethod
    def among(cls, given: Sequence[Fact], names: Sequence[str], phrases: Phrases) -> "Words":
        """The words that are no stop words, no units of time and no names.

        Args:
            given: what may be told; a name that is also a plain word in it tells something.
            names: of people and organisations.
            phrases: the word lists.
        """
        told = {word for fact in given for word in words(fact.text) if word.islower()}
        named = {word for name in names for word in words(name) if word.lower() not in told}
        plain = {stem for word in (*named, *MINUTES) for stem in stems(word, phrases.irregular)}
        return cls(phrases, phrases.word_set("stop") | plain)

    def places(self, text: str, whose: str = "") -> Iterator[Placed]:
        """Every quantity of a text with what stands around it."""
        folded = fold(text)
        for sentence in sentences(folded, 0, len(folded)):
            around: dict[str, float] | None = None
            for clause in _clauses(sentence):
                there = quantities(clause.text, clause.start)
                if not there:
                    continue
                if around is None:
                    around = self.of(sentence.text, ELSEWHERE)
                near = around | self.of(clause.text, 1.0)
                for at, one in enumerate(there):
                    beside = (*there[max(0, at - _BESIDE) : at], *there[at + 1 : at + 1 + _BESIDE])
                    yield Placed(one, clause, near, beside, whose)

    def of(self, text: str, worth: float) -> dict[str, float]:
        """The telling words of a text, without its numbers, each with what it is worth."""
        kept, end = [], 0
        for one in quantities(text):
            kept.append(text[end : one.at.start])
            end = one.at.end
        found = stems(" ".join((*kept, text[end:])), self.phrases.irregular)
        telling = (stem for stem in found if stem not in self.plain and len(stem) > 2)
        return {self.phrases.concept(stem): worth for stem in telling}


def _clauses(sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence; "between 8 and 10" is not cut."""
    start = 0
    for found in _BREAK.finditer(sentence.text):
        if _BETWEEN.search(sentence.text[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        yield _part(sentence, start, found.start())
        start = found.end()
    yield _part(sentence, start, len(sentence.text))


def _part(sentence: Span, start: int, end: int) -> Span:
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def shared(one: Placed, other: Placed) -> float:
    """What the words and the numbers that both stand among are worth."""
    telling = 0.0
    for word, worth in one.words.items():
        if word in other.words:
            telling += min(worth, other.words[word])
        else:
            also = (min(worth, w) for o, w in other.words.items() if akin(word, o))
            telling += max(also, default=0.0)
    numbers = sum(any(alike(a, b) for b in other.beside) for a in one.beside)
    unit = one.one.sort is Sort.COUNT and one.one.each and one.one.each == other.one.each
    return telling + numbers + (SAME_RATE if unit else 0.0)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same, however each is written."""
    if one.sort in _TIMES and other.sort in _TIMES:
        rounded = _LOOSE if _unit_of(one) != _unit_of(other) else 0.001
        return abs(one.value - other.value) <= (_NEAR if one.about else rounded) * max(
            one.value, other.value
        )
    if Sort.SHARE in (one.sort, other.sort):
        return one.sort is other.sort and abs(one.value - other.value) <= SHARES_NEAR
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
