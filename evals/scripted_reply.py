"""What a scripted server is asked, and what it is told to say, as OpenAI's protocol puts it."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ToolCall:
    """A model's wish to use a tool; ``arguments`` is JSON text, or whatever a model may write."""

    name: str
    arguments: str = "{}"


@dataclass
class Request:
    """One request as it arrived. Names of headers are lower case."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when the client closed the connection before the reply was over."""

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages, oldest first."""
        return list(self.body.get("messages", []))

    @property
    def text(self) -> str:
        """Everything a model would read: the contents of all messages, joined by blank lines."""
        return "\n\n".join(_content(message.get("content")) for message in self.messages)

    @property
    def last(self) -> str:
        """The content of the last message."""
        return _content(self.messages[-1].get("content")) if self.messages else ""


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    Attributes:
        pieces: the text, as one string, as the pieces it is streamed in (any iterable, also one
            without an end), or None for a reply whose content is null.
        calls: tools the model wants to use.
        refusal: what stands in the refusal field.
        finish: the reason given for the end; by itself ``tool_calls`` when there are any.
        taken: tokens of the prompt that are told; estimated when None.
        given: tokens of the reply that are told; estimated when None.
        wait: seconds before anything is sent.
        every: seconds between the pieces.
        drop: cut the connection after the pieces, without an end.
        stall: after the pieces send nothing more, until the client hangs up.
        silent: send nothing at all, not even the status, until the client hangs up.
        gone: close the connection without a word.
        status: the HTTP status; anything but 200 is answered with ``error`` or ``body``.
        error: the message of an error, in OpenAI's form.
        code: the code of that error.
        late: send the error as an event after the pieces, with status 200.
        headers: further headers.
        body: sent as it stands instead of a reply.
        content_type: the type of ``body``.
    """

    pieces: str | Iterable[str] | None = ""
    calls: Sequence[ToolCall] = ()
    refusal: str = ""
    finish: str = ""
    taken: int | None = None
    given: int | None = None
    wait: float = 0.0
    every: float = 0.0
    drop: bool = False
    stall: bool = False
    silent: bool = False
    gone: bool = False
    status: int = 200
    error: str = ""
    code: str = ""
    late: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    content_type: str = "application/json"


def _content(content: object) -> str:
    """A message's content as text, also when it is a list of parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return str(content or "")


def deltas(reply: Reply) -> Iterable[dict[str, Any]]:
    """What each event adds, the role first."""
    yield {"role": "assistant", "content": None if reply.pieces is None else ""}
    if reply.refusal:
        yield {"refusal": reply.refusal}
    pieces = (reply.pieces,) if isinstance(reply.pieces, str) else reply.pieces or ()
    for piece in pieces:
        yield {"content": piece}
    for index, call in enumerate(_calls(reply)):
        yield {"tool_calls": [{"index": index, **call}]}


def _calls(reply: Reply) -> list[dict[str, Any]]:
    return [
        {
            "id": f"call_{index}",
            "type": "function",
            "function": {"name": call.name, "arguments": call.arguments},
        }
        for index, call in enumerate(reply.calls)
    ]


def finish_reason(reply: Reply) -> str:
    """Why the reply ends."""
    return reply.finish or ("tool_calls" if reply.calls else "stop")


def event(request: Request, choices: list[dict[str, Any]]) -> dict[str, Any]:
    """One event of a stream."""
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": str(request.body.get("model", "")),
        "choices": choices,
    }


def completion(request: Request, reply: Reply) -> dict[str, Any]:
    """The same reply for a client that does not stream."""
    pieces = reply.pieces
    text = None if pieces is None else pieces if isinstance(pieces, str) else "".join(pieces)
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if reply.refusal:
        message["refusal"] = reply.refusal
    if reply.calls:
        message["tool_calls"] = _calls(reply)
    choice = {"index": 0, "message": message, "finish_reason": finish_reason(reply)}
    usage = told_usage(request, reply, len(text or ""))
    return event(request, [choice]) | {"object": "chat.completion", "usage": usage}


def told_usage(request: Request, reply: Reply, length: int) -> dict[str, int]:
    """Token counts: as scripted, or a quarter of the characters."""
    taken = len(request.text) // 4 if reply.taken is None else reply.taken
    given = length // 4 if reply.given is None else reply.given
    return {"prompt_tokens": taken, "completion_tokens": given, "total_tokens": taken + given}


def told_error(reply: Reply) -> dict[str, Any]:
    """An error as OpenAI words it."""
    return {"message": reply.error, "type": "error", "param": None, "code": reply.code or None}
