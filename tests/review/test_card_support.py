"""A card supports what it says, and not what only sounds like it."""

import json
from pathlib import Path

import pytest

from coach.guidance.embedding import LocalEmbedding
from coach.guidance.library import load_library
from coach.review.card_support import held, joins, load_citing

ROOT = Path(__file__).parents[2]
PAIRS = [
    json.loads(line)
    for line in (ROOT / "evals/datasets/citing-dev.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def library(knowledge):
    return load_library(knowledge)


@pytest.fixture(scope="module")
def words(knowledge):
    return load_citing(knowledge)


@pytest.fixture(scope="module")
def near():
    embedding = LocalEmbedding()
    return lambda text, others: [
        float(one) for one in embedding.embed(others) @ embedding.embed_query(text)
    ]


def test_hardly_any_development_pair_is_judged_wrongly(library, words, near):
    judged = [
        (
            pair["supported"],
            not held(pair["sentence"], library.cards[pair["card"]], near, words).fault,
        )
        for pair in PAIRS
    ]
    passed = [supported for supported, passes in judged if passes]
    found = [passes for supported, passes in judged if supported]
    assert sum(passed) / len(passed) >= 0.97
    assert sum(found) / len(found) >= 0.9


def test_every_sentence_of_a_cards_advice_is_supported_by_the_card(library, words, near):
    card = library.cards["keep-the-clock-yourself"]
    for sentence in card.do.split(". "):
        found = held(f"{sentence.rstrip('.')}.", card, near, words)
        assert found.fault == ""
        assert found.quote in " ".join(card.do.split())


@pytest.mark.parametrize(
    "sentence", ["Here is one way to begin.", "In short:", "Thank you for the question.", "Also:"]
)
def test_joining_words_join(sentence, words):
    assert joins(sentence, words)


@pytest.mark.parametrize(
    "sentence", ["Ask for a rise.", "Quit your job.", "Studies help.", "Write to them on Monday."]
)
def test_what_advises_does_not_join(sentence, words):
    assert not joins(sentence, words)
