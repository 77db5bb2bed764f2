"""How a server that speaks OpenAI's protocol is asked, and what is tried when it refuses.

Servers share the protocol and differ in its corners: how a form is asked for, what the limit of a
reply is called, whether tokens are told. What one refuses is left out the next time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.domain.model import Fault
from coach.llm.faults import Trouble

THINKING_ROOM = 4_000
"""Tokens that a model which thinks first gets for that, beyond those of its reply."""
CALM = 0.2
"""Small models invent less when they choose their words less freely; OpenAI's are asked as they are."""
_THINKS = re.compile(r"(?:o\d|gpt-[5-9])(?!.*chat)")
_FORM_WORDS = re.compile(r"response_?format|json_?schema|json_?object|grammar|structured|schema")
_OURS = re.compile(r"response_format|stream_options|max_\w*tokens|reasoning\w*|temperature")
_DROPPED = {"default", "minLength", "maxLength"}
_LIMITS = ("max_completion_tokens", "max_tokens")


class Shape(StrEnum):
    """How a reply of a certain form is asked for, the strictest first."""

    SCHEMA = "json_schema"
    OBJECT_LIKE = "json_object with its schema"
    OBJECT = "json_object"
    WORDS = "by the prompt alone"


_SHAPES = tuple(Shape)


@dataclass(frozen=True)
class Manner:
    """What goes with the messages.

    Attributes:
        shape: how the form of the reply is asked for, when it has one.
        usage: whether the tokens are asked for.
        effort: how hard a thinking model is to think; empty to leave it out.
        limit: the name of the limit of the reply.
        other_limit: whether the other name was tried.
        room: tokens for thinking, beyond the reply.
        temperature: how freely words are chosen; None leaves it to the server.
    """

    shape: Shape = Shape.SCHEMA
    usage: bool = True
    effort: str = ""
    limit: str = "max_tokens"
    other_limit: bool = False
    room: int = 0
    temperature: float | None = None

    def body(self, schema: Mapping[str, object] | None, longest: int) -> dict[str, object]:
        """The fields to send along."""
        fields: dict[str, object] = {self.limit: longest + self.room}
        if self.effort:
            fields["reasoning_effort"] = self.effort
        if self.temperature is not None:
            fields["temperature"] = self.temperature
        if schema is not None and self.shape is not Shape.WORDS:
            fields["response_format"] = _response_format(self.shape, schema)
        return fields


def first_manner(model: str, *, at_openai: bool) -> Manner:
    """How a model is asked at first."""
    if not at_openai:
        return Manner(temperature=CALM)
    thinks = _THINKS.match(model) is not None
    return Manner(
        limit="max_completion_tokens",
        effort="low" if thinks else "",
        room=THINKING_ROOM if thinks else 0,
    )


def next_manner(manner: Manner, trouble: Trouble, *, formed: bool) -> Manner | None:
    """What to try after a refusal, or None when asking otherwise would not help.

    Args:
        manner: how it was asked.
        trouble: what came of it.
        formed: whether a form was asked for.
    """
    told = trouble.told
    if trouble.fault is Fault.SERVER:
        if not _FORM_WORDS.search(told):
            return None
    elif trouble.fault is not Fault.BAD_REQUEST or (
        trouble.param and not _OURS.match(trouble.param)
    ):
        return None
    about = f"{told} {trouble.param}"
    if manner.usage and "stream_options" in about:
        return replace(manner, usage=False)
    if manner.effort and "reasoning" in about:
        return replace(manner, effort="")
    if manner.temperature is not None and "temperature" in about:
        return replace(manner, temperature=None)
    if not manner.other_limit and re.search(rf"\b{manner.limit}\b", about):
        other = _LIMITS[1 - _LIMITS.index(manner.limit)]
        return replace(manner, limit=other, other_limit=True)
    if formed and manner.shape is not Shape.WORDS:
        return replace(manner, shape=_SHAPES[_SHAPES.index(manner.shape) + 1])
    return None


def _response_format(shape: Shape, schema: Mapping[str, object]) -> dict[str, object]:
    if shape is Shape.OBJECT:
        return {"type": "json_object"}
    strict = _strict(schema)
    if shape is Shape.OBJECT_LIKE:
        return {"type": "json_object", "schema": strict}
    name = re.sub(r"\W+", "_", str(schema.get("title") or "reply")).strip("_")[:60]
    return {
        "type": "json_schema",
        "json_schema": {"name": name or "reply", "strict": True, "schema": strict},
    }


def _strict(value: object) -> object:
    """A schema as strict servers want it: every field required, nothing beside them."""
    if isinstance(value, list | tuple):
        return [_strict(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    made: dict[str, object] = {}
    for key, part in value.items():
        if key == "properties" and isinstance(part, Mapping):
            made[key] = {name: _strict(one) for name, one in part.items()}
        elif key not in _DROPPED:
            made[key] = _strict(part)
    fields = made.get("properties")
    if isinstance(fields, dict):
        made["required"] = list(fields)
        made["additionalProperties"] = False
    return made
