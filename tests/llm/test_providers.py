"""The model that is named is the one that is opened, at the address that is named, and quietly."""

import threading

import langsmith.utils
import pytest
from langchain_openai import ChatOpenAI

from coach.domain.model import Fault, ModelError
from coach.errors import InputError
from coach.llm.connections import is_local, patience_for
from coach.llm.fault_words import FaultWords
from coach.llm.providers import open_chat
from coach.settings import ModelAccess
from evals.scripted_server import Scripted
from tests.llm.conftest import KEY


def test_a_model_of_openai_is_asked_at_openai(words: FaultWords) -> None:
    chat = open_chat("openai:gpt-4o-mini", ModelAccess(key=KEY), words)
    assert (chat.name, chat.model_id, chat.where) == ("openai:gpt-4o-mini", "gpt-4o-mini", "OpenAI")
    assert (chat.local, chat.protocol, chat.at_openai) == (False, True, True)
    assert isinstance(chat.model, ChatOpenAI)
    assert chat.model.openai_api_base == "https://api.openai.com/v1"


def test_the_key_is_not_printed_with_the_model(words: FaultWords) -> None:
    assert KEY not in repr(open_chat("openai:gpt-4o-mini", ModelAccess(key=KEY), words))


def test_the_client_does_not_ask_again_by_itself(words: FaultWords) -> None:
    chat = open_chat("openai:gpt-4o-mini", ModelAccess(key=KEY), words)
    assert isinstance(chat.model, ChatOpenAI)
    assert chat.model.max_retries == 0


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434/", "http://127.0.0.1:11434/v1"),
        ("127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1"),
        ("https://openrouter.example/api/v1", "https://openrouter.example/api/v1"),
    ],
)
def test_the_address_of_a_server_is_taken_as_people_give_it(
    words: FaultWords, given: str, used: str
) -> None:
    chat = open_chat("openai:small", ModelAccess(url=given), words)
    assert isinstance(chat.model, ChatOpenAI)
    assert chat.model.openai_api_base == used


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "http://", "http:///v1", "//"])
def test_what_is_no_address_is_told(words: FaultWords, url: str) -> None:
    with pytest.raises(InputError, match="OPENAI_BASE_URL"):
        open_chat("openai:small", ModelAccess(url=url), words)


def test_a_server_on_this_computer_needs_no_key(words: FaultWords) -> None:
    chat = open_chat("openai:small", ModelAccess(url="http://127.0.0.1:8099/v1"), words)
    assert (chat.local, chat.where) == (True, "the server at 127.0.0.1:8099")


@pytest.mark.parametrize("url", ["", "https://api.openai.com/v1"])
def test_openai_without_a_key_says_where_to_put_it(words: FaultWords, url: str) -> None:
    with pytest.raises(InputError) as caught:
        open_chat("openai:gpt-4o-mini", ModelAccess(url=url), words)
    assert "OPENAI_API_KEY" in caught.value.fix


@pytest.mark.parametrize(
    ("model", "fix"),
    [
        ("gpt-4o-mini", "Did you mean openai:gpt-4o-mini?"),
        ("opnai:gpt-4o", "Did you mean openai:gpt-4o?"),
        ("anthropc:claude", "Did you mean anthropic:claude?"),
    ],
)
def test_a_mistyped_model_is_answered_with_the_likely_one(
    words: FaultWords, model: str, fix: str
) -> None:
    with pytest.raises(InputError) as caught:
        open_chat(model, ModelAccess(key=KEY), words)
    assert caught.value.fix == fix


@pytest.mark.parametrize("model", ["llama", "openai:", ":small", "", "zzzz:small"])
def test_a_model_without_a_known_provider_is_told_with_an_example(
    words: FaultWords, model: str
) -> None:
    with pytest.raises(InputError) as caught:
        open_chat(model, ModelAccess(key=KEY), words)
    assert "openai:gpt-5-mini" in caught.value.fix


def test_a_provider_whose_package_is_missing_names_it(words: FaultWords) -> None:
    with pytest.raises(ModelError) as caught:
        open_chat("mistralai:small", ModelAccess(), words)
    assert caught.value.fault is Fault.NOT_INSTALLED
    assert caught.value.fix.endswith("pip install langchain-mistralai")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8099/v1",
        "http://127.8.8.8/v1",
        "http://localhost:1234",
        "http://LOCALHOST./v1",
        "http://box.localhost/v1",
        "http://[::1]:8080/v1",
        "http://0.0.0.0:8000",
    ],
)
def test_an_address_on_this_computer_is_local(url: str) -> None:
    assert is_local(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://api.openai.com/v1",
        "http://192.168.1.20:11434/v1",
        "http://localhost.example.com/v1",
        "http://127.0.0.1.example.com/v1",
        "http://127.0.0.1@example.com/v1",
        "http://example.com/127.0.0.1",
        "http://[::ffff:8.8.8.8]/v1",
        "http://[broken/v1",
    ],
)
def test_any_other_address_is_not(url: str) -> None:
    assert not is_local(url)


def test_a_server_on_this_computer_is_given_more_time() -> None:
    assert patience_for(True, 0).first > patience_for(False, 0).first


def test_the_time_that_is_asked_for_is_given() -> None:
    patience = patience_for(False, 500)
    assert (patience.first, patience.later) == (500, 500)
    assert patience.whole >= 1_000


def test_nothing_is_traced_whatever_the_environment_says(
    words: FaultWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    langsmith.utils.get_env_var.cache_clear()
    open_chat("openai:small", ModelAccess(url="http://127.0.0.1:8099/v1"), words)
    traced: list[object] = [langsmith.utils.tracing_is_enabled()]
    other = threading.Thread(target=lambda: traced.append(langsmith.utils.tracing_is_enabled()))
    other.start()
    other.join()
    langsmith.utils.get_env_var.cache_clear()
    assert traced == [False, False]


@pytest.mark.enable_socket
def test_no_proxy_stands_between_this_computer_and_its_own_server(
    scripted: Scripted, words: FaultWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Scripted() as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("OPENAI_BASE_URL", proxy.url)
        scripted.reply("Hello")
        chat = open_chat("openai:small", ModelAccess(url=scripted.url), words)
        assert chat.model.invoke("Hi").text == "Hello"
        assert proxy.requests == []
