"""Begins loading the embedding while a command is still being imported.

Most of the time it takes is spent in native code, so on another core both go on at once.
"""

import functools
import importlib
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.guidance.embedding import LocalEmbedding


@functools.cache
def begin() -> "Future[LocalEmbedding]":
    """The embedding of this process, loading in a thread of its own since the first call."""
    pool = ThreadPoolExecutor(max_workers=1)
    loading = pool.submit(_load)
    pool.shutdown(wait=False)
    return loading


def _load() -> "LocalEmbedding":
    """Importing what runs the model takes long as well, so it is done here and not at the top."""
    embedding = importlib.import_module("coach.guidance.embedding")
    made: LocalEmbedding = embedding.LocalEmbedding()
    return made
