"""Services for a conversation: two real cards are found for a question on time, and nothing else."""

import pytest

from coach.guidance.embedding import LocalEmbedding
from coach.guidance.library import load_library
from coach.use_cases.ports import Services
from tests.use_cases.talking import ABOUT, CARDS, FixedSearch, NoShelf


@pytest.fixture(scope="session")
def library(knowledge):
    return load_library(knowledge)


@pytest.fixture(scope="session")
def embedding():
    return LocalEmbedding()


@pytest.fixture
def services(library, writer, embedding):
    cards = [library.cards[name] for name in CARDS]
    return Services(
        cards=library, search=FixedSearch(embedding, cards, ABOUT), own=NoShelf(), writer=writer
    )
