"""The topic model: learns topics from phrasings, hears words it has not seen whole, and forgets nothing."""

import hashlib

import numpy as np
import pytest

from coach.guidance.asked_as import BEYOND, AskedAs, Beyond, Phrasing, phrasings
from coach.guidance.cards import parse_card
from coach.guidance.topic_model import learn, load_model

from .conftest import make_card

SAID = [
    Phrasing("they never answered my message", "no-reply"),
    Phrasing("silence after I wrote to her", "no-reply"),
    Phrasing("no answer for three weeks", "no-reply"),
    Phrasing("what do I put on the agenda", "agenda"),
    Phrasing("plan the order of our meeting", "agenda"),
    Phrasing("agenda for a monthly talk", "agenda"),
    Phrasing("bake bread with rye flour", "cooking"),
    Phrasing("how long do I boil an egg", "cooking"),
    Phrasing("recipe for lentil soup", "cooking"),
]


def vectors(texts):
    """Every text in a direction of its own: only its words can tell what it is about."""
    seeds = [int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) for text in texts]
    rows = np.stack([np.random.default_rng(seed).normal(size=384) for seed in seeds])
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def model():
    return learn(SAID, vectors([one.text for one in SAID]))


def heard(model, text):
    cosines = model.vectors @ vectors([text])[0]
    scores = model.scores(text, cosines)
    return dict(zip(model.classes, scores.tolist(), strict=True))


@pytest.mark.parametrize("phrasing", SAID, ids=lambda one: one.text)
def test_what_it_learnt_from_is_heard_as_what_it_teaches(model, phrasing):
    scores = heard(model, phrasing.text)
    assert max(scores, key=scores.get) == phrasing.teaches


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("agendas", "agenda"),
        ("AGENDA!!", "agenda"),
        ("the adgenda", "agenda"),
        ("no anser to my mesage", "no-reply"),
        ("soup recipes", "cooking"),
    ],
)
def test_a_word_in_another_form_or_misspelt_still_counts(model, text, topic):
    scores = heard(model, text)
    assert max(scores, key=scores.get) == topic


@pytest.mark.parametrize("text", ["", "?!", "zzqx", "🙂"])
def test_a_text_without_known_words_speaks_of_nothing(model, text):
    assert max(heard(model, text).values()) < 0.3


def test_the_same_phrasings_give_the_same_model(model):
    again = learn(SAID, vectors([one.text for one in SAID]))
    assert np.array_equal(again.influence, model.influence)


def test_the_order_of_words_does_not_blur_one_text_into_another(model):
    assert heard(model, "what do I put on the agenda") != heard(
        model, "agenda the on put I do what"
    )


def test_a_saved_model_says_the_same(model, tmp_path):
    model.save(tmp_path / "topics.npz")
    loaded = load_model(tmp_path / "topics.npz")
    assert loaded.classes == model.classes
    assert heard(loaded, "no answer") == heard(model, "no answer")


def test_phrasings_come_from_cards_topics_and_subjects_beyond_and_only_known_ones():
    card = parse_card(make_card(), "a test")
    asked_as = AskedAs(
        topics={"agenda": ("plan a meeting",), "goals": ("what to aim at",)},
        cards={card.id: ("the hard question",), "gone": ("old words",)},
        beyond={"cooking": Beyond("cooking", ("rye bread",))},
        synonyms={},
    )
    assert phrasings(asked_as, [card]) == [
        Phrasing("agenda", "agenda"),
        Phrasing(card.title, "agenda", card.id),
        Phrasing("the hard question", "agenda", card.id),
        Phrasing("plan a meeting", "agenda"),
        Phrasing("rye bread", BEYOND, subject="cooking"),
    ]
