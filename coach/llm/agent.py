"""Answers a turn of a conversation with LangChain's agent: the model may use tools, within limits.

LangChain runs the loop. Every call to the model and every use of a tool goes through ``_Watch``, which
keeps to the limits, checks the arguments, and lets no name out and no instruction in.
"""

from collections.abc import Callable
from json import dumps

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

from coach.domain.model import Answered, Fault, Show, Talk, Tool
from coach.errors import CoachError
from coach.llm.agent_model import AgentModel, Kit, Limits
from coach.llm.prompts import Rendered, as_data

MOST_MISTAKES = 2
"""Wrong uses of tools in one turn; the model is told of the first, and the turn ends with this one."""
LONGEST_RESULT = 6_000
"""Characters of what a tool gives back."""
LONGEST_MISTAKE = 300


def answer_talk(talk: Talk, kit: Kit, rendered: Rendered, show: Show | None = None) -> Answered:
    """Have a turn of a talk answered.

    Args:
        talk: the conversation, the tools and the limits.
        kit: the model, and what is masked.
        rendered: the talk's prompt, filled in and masked; its ``user`` part stands before the
            mentee's question.
        show: called with the text so far, names restored, each time more of it has arrived.

    Raises:
        ModelError: nothing usable came, or the steps or tokens ran out; with every call made.
    """
    model = AgentModel(kit, Limits(talk.steps, talk.budget, talk.longest), rendered.tag, show)
    watch = _Watch(model, talk.tools)
    agent = create_agent(
        kit.transport.chat.model,
        [_described(tool) for tool in talk.tools],
        system_prompt=rendered.system,
        middleware=[watch],
    )
    found = agent.invoke(InputAgentState(messages=[*_messages(talk, kit, rendered)]))
    last = found["messages"][-1]
    text = str(last.text) if isinstance(last, AIMessage) else ""
    if not text.strip():
        raise model.fault(Fault.EMPTY)
    return Answered(kit.restored(text).strip(), tuple(model.calls), tuple(watch.used))


def _messages(talk: Talk, kit: Kit, rendered: Rendered) -> list[AIMessage | HumanMessage]:
    """The conversation as the model reads it: what is asked now is fenced, with the cards before it."""
    *earlier, asked = talk.turns
    said: list[AIMessage | HumanMessage] = []
    for turn in earlier:
        text = as_data(kit.masked(turn.text))
        said.append(AIMessage(text) if turn.role == "assistant" else HumanMessage(text))
    question = f'<data name="question">\n{as_data(kit.masked(asked.text))}\n</data>'
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
        kit = self._model.kit
        tool = self._tools.get(name)
        if tool is None:
            return self._mistake(f"There is no tool {name[:40]!r}: use {', '.join(self._tools)}.")
        try:
            given = tool.takes.model_validate(_restored(arguments, kit.restored))
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
            return kit.masked(" ".join(f"Not done: {error.message}. {error.fix}".split()))
        return f'<data name="{name}">\n{as_data(kit.masked(found[:LONGEST_RESULT]))}\n</data>'

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
