"""Opens the language model that ``COACH_MODEL`` names, at the server that the settings name."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import langsmith
import openai
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessageChunk
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from langchain_openai.chat_models.base import BaseChatOpenAI
from pydantic import SecretStr

from coach.domain.model import Fault
from coach.errors import InputError
from coach.llm.connections import Patience, clients, patience_for
from coach.llm.fault_words import FaultWords
from coach.llm.loopback import is_local
from coach.settings import ModelAccess

__all__ = ["OPENAI", "Chat", "is_local", "open_chat"]

OPENAI = "https://api.openai.com/v1"
NO_KEY = "none"
"""Sent to servers that ask for no key; the client insists on one."""
LONGEST_REPLY = 8_000
NAMES = {
    "anthropic": "Anthropic",
    "azure_openai": "Azure OpenAI",
    "deepseek": "DeepSeek",
    "google_genai": "Google",
    "google_vertexai": "Google",
    "huggingface": "Hugging Face",
    "mistralai": "Mistral",
    "nvidia": "NVIDIA",
    "ollama": "Ollama",
    "openrouter": "OpenRouter",
    "xai": "xAI",
}
OF_OPENAI = re.compile(r"(?:gpt-|chatgpt|o\d)[\w.-]*$")
EXAMPLE = "Name the provider and the model, such as openai:gpt-5-mini, or use built-in."


@dataclass(frozen=True)
class Chat:
    """A chat model that is ready to be asked, and what must be known of it.

    Attributes:
        name: as in ``COACH_MODEL``.
        model: LangChain's chat model; it does not retry by itself.
        where: the server, as a person is told it.
        local: whether it runs on this computer.
        protocol: whether it speaks OpenAI's protocol.
        at_openai: whether the server is OpenAI's own.
        patience: how long it is waited for.
    """

    name: str
    model: BaseChatModel
    where: str
    local: bool
    protocol: bool
    at_openai: bool
    patience: Patience

    @property
    def model_id(self) -> str:
        """The name of the model without its provider."""
        return self.name.partition(":")[2]


def open_chat(model: str, access: ModelAccess, words: FaultWords) -> Chat:
    """Build the chat model; nothing is sent yet.

    Args:
        model: a provider and a model, as in ``openai:gpt-5-mini``.
        access: where and with which key.
        words: how a missing package is told.

    Raises:
        InputError: the name, the address or the key is missing or wrong.
        ModelError: a package is not installed.
    """
    langsmith.configure(enabled=False)
    provider, colon, name = (part.strip() for part in model.partition(":"))
    provider = provider.lower().replace("-", "_")
    if not colon or not provider or not name:
        meant = f"Did you mean openai:{model}?" if OF_OPENAI.match(model) else EXAMPLE
        raise InputError(f"COACH_MODEL is {model!r}: it does not say whose model that is", meant)
    if provider == "openai":
        return _at_openai(name, access)
    return _elsewhere(provider, name, access, words)


def _at_openai(name: str, access: ModelAccess) -> Chat:
    url = _address(access.url) if access.url else OPENAI
    host = urlsplit(url).netloc.rpartition("@")[2]
    official = urlsplit(url).hostname == urlsplit(OPENAI).hostname
    if official and not access.key:
        raise InputError(
            "A model of OpenAI needs a key, and there is none",
            "Set OPENAI_API_KEY to your key, or set OPENAI_BASE_URL to a server on this computer.",
        )
    local = is_local(url)
    patience = patience_for(local, access.patience)
    client, async_client = clients(url, patience)
    chat = _Chat(
        model=name,
        base_url=url,
        api_key=SecretStr(access.key or NO_KEY),
        max_retries=0,
        timeout=client.timeout,
        http_client=client,
        http_async_client=async_client,
        http_socket_options=(),
        stream_chunk_timeout=None,
        use_responses_api=False,
    )
    where = "OpenAI" if official else f"the server at {host}"
    return Chat(f"openai:{name}", chat, where, local, True, official, patience)


def _address(url: str) -> str:
    """The address of a server, with /v1 where only a host was given."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(
            f"OPENAI_BASE_URL is {url!r}", "Give an address such as http://127.0.0.1:11434/v1."
        )
    return parts.geturl().rstrip("/") + ("" if parts.path.strip("/") else "/v1")


def _elsewhere(provider: str, name: str, access: ModelAccess, words: FaultWords) -> Chat:
    where = NAMES.get(provider, provider.replace("_", " ").title())
    patience = patience_for(provider == "ollama", access.patience)
    full = f"{provider}:{name}"
    try:
        chat = init_chat_model(
            name,
            model_provider=provider,
            max_retries=0,
            max_tokens=LONGEST_REPLY,
            timeout=patience.first,
        )
    except ImportError as error:
        found = re.search(r"requires the (\S+) package", str(error))
        package = found[1] if found else f"langchain-{provider.replace('_', '-')}"
        raise words.error(Fault.NOT_INSTALLED, model=full, where=where, package=package) from None
    except (ValueError, TypeError, OSError, RuntimeError, openai.OpenAIError) as error:
        raise _setup_error(full, where, str(error)) from None
    return Chat(full, chat, where, False, isinstance(chat, BaseChatOpenAI), False, patience)


def _setup_error(model: str, where: str, told: str) -> InputError:
    """Why a model could not be built; what its library said may hold a key and is not shown."""
    if not told.startswith("Unsupported provider"):
        return InputError(
            f"{model} could not be set up",
            f"Check that the key for {where} is set as its LangChain package asks for it.",
        )
    provider = model.partition(":")[0]
    known = [name.strip() for name in told.rpartition("are:")[2].split(",")]
    near = difflib.get_close_matches(provider, known, n=1)
    hint = f"Did you mean {near[0]}:{model.partition(':')[2]}?" if near else EXAMPLE
    return InputError(f"COACH_MODEL is {model!r}: {provider} is not a known provider", hint)


class _Chat(ChatOpenAI):
    """Keeps the refusal that a server streams; the class above it drops it."""

    def _convert_chunk_to_generation_chunk(
        self,
        chunk: dict[str, object],
        default_chunk_class: type[BaseMessageChunk],
        base_generation_info: dict[str, object] | None,
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(
            chunk, default_chunk_class, base_generation_info
        )
        choices = chunk.get("choices")
        first = choices[0] if isinstance(choices, list) and choices else {}
        delta = first.get("delta") if isinstance(first, Mapping) else None
        if made is not None and isinstance(delta, Mapping) and delta.get("refusal"):
            made.message.additional_kwargs["refusal"] = delta["refusal"]
        return made
