"""Whether a card supports a sentence that cites it: in meaning, in words, in numbers, and in stance.

Nearness in meaning alone would let through a wrong number, a stronger claim and the opposite advice,
for these lie as near to the card as the truth does. So each has a test of its own, and a sentence that
fails one is not supported, however near it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bm25s.stopwords import STOPWORDS_EN_PLUS

from coach.domain.card import Card
from coach.domain.strict_yaml import check_keys, load_mapping
from coach.guidance.lexical import stem
from coach.guidance.reading import sentences
from coach.review.claim_tokens import numbers
from coach.review.phrases import compile_any
from coach.review.text import fold

CITING_FILE = Path("wording") / "citing.yaml"
_PARTS = ("negators", "strong", "designs", "opposites", "joining")
NEAR = 0.5
"""Least nearness in meaning (cosine) to some sentence of the card."""
SHARED = 0.4
"""Least share of the sentence's content words that stand in the part of the card it is nearest to."""
NEAR_AND_SHARED = 1.25
"""Least sum of the two: what is far in one has to be close in the other."""
READ = 6
"""Sentences of a card that are compared in meaning: those that share most words."""
SHARED_FINDING = 0.79
"""The share of its words that what a study found has to have from the card: told nearly as it stands there."""
IN_ORDER = 0.7
"""Least share of the words of a study's finding that stand in the order in which the card has them."""
COUNTED = 2
"""Words behind a number that say whom it counts."""
MOST_FEW = 2
MOST_JOINING_WORDS = 14
_CLAUSE = re.compile(r"[,.;:!?()–—]|\b(?:but|though|so that|then)\b")
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_AVOID = "avoid"
_WHY = "why"

Near = Callable[[str, Sequence[str]], list[float]]
"""How near each text is to the first, -1 to 1."""


@dataclass(frozen=True)
class CitingWords:
    """The word lists of ``knowledge/wording/citing.yaml``, ready for use."""

    negator: re.Pattern[str]
    strong: re.Pattern[str]
    design: re.Pattern[str]
    opposites: tuple[tuple[str, str], ...]
    joining: frozenset[str]


@dataclass(frozen=True)
class Held:
    """A sentence held against a card.

    ``quote`` is the card's nearest sentence, letter for letter; ``fault`` says what speaks against
    the sentence, empty when the card supports it.
    """

    quote: str
    fault: str
    near: float
    shared: float


@dataclass(frozen=True)
class _Unit:
    part: str
    text: str


@lru_cache(maxsize=4)
def load_citing(knowledge: Path) -> CitingWords:
    """Read the word lists.

    Raises:
        KnowledgeError: the file is missing or not in its form.
    """
    path = knowledge / CITING_FILE
    data = load_mapping(path)
    check_keys(data, _PARTS, (), str(path))
    return CitingWords(
        negator=compile_any(tuple(map(str, data["negators"]))),
        strong=compile_any(tuple(map(str, data["strong"]))),
        design=compile_any(tuple(map(str, data["designs"]))),
        opposites=tuple((str(one), str(other)) for one, other in data["opposites"]),
        joining=frozenset(word for line in data["joining"] for word in str(line).split()),
    )


def held(sentence: str, card: Card, near: Near, words: CitingWords) -> Held:
    """Hold a sentence against a card.

    Args:
        sentence: what an answer says.
        card: what it cites for that.
        near: nearness in meaning.
        words: the word lists.
    """
    units = list(_units(card, sentence))
    read = sorted(range(len(units)), key=lambda at: -_share(sentence, units[at].text))[:READ]
    scores = dict(zip(read, near(sentence, [units[at].text for at in read]), strict=True))
    place, *others = sorted(read, key=lambda at: -scores[at])
    best, score = units[place], scores[place]
    around = [
        " ".join(unit.text for unit in units[max(at - 1, 0) : at + 2])
        for at in (place, *others[:1])
    ]
    share = max(_share(sentence, text) for text in around)
    plain = fold(sentence).lower()
    fault = (
        _far(score, share)
        or _numbers(plain, card)
        or _strength(plain, card, words)
        or _evidence(plain, card, around, words)
        or _stance(plain, best, units, words)
        or _opposite(plain, best, units, words)
    )
    return Held(best.text, fault, score, share)


def joins(sentence: str, words: CitingWords) -> bool:
    """Whether a sentence only joins others: a greeting, a transition; it needs no card."""
    found = _TOKEN.findall(fold(sentence).lower())
    return len(found) <= MOST_JOINING_WORDS and all(_bare(one) in words.joining for one in found)


def _units(card: Card, sentence: str) -> Iterator[_Unit]:
    """The card's sentences. What it says as an example supports a quotation only, its questions a question."""
    for part, text in (("do", card.do), (_WHY, card.why), (_AVOID, card.avoid)):
        yield from (_Unit(part, one) for one in sentences(text))
    if '"' in fold(sentence):
        yield from (_Unit("say", one) for one in card.say)
    if "?" in sentence:
        yield from (_Unit("asks", one) for one in card.asks)


def _bare(token: str) -> str:
    return token.split("'", 1)[0]


def content(text: str) -> list[str]:
    """The stems of a text's content words, in order."""
    found = (_bare(one) for one in _TOKEN.findall(fold(text).lower()))
    return [stem(one) for one in found if one not in STOPWORDS_EN_PLUS]


def _share(sentence: str, of: str) -> float:
    wanted = set(content(sentence))
    return len(wanted & set(content(of))) / max(len(wanted), 1)


def _far(score: float, share: float) -> str:
    if score < NEAR or share < SHARED or score + share < NEAR_AND_SHARED:
        return "the card says nothing of the kind"
    return ""


def _numbers(plain: str, card: Card) -> str:
    whole = " ".join((card.do, card.why, card.avoid, *card.say, *card.asks))
    given = {value for value, _ in numbers(fold(whole).lower())}
    strange = {value for value, _ in numbers(plain)} - given - {1.0}
    return "a number that the card does not give" if strange else ""


def _strength(plain: str, card: Card, words: CitingWords) -> str:
    why = fold(card.why).lower()
    said = {found.group().lower() for found in words.strong.finditer(plain)}
    if any(claim not in f"{fold(card.do).lower()} {why}" for claim in said):
        return "a stronger claim than the card's"
    named = {stem(found.group().lower()) for found in words.design.finditer(plain)}
    if named - {stem(found.group().lower()) for found in words.design.finditer(why)}:
        return "evidence that the card does not have"
    return ""


def _evidence(plain: str, card: Card, around: Sequence[str], words: CitingWords) -> str:
    """What a study found is told in the card's order, and of those who were studied.

    Who was found to do what to whom is in the order of the words: "the readers felt more awkward
    than the writers expected" has the words of its opposite.
    """
    if not words.design.search(plain):
        return ""
    told = max(_share(plain, text) for text in around)
    ordered = max(_ordered(content(plain), content(text)) for text in around)
    if told < SHARED_FINDING or ordered < IN_ORDER:
        return "a study's finding told in another way than the card's"
    why = fold(card.why).lower()
    counted = {value: set[str]() for value, _ in numbers(why)}
    for value, at in numbers(why):
        counted[value].update(content(why[at.end :])[:COUNTED])
    for value, at in numbers(plain):
        near = set(content(plain[at.end :])[:COUNTED])
        if value > MOST_FEW and value in counted and near and not near & counted[value]:
            return "a study of others than the card's"
    return ""


def _ordered(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Share of the words in both that stand in the same order in both."""
    shared = [word for word in mine if word in theirs]
    longest = [0] * (len(theirs) + 1)
    for word in shared:
        before = 0
        for at, other in enumerate(theirs, 1):
            here = longest[at]
            longest[at] = before + 1 if word == other else max(here, longest[at - 1])
            before = here
    return longest[-1] / len(shared) if shared else 0.0


def _signs(text: str, words: CitingWords, *, turned: bool = False) -> dict[str, set[bool]]:
    """For each content word of a text, whether it is said plainly, turned round, or perhaps either.

    What stands before a negator in its clause may be either: "we found no study", "no study found".
    """
    signs: dict[str, set[bool]] = {}
    for clause in _CLAUSE.split(fold(text).lower()):
        found = words.negator.search(clause)
        cut = found.start() if found else len(clause)
        for one in content(clause[:cut]):
            signs.setdefault(one, set()).update({turned, True} if found else {turned})
        for one in content(clause[cut:]):
            signs.setdefault(one, set()).add(not turned)
    return signs


def _stance(plain: str, best: _Unit, units: Sequence[_Unit], words: CitingWords) -> str:
    """A word that the sentence says plainly and the card only turns round, or the reverse."""
    card: dict[str, set[bool]] = {}
    for unit in units:
        turned = unit.part == _AVOID
        for word, signs in _signs(unit.text, words, turned=turned).items():
            card.setdefault(word, set()).update(signs)
    mine = _signs(plain, words)
    if best.part == _AVOID and not any(True in signs for signs in mine.values()):
        return "what the card says to avoid"
    here = _signs(best.text, words, turned=best.part == _AVOID)
    for word, signs in mine.items():
        if any(word in one and not signs & one[word] for one in (card, here)):
            return "the opposite of what the card says"
    return ""


def _opposite(plain: str, best: _Unit, units: Sequence[_Unit], words: CitingWords) -> str:
    """A word whose opposite stands in the card's nearest sentence, and not itself in the card."""
    mine = set(_TOKEN.findall(plain))
    part = " ".join(unit.text for unit in units if unit.part == best.part)
    there = set(_TOKEN.findall(fold(part).lower()))
    here = set(_TOKEN.findall(fold(best.text).lower()))
    told = " ".join(unit.text for unit in units if unit.part != "say")
    whole = set(_TOKEN.findall(fold(told).lower()))
    for pair in words.opposites:
        for one, other in (pair, pair[::-1]):
            if one not in mine or other in mine:
                continue
            if (other in there and one not in whole) or (other in here and one not in here):
                return "the opposite of what the card says"
    return ""
