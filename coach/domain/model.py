"""What passes between a use case and a language model: the task, the reply, and what it took.

A use case knows these types and the protocol ``Model`` in ``coach.use_cases.ports``; it never sees a
provider's client.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel

from coach.domain.results import Call
from coach.errors import ServiceError

Form = TypeVar("Form", bound=BaseModel)
Show = Callable[[str], None]
"""Called with the whole text so far, each time more of it has arrived and now and then while it is
waited for; what it raises ends the call and hangs up."""


class Fault(StrEnum):
    """What went wrong with a model, as the mentee is told it (``knowledge/wording/faults.yaml``)."""

    NO_NETWORK = "no-network"
    NO_ADDRESS = "no-address"
    REFUSED = "refused"
    SLOW_TO_CONNECT = "slow-to-connect"
    SLOW_TO_START = "slow-to-start"
    STALLED = "stalled"
    TOO_LONG = "too-long"
    BAD_REQUEST = "bad-request"
    BAD_KEY = "bad-key"
    NOT_ALLOWED = "not-allowed"
    NO_MODEL = "no-model"
    BUSY = "busy"
    RATE_LIMIT = "rate-limit"
    NO_CREDIT = "no-credit"
    SERVER = "server"
    CUT_OFF = "cut-off"
    EMPTY = "empty"
    DECLINED = "declined"
    WRONG_FORM = "wrong-form"
    ENDLESS = "endless"
    REPEATING = "repeating"
    TOO_MANY_STEPS = "too-many-steps"
    OVER_BUDGET = "over-budget"
    NOT_INSTALLED = "not-installed"
    UNKNOWN = "unknown"


class ModelError(ServiceError):
    """A model gave nothing that can be used.

    Args:
        fault: what kind of trouble it is.
        message: what happened, in plain words.
        fix: the one thing to do about it.
        call: what was sent all the same, when it was.
        earlier: the calls before it that went well, when there were several.
    """

    def __init__(
        self,
        fault: Fault,
        message: str,
        fix: str,
        call: Call | None = None,
        earlier: tuple[Call, ...] = (),
    ) -> None:
        super().__init__(message, fix)
        self.fault = fault
        self.call = call
        self.earlier = earlier


@dataclass(frozen=True)
class Names:
    """What a remote model must not see, beside e-mail addresses, phone numbers and handles."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task(Generic[Form]):
    """One thing a model is asked to fill in.

    Attributes:
        prompt: the name of a file in ``prompts/``, without its ending.
        values: a text for each of the prompt's inputs, no more and no less.
        form: what the reply must fill in.
        shown: the field of ``form`` that a person sees grow while it is written.
        names: what is masked before a remote model sees it.
        longest: most tokens of the reply.
        why: ``write``, ``repair`` or ``answer``; told with what was sent.
    """

    prompt: str
    values: Mapping[str, str]
    form: type[Form]
    shown: str = ""
    names: Names = field(default_factory=Names)
    longest: int = 600
    why: str = "write"


@dataclass(frozen=True)
class Filled(Generic[Form]):
    """A form the model filled in, names restored, and the call that it took."""

    value: Form
    call: Call


@dataclass(frozen=True)
class Tool:
    """Something an agent may do. ``run`` takes a checked ``takes`` and returns text for the model.

    ``run`` raises ``CoachError`` when it cannot do it; the model is told the message.
    """

    name: str
    does: str
    takes: type[BaseModel]
    run: Callable[[BaseModel], str]


@dataclass(frozen=True)
class Turn:
    """One earlier turn of a conversation; ``role`` is ``user`` or ``assistant``."""

    role: str
    text: str


@dataclass(frozen=True)
class Talk:
    """A conversation in which a model may use tools before it answers in plain text.

    Attributes:
        prompt: the name of the file in ``prompts/`` with the instructions.
        values: a text for each of that prompt's inputs.
        turns: the conversation so far, the mentee's question last.
        tools: what the model may use.
        names: what is masked before a remote model sees it.
        steps: most calls to the model in this turn.
        budget: most tokens, in and out, of this turn.
        longest: most tokens of one reply.
    """

    prompt: str
    values: Mapping[str, str]
    turns: tuple[Turn, ...]
    tools: tuple[Tool, ...]
    names: Names = field(default_factory=Names)
    steps: int = 6
    budget: int = 12_000
    longest: int = 700


@dataclass(frozen=True)
class Answered:
    """What a model said at the end of a turn, the calls it took, and the tools it used, in order."""

    text: str
    calls: tuple[Call, ...]
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class LocalServer:
    """A server on this computer that speaks OpenAI's protocol.

    Attributes:
        url: what ``OPENAI_BASE_URL`` is set to.
        kind: such as Ollama; empty when it does not tell.
        models: the ids of its models, as it lists them.
    """

    url: str
    kind: str
    models: tuple[str, ...]
