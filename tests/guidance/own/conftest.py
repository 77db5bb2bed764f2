"""What the tests of people's own documents share: a shelf, and embeddings fast and real."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from coach.guidance.embedding import LocalEmbedding
from coach.guidance.own.shelf import OwnShelf


class FakeEmbedding:
    """Gives equal texts equal directions and others unrelated ones; may fail on the way.

    A text is near a question only when it is the question, so that tests which ask for a passage by
    its own words find that one and no other.
    """

    def __init__(self, fail_after: int | None = None, error: BaseException | None = None) -> None:
        self.embedded = 0
        self.fail_after = fail_after
        self.error = error or RuntimeError("the model broke")

    def verify(self):
        pass

    def embed(self, texts, progress=None):
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for place, text in enumerate(texts):
            if self.fail_after is not None and self.embedded >= self.fail_after:
                raise self.error
            self.embedded += 1
            seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
            row = np.random.default_rng(seed).normal(size=384)
            vectors[place] = row / np.linalg.norm(row)
            if progress is not None and place % 8 == 7:
                progress(place + 1, len(texts))
        return vectors

    def embed_query(self, text):
        return self.embed([text])[0]


def text_of(*paragraphs: str) -> bytes:
    """A text file in which each paragraph becomes a passage of its own."""
    return "\n\n".join(f"{one} {'and so on ' * 63}".strip() for one in paragraphs).encode()


def asked_for(paragraph: str) -> str:
    """The passage that ``text_of`` makes of a paragraph, for finding it again."""
    return " ".join(text_of(paragraph).decode().split())


def files_with(folder: Path, words: bytes) -> list[Path]:
    """The files below a folder that hold these bytes."""
    return [path for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def shelf(home: Path) -> OwnShelf:
    return OwnShelf(home, FakeEmbedding)


@pytest.fixture
def again(home: Path) -> Callable[[], OwnShelf]:
    """Opens the shelf as another process would, with nothing remembered."""
    return lambda: OwnShelf(home, FakeEmbedding)


@pytest.fixture(scope="session")
def embedding() -> LocalEmbedding:
    return LocalEmbedding()
