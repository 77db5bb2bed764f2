"""Keeps coach style in a model's words: only questions that hold no answer reach the mentee.

A model that is told to ask slips advice in as a question, above all when it is pushed. So a question
has to pass the checks every question of ours passes, and may not bring in what neither the mentee said
nor the cards ask. Advice becomes the card's own question where it rests on a card, else it is left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.card import Card
from coach.domain.results import Citation
from coach.domain.strict_yaml import check_keys, load_mapping
from coach.guidance.lexical import stem
from coach.review import coach_asks_only, default_knowledge, load_phrases
from coach.review.card_support import content
from coach.review.claim_tokens import numbers
from coach.review.phrases import compile_any
from coach.review.text import fold
from coach.use_cases.citing import Said
from coach.use_cases.plain_words import has_address, plain_words
from coach.use_cases.ports import Closeness
from coach.writing.answer import citation

ASKING_FILE = Path("wording") / "asking.yaml"
MOST_QUESTIONS = 3
MOST_WORDS = 28
_DO_YOU_KNOW = re.compile(
    r"^(?:do|can|could|would) you (?:know|say|tell me|describe|name) (what|how|which|where|who) "
    r"(you|they|we) ((?:want|need|hope|think|feel|fear|mean|value|expect|like|see|believe)\b.*\?)$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"^(?:and|so|but|now|then|okay|well|hm+)[, ]+", re.IGNORECASE)


@dataclass(frozen=True)
class Asking:
    """The word lists of ``knowledge/wording/asking.yaml``, ready for use."""

    leading: re.Pattern[str]
    frame: re.Pattern[str]
    vocabulary: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """The questions that may be put, with the cards they come from, and what became of the rest."""

    questions: tuple[str, ...]
    citations: tuple[Citation, ...]
    by_model: int
    turned: int
    left_out: int


@lru_cache(maxsize=4)
def load_asking(knowledge: Path) -> Asking:
    """Read the word lists.

    Raises:
        KnowledgeError: the file is missing or not in its form.
    """
    path = knowledge / ASKING_FILE
    data = load_mapping(path)
    check_keys(data, ("leading", "frames", "vocabulary"), (), str(path))
    words = (word for line in data["vocabulary"] for word in str(line).split())
    return Asking(
        leading=compile_any(tuple(map(str, data["leading"]))),
        frame=compile_any(tuple(map(str, data["frames"]))),
        vocabulary=frozenset(stem(word) for word in words),
    )


def only_questions(
    said: Sequence[Said], cards: Mapping[str, Card], near: Closeness, told: str
) -> Asked:
    """Make of a model's sentences one to three questions that hold no advice; perhaps none.

    Args:
        said: the sentences of its answer.
        cards: the cards found in this turn, by the names a model may cite them by.
        near: how near each text is to what the mentee asked.
        told: everything the mentee said and told.
    """
    questions: list[str] = []
    advised: list[str] = []
    left_out = 0
    for one in said:
        question = open_question(one.text)
        if question and may_ask(question, tuple(cards.values()), told):
            questions.append(question)
        elif any(name in cards for name in one.cards):
            advised += [name for name in one.cards if name in cards]
        else:
            left_out += 1
    own = list(dict.fromkeys(questions))[:MOST_QUESTIONS]
    turned: list[Citation] = []
    for name in dict.fromkeys(advised):
        found = _of_card(cards[name], near, (*own, *(one.quote for one in turned)))
        if found is not None and len(own) + len(turned) < MOST_QUESTIONS:
            turned.append(found)
    every = (*own, *(one.quote for one in turned))
    return Asked(every, tuple(turned), len(own), len(turned), left_out + len(advised) - len(turned))


def open_question(text: str) -> str:
    """The question a sentence asks, turned open where that is simple; empty when it asks nothing."""
    bare = plain_words(text)
    if not bare.endswith("?"):
        return ""
    bare = _LEAD_IN.sub("", bare)
    found = _DO_YOU_KNOW.match(bare)
    return _upright(f"{found[1]} do {found[2]} {found[3]}" if found else bare)


def may_ask(question: str, cards: Sequence[Card], told: str) -> bool:
    """Whether a model's question may be put to the mentee."""
    if has_address(question) or len(question.split()) > MOST_WORDS:
        return False
    asking = load_asking(default_knowledge())
    plain = fold(question)
    begins = load_phrases(default_knowledge()).pattern("open-start").match(plain)
    if not begins or ":" in plain or asking.frame.search(plain) or not only_asks(question):
        return False
    given = {value for value, _ in numbers(fold(told).lower())} | {1.0}
    if any(value not in given for value, _ in numbers(plain.lower())):
        return False
    return not _brings_in(plain, cards, told, asking)


def only_asks(question: str) -> bool:
    """Whether a question, even one of a card's own, holds no answer."""
    leads = load_asking(default_knowledge()).leading.search(fold(question))
    return leads is None and coach_asks_only([question]).passed


def _brings_in(question: str, cards: Sequence[Card], told: str, asking: Asking) -> bool:
    """Whether a question brings in something that nobody spoke of."""
    known = set(content(told)) | asking.vocabulary
    for card in cards:
        known.update(content(" ".join(card.asks)))
    return any(word not in known for word in content(question))


def _of_card(card: Card, near: Closeness, taken: Sequence[str]) -> Citation | None:
    """The card's own question that is nearest to what the mentee asked and not taken yet."""
    asks = [ask for ask in card.asks if ask not in taken and only_asks(ask)]
    if not asks:
        return None
    scores = near(asks)
    return citation(card, asks[scores.index(max(scores))])


def _upright(question: str) -> str:
    return question[:1].upper() + question[1:]
