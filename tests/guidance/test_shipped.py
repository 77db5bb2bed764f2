"""The parts of the index made beforehand: read for just the texts they were made from, else passed over."""

import os

import numpy as np
import pytest

from coach.guidance.asked_as import Phrasing
from coach.guidance.index import open_index
from coach.guidance.shipped import ship

from .test_index import PASSAGES, SAID, FakeEmbedding, names, opened, same


class Untaught:
    """An embedding that must not be needed."""

    def verify(self):
        pass

    def embed(self, texts, progress=None):
        raise AssertionError(f"{len(texts)} texts embedded")


def test_what_was_shipped_for_just_these_texts_needs_no_embedding(tmp_path):
    ship(tmp_path / "shipped", PASSAGES, SAID, FakeEmbedding())
    found = open_index(tmp_path, PASSAGES, SAID, Untaught(), shipped=tmp_path / "shipped")
    exact = opened(tmp_path / "other", FakeEmbedding())
    assert found.topics.classes == exact.topics.classes
    assert np.allclose(np.einsum("ij,ij->i", found.vectors, exact.vectors), 1, atol=1e-4)
    assert np.allclose(found.topics.influence, exact.topics.influence, atol=0.01)


def test_what_was_shipped_for_other_texts_is_not_read(tmp_path):
    shipped, embedding = tmp_path / "shipped", FakeEmbedding()
    ship(shipped, PASSAGES, SAID, FakeEmbedding())
    moved = [Phrasing(SAID[0].text, "topic-2"), *SAID[1:]]
    heard = []

    def step(*done):
        heard.append(done)

    open_index(tmp_path / "a", PASSAGES, moved, embedding, step, shipped)
    open_index(tmp_path / "b", PASSAGES[1:], SAID, embedding, step, shipped)
    assert heard == [(12, 12), (29, 29)]


def test_shipping_again_keeps_what_fits_and_removes_the_rest(tmp_path):
    ship(tmp_path, PASSAGES, SAID, FakeEmbedding())
    before = names(tmp_path)
    ship(tmp_path, PASSAGES, SAID, Untaught())
    assert names(tmp_path) == before
    ship(tmp_path, PASSAGES[1:], SAID, FakeEmbedding())
    assert len(names(tmp_path)) == len(before) == len(names(tmp_path) & before) + 1


@pytest.mark.parametrize("content", [b"", os.urandom(3_000)], ids=["empty", "garbage"])
def test_a_damaged_shipped_file_is_passed_over(tmp_path, content):
    shipped, embedding = tmp_path / "shipped", FakeEmbedding()
    ship(shipped, PASSAGES, SAID, embedding)
    for path in shipped.iterdir():
        path.write_bytes(content)
    found = open_index(tmp_path / "home", PASSAGES, SAID, embedding, shipped=shipped)
    assert same(found, opened(tmp_path / "other", FakeEmbedding()))
