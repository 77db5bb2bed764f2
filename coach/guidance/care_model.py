"""Notices what must not be coached away when it is told in words that no list of phrases foresees.

The same model that tells topics apart (see ``topic_model``) learns from curated texts of each kind, from
texts that sound near but are ordinary, and from a share of the phrasings people ask guidance with. It reads
sentence by sentence, since one sentence among twenty is enough.
"""

import hashlib
import os
import re
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml

from coach.errors import KnowledgeError
from coach.guidance.asked_as import Phrasing
from coach.guidance.embedding import TextEmbedding, cosines
from coach.guidance.topic_model import TopicModel, learn, load_model

FILE = Path("search") / "care.yaml"
STORED = "care.npz"
ORDINARY = "ordinary"
LEVEL = 0.33
"""Score from which a kind counts as told, if it is also above that of ordinary texts."""
EVERY = 6
"""One in so many of the guidance's phrasings is learnt as ordinary."""
LONGEST = 60
"""Sentences read of one text; a longer text is a document, not a telling."""
_END = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")
_KINDS = ("distress", "misconduct", "discrimination", "legal-medical")


class CareModel:
    """Says which kind of thing a text tells of, if any; learns when it is first asked.

    Args:
        knowledge: the knowledge folder.
        home: the data folder, where what was learnt is kept; if it cannot be, it is learnt again.
        ordinary: phrasings of which a share is learnt as ordinary.
        embedding: gives the embedding when it is needed.
    """

    def __init__(
        self,
        knowledge: Path,
        home: Path,
        ordinary: Sequence[Phrasing],
        embedding: Callable[[], TextEmbedding],
    ) -> None:
        self._knowledge, self._home, self._ordinary = knowledge, home, ordinary
        self._embedding = embedding
        self._lock = threading.Lock()
        self._model: TopicModel | None = None

    def told(self, text: str) -> tuple[str, str] | None:
        """The gravest kind a text tells of and the sentence that does, or None.

        Raises:
            KnowledgeError: the examples are missing or wrong.
        """
        found = dict(reversed(list(self._kinds(text))))
        return next(((kind, found[kind]) for kind in _KINDS if kind in found), None)

    def _kinds(self, text: str) -> Iterator[tuple[str, str]]:
        model = self._learnt()
        embedding = self._embedding()
        for sentence in _sentences(text)[:LONGEST]:
            near = cosines(model.vectors, embedding.embed_query(sentence))
            scores = dict(zip(model.classes, model.scores(sentence, near).tolist(), strict=True))
            kind = max(_KINDS, key=scores.__getitem__)
            if scores[kind] >= max(LEVEL, scores[ORDINARY]):
                yield kind, sentence

    def _learnt(self) -> TopicModel:
        with self._lock:
            if self._model is None:
                self._model = self._load_or_learn()
            return self._model

    def _load_or_learn(self) -> TopicModel:
        told = [Phrasing(text, kind, "") for kind, text in self._examples()]
        told += [Phrasing(one.text, ORDINARY, "") for one in self._ordinary[::EVERY]]
        content = "\n".join(f"{one.teaches}\t{one.text}" for one in told)
        name = f"{hashlib.sha256(content.encode()).hexdigest()[:12]}-{STORED}"
        try:
            return load_model(self._home / name)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            model = learn(told, self._embedding().embed([one.text for one in told]))
            self._keep(model, name)
            return model

    def _keep(self, model: TopicModel, name: str) -> None:
        """Keep what was learnt; a folder that cannot be written only costs time."""
        part = self._home / f".{os.getpid()}-{name}"
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            for old in self._home.glob(f"*-{STORED}"):
                old.unlink(missing_ok=True)
            model.save(part)
            part.replace(self._home / name)
        except OSError:
            return

    def _examples(self) -> Iterator[tuple[str, str]]:
        path = self._knowledge / FILE
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))
            for kind in (*_KINDS, ORDINARY):
                yield from ((kind, str(text)) for text in entries[kind])
        except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
            raise KnowledgeError(
                f"{path}: cannot be used ({error})", "Restore the file."
            ) from error


def _sentences(text: str) -> list[str]:
    """The sentences of a text as they stand; people who are upset begin few of them with a capital."""
    return [part for part in _END.split(text.strip()) if part]
