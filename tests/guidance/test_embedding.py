"""The local embedding: right numbers, no network, bounded work."""

import numpy as np
import pytest

from coach.errors import StorageError
from coach.guidance.embedding import DIMENSIONS, LocalEmbedding
from coach.guidance.vector_store import ChromaEmbedding


@pytest.fixture(scope="module")
def embedding():
    return LocalEmbedding()


def test_vectors_have_unit_length_also_for_an_empty_text(embedding):
    vectors = embedding.embed(["a question", "", "x " * 5_000])
    assert vectors.shape == (3, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_like_meanings_are_nearer_than_unlike_ones(embedding):
    one, same, other = embedding.embed(
        ["How do I follow up?", "They have not replied, may I write again?", "A recipe for soup"]
    )
    assert one @ same > one @ other + 0.2


def test_a_text_has_nearly_the_same_vector_alone_and_in_a_batch(embedding):
    texts = [f"question {number} " + "about work " * number for number in range(20)]
    together = embedding.embed(texts)
    alone = np.stack([embedding.embed([text])[0] for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.97


def test_what_a_caller_does_to_its_vectors_does_not_change_the_next_ones(embedding):
    texts = ["a question", "another one"]
    first = embedding.embed(texts)
    kept = first.copy()
    first[:] = 0
    assert np.array_equal(embedding.embed(texts), kept)


def test_no_texts_give_no_vectors(embedding):
    assert embedding.embed([]).shape == (0, DIMENSIONS)


def test_words_beyond_the_limit_do_not_count(embedding):
    text = "goal " * 400
    one, other = embedding.embed([text, text + "soup recipe"])
    assert one @ other == pytest.approx(1, abs=1e-4)


def test_progress_counts_up_to_every_text(embedding):
    heard = []
    embedding.embed(["text"] * 10, lambda done, total: heard.append((done, total)))
    assert heard == [(8, 10), (10, 10)]


def test_the_installed_model_is_the_one_we_measured(embedding):
    embedding.verify()


def test_a_model_that_was_altered_is_refused(embedding, tmp_path, monkeypatch):
    other = tmp_path / "model.onnx"
    other.write_bytes(b"something else")
    monkeypatch.setattr(embedding, "_model", other)
    with pytest.raises(StorageError, match="damaged or another one"):
        embedding.verify()


def test_a_model_or_vocabulary_that_cannot_be_loaded_is_a_named_error(tmp_path):
    broken = tmp_path / "model.onnx"
    broken.write_bytes(b"\0" * 100)
    with pytest.raises(StorageError) as raised:
        LocalEmbedding(model=broken)
    assert "pip install" in raised.value.fix
    with pytest.raises(StorageError):
        LocalEmbedding(vocabulary=tmp_path / "missing.txt")


def test_chroma_gets_our_embedding_by_name(embedding):
    function = ChromaEmbedding.build_from_config(ChromaEmbedding().get_config())
    assert np.asarray(function(["a question"]))[0] == pytest.approx(
        embedding.embed(["a question"])[0], abs=1e-4
    )
