"""The slow parts of the index, made beforehand and kept in small files with the cards.

Embedding thousands of phrasings and learning from them takes a minute and a gigabyte; reading what
was learnt takes neither. A file's name carries the hash of the texts it was made from, so one that
no longer fits them is never read. Vectors are kept in whole numbers of one byte with a scale for each
row, and the model is learnt from the vectors so rounded; its weights are kept at half precision.
"""

import hashlib
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.guidance.asked_as import Phrasing
from coach.guidance.embedding import MODEL_ID, TextEmbedding, Vectors
from coach.guidance.passages import Passage
from coach.guidance.topic_model import COLUMNS, RIDGE, SHARPNESS, WORDS_SHARE, TopicModel, learn

Steps = NDArray[np.int8]

PASSAGES = "passages.npz"
TOPICS = "topics.npz"
_STEPS = 127
_UNREADABLE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


def shipped_vectors(folder: Path | None, passages: Sequence[Passage]) -> Vectors | None:
    """The vectors made beforehand from just these passages, in their order; None without them."""
    if folder is None:
        return None
    try:
        with np.load(folder / _passages_file(passages), allow_pickle=False) as kept:
            return _unpacked(kept["steps"], kept["scales"])
    except _UNREADABLE:
        return None


def shipped_topics(folder: Path | None, phrasings: Sequence[Phrasing]) -> TopicModel | None:
    """The model learnt beforehand from just these phrasings; None without one."""
    if folder is None:
        return None
    try:
        with np.load(folder / _topics_file(phrasings), allow_pickle=False) as kept:
            return TopicModel(
                classes=tuple(str(name) for name in kept["classes"]),
                vectors=_unpacked(kept["steps"], kept["scales"]),
                influence=np.asarray(kept["influence"], np.float32),
                weights=np.asarray(kept["weights"], np.float32),
                rarity=np.asarray(kept["rarity"], np.float32),
            )
    except _UNREADABLE:
        return None


def ship(
    folder: Path,
    passages: Sequence[Passage],
    phrasings: Sequence[Phrasing],
    embedding: TextEmbedding,
) -> None:
    """Make what is not there yet, and remove what was made from other texts.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {PASSAGES: _passages_file(passages), TOPICS: _topics_file(phrasings)}
    for kind, name in files.items():
        for old in folder.glob(f"*-{kind}"):
            if old.name != name:
                old.unlink()
    if shipped_vectors(folder, passages) is None:
        steps, scales = _packed(embedding.embed([one.text for one in passages]))
        np.savez_compressed(folder / files[PASSAGES], steps=steps, scales=scales)
    if shipped_topics(folder, phrasings) is None:
        steps, scales = _packed(embedding.embed([one.text for one in phrasings]))
        model = learn(phrasings, _unpacked(steps, scales))
        np.savez_compressed(
            folder / files[TOPICS],
            classes=np.array(model.classes, dtype=np.str_),
            steps=steps,
            scales=scales,
            influence=model.influence.astype(np.float16),
            weights=model.weights.astype(np.float16),
            rarity=model.rarity,
        )


def _packed(vectors: Vectors) -> tuple[Steps, Vectors]:
    """Each row as whole steps from -127 to 127, and the size of its step."""
    scales = np.abs(vectors).max(axis=1, keepdims=True) / np.float32(_STEPS)
    return np.round(vectors / scales).astype(np.int8), scales.astype(np.float32)


def _unpacked(steps: Steps, scales: Vectors) -> Vectors:
    """Unit vectors again; a cosine is then off by some 0.0003."""
    vectors = steps.astype(np.float32) * scales
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _passages_file(passages: Sequence[Passage]) -> str:
    return f"{_hash([MODEL_ID, [one.text for one in passages]])}-{PASSAGES}"


def _topics_file(phrasings: Sequence[Phrasing]) -> str:
    taught = [[one.teaches, one.text] for one in phrasings]
    return f"{_hash([MODEL_ID, COLUMNS, SHARPNESS, WORDS_SHARE, RIDGE, taught])}-{TOPICS}"


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]
