"""A search against the embedding it needs, an index against the same, and a full shelf against none."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.embedding import LocalEmbedding, Vectors
from coach.guidance.learnt import LEARNT
from coach.guidance.library import load_library
from coach.guidance.own.shelf import OwnShelf
from coach.guidance.passages import card_passages
from coach.guidance.search import GuidanceSearch
from coach.settings import read_settings
from coach.use_cases.guidance import search_guidance
from coach.use_cases.ports import Services
from coach.writing.builtin import BuiltInWriter
from evals.bench.ratios import Ratio, paired, timed
from evals.questions import DEVELOPMENT, read_questions

QUERY_LIMIT = 1.5
INDEX_LIMIT = 0.5
SHELF_LIMIT = 3.0
INDEX_ROUNDS = 2
PASSAGES = 20_000


class RandomPassages:
    """Gives passages random directions, for filling a shelf fast; questions get real vectors."""

    def __init__(self, real: LocalEmbedding) -> None:
        self._real = real
        self._random = np.random.default_rng(7)

    def verify(self) -> None:
        self._real.verify()

    def embed(self, texts: Sequence[str], progress: object = None) -> Vectors:
        rows = self._random.normal(size=(len(texts), 384)).astype(np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        return self._real.embed_query(text)


def search_ratios() -> Iterator[Ratio]:
    """The three ratios of search."""
    knowledge = read_settings().knowledge
    library, asked_as = load_library(knowledge), load_asked_as(knowledge)
    learnt = knowledge / LEARNT
    embedding = LocalEmbedding()
    queries = [one.query for one in read_questions(DEVELOPMENT)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        search = GuidanceSearch(library, asked_as, home / "one", lambda: embedding, shipped=learnt)
        search.search(queries[0])
        yield _query_ratio(search, embedding, queries)
        texts = [
            *(part.text for card in library.cards.values() for part in card_passages(card)),
            *(one.text for one in phrasings(asked_as, library.cards.values())),
        ]

        def build() -> None:
            with tempfile.TemporaryDirectory() as fresh:
                first = GuidanceSearch(
                    library, asked_as, Path(fresh), lambda: embedding, shipped=learnt
                )
                first.search("agenda")

        name = f"first index of {len(library.cards)} cards ÷ embedding their texts"
        yield paired(
            name, INDEX_LIMIT, timed(build), timed(lambda: embedding.embed(texts)), INDEX_ROUNDS
        )
        shelf = OwnShelf(home / "full", lambda: RandomPassages(embedding))
        shelf.add("handbook.txt", _handbook())
        writer = BuiltInWriter(knowledge)
        empty = OwnShelf(home / "empty", lambda: embedding)
        yield _shelf_ratio(
            Services(library, search, shelf, writer),
            Services(library, search, empty, writer),
            queries,
        )


def _query_ratio(search: GuidanceSearch, embedding: LocalEmbedding, queries: list[str]) -> Ratio:
    """Each question once to the search and once to the embedding alone, in turn."""
    pairs = []
    for number, query in enumerate(queries):
        asked = f"{query} {number}"  # never asked before, so that nothing is remembered
        pairs.append(
            (
                _seconds(lambda a=asked: search.search(a)),
                _seconds(lambda a=asked: embedding.embed([a])),
            )
        )
    return _of("warm query, p50 ÷ its embedding", QUERY_LIMIT, pairs, 50)


def _shelf_ratio(full: Services, empty: Services, queries: list[str]) -> Ratio:
    pairs = []
    for number, query in enumerate(queries):
        first, second = f"{query} {number} a", f"{query} {number} b"
        pairs.append(
            (
                _seconds(lambda a=first: search_guidance(a, full)),
                _seconds(lambda a=second: search_guidance(a, empty)),
            )
        )
    return _of(f"query, p95: {PASSAGES:,} own passages ÷ cards only", SHELF_LIMIT, pairs, 95)


def _of(name: str, limit: float, pairs: list[tuple[float, float]], percentile: int) -> Ratio:
    """The ratio of one percentile to the other, with the spread of the pairs around it."""
    mine, other = (np.array(side) for side in zip(*pairs, strict=True))
    low, high = np.percentile(mine / other, [10, 90])
    ours, theirs = (float(np.percentile(side, percentile)) for side in (mine, other))
    return Ratio(name, limit, ours / theirs, float(low), float(high), ours, theirs)


def _seconds(work: object) -> float:
    assert callable(work)
    start = perf_counter()
    work()
    return perf_counter() - start


def _handbook() -> bytes:
    """A text that is cut into 20,000 passages."""
    words = [f"word{number}" for number in range(4_000)]
    random = np.random.default_rng(11)
    picked = random.choice(words, size=(PASSAGES, 75))
    return "\n\n".join(" ".join(row) for row in picked).encode()
