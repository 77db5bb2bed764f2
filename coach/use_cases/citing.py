"""Holds every sentence of a model's answer against the cards it cites, and leaves out what has no support.

A card can be cited only when it was found in this turn. A sentence that cites none of those that support
it, and is supported by another one, is given that one. A sentence may also rest on what the mentee said or
told earlier. A sentence that only joins others needs no support.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from coach.domain.card import Card
from coach.domain.results import Citation
from coach.review import default_knowledge, load_phrases
from coach.review.card_support import CitingWords, Near, content, held, joins, load_citing
from coach.review.claim_tokens import numbers
from coach.review.style import advises
from coach.review.text import fold, sentences
from coach.use_cases.plain_words import has_address, plain_words
from coach.writing.answer import citation

LONGEST_SENTENCE = 60
"""Words beyond which a sentence says too many things to be held against a card."""
OWN_WORDS = 0.8
"""Share of a sentence's content words that the mentee said, from which it rests on their words."""
LEAST_OWN = 3
"""Content words of a sentence below which it says back nothing."""
_MARKS = re.compile(r"[ ]*[\[(【]([a-z][\w-]*(?:[ ,;&]+[a-z][\w-]*)*)[\])】]", re.IGNORECASE)
_NAMES = re.compile(r"[a-z0-9][\w-]*", re.IGNORECASE)
_LATE_MARK = re.compile(r"([.!?…][\"”’')]*)([ ]*)([\[(【][^\[\](){}【】\n]{1,60}[\])】])")


@dataclass(frozen=True)
class Said:
    """One sentence of a model's answer, and the names of the cards it cites."""

    text: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """A sentence that may be shown; without citations it is the mentee's ``own``, or joins others."""

    text: str
    citations: tuple[Citation, ...] = ()
    own: bool = False


@dataclass(frozen=True)
class Checked:
    """What of an answer may be shown, in order, and how many sentences were left out."""

    kept: tuple[Kept, ...]
    left_out: int


def read_marked(text: str, known: Mapping[str, str]) -> tuple[Said, ...]:
    """Cut a text into sentences, each with the marks such as ``[c1]`` that stand in or after it.

    Args:
        text: what a model wrote.
        known: the name of a card for each text that a mark may hold; other brackets stay.
    """
    before = _LATE_MARK.sub(lambda found: _moved(found, known), plain_words(text))
    return tuple(_said(span.text, known) for span in sentences(before, 0, len(before)))


def _moved(found: re.Match[str], known: Mapping[str, str]) -> str:
    """Put a mark that stands after a full stop before it, so that it stays with its sentence."""
    end, _, mark = found.groups()
    return f" {mark}{end}" if _cited(mark, known) else found.group()


def _cited(mark: str, known: Mapping[str, str]) -> tuple[str, ...]:
    inside = [one.lower() for one in _NAMES.findall(mark) if one.lower() != "and"]
    looks = inside and all(one in known or re.fullmatch(r"c\d+", one) for one in inside)
    return tuple(inside) if looks else ()


def _said(text: str, known: Mapping[str, str]) -> Said:
    cards: list[str] = []

    def take(found: re.Match[str]) -> str:
        cited = _cited(found.group(1), known)
        cards.extend(known.get(one, one) for one in cited)
        return "" if cited else found.group()

    bare = " ".join(_MARKS.sub(take, text).split())
    return Said(re.sub(r" (?=[.,;:!?])", "", bare), tuple(dict.fromkeys(cards)))


def check(said: Sequence[Said], cards: Mapping[str, Card], near: Near, told: str) -> Checked:
    """Keep the sentences that a card they cite, or what the mentee told, supports.

    Args:
        said: the sentences of the answer.
        cards: the cards found in this turn, by the names a model may cite them by.
        near: nearness in meaning.
        told: everything the mentee said and told, which needs no card.
    """
    words = load_citing(default_knowledge())
    judged = [_judged(one, cards, near, told, words) for one in said if one.text]
    kept = tuple(_joined([one for one in judged if one is not None]))
    return Checked(kept, sum(1 for one in judged if one is None))


def _judged(
    said: Said, cards: Mapping[str, Card], near: Near, told: str, words: CitingWords
) -> Kept | None:
    text = plain_words(said.text)
    whole = not text[:1].islower() and len(text.split()) <= LONGEST_SENTENCE
    if not whole or has_address(text):
        return None
    if joins(text, words) and not said.cards:
        return None if text.endswith("!") else Kept(text)
    named = [cards[name] for name in said.cards if name in cards]
    citations = tuple(_supporting(text, named, near, words))
    if not citations:
        others = [card for card in cards.values() if card not in named]
        citations = tuple(islice(_supporting(text, others, near, words), 1))
    if citations:
        return Kept(text, citations)
    return Kept(text, own=True) if not said.cards and _their_own(text, told) else None


def _supporting(
    text: str, cards: Iterable[Card], near: Near, words: CitingWords
) -> Iterator[Citation]:
    """A citation of each of the cards that supports the text."""
    for card in cards:
        result = held(text, card, near, words)
        if not result.fault:
            yield citation(card, result.quote)


def _their_own(text: str, told: str) -> bool:
    """Whether a sentence says back what the mentee told, and advises nothing."""
    phrases = load_phrases(default_knowledge())
    if advises(text, phrases):
        return False
    given = {value for value, _ in numbers(fold(told).lower())} | {1.0}
    if any(value not in given for value, _ in numbers(fold(text).lower())):
        return False
    return len(content(text)) >= LEAST_OWN and _share(text, told) >= OWN_WORDS


def _share(text: str, told: str) -> float:
    theirs = set(content(told))
    mine = set(content(text))
    return len(mine & theirs) / len(mine) if mine else 0.0


def _joined(kept: Sequence[Kept]) -> Iterator[Kept]:
    """Joining words only where something follows or goes before that says something."""
    saying = [place for place, one in enumerate(kept) if one.citations or one.own]
    if saying:
        yield from kept[: saying[-1] + 1]
