"""Tells whether each quantity of a text comes from the same fact as the words around it.

A text may hold only numbers that were given and still be wrong: the number of one fact in the place of
another's ("from 0 to 6" where 40 fell to 6), another unit, a pair the wrong way round, or a deed of one
person told of another. So a quantity is matched with the given quantity whose words it shares, and the
two have to be the same. What is given is nothing but texts: a brief's, or a draft's.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coach.domain.brief import AnyBrief
from coach.domain.dates import read_date
from coach.review.claim_lexicon import akin
from coach.review.fact_places import SHARES_NEAR, Fact, Placed, Words, alike, shared
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.quantities import Quantity, Sort, is_ordinal, quantities
from coach.review.stems import stems
from coach.review.text import Span, fold

SENDER, READER = "sender", "reader"
ENOUGH = 0.8
"""Worth of the words shared from which a given quantity is the one that was meant."""
AHEAD = 0.3
"""By how much that one has to lead those of the same value."""
UNNAMED = 1.5
"""``ENOUGH`` for counts, where one of them does not say what it counts, and for days and months."""
FAR_AHEAD = 1.0
"""The same, where a person wrote it."""
_AMOUNTS = frozenset((Sort.LENGTH, Sort.COUNT, Sort.SHARE, Sort.MONEY))
_FEW = 3
_LONGEST_TALK = 2 * 24 * 60.0
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
    r"|spare|are you (?:free|open|able)|i(?:'m| am) asking (?:you )?for|ask you for|hop(?:e|ing) for|is there any chance|grateful for)",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talk|call|chat|coffee|conversation|meet(?:ing)?|speak|video|phone|spare|your time|of time)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mixed:
    """A quantity that does not belong where it stands, and the words it should have come from."""

    at: Span
    told: str


def facts_of(brief: AnyBrief, today: datetime.date) -> tuple[Fact, ...]:
    """What a brief gives, a text for each thing; what was said of one day stands with its date."""
    found = [Fact(text, SENDER) for text in (brief.sender.role, *brief.sender.facts)]
    found += [Fact(text, READER) for text in (brief.recipient.role, *brief.recipient.facts)]
    found += [Fact(text) for text in (brief.connection, brief.why_them, brief.topic)]
    found += [Fact(text) for text in (*brief.questions, brief.ask.when)]
    for entry in brief.history:
        day = read_date(entry.date, today)
        found.append(Fact(f"{day or entry.date} {entry.what}".strip()))
        found += [Fact(entry.advice), Fact(entry.action, SENDER), Fact(entry.result)]
    for name in _OF_A_MEETING:
        found += [Fact(text) for text in getattr(brief, name, ())]
    return tuple(fact for fact in found if fact.text.strip())


def names_of(brief: AnyBrief) -> tuple[str, ...]:
    """The names in a brief, which do not tell one fact from another."""
    people = (brief.sender, brief.recipient)
    found = (*(one.name for one in people), *(one.organisation for one in people), brief.via)
    return tuple(name for name in found if name)


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
    surely: bool = False,
) -> tuple[Mixed, ...]:
    """The quantities of ``text`` that stand for another quantity of what was given, in order.

    Args:
        text: what was written.
        given: what may be told.
        minutes: the length of the talk asked for; None when none is.
        names: names of people and organisations, which do not tell one fact from another.
        surely: only what can hardly be otherwise. A person may tell what they did not tell before, and
            only a number that was given, of something else, is theirs by mistake.
    """
    return tuple(_book(tuple(given), tuple(names)).mixed_in(fold(text), minutes, surely))


@lru_cache(maxsize=16)
def _book(given: tuple[Fact, ...], names: tuple[str, ...]) -> "_Book":
    return _Book(given, names, load_phrases(default_knowledge()))


@dataclass(frozen=True, eq=False)
class _Book:
    """What was given, quantity by quantity."""

    given: tuple[Fact, ...]
    names: tuple[str, ...]
    phrases: Phrases

    @cached_property
    def _words(self) -> Words:
        return Words.among(self.given, self.names, self.phrases)

    @cached_property
    def _placed(self) -> tuple[Placed, ...]:
        return tuple(
            one for fact in self.given for one in self._words.places(fact.text, fact.whose)
        )

    def mixed_in(self, text: str, minutes: int | None, surely: bool) -> Iterator[Mixed]:
        """Every quantity that is out of place."""
        for one in self._words.places(text):
            wrong = self._asked(one, minutes)
            if wrong is None:
                told = self._surely_for(one) if surely else self._stands_for(one)
                if told is not None:
                    yield Mixed(one.one.at, told.clause.text.strip(" ,;:.-"))
            elif wrong:
                yield Mixed(one.one.at, f"{minutes} minutes")

    def _asked(self, placed: Placed, minutes: int | None) -> bool | None:
        """Whether a length of talk asked for is another than the one wanted; None when none is asked for."""
        one, clause = placed.one, placed.clause.text
        if minutes is None or one.sort is not Sort.LENGTH or one.value > _LONGEST_TALK:
            return None
        if not (_ASKS_FOR_TIME.search(clause) and _TALKS.search(clause)):
            return None
        return one.value != minutes

    def _stands_for(self, placed: Placed) -> Placed | None:
        """The given quantity in whose place another one stands, or which is told otherwise."""
        if self._is_small(placed.one):
            return None
        same, led = self._same(placed)
        worth, other = self._other(placed)
        if other and worth > led + AHEAD and not self._follows(placed.one):
            return other
        return same if same and led >= ENOUGH and self._told_otherwise(placed, same) else None

    def _surely_for(self, placed: Placed) -> Placed | None:
        """The same, where the number was given of something else and far more speaks for this one."""
        if self._is_small(placed.one) or placed.one.sort not in _AMOUNTS:
            return None
        same, led = self._same(placed)
        worth, other = self._other(placed)
        if same is None or worth < max(UNNAMED, led + FAR_AHEAD) or self._follows(placed.one):
            return None
        return other

    def _same(self, placed: Placed) -> tuple[Placed | None, float]:
        """The given quantity of the same value with the most in common, and how much that is."""
        same = [(shared(placed, one), one) for one in self._placed if alike(placed.one, one.one)]
        worth, best = max(same, key=lambda pair: pair[0], default=(0.0, None))
        return best, worth

    def _other(self, placed: Placed) -> tuple[float, Placed | None]:
        """The given quantity of another value that this one would stand for."""
        others = [
            (worth, one)
            for one in self._placed
            if not alike(placed.one, one.one) and self._could_be(placed, one)
            for worth in [shared(placed, one)]
            if worth >= self._enough(placed.one, one.one)
        ]
        return max(others, key=lambda pair: pair[0], default=(0.0, None))

    def _is_small(self, one: Quantity) -> bool:
        """Whether it is no count to speak of: one of them, the second time, two questions."""
        if is_ordinal(one):
            return True
        if one.sort is not Sort.COUNT or one.at.text[0].isdigit():
            return False
        talk = set(stems(one.unit, self.phrases.irregular)) & _OF_TALK
        return one.value == 1 or (one.value <= _FEW and bool(talk))

    def _could_be(self, placed: Placed, other: Placed) -> bool:
        """Whether a given quantity measures the same and is not told beside this one already."""
        one, given = placed.one, other.one
        if one.sort is not given.sort or is_ordinal(given):
            return False
        if any(alike(beside, given) for beside in placed.beside):
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
        unnamed = one.sort is Sort.COUNT and not (one.unit and other.unit)
        if unnamed or one.sort in (Sort.MONTH, Sort.DAY):
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

    def _told_otherwise(self, placed: Placed, given: Placed) -> bool:
        """Whether the right number is told the wrong way: as another pair, rate, direction or person's."""
        one, told = placed.one, given.one
        if one.each and told.each and one.each != told.each:
            return True
        if one.role and told.role and one.role != told.role and one.sort is not Sort.WHEN:
            return True
        if _turned(placed.clause.text, given.clause.text):
            return True
        return self._of_another(placed, given)

    def _of_another(self, placed: Placed, given: Placed) -> bool:
        """Whether a deed of one person is told of the other one, by the very verb."""
        opposite = {SENDER: _YOURS, READER: _MINE}.get(given.whose)
        found = opposite.search(placed.clause.text) if opposite else None
        if found is None:
            return False
        verb = stems(found[1], self.phrases.irregular)
        concepts = {self.phrases.concept(stem) for stem in verb}
        return bool(concepts & set(self._words.of(given.clause.text, 1.0)))


_OF_TALK = frozenset(
    stem
    for stem in stems("question line sentence thing word point way minute idea step reason", {})
)


def _worked_out(one: Quantity, a: float, b: float) -> bool:
    if one.sort is Sort.SHARE:
        shares = (1 - b / a, b / a, b / a - 1) if a else ()
        return any(abs(abs(share) - one.value) <= SHARES_NEAR for share in shares)
    return one.sort is Sort.COUNT and one.value in (a + b, a - b)


def _turned(text: str, given: str) -> bool:
    """Whether one says that it rose and the other that it fell."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    was_up, was_down = bool(_UP.search(given)), bool(_DOWN.search(given))
    return up != down and was_up != was_down and up == was_down


def _is_from(placed: Placed) -> bool:
    before = placed.clause.text[: placed.one.at.start - placed.clause.start]
    return re.search(r"\b(?:after|from|past)\b[^,;]*$", before, re.IGNORECASE) is not None
