"""What is learnt once and shipped fits the examples it was learnt from."""

from pathlib import Path

import pytest

from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.care_model import CareModel
from coach.guidance.learnt import LEARNT
from coach.guidance.library import load_library
from coach.guidance.passages import card_passages
from coach.guidance.private_model import PrivateModel
from coach.guidance.shipped import shipped_topics, shipped_vectors
from tests.conftest import KNOWLEDGE


@pytest.fixture(scope="module")
def cards():
    return load_library(KNOWLEDGE).cards.values()


class Untaught:
    """An embedding that must not be needed for learning."""

    def verify(self):
        return None

    def embed(self, texts, progress=None):
        raise AssertionError("run: make learnt")


def test_nobody_learns_at_first_use_what_a_question_is_about(cards) -> None:
    asked = phrasings(load_asked_as(KNOWLEDGE), cards)
    assert shipped_topics(KNOWLEDGE / LEARNT, asked) is not None, "run: make learnt"


def test_nobody_embeds_the_cards_at_first_use(cards) -> None:
    passages = [part for card in cards for part in card_passages(card)]
    assert shipped_vectors(KNOWLEDGE / LEARNT, passages) is not None, "run: make learnt"


def test_what_is_shipped_is_small() -> None:
    assert sum(path.stat().st_size for path in (KNOWLEDGE / LEARNT).iterdir()) < 15_000_000


def test_nobody_learns_at_first_use_what_to_notice(tmp_path: Path, cards) -> None:
    asked = phrasings(load_asked_as(KNOWLEDGE), cards)
    CareModel(KNOWLEDGE, tmp_path, asked, Untaught, KNOWLEDGE / LEARNT).prepare()
    assert not list(tmp_path.iterdir())


def test_nobody_learns_at_first_use_what_gives_a_note_away(tmp_path: Path) -> None:
    PrivateModel(KNOWLEDGE, tmp_path, Untaught, KNOWLEDGE / LEARNT).reader()
    assert not list(tmp_path.iterdir())
