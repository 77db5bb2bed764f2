"""Tells whether a clause gives a private note away though it shares no word with it.

The local embedding (see ``embedding``) says how near two texts are. Alone that is not enough: a clause on the
topic of the message is near a note on the same topic. So a clause counts when it is nearer to a note than to
what may be told and to what such texts say anyway, and more so when both are on the same one of the things
people keep to themselves. The examples for both are data; the weights were tuned on the development cases
of ``evals.private_eval``.
"""

import hashlib
import os
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.guidance.embedding import TextEmbedding, Vectors
from coach.guidance.lexical import stem, words

FILE = Path("search") / "private.yaml"
STORED = "private.npz"
PUBLIC = 0.7
"""How much of its nearness to the public part of the brief is taken off a clause."""
ORDINARY = 0.8
"""How much of its nearness to what such texts say anyway is taken off a clause."""
THEME = 0.9
"""How much it adds that note and clause are on the same theme."""
SHARED = 0.7
"""How much is taken off for what is lost when the words that both share are left out."""
LEVEL = 0.24
"""From this score on a clause gives a note away."""

_WORD = re.compile(r"[A-Za-z0-9]+")
_OTHERS = {
    **dict.fromkeys(("you", "she", "he"), "they"),
    **dict.fromkeys(("your", "his", "her"), "their"),
    **dict.fromkeys(("yours", "hers"), "theirs"),
    **dict.fromkeys(("yourself", "herself", "himself"), "themselves"),
    "him": "them",
}
"""What a note calls "she" is "you" in a message."""
_OTHER = re.compile(rf"\b(?:{'|'.join(_OTHERS)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Examples:
    """Vectors of the examples: of the themes, with the number of the theme of each, and of the ordinary."""

    themes: Vectors
    theme: tuple[int, ...]
    ordinary: Vectors


class PrivateModel:
    """Loads the examples once; opens a reader for each text that is checked.

    Args:
        knowledge: the knowledge folder.
        home: the data folder, where the vectors of the examples are kept; nothing of a brief is.
        embedding: gives the embedding when it is needed.
        shipped: a folder that may hold the vectors of just these examples already.
    """

    def __init__(
        self,
        knowledge: Path,
        home: Path,
        embedding: Callable[[], TextEmbedding],
        shipped: Path | None = None,
    ) -> None:
        self._knowledge, self._home, self._embedding = knowledge, home, embedding
        self._shipped = shipped
        self._examples: Examples | None = None

    def reader(self) -> "PrivateReader":
        """A reader with a memory of its own, to be used for one call and dropped.

        Raises:
            KnowledgeError: the examples are missing or wrong.
            StorageError: the embedding cannot be loaded.
        """
        if self._examples is None:
            self._examples = self._load()
        return PrivateReader(self._examples, self._embedding())

    def _load(self) -> Examples:
        themes, ordinary = self._texts()
        texts = [text for _, text in themes]
        digest = hashlib.sha256("\n".join([*texts, "", *ordinary]).encode()).hexdigest()
        vectors = self._vectors([*texts, *ordinary], f"{digest[:12]}-{STORED}")
        return Examples(
            vectors[: len(texts)], tuple(number for number, _ in themes), vectors[len(texts) :]
        )

    def _vectors(self, texts: Sequence[str], name: str) -> Vectors:
        """The vectors as kept, or else made and kept; a folder that cannot be written only costs time."""
        for folder in (self._shipped, self._home):
            try:
                if folder is None:
                    continue
                with np.load(folder / name, allow_pickle=False) as kept:
                    vectors = cast(Vectors, kept["vectors"])
                if len(vectors) == len(texts):
                    self._embedding().verify()
                    return vectors
            except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
                continue
        vectors = self._embedding().embed(texts)
        part = self._home / f".{os.getpid()}-{name}"
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            for old in self._home.glob(f"*-{STORED}"):
                old.unlink(missing_ok=True)
            with part.open("wb") as file:
                np.savez(file, vectors=vectors)
            part.replace(self._home / name)
        except OSError:
            return vectors
        return vectors

    def _texts(self) -> tuple[list[tuple[int, str]], list[str]]:
        path = self._knowledge / FILE
        try:
            data = load_mapping(path)
            kinds = [[_general(str(text)) for text in texts] for texts in data["themes"].values()]
            ordinary = [_general(str(text)) for text in data["ordinary"]]
            if not ordinary or not all(kinds):
                raise ValueError("a list of examples is empty")
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise KnowledgeError(
                f"{path}: cannot be used ({error})", "Restore the file."
            ) from error
        return [(number, text) for number, texts in enumerate(kinds) for text in texts], ordinary


class PrivateReader:
    """Compares clauses with notes; embeds no text twice."""

    def __init__(self, examples: Examples, embedding: TextEmbedding) -> None:
        self._examples, self._embedding = examples, embedding
        self._known: dict[str, Vectors] = {}

    def shows(
        self, clauses: Sequence[str], notes: Sequence[str], public: Sequence[str]
    ) -> list[bool]:
        """Whether each clause gives one of the notes away, given what may be told."""
        if not clauses or not notes:
            return [False] * len(clauses)
        said, kept = self._vectors(clauses), self._vectors(notes)
        near = _likeness(said, kept)
        ordinary = _likeness(said, self._examples.ordinary).max(axis=1)
        told = np.zeros(len(clauses), dtype=np.float32)
        if public:
            told = _likeness(said, self._vectors(public)).max(axis=1)
        score = near + THEME * self._theme(said, kept)
        score -= (PUBLIC * told + ORDINARY * ordinary)[:, np.newaxis]
        return [
            any(
                scores[at] - self._by_shared_words(clause, notes[at], nears[at]) >= LEVEL
                for at in np.argsort(-scores)
                if scores[at] >= LEVEL
            )
            for clause, scores, nears in zip(clauses, score, near, strict=True)
        ]

    def _by_shared_words(self, clause: str, note: str, near: float) -> float:
        """How much of their likeness is due to words they share: these may be the topic of both.

        What is said of the topic must be alike, and it is compared with the shared words made "something".
        """
        shared = frozenset(words(clause)) & frozenset(words(note))
        if not shared:
            return 0.0
        one, other = self._vectors([_without(clause, shared), _without(note, shared)])
        return SHARED * max(0.0, near - float(np.dot(one, other)))

    def _theme(self, said: Vectors, kept: Vectors) -> Vectors:
        """How surely both are on one theme: for the best theme, the lesser of the two likenesses."""
        one, other = self._profile(said), self._profile(kept)
        best = np.zeros((len(said), len(kept)), dtype=np.float32)
        for number in range(one.shape[1]):
            np.maximum(best, np.minimum.outer(one[:, number], other[:, number]), out=best)
        return best

    def _profile(self, vectors: Vectors) -> Vectors:
        """For each text, its greatest likeness to an example of each theme."""
        near = _likeness(vectors, self._examples.themes)
        theme = np.array(self._examples.theme)
        kinds = [near[:, theme == number].max(axis=1) for number in range(int(theme.max()) + 1)]
        return np.stack(kinds, axis=1)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        general = [_general(text) for text in texts]
        new = [text for text in dict.fromkeys(general) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedding.embed(new), strict=True))
        return np.stack([self._known[text] for text in general])


def _without(text: str, stems: frozenset[str]) -> str:
    """``text`` with the words of these stems made "something"."""
    return _WORD.sub(
        lambda word: "something" if stem(word.group().lower()) in stems else word.group(), text
    )


def _general(text: str) -> str:
    """``text`` with one word for whoever is not the writer."""
    return _OTHER.sub(lambda match: _OTHERS[match.group().lower()], text)


def _likeness(some: Vectors, others: Vectors) -> Vectors:
    """The cosine of each pair; ``einsum`` stays on one core, see ``embedding.cosines``."""
    return cast(Vectors, np.einsum("ik,jk->ij", some, others))
