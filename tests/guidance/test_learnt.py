"""What is learnt once and shipped fits the examples it was learnt from."""

from pathlib import Path

from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.care_model import CareModel
from coach.guidance.learnt import LEARNT
from coach.guidance.library import load_library
from coach.guidance.private_model import PrivateModel
from coach.guidance.sentence_model import SentenceModel
from tests.conftest import KNOWLEDGE


class Untaught:
    """An embedding that must not be needed for learning."""

    def verify(self):
        return None

    def embed(self, texts, progress=None):
        raise AssertionError("run: make learnt")


def test_nobody_learns_at_first_use_what_to_notice(tmp_path: Path) -> None:
    asked = phrasings(load_asked_as(KNOWLEDGE), load_library(KNOWLEDGE).cards.values())
    CareModel(KNOWLEDGE, tmp_path, asked, Untaught, KNOWLEDGE / LEARNT).prepare()
    assert not list(tmp_path.iterdir())


def test_nobody_learns_at_first_use_what_gives_a_note_away(tmp_path: Path) -> None:
    PrivateModel(KNOWLEDGE, tmp_path, Untaught, KNOWLEDGE / LEARNT).reader()
    assert not list(tmp_path.iterdir())


def test_nobody_learns_at_first_use_how_to_read_a_message_again(tmp_path: Path) -> None:
    SentenceModel(KNOWLEDGE, tmp_path, Untaught, KNOWLEDGE / LEARNT).reader()
    assert not list(tmp_path.iterdir())
