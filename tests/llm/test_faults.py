"""Faults are told apart by status, by what the server said, and by what the network did."""

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import httpx2
import pytest
from langchain_core import exceptions
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from coach.domain.model import Fault
from coach.llm.fault_words import FaultWords
from coach.llm.faults import trouble_of
from coach.llm.providers import open_chat
from coach.llm.transport import Transport
from coach.settings import ModelAccess
from tests.llm.conftest import KEY, Outcome, asked

URL = "http://model.example/v1"


def through_the_client(words: FaultWords, raised: Callable[[], Exception]) -> Outcome:
    """What a transport makes of an error that the network raises below the real client."""

    async def fail(request: httpx2.Request) -> httpx2.Response:
        raise raised()

    model = ChatOpenAI(
        model="m",
        base_url=URL,
        api_key=SecretStr(KEY),
        max_retries=0,
        http_socket_options=(),
        http_client=httpx2.Client(),
        http_async_client=httpx2.AsyncClient(transport=httpx2.MockTransport(fail)),
    )
    chat = replace(open_chat("openai:m", ModelAccess(url=URL), words), model=model)
    slept: list[float] = []
    return asked(Transport(chat, words, slept.append), slept)


def caused_by(cause: BaseException) -> Callable[[], Exception]:
    """A failure to connect, for a reason further down."""

    def make() -> Exception:
        error = httpx2.ConnectError("All connection attempts failed")
        error.__cause__ = OSError("All connection attempts failed")
        error.__cause__.__cause__ = cause
        return error

    return make


REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connect call failed")
NETWORK = [
    (caused_by(OSError(errno.ENETUNREACH, "Network is unreachable")), Fault.NO_NETWORK, 1),
    (caused_by(OSError(errno.EHOSTUNREACH, "No route to host")), Fault.NO_NETWORK, 1),
    (caused_by(socket.gaierror(socket.EAI_AGAIN, "Temporary failure")), Fault.NO_NETWORK, 1),
    (caused_by(socket.gaierror(socket.EAI_NONAME, "Not known")), Fault.NO_ADDRESS, 1),
    (caused_by(REFUSED), Fault.REFUSED, 1),
    (caused_by(ExceptionGroup("several", [REFUSED, REFUSED])), Fault.REFUSED, 1),
    (caused_by(ssl.SSLCertVerificationError("self-signed certificate")), Fault.REFUSED, 0),
    (lambda: httpx2.ConnectTimeout("slow"), Fault.SLOW_TO_CONNECT, 0),
    (lambda: httpx2.ReadTimeout("slow"), Fault.SLOW_TO_START, 0),
    (lambda: httpx2.ReadError("reset"), Fault.SERVER, 1),
    (lambda: httpx2.RemoteProtocolError("disconnected"), Fault.SERVER, 1),
]


@pytest.mark.parametrize(("raised", "fault", "pauses"), NETWORK)
def test_what_the_network_did_is_told_apart_and_asked_again_once_at_most(
    words: FaultWords, raised: Callable[[], Exception], fault: Fault, pauses: int
) -> None:
    outcome = through_the_client(words, raised)
    assert (outcome.fault, len(outcome.slept)) == (fault, pauses)


def test_a_name_that_openai_always_has_is_missing_only_without_a_network(
    words: FaultWords,
) -> None:
    chat = open_chat("openai:gpt-4o-mini", ModelAccess(key=KEY), words)
    error = caused_by(socket.gaierror(socket.EAI_NONAME, "Not known"))()
    assert Transport(chat, words).error(error).fault is Fault.NO_NETWORK


class ProviderError(Exception):
    """An error as other providers' clients raise it."""

    def __init__(self, status: int, message: str = "", retry_after: str = "") -> None:
        super().__init__(message)
        self.status_code = status
        self.message = message
        self.response = httpx2.Response(status, headers={"retry-after": retry_after})


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (ProviderError(401), Fault.BAD_KEY),
        (ProviderError(404), Fault.NO_MODEL),
        (ProviderError(400, "prompt is too long: 210000 tokens"), Fault.TOO_LONG),
        (
            ProviderError(400, "Your credit balance is too low; see Plans & Billing"),
            Fault.NO_CREDIT,
        ),
        (ProviderError(400, "API key not valid. Please pass a valid API key."), Fault.BAD_KEY),
        (ProviderError(403, "Your input was flagged by moderation"), Fault.DECLINED),
        (ProviderError(429, "Request too large: limit 30000, requested 41000"), Fault.TOO_LONG),
        (ProviderError(529, "Overloaded"), Fault.BUSY),
        (ProviderError(500, "Overloaded"), Fault.BUSY),
    ],
)
def test_errors_of_other_providers_are_told_by_their_status(error: Exception, fault: Fault) -> None:
    assert trouble_of(error, started=False).fault is fault


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (httpx.ConnectTimeout("slow"), Fault.SLOW_TO_CONNECT),
        (httpx.ReadTimeout("slow"), Fault.SLOW_TO_START),
        (httpx.RemoteProtocolError("gone"), Fault.SERVER),
        (exceptions.ModelAuthenticationError("no"), Fault.BAD_KEY),
        (exceptions.ModelRefusalError("no"), Fault.DECLINED),
        (exceptions.ContextOverflowError("no"), Fault.TOO_LONG),
        (exceptions.ModelTimeoutError("no"), Fault.SLOW_TO_START),
        (exceptions.ModelAPIError("no"), Fault.SERVER),
    ],
)
def test_errors_of_other_clients_are_told_by_their_kind(error: Exception, fault: Fault) -> None:
    assert trouble_of(error, started=False).fault is fault


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Please try again in 7.5s. Visit the site.", 7.5),
        ("Please try again in 1m12s.", 72),
        ("Please try again in 250ms.", 0.25),
        ("Please try again in 2h3m.", 7_380),
        ("Please try again in a while.", None),
        ("Please try again in 3 minutes.", None),
    ],
)
def test_a_wait_is_read_from_the_message_where_no_header_tells_it(
    said: str, seconds: float | None
) -> None:
    assert trouble_of(ProviderError(429, said), started=False).wait == seconds


def test_an_error_that_nobody_knows_is_unknown() -> None:
    assert trouble_of(ValueError(KEY), started=False).fault is Fault.UNKNOWN


def test_errors_that_stand_behind_each_other_in_a_ring_are_followed_once() -> None:
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert trouble_of(first, started=False).fault is Fault.UNKNOWN


@pytest.mark.parametrize("status", [429, 503])
def test_a_wait_is_read_as_a_number(status: int) -> None:
    assert trouble_of(ProviderError(status, retry_after="2.5"), started=False).wait == 2.5


def test_a_wait_is_read_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    wait = trouble_of(ProviderError(429, retry_after=later), started=False).wait
    assert wait is not None
    assert 7_000 < wait <= 7_200


@pytest.mark.parametrize("nonsense", ["", "soon", "-3", "NaN", "inf"])
def test_a_wait_that_is_no_time_is_none(nonsense: str) -> None:
    assert trouble_of(ProviderError(429, retry_after=nonsense), started=False).wait is None
