"""A form is asked for as strictly as the server allows, and what it refused is not tried again."""

from collections.abc import Callable

import pytest

from coach.domain.model import Fault
from coach.llm.fault_words import FaultWords
from coach.llm.faults import Trouble
from coach.llm.manner import Manner, Shape, first_manner, next_manner
from coach.llm.providers import open_chat
from coach.llm.transport import Transport
from coach.settings import ModelAccess
from evals.scripted_server import Reply, Request, Scripted
from tests.llm.conftest import Asker, asked

SCHEMA: dict[str, object] = {
    "title": "A letter",
    "type": "object",
    "properties": {
        "body": {"type": "string", "minLength": 1},
        "default": {"type": "string", "default": ""},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
    },
    "required": ["body"],
    "$defs": {"Part": {"type": "object", "properties": {"text": {"type": "string"}}}},
}
STRICT = {
    "title": "A letter",
    "type": "object",
    "properties": {
        "body": {"type": "string"},
        "default": {"type": "string"},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
    },
    "required": ["body", "default", "parts"],
    "additionalProperties": False,
    "$defs": {
        "Part": {
            "type": "object",
            "properties": {"text": {"type": "string"}},
            "required": ["text"],
            "additionalProperties": False,
        }
    },
}

FORMS: list[dict[str, object] | None] = [
    {
        "type": "json_schema",
        "json_schema": {"name": "A_letter", "strict": True, "schema": STRICT},
    },
    {"type": "json_object", "schema": STRICT},
    {"type": "json_object"},
    None,
]


def knowing(known: int, status: int = 400) -> Callable[[Request], Reply]:
    """A server that knows the forms from the given one on."""

    def answer(request: Request) -> Reply:
        form = request.body.get("response_format")
        if FORMS.index(form) < known:
            return Reply(status=status, error="response_format: Input should be 'text'")
        return Reply("{}")

    return answer


@pytest.mark.enable_socket
@pytest.mark.parametrize("known", range(4))
@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_form_is_asked_for_as_strictly_as_the_server_knows(
    scripted: Scripted, ask: Asker, known: int, status: int
) -> None:
    scripted.obey(knowing(known, status))
    outcome = ask(schema=SCHEMA)
    asked_for = [request.body.get("response_format") for request in scripted.requests]
    assert (outcome.text, asked_for, outcome.slept) == ("{}", FORMS[: known + 1], ())


@pytest.mark.enable_socket
def test_what_a_server_refused_is_not_asked_for_again(
    scripted: Scripted, words: FaultWords
) -> None:
    scripted.obey(knowing(2))
    slept: list[float] = []
    chat = open_chat("openai:scripted", ModelAccess(url=scripted.url), words)
    transport = Transport(chat, words, slept.append)
    asked(transport, slept, SCHEMA)
    before = len(scripted.requests)
    asked(transport, slept, SCHEMA)
    assert [one.body["response_format"] for one in scripted.requests[before:]] == [FORMS[2]]


@pytest.mark.enable_socket
def test_a_reply_without_a_form_asks_for_none(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Hello")
    ask()
    assert "response_format" not in scripted.requests[0].body


@pytest.mark.enable_socket
def test_a_request_that_no_form_would_mend_ends(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(status=400, error="Something is wrong.", times=20)
    assert (ask(schema=SCHEMA).fault, len(scripted.requests)) == (Fault.BAD_REQUEST, len(FORMS))


@pytest.mark.enable_socket
def test_a_server_that_does_not_count_tokens_is_asked_without(
    scripted: Scripted, ask: Asker
) -> None:
    scripted.reply(status=400, error="Unrecognized request argument: stream_options")
    scripted.reply("Hello")
    assert ask().text == "Hello"
    assert "stream_options" not in scripted.requests[1].body


@pytest.mark.enable_socket
def test_the_limit_of_a_reply_goes_by_its_other_name_where_it_must(
    scripted: Scripted, ask: Asker
) -> None:
    scripted.reply(status=400, error="Use 'max_completion_tokens' instead of 'max_tokens'.")
    scripted.reply("Hello")
    ask(longest=90)
    body = scripted.requests[1].body
    assert ("max_tokens" in body, body["max_completion_tokens"]) == (False, 90)


@pytest.mark.parametrize("model", ["o3-mini", "gpt-5-mini", "gpt-5.1"])
def test_models_of_openai_that_think_first_get_room_for_it(model: str) -> None:
    body = first_manner(model, at_openai=True).body(None, 500)
    assert body == {"max_completion_tokens": 4_500, "reasoning_effort": "low"}


@pytest.mark.parametrize("model", ["gpt-4o-mini", "gpt-5-chat-latest"])
def test_other_models_of_openai_get_what_the_reply_needs(model: str) -> None:
    body = first_manner(model, at_openai=True).body(None, 500)
    assert body == {"max_completion_tokens": 500}


def test_a_part_of_the_request_that_is_not_ours_is_not_asked_otherwise() -> None:
    trouble = Trouble(Fault.BAD_REQUEST, told="invalid messages", param="messages[0].role")
    assert next_manner(Manner(), trouble, formed=True) is None


def test_a_refused_effort_is_left_out() -> None:
    manner = Manner(effort="low")
    trouble = Trouble(Fault.BAD_REQUEST, told="unsupported value", param="reasoning_effort")
    assert next_manner(manner, trouble, formed=True) == Manner(effort="")


def test_asking_otherwise_comes_to_an_end() -> None:
    manner: Manner | None = Manner(effort="low")
    seen = 0
    told = "stream_options reasoning max_tokens max_completion_tokens response_format"
    while manner is not None:
        manner = next_manner(manner, Trouble(Fault.BAD_REQUEST, told=told), formed=True)
        seen += 1
    assert seen <= len(Shape) + 3


def test_a_server_of_ones_own_is_asked_to_choose_its_words_calmly():
    assert first_manner("m", at_openai=False).body(None, 10)["temperature"] == 0.2
    assert "temperature" not in first_manner("gpt-5-mini", at_openai=True).body(None, 10)


def test_a_temperature_that_is_refused_is_left_out():
    refused = Trouble(Fault.BAD_REQUEST, told="unsupported value: temperature", param="temperature")
    changed = next_manner(Manner(temperature=0.2), refused, formed=False)
    assert changed == Manner()
