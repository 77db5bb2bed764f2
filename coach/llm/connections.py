"""The HTTP clients by which OpenAI's protocol is spoken: bounded, and direct to this computer."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import httpx2
import openai

from coach.llm.loopback import is_local

MOST_BYTES = 8_000_000
"""Of one reply as it travels; a reply of 8,000 tokens takes about 2 MB."""


class TooMuchError(Exception):
    """A reply went on beyond any use."""


@dataclass(frozen=True)
class Patience:
    """How long a model is waited for, in seconds.

    Attributes:
        connect: for the connection.
        first: for the first words.
        later: for each next piece.
        whole: for the whole reply.
    """

    connect: float = 10.0
    first: float = 60.0
    later: float = 45.0
    whole: float = 300.0


LOCAL = Patience(connect=3.0, first=240.0, later=90.0, whole=900.0)
"""A small computer reads a long prompt for minutes before the first word."""


def patience_for(local: bool, seconds: float) -> Patience:
    """What suits the server; ``seconds``, when given, is waited for each piece."""
    usual = LOCAL if local else Patience()
    if not seconds:
        return usual
    return Patience(usual.connect, seconds, seconds, max(usual.whole, 4 * seconds))


def clients(
    url: str, patience: Patience
) -> tuple[openai.DefaultHttpxClient, openai.DefaultAsyncHttpxClient]:
    """A client and an asynchronous one for a server.

    To this computer no proxy is used and no redirection followed: what is sent there stays there.
    """
    direct = is_local(url)
    timeout = httpx2.Timeout(patience.first, connect=patience.connect)
    return (
        openai.DefaultHttpxClient(
            timeout=timeout,
            trust_env=not direct,
            follow_redirects=not direct,
            event_hooks={"response": [_bound]},
        ),
        openai.DefaultAsyncHttpxClient(
            timeout=timeout,
            trust_env=not direct,
            follow_redirects=not direct,
            event_hooks={"response": [_bound_async]},
        ),
    )


def _bound(response: httpx2.Response) -> None:
    stream = response.stream
    if isinstance(stream, httpx2.SyncByteStream):
        response.stream = _Bounded(stream)


async def _bound_async(response: httpx2.Response) -> None:
    stream = response.stream
    if isinstance(stream, httpx2.AsyncByteStream):
        response.stream = _BoundedAsync(stream)


class _Bounded(httpx2.SyncByteStream):
    """A reply that raises ``TooMuchError`` instead of filling the memory."""

    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        for data in self._stream:
            read += len(data)
            if read > MOST_BYTES:
                raise TooMuchError
            yield data

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()


class _BoundedAsync(httpx2.AsyncByteStream):
    """The same for the asynchronous client."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for data in self._stream:
            read += len(data)
            if read > MOST_BYTES:
                raise TooMuchError
            yield data

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()
