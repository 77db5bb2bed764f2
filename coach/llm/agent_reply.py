"""A reply of a model that may use tools, as it grows: its words, the tools it wants, how it ended."""

from json import dumps

from langchain_core.messages import AIMessage, AIMessageChunk

from coach.domain.model import Fault
from coach.llm.faults import Trouble
from coach.llm.reply_guard import Spoken
from coach.llm.transport import CUT, DECLINED

MOST_CALLS = 4
"""Tools a model may use at once; more are not run."""


class GrowingReply:
    """A reply as it grows."""

    def __init__(self) -> None:
        self.chunks: list[AIMessageChunk] = []
        self.text = ""
        self.taken = 0
        self.given = 0
        self._finish = ""
        self._refused = False
        self._speaking = Spoken()

    def take(self, chunk: AIMessageChunk) -> str:
        """Add what one chunk brought; what of it is for the reader."""
        about = chunk.response_metadata
        named = ("finish_reason", "stop_reason", "done_reason")
        self._finish = next((str(about[key]) for key in named if about.get(key)), self._finish)
        self._refused = self._refused or bool(chunk.additional_kwargs.get("refusal"))
        if chunk.usage_metadata:
            self.taken = max(self.taken, chunk.usage_metadata["input_tokens"])
            self.given = max(self.given, chunk.usage_metadata["output_tokens"])
        if not chunk.text and not chunk.tool_call_chunks:
            return ""
        self.chunks.append(chunk)
        said = self._speaking.take(str(chunk.text))
        self.text += said
        return said

    def message(self) -> AIMessage:
        """The whole reply; a tool call whose arguments are no JSON is one with none."""
        first, *rest = self.chunks
        whole = first
        for chunk in rest:
            whole = whole + chunk
        calls = [
            {"name": call["name"], "args": call["args"], "id": call["id"] or f"call-{place}"}
            for place, call in enumerate(whole.tool_calls)
        ]
        calls += [
            {"name": call["name"] or "", "args": {}, "id": call["id"] or f"broken-{place}"}
            for place, call in enumerate(whole.invalid_tool_calls)
        ]
        text = self.text + self._speaking.rest()
        return AIMessage(content=text, tool_calls=calls[:MOST_CALLS])

    def ending(self, *, protocol: bool) -> Trouble | None:
        """What is wrong with how it ended, if anything."""
        finish = self._finish.lower()
        if self._refused or finish in DECLINED:
            return Trouble(Fault.DECLINED)
        if finish in CUT:
            return Trouble(Fault.CUT_OFF)
        if protocol and not finish:
            return Trouble(Fault.CUT_OFF) if self.chunks else Trouble(Fault.SERVER, 1)
        return None if self.chunks else Trouble(Fault.EMPTY)


def spoken(message: AIMessage) -> str:
    """A model's message as text, the tools it wants included."""
    wanted = (f"{call['name']}({dumps(call['args'])})" for call in message.tool_calls)
    return "\n".join(filter(None, (str(message.text), *wanted)))
