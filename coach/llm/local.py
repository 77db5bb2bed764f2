"""Finds language models that are served on this computer, so that nobody has to know an address.

Only loopback addresses are asked, directly: no proxy, no redirection, no other computer.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException

from coach.domain.model import LocalServer

__all__ = ["LocalServer", "local_servers"]

HOST = "127.0.0.1"
PORTS = (11434, 1234, 8080, 8000, 8099)
"""Where Ollama, LM Studio, llama.cpp and vLLM listen unless told otherwise, and one more."""
SECONDS = 0.7
MOST_BYTES = 1_000_000
KINDS = {
    "library": "Ollama",
    "organization_owner": "LM Studio",
    "llamacpp": "llama.cpp",
    "vllm": "vLLM",
}
"""What each kind of server says its models are owned by."""


def local_servers(
    ports: Sequence[int] = PORTS, seconds: float = SECONDS
) -> tuple[LocalServer, ...]:
    """Ask every port at once; the servers that answered, in the order of ``ports``.

    Args:
        ports: on this computer.
        seconds: to wait for each step of an answer.
    """
    if not ports:
        return ()
    with ThreadPoolExecutor(max_workers=len(ports)) as pool:
        found = list(pool.map(lambda port: _ask(port, seconds), ports))
    return tuple(server for server in found if server is not None)


def _ask(port: int, seconds: float) -> LocalServer | None:
    connection = HTTPConnection(HOST, port, timeout=seconds)
    try:
        connection.request("GET", "/v1/models", headers={"Accept": "application/json"})
        response = connection.getresponse()
        if response.status != 200:
            return None
        listed = json.loads(response.read(MOST_BYTES))
    except (OSError, HTTPException, ValueError, RecursionError):
        return None
    finally:
        connection.close()
    return _server(port, listed)


def _server(port: int, listed: object) -> LocalServer | None:
    data = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(data, list):
        return None
    models = [one for one in data if isinstance(one, dict) and isinstance(one.get("id"), str)]
    owners = [str(one.get("owned_by", "")) for one in models]
    kind = next((KINDS[owner] for owner in owners if owner in KINDS), "")
    return LocalServer(f"http://{HOST}:{port}/v1", kind, tuple(str(one["id"]) for one in models))
