"""The scripted server, and one way of asking it that tells all that came of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from coach.domain.model import Fault, ModelError
from coach.domain.results import Sent
from coach.llm.fault_words import FaultWords, load_fault_words
from coach.llm.providers import open_chat
from coach.llm.transport import Piece, Transport
from coach.settings import ModelAccess
from evals.scripted_server import Scripted

KEY = "sk-very-secret"
HELLO = (Sent(role="system", text="Answer in JSON."), Sent(role="user", text="Hello"))


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    """A server on loopback with nothing scripted yet; no other address can be reached."""
    socket_allow_hosts(["127.0.0.1"])
    with Scripted() as server:
        yield server


@pytest.fixture(scope="session")
def words(knowledge: Path) -> FaultWords:
    return load_fault_words(knowledge)


@dataclass(frozen=True)
class Outcome:
    """What came of asking once."""

    pieces: tuple[Piece, ...]
    error: ModelError | None
    slept: tuple[float, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def fault(self) -> Fault | None:
        return self.error.fault if self.error else None


Asker = Callable[..., Outcome]


def asked(
    transport: Transport,
    slept: list[float],
    schema: Mapping[str, object] | None = None,
    longest: int = 200,
) -> Outcome:
    """Ask a transport whose sleeps go to ``slept``."""
    pieces: list[Piece] = []
    before = len(slept)
    try:
        for piece in transport.stream(HELLO, schema=schema, longest=longest):
            pieces.append(piece)
    except ModelError as error:
        return Outcome(tuple(pieces), error, tuple(slept[before:]))
    return Outcome(tuple(pieces), None, tuple(slept[before:]))


@pytest.fixture
def ask(scripted: Scripted, words: FaultWords) -> Asker:
    """Ask the scripted server with a fresh transport; nothing is slept, all pauses are told."""

    def once(
        schema: Mapping[str, object] | None = None, longest: int = 200, patience: float = 5.0
    ) -> Outcome:
        slept: list[float] = []
        access = ModelAccess(url=scripted.url, key=KEY, patience=patience)
        transport = Transport(open_chat("openai:scripted", access, words), words, slept.append)
        return asked(transport, slept, schema, longest)

    return once
