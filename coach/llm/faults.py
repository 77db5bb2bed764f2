"""Tells what went wrong with a model, from whatever its client raised.

Clients differ, so this goes by what they share: a status code, a code or message in the body, and
the chain of causes below. What a server said is used to tell faults apart and is never shown: it
may hold a key or the mentee's own text.
"""

import errno
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from langchain_core import exceptions as langchain

from coach.domain.model import Fault
from coach.llm.connections import TooMuchError

TOO_LONG = re.compile(
    r"context[ _](?:length|window|size)|maximum context|prompt is too long|too many tokens"
    r"|tokens? exceed|exceeds? the (?:available|maximum|model|limit)|input is too long"
)
NO_CREDIT = re.compile(
    r"insufficient[ _](?:quota|balance|credit|funds)|billing|exceeded your current quota"
)
NO_MODEL = re.compile(
    r"model[ _]not[ _]found|no such model|model\b.{0,90}(?:does not exist|not found)"
)
BAD_KEY = re.compile(r"api[ _]key not valid|(?:invalid|incorrect)[ _]api[ _]key")
SAYS_WHEN = re.compile(
    r"try again in (?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?"
)
DECLINED = re.compile(r"content[ _](?:filter|policy)|moderation|safety system")
OVERLOADED = re.compile(r"overloaded|loading model|at capacity|server is busy")
UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
DEEPEST = 40
BROKEN_LINE = {"ReadError", "WriteError", "RemoteProtocolError", "ServerDisconnectedError"}
"""What the HTTP clients call a connection that was closed too early."""
KINDS: tuple[tuple[type[Exception], Fault, int], ...] = (
    (langchain.ContextOverflowError, Fault.TOO_LONG, 0),
    (langchain.ModelRefusalError, Fault.DECLINED, 0),
    (langchain.ModelAuthenticationError, Fault.BAD_KEY, 0),
    (langchain.ModelPermissionDeniedError, Fault.NOT_ALLOWED, 0),
    (langchain.ModelNotFoundError, Fault.NO_MODEL, 0),
    (langchain.ModelRateLimitError, Fault.RATE_LIMIT, 2),
    (langchain.ModelConnectionError, Fault.REFUSED, 1),
    (langchain.ModelAPIError, Fault.SERVER, 2),
)


@dataclass(frozen=True)
class Trouble:
    """What went wrong once.

    Attributes:
        fault: its kind.
        tries: how many further times it is worth asking.
        wait: the seconds after which the server wants to be asked again; None when it said nothing.
        told: what the server said, in lower case; never shown.
        param: the part of the request that the server named as wrong.
    """

    fault: Fault
    tries: int = 0
    wait: float | None = None
    told: str = ""
    param: str = ""


def trouble_of(error: BaseException, *, started: bool) -> Trouble:
    """What an error of a model's client means.

    Args:
        error: what was raised.
        started: whether some of the reply had arrived.
    """
    chain = list(_chain(error))
    status = _status(chain)
    told, param = _told(chain)
    if status:
        wait = _wait(chain)
        return _by_status(status, told, param, _wait_told(told) if wait is None else wait)
    for by in (_by_cause, _by_kind):
        for one in chain:
            if (found := by(one, started)) is not None:
                return found
    if told:
        return _by_told(told)
    return Trouble(Fault.UNKNOWN)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and all that stands behind it, the members of groups included."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting and len(seen) < DEEPEST:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        waiting.extend(behind for behind in (one.__cause__, one.__context__) if behind is not None)


def _status(chain: list[BaseException]) -> int:
    """The HTTP status, by the name under which clients tell it; or a code in the body that is one."""
    for one in chain:
        for name in ("status_code", "code"):
            found = getattr(one, name, None)
            if isinstance(found, int) and 300 <= found < 600:
                return found
        code = _body(one).get("code")
        if str(code).isdigit() and 400 <= int(str(code)) < 600:
            return int(str(code))
    return 0


def _body(error: BaseException) -> Mapping[str, object]:
    body = getattr(error, "body", None)
    return body if isinstance(body, dict) else {}


def _told(chain: list[BaseException]) -> tuple[str, str]:
    """All that the server said, in lower case, and the parameter it named."""
    said: list[str] = []
    param = ""
    for one in chain:
        if not hasattr(one, "status_code") and not hasattr(one, "body"):
            continue
        body = _body(one)
        said += [str(body.get(name) or "") for name in ("code", "type", "message", "detail")]
        said.append(str(getattr(one, "message", "")))
        param = param or str(body.get("param") or "")
    return " ".join(said).lower().strip(), param


def _wait(chain: list[BaseException]) -> float | None:
    """Seconds in ``Retry-After``, which is a number or a date."""
    for one in chain:
        headers = getattr(getattr(one, "response", None), "headers", None)
        if headers is None:
            continue
        given = str(headers.get("retry-after", "")).strip()
        milliseconds = str(headers.get("retry-after-ms", "")).strip()
        if re.fullmatch(r"\d+(\.\d+)?", milliseconds):
            return float(milliseconds) / 1000
        if re.fullmatch(r"\d+(\.\d+)?", given):
            return float(given)
        if given:
            try:
                until = parsedate_to_datetime(given)
            except ValueError:
                return None
            until = until if until.tzinfo else until.replace(tzinfo=UTC)
            return max(0.0, (until - datetime.now(UTC)).total_seconds())
    return None


def _wait_told(told: str) -> float | None:
    """Seconds, where the message itself says when to try again."""
    found = SAYS_WHEN.search(told)
    if found is None or not any(found.groups()):
        return None
    hours, minutes, seconds, thousandths = (float(part or 0) for part in found.groups())
    return hours * 3_600 + minutes * 60 + seconds + thousandths / 1_000


PLAIN = {
    401: Fault.BAD_KEY,
    402: Fault.NO_CREDIT,
    403: Fault.NOT_ALLOWED,
    404: Fault.NO_MODEL,
    405: Fault.NO_MODEL,
    407: Fault.NO_NETWORK,
    413: Fault.TOO_LONG,
}
"""What needs no asking again."""


def _by_status(status: int, told: str, param: str, wait: float | None) -> Trouble:
    if status in (400, 403, 422, 429, 500) and NO_CREDIT.search(told):
        return Trouble(Fault.NO_CREDIT)
    if status in (400, 413, 422, 500) and TOO_LONG.search(told):
        return Trouble(Fault.TOO_LONG)
    if status == 429 and "request too large" in told:  # for what the account may ask in a minute
        return Trouble(Fault.TOO_LONG)
    if status == 400 and BAD_KEY.search(told):
        return Trouble(Fault.BAD_KEY)
    if status in (400, 403, 422) and DECLINED.search(told):
        return Trouble(Fault.DECLINED)
    if status in PLAIN:
        return Trouble(PLAIN[status])
    if status == 429:
        return Trouble(Fault.RATE_LIMIT, 2, wait)
    if status in (408, 409, 503, 529) or (status >= 500 and OVERLOADED.search(told)):
        return Trouble(Fault.BUSY, 2, wait)
    if status == 501:
        return Trouble(Fault.SERVER, 0, None, told)
    if status >= 500:
        return Trouble(Fault.SERVER, 2, wait, told)
    if status in (400, 422) and NO_MODEL.search(told):
        return Trouble(Fault.NO_MODEL)
    if status < 400:
        return Trouble(Fault.UNKNOWN)
    return Trouble(Fault.BAD_REQUEST, 0, None, told, param)


def _by_told(told: str) -> Trouble:
    """By words alone: an error that came as an event, with no status."""
    for words, fault in ((NO_CREDIT, Fault.NO_CREDIT), (TOO_LONG, Fault.TOO_LONG)):
        if words.search(told):
            return Trouble(fault)
    if "rate limit" in told or "rate_limit" in told:
        return Trouble(Fault.RATE_LIMIT, 2)
    if OVERLOADED.search(told):
        return Trouble(Fault.BUSY, 2)
    if DECLINED.search(told):
        return Trouble(Fault.DECLINED)
    return Trouble(Fault.SERVER, 2, None, told)


def _by_cause(error: BaseException, started: bool) -> Trouble | None:
    """By what the network said, from the outermost cause to the innermost."""
    if isinstance(error, TooMuchError):
        return Trouble(Fault.ENDLESS)
    if isinstance(error, socket.gaierror):
        away = error.errno == socket.EAI_AGAIN
        return Trouble(Fault.NO_NETWORK if away else Fault.NO_ADDRESS, 1)
    if isinstance(error, ssl.SSLError):
        return Trouble(Fault.REFUSED)
    if isinstance(error, ConnectionRefusedError):
        return Trouble(Fault.REFUSED, 1)
    if isinstance(error, OSError) and error.errno in UNREACHABLE:
        return Trouble(Fault.NO_NETWORK, 1)
    names = {kind.__name__ for kind in type(error).__mro__}
    if "ConnectTimeout" in names:
        return Trouble(Fault.SLOW_TO_CONNECT)
    if "PoolTimeout" in names:
        return Trouble(Fault.BUSY, 1)
    if names & {"TimeoutException", "TimeoutError"}:
        return Trouble(Fault.STALLED if started else Fault.SLOW_TO_START)
    if names & BROKEN_LINE:
        return Trouble(Fault.CUT_OFF) if started else Trouble(Fault.SERVER, 1)
    return None


def _by_kind(error: BaseException, started: bool) -> Trouble | None:
    """By the kinds of errors that LangChain gives all providers, where nothing else tells more."""
    if isinstance(error, langchain.ModelTimeoutError):
        return Trouble(Fault.STALLED if started else Fault.SLOW_TO_START)
    for kind, fault, tries in KINDS:
        if isinstance(error, kind):
            return Trouble(fault, tries)
    return None
