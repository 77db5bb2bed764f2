"""The model as the use cases know it, over real HTTP: masked, counted, kept, streamed, read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.forms import AgendaForm, MessageForm
from coach.domain.model import Fault, ModelError, Names, Task
from coach.errors import InputError, KnowledgeError
from coach.llm.client import CEILING
from coach.llm.form_reading import UnreadableError, growing, read_form
from coach.llm.opening import open_model
from coach.settings import ModelAccess, Settings, read_settings
from tests.conftest import ROOT

pytestmark = pytest.mark.enable_socket

PROMPT = """---
name: greet
version: 1
inputs: [facts]
outside: [facts]
output: MessageForm
---
# System
Greet.

# User
{{facts}}
"""
BODY = "Hi Name1,\n\nthank you for Name1's time.\n\nName3"
FACTS = "Sender: Ana Lima\nReader: Dr. Elena Ruiz, Harbor Health, elena@harbor.example"
NAMES = Names(("Dr. Elena Ruiz", "Ana Lima"), ("Harbor Health",))


@pytest.fixture
def settings(tmp_path, scripted) -> Settings:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "greet.md").write_text(PROMPT, encoding="utf-8")
    return Settings(
        home=tmp_path / "home",
        knowledge=ROOT / "knowledge",
        app=Path(),
        model="openai:some-model",
        access=ModelAccess(url=scripted.url, key="k-secret", mask="always", patience=2),
        prompts=tmp_path / "prompts",
    )


def task(**changes):
    asked = Task("greet", {"facts": FACTS}, MessageForm, shown="body", names=NAMES)
    return replace(asked, **changes)


def as_form(body=BODY, subject="For Name2"):
    return json.dumps({"subject": subject, "body": body})


def in_pieces(text, size=3):
    return [text[at : at + size] for at in range(0, len(text), size)]


def test_names_go_out_masked_and_come_back(scripted, settings):
    scripted.reply(as_form())
    filled = open_model(settings).fill(task())
    asked = scripted.requests[0].text
    for secret in ("Elena", "Ruiz", "Ana", "Lima", "Harbor", "harbor.example"):
        assert secret not in asked
    assert filled.value.body.startswith("Hi Elena,") and "Elena's time" in filled.value.body
    assert filled.value.subject == "For Ruiz"


def test_what_was_sent_is_kept_word_for_word(scripted, settings):
    scripted.reply(as_form())
    call = open_model(settings).fill(task()).call
    assert [one.text for one in call.sent] == [m["content"] for m in scripted.requests[0].messages]
    assert call.masked and call.received == as_form()
    assert call.prompt.startswith("greet@1:")


def test_a_growing_text_is_shown_with_names_whatever_the_pieces(scripted, settings):
    scripted.reply(*in_pieces(as_form(), 1))
    seen = []
    filled = open_model(settings).fill(task(), seen.append)
    assert len(seen) > 2
    assert all(filled.value.body.startswith(text) for text in seen)
    assert not any("Name" in text for text in seen)


def test_a_server_on_this_computer_is_told_the_names_by_default(scripted, settings):
    scripted.reply(as_form("Hi Elena", "x"))
    open_model(replace(settings, access=replace(settings.access, mask="auto"))).fill(task())
    assert "Elena Ruiz" in scripted.requests[0].text


def test_a_reply_had_before_costs_nothing(scripted, settings):
    scripted.reply(as_form())
    first = open_model(settings).fill(task())
    again = open_model(settings).fill(task())
    assert again.value == first.value
    assert len(scripted.requests) == 1
    assert again.call.cached and again.call.cost == 0.0
    assert again.call.tokens.taken == 0


def test_another_prompt_is_another_question(scripted, settings):
    scripted.reply(as_form())
    scripted.reply(as_form())
    open_model(settings).fill(task())
    open_model(settings).fill(task(values={"facts": FACTS + "!"}))
    assert len(scripted.requests) == 2


def test_a_stand_in_that_a_model_makes_up_is_not_delivered(scripted, settings):
    scripted.reply(as_form("Hi Name9, we met at Org7."))
    with pytest.raises(ModelError) as raised:
        open_model(settings).fill(task())
    assert raised.value.fault is Fault.WRONG_FORM
    assert raised.value.call.received


def test_too_much_is_refused_before_it_is_sent(scripted, settings):
    with pytest.raises(ModelError) as raised:
        open_model(settings).fill(task(values={"facts": "word " * CEILING}))
    assert raised.value.fault is Fault.OVER_BUDGET
    assert scripted.requests == []


def test_tokens_are_those_the_server_told_or_an_estimate(scripted, settings):
    scripted.reply(as_form(), taken=123, given=45)
    told = open_model(settings).fill(task()).call.tokens
    assert (told.taken, told.given) == (123, 45)


def test_the_key_is_in_no_error_and_not_in_the_settings_printed(scripted, settings):
    scripted.reply(status=401, error="Incorrect API key provided: k-secret")
    with pytest.raises(ModelError) as raised:
        open_model(settings).fill(task())
    assert raised.value.fault is Fault.BAD_KEY
    assert "k-secret" not in f"{raised.value.message} {raised.value.fix} {settings!r}"


def test_a_prompt_that_asks_for_another_form_is_our_mistake(settings):
    with pytest.raises(KnowledgeError, match="MessageForm, not AgendaForm"):
        open_model(settings).fill(task(form=AgendaForm))


@pytest.mark.parametrize("model", ["gpt-5", "nobody:model", "openai:"])
def test_a_model_nobody_knows_is_an_error_with_a_fix(model, settings):
    with pytest.raises(InputError) as raised:
        open_model(replace(settings, model=model))
    assert raised.value.fix


@pytest.mark.parametrize(
    "text",
    [
        as_form("Hi", "s"),
        f"```json\n{as_form('Hi', 's')}\n```",
        f"Here you are:\n\n{as_form('Hi', 's')}\nAnything else?",
        '{"subject": "s",\n "body": "Hi", "note": "extra"}',
        "Subject: s\n\nHi",
        "**Subject:** s\n\nHi",
    ],
)
def test_a_message_is_read_however_it_is_wrapped(text):
    assert read_form(text, MessageForm, str) == MessageForm(subject="s", body="Hi")


def test_a_line_break_inside_a_text_is_read_as_it_is():
    assert read_form('{"body": "Hi\n\nBye"}', MessageForm, str).body == "Hi\n\nBye"


@pytest.mark.parametrize(
    "text", ["", '{"body": ""}', '{"body": 3}', '{"subject": "s"}', '{"body": "Hi']
)
def test_what_is_no_message_is_unreadable(text):
    with pytest.raises(UnreadableError):
        read_form(text, MessageForm, str)


def test_words_around_are_no_form_of_another_kind():
    with pytest.raises(UnreadableError):
        read_form("What did you learn?", AgendaForm, str)


@pytest.mark.parametrize("end", range(1, len(as_form("Hi “you”,\nbye")) + 1))
def test_what_grows_only_grows(end):
    whole = as_form("Hi “you”,\nbye")
    assert "Hi “you”,\nbye".startswith(growing(whole[:end], "body"))


def test_settings_come_from_the_environment(tmp_path):
    read = read_settings(
        {
            "COACH_MODEL": "openai:m",
            "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
            "OPENAI_API_KEY": "k",
            "COACH_MASK": "Always",
            "COACH_MODEL_SEES_NOTES": "yes",
            "COACH_MODEL_PATIENCE": "7.5",
        }
    )
    assert read.model == "openai:m"
    assert read.access == ModelAccess("http://127.0.0.1:1/v1", "k", "always", True, 7.5)


@pytest.mark.parametrize(
    ("name", "value"), [("COACH_MASK", "maybe"), ("COACH_MODEL_PATIENCE", "-1")]
)
def test_a_wrong_setting_is_named(name, value):
    with pytest.raises(InputError, match=name):
        read_settings({name: value})
