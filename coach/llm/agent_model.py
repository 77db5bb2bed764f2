"""One call to a chat model that may use tools: streamed, watched, within a budget, and written down.

Names are masked in everything that goes out, tool results included, and put back in what comes.
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from json import dumps
from time import monotonic, sleep
from typing import Protocol

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage
from langchain_core.tools import BaseTool

from coach.domain.model import Fault, ModelError, Show
from coach.domain.results import Call, Sent, Tokens
from coach.llm.agent_reply import GrowingReply, spoken
from coach.llm.faults import Trouble, trouble_of
from coach.llm.manner import Manner, first_manner, next_manner
from coach.llm.reading import Ended, LateError, Reading, closed_after
from coach.llm.reply_guard import ReplyGuard, most_letters
from coach.llm.transport import PAUSES, Transport

PULSE = 0.25
"""Seconds without news after which whoever watches is told so, and can turn away."""
_ROLES = {"human": "user", "ai": "assistant"}


class Feeding(Protocol):
    """Restores a text that comes in pieces."""

    def feed(self, piece: str) -> str:
        """What is certain after one more piece."""


class Masking(Protocol):
    """Stand-ins for names; see ``coach.llm.masking.Mask``."""

    def mask(self, text: str) -> str:
        """The text as the model may see it."""

    def restore(self, text: str) -> str:
        """The text with the names in it again."""

    def unknown(self, text: str) -> tuple[str, ...]:
        """What reads like a stand-in and was never given."""

    def stream(self) -> Feeding:
        """Restore a text piece by piece."""


class Behind(Protocol):
    """What an agent needs of a language model; see ``coach.llm.client.LanguageModel``."""

    @property
    def transport(self) -> Transport:
        """The way to the model, and the words for its faults."""

    @property
    def masks(self) -> bool:
        """Whether names are masked before they are sent."""

    def count(self, text: str) -> int:
        """How many tokens a text takes."""

    def price(self, tokens: Tokens) -> float | None:
        """What so many tokens cost in US dollars."""


@dataclass(frozen=True)
class Limits:
    """What one turn may take: calls to the model, tokens in and out, and tokens of one reply."""

    steps: int
    budget: int
    longest: int


@dataclass
class AgentModel:
    """Calls the model for one turn, and keeps what was sent and what came.

    Attributes:
        behind: the model.
        mask: the stand-ins of this turn.
        limits: what the turn may take.
        tag: the prompt's tag.
        show: called with the text so far, names restored.
        calls: every call so far.
    """

    behind: Behind
    mask: Masking
    limits: Limits
    tag: str
    show: Show | None = None
    calls: list[Call] = field(default_factory=list)
    _manner: Manner | None = None

    def ask(self, messages: Sequence[BaseMessage], tools: Sequence[BaseTool]) -> AIMessage:
        """Have the model go on.

        Raises:
            ModelError: nothing usable came, or the turn has taken too much.
        """
        sent = [_sent(message) for message in messages]
        schemas = dumps([tool.get_input_jsonschema() for tool in tools])
        about = self.behind.count("\n".join((*(one.text for one in sent), schemas)))
        if len(self.calls) >= self.limits.steps:
            raise self.fault(Fault.TOO_MANY_STEPS)
        used = sum(call.tokens.taken + call.tokens.given for call in self.calls)
        if used + about > self.limits.budget:
            raise self.fault(Fault.OVER_BUDGET)
        call = Call(
            prompt=self.tag,
            why="answer",
            sent=tuple(sent),
            masked=self.behind.masks,
            tokens=Tokens.model_validate({"in": about}),
        )
        return self._whole(messages, tools, call)

    def fault(self, fault: Fault, call: Call | None = None) -> ModelError:
        """A fault, with the calls that were made."""
        return self._with_calls(self.behind.transport.fault(fault), call)

    def _with_calls(self, error: ModelError, call: Call | None) -> ModelError:
        error.earlier = tuple(self.calls)
        error.call = call.model_copy(update={"fault": str(error.fault)}) if call else None
        return error

    def _whole(
        self, messages: Sequence[BaseMessage], tools: Sequence[BaseTool], call: Call
    ) -> AIMessage:
        chat = self.behind.transport.chat
        manner = self._manner or first_manner(chat.model_id, at_openai=chat.where == "OpenAI")
        tries = 0
        start = monotonic()
        while True:
            reply = GrowingReply()
            trouble = self._read(messages, tools, manner, reply)
            trouble = trouble or reply.ending(protocol=chat.protocol)
            if trouble is None:
                self._manner = manner
                done = self._noted(call, reply, monotonic() - start)
                self.calls.append(done)
                return reply.message()
            changed = next_manner(manner, trouble, formed=False) if chat.protocol else None
            if changed is not None and not reply.chunks:
                manner = changed
            elif trouble.tries > tries and not reply.chunks and trouble.wait is None:
                sleep(PAUSES[min(tries, 1)])
                tries += 1
            else:
                error = self.behind.transport.fault(trouble.fault)
                raise self._with_calls(error, self._noted(call, reply, monotonic() - start))

    def _noted(self, call: Call, reply: GrowingReply, seconds: float) -> Call:
        received = spoken(reply.message()) if reply.chunks else ""
        tokens = Tokens.model_validate(
            {
                "in": reply.taken or call.tokens.taken,
                "out": reply.given or self.behind.count(received),
            }
        )
        return call.model_copy(
            update={
                "received": received,
                "tokens": tokens,
                "cost": self.behind.price(tokens),
                "seconds": round(seconds, 3),
            }
        )

    def _read(
        self,
        messages: Sequence[BaseMessage],
        tools: Sequence[BaseTool],
        manner: Manner,
        reply: GrowingReply,
    ) -> Trouble | None:
        """Read one reply as it comes; what went wrong, if anything."""
        reading = Reading(self._chunks(messages, tools, manner))
        guard = ReplyGuard(most_letters(self.limits.longest + manner.room))
        until = monotonic() + self.behind.transport.chat.patience.whole
        restoring = self.mask.stream()
        shown = ""
        try:
            while not isinstance(found := self._next(reading, until, reply, shown), Ended):
                said = reply.take(found)
                fault = guard.fault(f"{found.text}{_arguments(found)}")
                if fault is not None:
                    return Trouble(fault)
                shown += restoring.feed(said)
                if self.show is not None and said:
                    self.show(shown)
        except LateError:
            return Trouble(Fault.STALLED if reply.chunks else Fault.SLOW_TO_START)
        finally:
            reading.close()
        return trouble_of(found.error, started=bool(reply.chunks)) if found.error else None

    def _next(
        self, reading: Reading[AIMessageChunk], until: float, reply: GrowingReply, shown: str
    ) -> AIMessageChunk | Ended:
        """Wait for the next chunk; whoever watches hears now and then that it is waited for.

        Raises:
            LateError: it did not come in time.
        """
        patience = self.behind.transport.chat.patience
        gap = patience.later if reply.chunks else patience.first
        last = min(until, monotonic() + gap)
        while True:
            left = last - monotonic()
            try:
                return reading.next(min(PULSE, left))
            except LateError:
                if left <= PULSE:
                    raise
                if self.show is not None:
                    self.show(shown)

    async def _chunks(
        self, messages: Sequence[BaseMessage], tools: Sequence[BaseTool], manner: Manner
    ) -> AsyncGenerator[AIMessageChunk, None]:
        chat = self.behind.transport.chat
        model = chat.model.bind_tools(list(tools)) if tools else chat.model
        if chat.protocol:
            body = manner.body(None, self.limits.longest)
            chunks = model.astream(list(messages), extra_body=body, stream_usage=manner.usage)
        else:
            chunks = model.astream(list(messages))
        async with closed_after(chunks):
            async for chunk in chunks:
                if isinstance(chunk, AIMessageChunk):
                    yield chunk


def _arguments(chunk: AIMessageChunk) -> str:
    return "".join(call.get("args") or "" for call in chunk.tool_call_chunks)


def _sent(message: BaseMessage) -> Sent:
    if isinstance(message, AIMessage):
        return Sent(role="assistant", text=spoken(message))
    role = "tool" if isinstance(message, ToolMessage) else _ROLES.get(message.type, message.type)
    return Sent(role=role, text=str(message.text))
