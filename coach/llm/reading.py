"""Reads a reply in the background, so that waiting for it can end at any moment.

A thread that waits on a socket cannot be woken; a task in an event loop can be cancelled wherever
it stands, and closes its connection as it goes. One loop, in a daemon thread, serves the whole
process, because pooled connections belong to the loop they were opened in.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import AsyncGenerator, AsyncIterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_lock = threading.Lock()
_loops: list[asyncio.AbstractEventLoop] = []
_open: set["asyncio.Task[object]"] = set()
"""What is being read or closed. A loop holds its tasks only weakly: without this one that is still closing its
connection could be collected in the middle of it, in any thread."""


class LateError(Exception):
    """Nothing came in the time that was given."""


@dataclass(frozen=True)
class Ended:
    """There is no more, and why, when it was an error."""

    error: BaseException | None


class Reading(Generic[T]):
    """A source that is read on while its reader does other things."""

    def __init__(self, source: AsyncGenerator[T, None]) -> None:
        self._come: queue.SimpleQueue[T | Future[None]] = queue.SimpleQueue()
        self._future = asyncio.run_coroutine_threadsafe(self._read(source), _loop())
        self._future.add_done_callback(self._come.put)

    async def _read(self, source: AsyncGenerator[T, None]) -> None:
        if (task := asyncio.current_task()) is not None:
            _open.add(task)
            task.add_done_callback(_open.discard)
        async with contextlib.aclosing(source):
            async for item in source:
                self._come.put(item)

    def next(self, seconds: float) -> T | Ended:
        """The next item, or the end.

        Raises:
            LateError: nothing came within ``seconds``.
        """
        try:
            item = self._come.get(timeout=max(0.0, seconds))
        except queue.Empty:
            raise LateError from None
        if not isinstance(item, Future):
            return item
        return Ended(None if item.cancelled() else item.exception())

    def close(self) -> None:
        """Stop reading, and close what is read from."""
        self._future.cancel()


@contextlib.asynccontextmanager
async def closed_after(source: AsyncIterator[T]) -> AsyncGenerator[AsyncIterator[T], None]:
    """A source that is closed at the end, and its connection with it, and not at some later time."""
    try:
        yield source
    finally:
        if isinstance(source, AsyncGenerator):
            await source.aclose()


def _loop() -> asyncio.AbstractEventLoop:
    with _lock:
        if not _loops:
            loop = asyncio.new_event_loop()
            threading.Thread(target=loop.run_forever, name="model", daemon=True).start()
            _loops.append(loop)
        return _loops[0]
