"""Reading in the background: what is being closed is closed to its end, whoever has lost interest."""

import asyncio
import gc
import threading
import weakref
from collections.abc import AsyncGenerator

from coach.llm.reading import Ended, Reading


def test_items_come_in_order_and_then_the_end() -> None:
    async def source() -> AsyncGenerator[int, None]:
        for number in range(3):
            yield number

    reading = Reading(source())
    assert [reading.next(5) for _ in range(3)] == [0, 1, 2]
    assert reading.next(5) == Ended(None)


def test_a_source_that_is_closing_is_not_collected_before_it_is_closed() -> None:
    waiting: list[weakref.ref[asyncio.Future[None]]] = []
    loops: list[asyncio.AbstractEventLoop] = []
    closing, closed = threading.Event(), threading.Event()

    async def source() -> AsyncGenerator[int, None]:
        loops.append(asyncio.get_running_loop())
        try:
            yield 1
            await asyncio.sleep(60)
        finally:
            slow = loops[0].create_future()
            waiting.append(weakref.ref(slow))
            loops[0].call_soon(closing.set)
            await slow
            closed.set()

    reading = Reading(source())
    assert reading.next(5) == 1
    reading.close()
    del reading
    assert closing.wait(5)
    gc.collect()
    slow = waiting[0]()
    assert slow is not None, "what closes the connection was collected in the middle of it"
    loops[0].call_soon_threadsafe(slow.set_result, None)
    assert closed.wait(5)
