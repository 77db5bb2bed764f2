"""Which topic a question is about: a model learnt from the curated phrasings.

The nearest phrasing alone is a poor guide, since MiniLM hears the setting ("my prof at uni") as
loudly as the matter. Kernel ridge regression on one-hot labels (Saunders, Gammerman & Vovk 1998)
learns from all phrasings together what tells topics apart. Two texts are alike by an exponential of
their cosine, and by the words, word pairs and parts of words they share, hashed into a fixed number
of signed columns (Weinberger et al. 2009, doi:10.1145/1553374.1553516): misspelt words still share
parts. Everything beyond the guidance is one class of its own.
"""

import itertools
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.guidance.asked_as import Phrasing
from coach.guidance.embedding import Vectors
from coach.guidance.lexical import stem

Matrix = NDArray[np.float32]

COLUMNS = 4096
"""Hashed columns; half as many cost a point of recall on the development questions."""
WORDS_SHARE = 0.4
"""Share of the words in the likeness of two texts; the embedding has the rest."""
SHARPNESS = 3.0
"""How fast likeness falls with the cosine: at a cosine of 0.5 it is exp(-1.5), about 0.22."""
RIDGE = 0.5
"""Penalty that keeps the model from learning single phrasings by heart."""
_SIGN = 0x80000000
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_PIECES = (3, 4)


@dataclass(frozen=True)
class TopicModel:
    """What was learnt.

    Attributes:
        classes: what it can tell apart, in the order of its scores.
        vectors: the unit vector of each phrasing it learnt from.
        influence: how much each phrasing speaks for each class; one row per phrasing.
        weights: how much each hashed column speaks for each class.
        rarity: how much each column counts in a text, more for rarer ones.
        words_share: share of the words in the likeness of two texts.
    """

    classes: tuple[str, ...]
    vectors: Matrix
    influence: Matrix
    weights: Matrix
    rarity: Matrix
    words_share: float = WORDS_SHARE

    def scores(self, text: str, cosines: Matrix) -> Matrix:
        """How strongly a text speaks of each class: near 1 for a clear case, near 0 for none.

        Args:
            text: the question.
            cosines: of the question and each of ``vectors``.
        """
        columns, counts = _columns(text)
        weighty = counts * self.rarity[columns]
        length = max(float(np.linalg.norm(weighty)), 1e-9)
        worded = np.einsum("i,ij->j", weighty, self.weights[columns]) / np.float32(length)
        alike = np.exp(SHARPNESS * (cosines - 1), dtype=np.float32)
        meant = np.einsum("i,ij->j", alike, self.influence)  # one core: see embedding.cosines
        share = self.words_share
        return np.asarray((1 - share) * meant + share * worded, dtype=np.float32)

    def save(self, path: Path, *, halved: bool = False) -> None:
        """Write the model to a file; ``halved`` keeps three digits of each number, in half the space."""
        kept = np.float16 if halved else np.float32
        np.savez(
            path,
            classes=np.array(self.classes, dtype=np.str_),
            vectors=self.vectors.astype(kept),
            influence=self.influence.astype(kept),
            weights=self.weights.astype(kept),
            rarity=self.rarity.astype(kept),
            words_share=np.float64(self.words_share),
        )


def load_model(path: Path) -> TopicModel:
    """Read a model from a file.

    Raises:
        OSError: there is no such file, or it cannot be read.
        ValueError, KeyError, EOFError, zipfile.BadZipFile: it is damaged.
    """
    with np.load(path, allow_pickle=False) as stored:
        vectors, influence, weights, rarity = (
            np.asarray(stored[name], np.float32)
            for name in ("vectors", "influence", "weights", "rarity")
        )
        classes = tuple(str(name) for name in stored["classes"])
        share = float(stored["words_share"])
        return TopicModel(classes, vectors, influence, weights, rarity, share)


def learn(
    phrasings: Sequence[Phrasing],
    vectors: Vectors,
    *,
    words_share: float = WORDS_SHARE,
    ridge: float = RIDGE,
) -> TopicModel:
    """Fit the model; closed form, so the same phrasings give the same model.

    Args:
        phrasings: what to learn from.
        vectors: their unit vectors, one row each.
        words_share: share of the words in the likeness of two texts.
        ridge: penalty that keeps the model from learning single phrasings by heart.
    """
    classes = tuple(dict.fromkeys(one.teaches for one in phrasings))
    numbers = {name: number for number, name in enumerate(classes)}
    labels = np.zeros((len(phrasings), len(classes)), dtype=np.float32)
    for row, phrasing in enumerate(phrasings):
        labels[row, numbers[phrasing.teaches]] = 1
    kernel, hashed, rarity = _likeness([one.text for one in phrasings], vectors, words_share)
    kernel[np.diag_indices_from(kernel)] += ridge
    influence = np.asarray(np.linalg.solve(kernel, labels), dtype=np.float32)
    weights = np.asarray(hashed.T @ influence, dtype=np.float32)
    return TopicModel(classes, vectors, influence, weights, rarity, words_share)


def learn_each(
    texts: Sequence[str],
    vectors: Vectors,
    sides: Matrix,
    classes: Sequence[str],
    *,
    words_share: float = WORDS_SHARE,
    ridge: float = RIDGE,
) -> TopicModel:
    """Fit each class on examples of its own; a text may be an example of several.

    Args:
        texts: every example, once.
        vectors: their unit vectors, one row each.
        sides: per text and class 1 where it is an example of the class, -1 where it is one of
            what only sounds near it, and 0 where it is neither.
        classes: the classes, one per column of ``sides``; each needs an example of either side.
        words_share: share of the words in the likeness of two texts.
        ridge: penalty that keeps the model from learning single phrasings by heart. It is less for
            the side with fewer examples, so that few against many are still heard.
    """
    kernel, hashed, rarity = _likeness(texts, vectors, words_share)
    influence = np.zeros(sides.shape, dtype=np.float32)
    for column in range(len(classes)):
        rows = np.flatnonzero(sides[:, column])
        side = sides[rows, column]
        more = max(1.0, float((side < 0).sum() / (side > 0).sum()))
        own = kernel[np.ix_(rows, rows)]
        own[np.diag_indices_from(own)] += np.where(side > 0, ridge / np.sqrt(more), ridge)
        influence[rows, column] = np.linalg.solve(own, side)
    weights = np.asarray(hashed.T @ influence, dtype=np.float32)
    return TopicModel(tuple(classes), vectors, influence, weights, rarity, words_share)


def _likeness(
    texts: Sequence[str], vectors: Vectors, words_share: float
) -> tuple[Matrix, Matrix, Matrix]:
    """How alike each two texts are, their columns weighed and of length 1, and the columns' rarity."""
    hashed = np.zeros((len(texts), COLUMNS), dtype=np.float32)
    for row, text in enumerate(texts):
        columns, counts = _columns(text)
        hashed[row, columns] = counts
    seen = np.count_nonzero(hashed, axis=0)
    rarity = np.asarray(np.log((1 + len(texts)) / (1 + seen)) + 1, dtype=np.float32)
    hashed *= rarity
    hashed /= np.maximum(np.linalg.norm(hashed, axis=1, keepdims=True), np.float32(1e-9))
    kernel = vectors @ vectors.T  # from here on in place: it is by far the largest thing in memory
    kernel -= 1
    kernel *= SHARPNESS
    np.exp(kernel, out=kernel)
    kernel *= 1 - words_share
    _add_products(kernel, hashed, words_share)
    return kernel, hashed, rarity


def _add_products(kernel: Matrix, hashed: Matrix, share: float) -> None:
    """Add ``share * hashed @ hashed.T``, column by column since most entries are zero."""
    for column in range(hashed.shape[1]):
        rows = np.flatnonzero(hashed[:, column])
        values = hashed[rows, column]
        kernel[np.ix_(rows, rows)] += share * np.outer(values, values)


def _columns(text: str) -> tuple[NDArray[np.intp], Matrix]:
    """The columns a text's features fall into, and their counts.

    Each feature is counted with a sign of its own, so that those that collide tend to cancel out.
    """
    counted: Counter[int] = Counter()
    for feature, times in Counter(_features(text)).items():
        number = zlib.crc32(feature.encode())
        counted[number % COLUMNS] += times if number & _SIGN else -times
    return (
        np.fromiter(counted.keys(), dtype=np.intp, count=len(counted)),
        np.fromiter(counted.values(), dtype=np.float32, count=len(counted)),
    )


def _features(text: str) -> Iterator[str]:
    words = _WORD.findall(text.lower().translate(_APOSTROPHES))
    stems = [stem(word) for word in words]
    yield from stems
    yield from (f"{one} {other}" for one, other in itertools.pairwise(stems))
    for word in words:
        edged = f"<{word}>"
        for size in _PIECES:
            yield from (edged[at : at + size] for at in range(len(edged) - size + 1))
