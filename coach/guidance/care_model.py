"""Notices what must not be coached away when it is told in words that no list of phrases foresees.

The same model that tells topics apart (see ``topic_model``) learns from curated texts of each kind, from
texts that sound near but are ordinary, and from a share of the phrasings people ask guidance with. It reads
sentence by sentence, since one sentence among twenty is enough. What decides is by how much the kinds of
harm together outweigh the ordinary: that harm is told is surer than which kind it is.
"""

import hashlib
import itertools
import math
import os
import re
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.guidance.asked_as import BEYOND, Phrasing
from coach.guidance.embedding import TextEmbedding, cosines
from coach.guidance.topic_model import TopicModel, learn, load_model

FILE = Path("search") / "care.yaml"
STORED = "care.npz"
ORDINARY = "ordinary"
SURE = 0.13
"""Margin of harm over ordinary from which a text is taken to tell of harm."""
PERHAPS = 0.04
"""Margin from which it may; then a line is offered and nothing is held back."""
LONGER = 0.2
"""What both margins grow by with the logarithm of the sentences: more sentences, more chances to err."""
WORDS_SHARE = 0.1
"""Share of the words in the likeness of two texts. Harm has many words; the embedding knows more of them."""
RIDGE = 0.2
"""Lower than for topics: each example tells of a situation of its own."""
EVERY = 24
"""One in so many of the guidance's phrasings is learnt as ordinary."""
NOT_ORDINARY = ("misconduct", BEYOND)
"""Topics whose phrasings may tell of harm and are not learnt as ordinary."""
SHORT = 4
"""Up to so many sentences, each two that follow one another are read together as well."""
LONGEST = 60
"""Sentences read of one text; a longer text is a document, not a telling."""
RUNS_ON = 45
"""Words from which a sentence is read in parts, of ``PART`` words or more."""
PART = 12
_BREAK = re.compile(r"[,:–—]\s+|\s+(?=(?:and|but|because|so)\s)")
_END = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")
_KINDS = ("distress", "misconduct", "discrimination", "legal-medical")


class CareModel:
    """Says which kind of thing a text tells of, if any; learns when it is first asked.

    Args:
        knowledge: the knowledge folder.
        home: the data folder, where what was learnt is kept; if it cannot be, it is learnt again.
        ordinary: phrasings of which a share is learnt as ordinary.
        embedding: gives the embedding when it is needed.
        shipped: a folder that may hold what is learnt from just these examples already.
    """

    def __init__(
        self,
        knowledge: Path,
        home: Path,
        ordinary: Sequence[Phrasing],
        embedding: Callable[[], TextEmbedding],
        shipped: Path | None = None,
    ) -> None:
        self._knowledge, self._home, self._shipped = knowledge, home, shipped
        self._ordinary = [one for one in ordinary if one.teaches not in NOT_ORDINARY]
        self._embedding = embedding
        self._lock = threading.Lock()
        self._model: TopicModel | None = None

    def told(self, text: str) -> tuple[str, str, bool] | None:
        """What a text tells of: the kind, the sentence that does, and whether that is sure; or None.

        Of several kinds that are sure the gravest counts, of several that are not the likeliest.

        Raises:
            KnowledgeError: the examples are missing or wrong.
        """
        sentences = _sentences(text)[:LONGEST]
        two = [" ".join(pair) for pair in itertools.pairwise(sentences)]
        read = [*sentences, *(two if len(sentences) <= SHORT else ())]
        heard = [(*self.heard(part), part) for part in read]
        more = LONGER * math.log(max(len(sentences), 1))
        sure = [one for one in heard if one[1] >= SURE + more]
        if sure:
            kind, _, sentence = min(sure, key=lambda one: (_KINDS.index(one[0]), -one[1]))
            return kind, sentence, True
        kind, margin, sentence = max(heard, key=lambda one: one[1], default=("", -1.0, ""))
        return (kind, sentence, False) if margin >= PERHAPS + more else None

    def heard(self, sentence: str) -> tuple[str, float]:
        """The likeliest kind of harm in a sentence, and by how much harm outweighs the ordinary.

        Raises:
            KnowledgeError: the examples are missing or wrong.
        """
        model = self._learnt()
        near = cosines(model.vectors, self._embedding().embed_query(sentence))
        scores = dict(zip(model.classes, model.scores(sentence, near).tolist(), strict=True))
        kind = max(_KINDS, key=scores.__getitem__)
        return kind, sum(scores[one] for one in _KINDS) - scores[ORDINARY]

    def _learnt(self) -> TopicModel:
        with self._lock:
            if self._model is None:
                self._model = self._load_or_learn()
            return self._model

    def _load_or_learn(self) -> TopicModel:
        told = [Phrasing(text, kind, "") for kind, text in self._examples()]
        told += [Phrasing(one.text, ORDINARY, "") for one in self._ordinary[::EVERY]]
        content = "\n".join(f"{one.teaches}\t{one.text}" for one in told)
        content += f"\n{WORDS_SHARE} {RIDGE}"
        name = f"{hashlib.sha256(content.encode()).hexdigest()[:12]}-{STORED}"
        for folder in (self._shipped, self._home):
            try:
                if folder is not None:
                    return load_model(folder / name)
            except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
                continue
        vectors = self._embedding().embed([one.text for one in told])
        model = learn(told, vectors, words_share=WORDS_SHARE, ridge=RIDGE)
        self._keep(model, name)
        return model

    def prepare(self) -> None:
        """Learn now, or read what was learnt.

        Raises:
            KnowledgeError: the examples are missing or wrong.
        """
        self._learnt()

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

    def _examples(self) -> Iterator[tuple[str, str]]:
        path = self._knowledge / FILE
        try:
            entries = load_mapping(path)
            for kind in (*_KINDS, ORDINARY):
                yield from ((kind, str(text)) for text in entries[kind])
        except (KeyError, TypeError) as error:
            raise KnowledgeError(
                f"{path}: cannot be used ({error})", "Restore the file."
            ) from error


def _sentences(text: str) -> list[str]:
    """The sentences of a text as they stand; people who are upset begin few of them with a capital.

    One that runs on and on is read in parts: as a whole it is near to nothing that was learnt, and so as
    near to harm as to anything.
    """
    return [part for one in _END.split(text.strip()) if one for part in _parts(one)]


def _parts(sentence: str) -> Iterator[str]:
    """A sentence, or the parts of one that runs on, each cut at a comma or the like and not too short."""
    if len(sentence.split()) <= RUNS_ON:
        yield sentence
        return
    start = 0
    for cut in _BREAK.finditer(sentence):
        if len(sentence[start : cut.start()].split()) >= PART:
            yield sentence[start : cut.start()]
            start = cut.end()
    yield sentence[start:]
