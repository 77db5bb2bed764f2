"""The scripted server, fresh for each test that asks for it (and is marked ``enable_socket``)."""

from collections.abc import Iterator

import pytest
from pytest_socket import socket_allow_hosts

from evals.scripted_server import Scripted


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    """A server on loopback with nothing scripted yet; no other address can be reached."""
    socket_allow_hosts(["127.0.0.1"])
    with Scripted() as server:
        yield server
