"""Answers a turn of a conversation with LangChain's agent: the model may use tools, within limits.

LangChain runs the loop. Every call to the model and every use of a tool goes through ``_Watch``, which
keeps to the limits, checks the arguments, and lets no name out and no instruction in.
"""

from collections.abc import Callable
from json import dumps
from typing import Protocol

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain.agents.middleware.types import (
    AgentState,
    InputAgentState,
    ModelRequest,
    ModelResponse,
)
from langchain.tools.tool_node import ToolCallRequest
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.tools import BaseTool, StructuredTool
from langgraph.types import Command
from pydantic import BaseModel, ValidationError

from coach.domain.model import Answered, Fault, Names, Show, Talk, Tool
from coach.errors import CoachError
from coach.llm.agent_model import AgentModel, Behind, Limits, Masking
from coach.llm.prompts import PromptBook, Rendered, as_data

MOST_MISTAKES = 2
"""Wrong uses of tools in one turn; the model is told of the first, and the turn ends with this one."""
LONGEST_RESULT = 6_000
"""Characters of what a tool gives back."""
LONGEST_MISTAKE = 300


class AgentBehind(Behind, Protocol):
    """A model with its prompts and its masks."""

    @property
    def prompts(self) -> PromptBook:
        """The prompt files."""

    def mask_for(self, names: Names) -> Masking:
        """What hides these names."""


def converse(model: AgentBehind, talk: Talk, show: Show | None = None) -> Answered:
    """Have a turn of a talk answered.

    Args:
        model: what is asked.
        talk: the conversation, the tools and the limits; the ``user`` part of its prompt stands
            before the mentee's question.
        show: called with the text so far, names restored, each time more of it has arrived.

    Raises:
        ModelError: nothing usable came, or the steps or tokens ran out; with every call made.
    """
    mask = model.mask_for(talk.names)
    rendered = model.prompts.render(talk.prompt, talk.values, mask.mask)
    limits = Limits(talk.steps, talk.budget, talk.longest)
    asking = AgentModel(model, mask, limits, rendered.tag, show)
    watch = _Watch(asking, talk.tools)
    agent = create_agent(
        model.transport.chat.model,
        [_described(tool) for tool in talk.tools],
        system_prompt=rendered.system,
        middleware=[watch],
    )
    found = agent.invoke(InputAgentState(messages=[*_messages(talk, mask, rendered)]))
    last = found["messages"][-1]
    text = str(last.text) if isinstance(last, AIMessage) else ""
    if not text.strip():
        raise asking.fault(Fault.EMPTY)
    if mask.unknown(text):
        raise asking.fault(Fault.WRONG_FORM)
    return Answered(mask.restore(text).strip(), tuple(asking.calls), tuple(watch.used))


def _messages(talk: Talk, mask: Masking, rendered: Rendered) -> list[AIMessage | HumanMessage]:
    """The conversation as the model reads it: what is asked now is fenced, with the cards before it."""
    *earlier, asked = talk.turns
    said: list[AIMessage | HumanMessage] = []
    for turn in earlier:
        text = as_data(mask.mask(turn.text))
        said.append(AIMessage(text) if turn.role == "assistant" else HumanMessage(text))
    question = f'<data name="question">\n{as_data(mask.mask(asked.text))}\n</data>'
    said.append(HumanMessage("\n\n".join(filter(None, (rendered.user, question)))))
    return said


def _described(tool: Tool) -> BaseTool:
    """A tool as LangChain describes it to a model; it is run by ``_Watch`` and not by itself."""

    def unused(**_: object) -> str:
        return ""

    return StructuredTool.from_function(
        unused, name=tool.name, description=tool.does, args_schema=tool.takes
    )


class _Watch(AgentMiddleware[AgentState[object]]):
    """Stands between the agent and the world: calls the model, and runs the tools."""

    def __init__(self, model: AgentModel, tools: tuple[Tool, ...]) -> None:
        super().__init__()
        self.used: list[str] = []
        self._model = model
        self._tools = {tool.name: tool for tool in tools}
        self._asked: set[str] = set()
        self._mistakes = 0

    def wrap_model_call(
        self,
        request: ModelRequest[None],
        handler: Callable[[ModelRequest[None]], ModelResponse[object]],
    ) -> AIMessage:
        """Call the model ourselves; see ``AgentModel``."""
        system = [request.system_message] if request.system_message else []
        tools = [tool for tool in request.tools if isinstance(tool, BaseTool)]
        return self._model.ask([*system, *request.messages], tools)

    def wrap_tool_call(
        self,
        request: ToolCallRequest,
        handler: Callable[[ToolCallRequest], ToolMessage | Command[object]],
    ) -> ToolMessage:
        """Run a tool with checked arguments; what it gives back is data to the model."""
        call = request.tool_call
        text = self._result(call["name"], call["args"])
        return ToolMessage(text, name=call["name"], tool_call_id=call["id"] or "")

    def _result(self, name: str, arguments: dict[str, object]) -> str:
        mask = self._model.mask
        tool = self._tools.get(name)
        if tool is None:
            return self._mistake(f"There is no tool {name[:40]!r}: use {', '.join(self._tools)}.")
        try:
            given = tool.takes.model_validate(_restored(arguments, mask.restore))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "the arguments"
            return self._mistake(f"{name}: {where}: {first['msg']}.")
        if self._again(name, given):
            return self._mistake(f"{name} was used just so before. Answer now.")
        self.used.append(name)
        try:
            found = tool.run(given)
        except CoachError as error:
            return mask.mask(" ".join(f"Not done: {error.message}. {error.fix}".split()))
        return f'<data name="{name}">\n{as_data(mask.mask(found[:LONGEST_RESULT]))}\n</data>'

    def _again(self, name: str, given: BaseModel) -> bool:
        key = f"{name} {dumps(given.model_dump(mode='json'), sort_keys=True)}"
        seen = key in self._asked
        self._asked.add(key)
        return seen

    def _mistake(self, told: str) -> str:
        """Tell the model once what it did wrong; the next time, end the turn."""
        self._mistakes += 1
        if self._mistakes >= MOST_MISTAKES:
            raise self._model.fault(Fault.TOO_MANY_STEPS)
        return told[:LONGEST_MISTAKE]


def _restored(value: object, restore: Callable[[str], str]) -> object:
    """Arguments with the names in them again, however deep they stand."""
    if isinstance(value, str):
        return restore(value)
    if isinstance(value, dict):
        return {key: _restored(one, restore) for key, one in value.items()}
    if isinstance(value, list):
        return [_restored(one, restore) for one in value]
    return value
