"""Proves that the labelled questions are fit to measure with; part of ``make check``.

    python -m evals.questions_lint

Every card is the best answer to at least one question; every topic lies in one cluster and each
question in its cluster's split; none is made from its card's words, and none of the phrasings that
the search learns from stands among the questions.
"""

import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from coach.domain.card import Card
from coach.domain.strict_yaml import parse_yaml, read_text
from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.card_rules import prose
from coach.guidance.cards import TOPIC_IDS
from coach.guidance.library import load_library
from coach.settings import read_settings
from evals.questions import DATASETS, DEVELOPMENT, TEST, Question, read_questions

CLUSTERS = DATASETS / "search-clusters.yaml"
LEAST_QUESTIONS = 360
LEAST_WITHOUT_ANSWER = 60
FORMS = ("fragment", "short", "long", "misspelt", "emotional", "non-native")
FORMS_WITHOUT_ANSWER = ("off-topic", "near-topic")
COPIED = 7
"""Words in a row that a question may not share with its card."""
ALIKE = 0.75
"""Share of words in common from which a phrasing counts as the question itself."""
_MANY = 6
"""Below so many words, being alike is no sign of copying: there are few ways to say it."""


def problems(
    splits: Mapping[str, list[Question]], cards: Mapping[str, Card], taught: Iterable[str]
) -> Iterator[str]:
    """One line for each broken rule."""
    questions = [question for found in splits.values() for question in found]
    yield from _sizes(questions)
    yield from _repeated(questions)
    for question in questions:
        yield from (f"{question.id}: {problem}" for problem in _labels(question, cards))
    best = {question.card for question in questions}
    yield from (f"{card}: the best answer to no question" for card in cards if card not in best)
    yield from _clusters(splits)
    yield from _leaks(questions, taught)


def _sizes(questions: list[Question]) -> Iterator[str]:
    answerable = sum(question.answerable for question in questions)
    if answerable < LEAST_QUESTIONS:
        yield f"{answerable} questions with an answer; at least {LEAST_QUESTIONS}"
    if len(questions) - answerable < LEAST_WITHOUT_ANSWER:
        yield f"{len(questions) - answerable} without an answer; at least {LEAST_WITHOUT_ANSWER}"


def _repeated(questions: list[Question]) -> Iterator[str]:
    for name, values in (
        ("id", [question.id for question in questions]),
        ("question", [question.query.casefold() for question in questions]),
    ):
        yield from (f"{name} twice: {value}" for value, n in Counter(values).items() if n > 1)


def _labels(question: Question, cards: Mapping[str, Card]) -> Iterator[str]:
    forms = FORMS if question.answerable else FORMS_WITHOUT_ANSWER
    if question.form not in forms:
        yield f"the form is '{question.form}'"
    if unknown := set(question.topics) - set(TOPIC_IDS):
        yield f"unknown topics: {', '.join(sorted(unknown))}"
    if not question.answerable:
        if question.card:
            yield "has a best card and no topic"
        return
    if not question.card:
        return  # the topic answers it, and no one card better than its others
    if question.card not in cards:
        yield f"the best card is '{question.card}', which is no card"
    elif cards[question.card].topic not in question.topics:
        yield f"the best card is on {cards[question.card].topic}"
    elif shared := _runs(question.query) & _runs(prose(cards[question.card])):
        yield f"shares “{' '.join(min(shared))}” with its card"


def _clusters(splits: Mapping[str, list[Question]]) -> Iterator[str]:
    entries = cast(dict[str, dict[str, object]], parse_yaml(read_text(CLUSTERS), str(CLUSTERS)))
    split_of = {
        topic: str(entry["split"])
        for entry in entries.values()
        for topic in cast(list[str], entry["topics"])
    }
    listed = [topic for entry in entries.values() for topic in cast(list[str], entry["topics"])]
    if sorted(listed) != sorted(TOPIC_IDS):
        yield f"{CLUSTERS.name}: does not list every topic once"
    for split, questions in splits.items():
        for question in questions:
            if question.answerable and split_of.get(question.topics[0]) != split:
                yield f"{question.id}: {question.topics[0]} does not belong to {split}"


def _leaks(questions: list[Question], taught: Iterable[str]) -> Iterator[str]:
    known = [(phrase, set(_words(phrase))) for phrase in taught]
    for question in questions:
        asked = set(_words(question.query))
        for phrase, said in known:
            alike = len(asked & said) / max(1, len(asked | said))
            if alike == 1 or (alike >= ALIKE and len(asked) >= _MANY):
                yield f"{question.id}: stands among the phrasings, as “{phrase}”"


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower().replace("'", "")).split()


def _runs(text: str) -> set[tuple[str, ...]]:
    found = _words(text)
    return set(zip(*(itertools.islice(found, at, None) for at in range(COPIED)), strict=False))


def main() -> int:
    """Print every problem, or a summary; the exit code is 1 when there is one."""
    knowledge: Path = read_settings().knowledge
    cards = load_library(knowledge).cards
    taught = [one.text for one in phrasings(load_asked_as(knowledge), cards.values())]
    splits = {"dev": read_questions(DEVELOPMENT), "test": read_questions(TEST)}
    found = list(problems(splits, cards, taught))
    print("\n".join(found) or f"Questions: {sum(map(len, splits.values()))}, all fit.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
