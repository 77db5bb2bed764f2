"""Notices in a message what no phrase list foresees: a second reader of the review, learnt from sentences.

For each thing it looks for there are sentences that fail and sentences that pass (``knowledge/search/review``),
written for the purpose, and such as stood in labelled messages (``review-seen.yaml``). The method is that of
``topic_model``. Some things are told by a single sentence that fails, such as a push; of others a message needs
a single sentence that passes, such as a reason. Each has a level, set on messages the model had not learnt from.
"""

import hashlib
import os
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.guidance.embedding import TextEmbedding, Vectors
from coach.guidance.topic_model import TopicModel, learn_each, load_model

FOLDER = Path("search") / "review"
SEEN = Path("search") / "review-seen.yaml"
STORED = "review.npz"
WORDS_SHARE = 0.3
"""Share of the words in the likeness of two sentences; the embedding has the rest."""
RIDGE = 0.12
"""Lower than for topics: each example shows a turn of phrase of its own."""
LEVELS: Mapping[str, float] = MappingProxyType(
    {
        "advice-done": -0.16,
        "advice-given": -0.16,
        "advice-result": -0.2,
        "ask-low-commitment": -0.01,
        "ask-time-boxed": -0.1,
        "easy-out": 0.0,
        "evidence-of-impact": -0.15,
        "no-cliche": 0.15,
        "no-flattery": -0.1,
        "no-job-ask": 0.0,
        "no-over-apology": -0.09,
        "no-pressure": 0.25,
        "offers-times": -0.2,
        "one-clear-ask": -0.045,
        "plain-language": -0.12,
        "question-specific": 0.0,
        "says-why-them": 0.11,
    }
)
"""The score from which a sentence counts. Set on rounds of messages the model had not learnt from, so that
of a hundred messages without the flaw one or two more are thought to have it (decision 21)."""


@dataclass(frozen=True)
class Sides:
    """Examples of one thing: sentences that fail, that pass, and whether one that fails decides."""

    fails: tuple[str, ...]
    passes: tuple[str, ...]
    fails_decide: bool

    def joined(self, fails: Sequence[str], passes: Sequence[str]) -> "Sides":
        """These and more; what stands on both sides tells nothing and is left out of the new ones."""
        both = {*self.fails, *fails} & {*self.passes, *passes}
        return Sides(
            tuple(dict.fromkeys([*self.fails, *(t for t in fails if t not in both)])),
            tuple(dict.fromkeys([*self.passes, *(t for t in passes if t not in both)])),
            self.fails_decide,
        )


class SentenceModel:
    """Learns when it is first asked, or reads what was learnt; opens a reader for each message.

    Args:
        knowledge: the knowledge folder.
        home: the data folder, where what was learnt is kept; if it cannot be, it is learnt again.
        embedding: gives the embedding when it is needed.
        shipped: a folder that may hold what is learnt from just these examples already.
    """

    def __init__(
        self,
        knowledge: Path,
        home: Path,
        embedding: Callable[[], TextEmbedding],
        shipped: Path | None = None,
    ) -> None:
        self._knowledge, self._home, self._shipped = knowledge, home, shipped
        self._embedding = embedding
        self._lock = threading.Lock()
        self._model: TopicModel | None = None

    def reader(self) -> "SentenceReader":
        """A reader with a memory of its own, to be used for one message and dropped.

        Raises:
            KnowledgeError: the examples are missing or wrong.
            StorageError: the embedding cannot be loaded.
        """
        with self._lock:
            if self._model is None:
                self._model = self._load_or_learn()
        return SentenceReader(self._model, self._embedding())

    def _load_or_learn(self) -> TopicModel:
        name = f"{_digest(self._knowledge)}-{STORED}"
        for folder in (self._shipped, self._home):
            try:
                if folder is not None:
                    return load_model(folder / name)
            except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
                continue
        model = learnt_from(load_sides(self._knowledge), self._embedding().embed)
        self._keep(model, name)
        return model

    def _keep(self, model: TopicModel, name: str) -> None:
        """Keep what was learnt; a folder that cannot be written only costs time."""
        part = self._home / f".{os.getpid()}-{name}"
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            for old in self._home.glob(f"*-{STORED}"):
                old.unlink(missing_ok=True)
            model.save(part, halved=True)
            part.replace(self._home / name)
        except OSError:
            return


class SentenceReader:
    """Reads the sentences of one message; reads none twice."""

    def __init__(self, model: TopicModel, embedding: TextEmbedding) -> None:
        self._model, self._embedding = model, embedding
        self._read: dict[str, Vectors] = {}

    def margins(self, what: str, sentences: Sequence[str]) -> list[float]:
        """By how much each sentence is above the level from which it counts; see ``LEVELS``."""
        column = self._model.classes.index(what)
        new = [text for text in dict.fromkeys(sentences) if text not in self._read]
        if new:
            self._read.update(zip(new, scores(self._model, new, self._embedding), strict=True))
        return [float(self._read[text][column]) - LEVELS[what] for text in sentences]


def scores(model: TopicModel, texts: Sequence[str], embedding: TextEmbedding) -> list[Vectors]:
    """How much each text speaks for each class of the model; all are embedded in one run."""
    # One core, see embedding.cosines.
    near = np.einsum("ik,jk->ij", embedding.embed(texts), model.vectors)
    return [model.scores(text, cosines) for text, cosines in zip(texts, near, strict=True)]


def learnt_from(
    sides: Mapping[str, Sides], embed: Callable[[Sequence[str]], Vectors]
) -> TopicModel:
    """Learn each thing from its two sides; the side that decides is what scores speak for."""
    texts = list(dict.fromkeys(t for one in sides.values() for t in (*one.fails, *one.passes)))
    place = {text: number for number, text in enumerate(texts)}
    marks = np.zeros((len(texts), len(sides)), dtype=np.float32)
    for column, one in enumerate(sides.values()):
        deciding, other = (one.fails, one.passes) if one.fails_decide else (one.passes, one.fails)
        marks[[place[text] for text in other], column] = -1
        marks[[place[text] for text in deciding], column] = 1
    return learn_each(
        texts, embed(texts), marks, tuple(sides), words_share=WORDS_SHARE, ridge=RIDGE
    )


def load_sides(knowledge: Path, *, seen: bool = True) -> dict[str, Sides]:
    """Every example by what it is of: those written, and those seen in messages unless left out.

    Raises:
        KnowledgeError: a file is missing or wrong.
    """
    sides = dict(_written(knowledge))
    if set(sides) != set(LEVELS):
        odd = ", ".join(sorted(set(sides) ^ set(LEVELS)))
        raise KnowledgeError(
            f"{knowledge / FOLDER}: too many or too few files ({odd})", "Restore the folder."
        )
    for what, more in load_mapping(knowledge / SEEN).items() if seen else ():
        if what not in sides or not isinstance(more, dict):
            raise KnowledgeError(f"{knowledge / SEEN}: '{what}' is not known", "Restore the file.")
        sides[what] = sides[what].joined(
            [str(text) for text in more.get("fails") or ()],
            [str(text) for text in more.get("passes") or ()],
        )
    return sides


def _written(knowledge: Path) -> Iterator[tuple[str, Sides]]:
    for path in _files(knowledge):
        data = load_mapping(path)
        try:
            fails, passes = ([str(text) for text in data[side]] for side in ("fails", "passes"))
            decides = data["decides"]
            if decides not in ("fails", "passes") or not fails or not passes:
                raise ValueError("a side is empty, or none decides")
        except (KeyError, TypeError, ValueError) as error:
            raise KnowledgeError(
                f"{path}: cannot be used ({error})", "Restore the file."
            ) from error
        yield path.stem, Sides(tuple(fails), tuple(passes), decides == "fails")


def _files(knowledge: Path) -> list[Path]:
    files = sorted((knowledge / FOLDER).glob("*.yaml"))
    if not files:
        raise KnowledgeError(f"{knowledge / FOLDER}: no examples are there", "Restore the folder.")
    return files


def _digest(knowledge: Path) -> str:
    """What is learnt depends on: the bytes of the examples, which are quicker to read than their YAML."""
    taken = hashlib.sha256(f"{WORDS_SHARE} {RIDGE}".encode())
    for path in (*_files(knowledge), knowledge / SEEN):
        try:
            taken.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
        except OSError as error:
            raise KnowledgeError(f"{path}: cannot be read", "Restore the file.") from error
    return taken.hexdigest()[:12]
