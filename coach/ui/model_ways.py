"""Ways to another writer: a model on this computer, OpenAI with a key, or any other by its name."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError, InputError
from coach.ui.calm import show_problem
from coach.ui.literal import literal
from coach.ui.memory import desk, keep, recall, want, wanted
from coach.ui.model_choice import Choice, choose, settings_for
from coach.ui.model_trying import forget
from coach.ui.planning import opened
from coach.use_cases.about_model import about_model

if TYPE_CHECKING:
    from coach.domain.model import LocalServer

EXAMPLE_MODEL = "gpt-5-mini"
KEY_PROMISE = (
    "The key stays in this app's memory until you close the page or load it anew. "
    "It is never written down, never shown again, and sent to nobody else."
)
NOBODY = (
    "No model answered on this computer. Start one, such as Ollama, LM Studio, llama.cpp or vLLM, "
    "and look again."
)
_FIND, _FOUND, _USE = "model.find", "model.found", "model.use"
_PASTED = "model-key-field"
"""Where Streamlit holds the key from the moment it is pasted until it is taken."""
_NAME, _OTHER, _ADDRESS = "model.openai-name", "model.other-name", "model.other-address"


@dataclass(frozen=True)
class Use:
    """The way that was pressed for: where its fields are, read only when it is taken.

    A click often comes together with what was typed just before it, so a button cannot know it.
    """

    name: str
    address: str = ""
    at_address: str = ""
    key: str = ""

    def choice(self) -> Choice:
        """What its fields say."""
        name = _typed(self.name)
        if self.name != _OTHER and not name.startswith("openai:"):
            name = f"openai:{name}"
        return Choice(name, self.address or _typed(self.at_address))


def _typed(field: str) -> str:
    """What stands in a field, also in one that is not drawn any more."""
    return str(st.session_state.get(field, desk().get(field)) or "").strip() if field else ""


def show_ways() -> None:
    """Each way in a box of its own."""
    problems = st.container()
    _use_if_wanted(problems)
    left, right = st.columns(2, gap="large")
    with left, st.container(key="way-local", border=True):
        _on_this_computer()
    with right, st.container(key="way-openai", border=True):
        _at_openai()
    with opened("Another provider or server", "model-other") as is_open:
        if is_open:
            _another()


def _use_if_wanted(problems: "st.delta_generator.DeltaGenerator") -> None:
    """Take the writer that was pressed for, if its name and key can be right."""
    with wanted(_USE) as use:
        if not isinstance(use, Use):
            return
        choice, key = use.choice(), _taken_key(use.key)
        try:
            with problems, st.spinner("Getting it ready"):
                _check(choice, key)
        except CoachError as problem:
            with problems:
                show_problem(problem)
            return
        forget()
        choose(replace(choice, with_key=bool(key)), key)


def _taken_key(field: str) -> str:
    """Take the key out of its field, so that the page does not hold it any longer."""
    if not field or field not in st.session_state:
        return ""
    key = str(st.session_state[field]).strip()
    st.session_state[field] = ""
    return key


def _check(choice: Choice, key: str) -> None:
    from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first

    models = services().models
    if models is not None:
        settings = settings_for(choice, key)
        if about_model(settings.model, settings.access).wants_key:
            raise InputError("OpenAI asks for a key", "Paste yours, then press “Use it” again.")
        models.check(settings.model, settings.access)


def _on_this_computer() -> None:
    st.subheader("On this computer", anchor=False)
    st.text("Nothing leaves this computer, and nothing costs money. It is slower.")
    with wanted(_FIND) as pressed:
        if pressed:
            with st.spinner("Looking"):
                desk()[_FOUND] = _found()
    servers: tuple[LocalServer, ...] | None = desk().get(_FOUND)
    for place, server in enumerate(servers or ()):
        _server(server, place)
    if servers == ():
        st.text(NOBODY)
    st.button(
        "Find" if servers is None else "Look again",
        key="model-find",
        type="secondary" if not servers else "tertiary",
        on_click=want,
        args=(desk(), _FIND),
    )


def _found() -> "tuple[LocalServer, ...]":
    from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first

    models = services().models
    return models.on_this_computer() if models is not None else ()


def _server(server: "LocalServer", place: int) -> None:
    """One server that answered, and its models."""
    name = server.kind or "A server"
    st.caption(literal(f"{name} at {server.url}"))
    if not server.models:
        st.text("It has no model yet. Its own guide says how to get one.")
        return
    key = recall(f"model.local-{place}", server.models[0])
    if st.session_state[key] not in server.models:
        st.session_state[key] = server.models[0]
    st.selectbox("Model", server.models, key=key)
    keep(key)
    _button(f"model-use-local-{place}", Use(key, address=server.url))


def _at_openai() -> None:
    st.subheader("OpenAI, with your key", anchor=False)
    access = settings_for(Choice("openai:"), "").access
    st.text(about_model("openai:", access).meaning)
    st.text_input("Model", key=recall(_NAME, EXAMPLE_MODEL), autocomplete="off")
    keep(_NAME)
    st.text_input("Key", key=_PASTED, type="password", autocomplete="off")
    st.caption(KEY_PROMISE)
    _button("model-use-openai", Use(_NAME, key=_PASTED))


def _another() -> None:
    """A provider by LangChain's name, or a server that speaks OpenAI's protocol by its address."""
    st.text(
        "A provider and its model, such as anthropic:claude-haiku-4-5; its key is set in the "
        "environment, as its LangChain package asks. Or openai: and a model, with the address of a "
        "server that speaks OpenAI's protocol."
    )
    st.text_input(
        "Provider and model",
        key=recall(_OTHER, ""),
        placeholder="openai:qwen3-8b",
        autocomplete="off",
    )
    keep(_OTHER)
    st.text_input(
        "Address of the server, if it is another than the provider's own",
        key=recall(_ADDRESS, ""),
        placeholder="http://127.0.0.1:8000/v1",
        autocomplete="off",
    )
    keep(_ADDRESS)
    field = f"{_PASTED}-other"
    st.text_input(
        "Key, if that server asks for one", key=field, type="password", autocomplete="off"
    )
    _button("model-use-other", Use(_OTHER, at_address=_ADDRESS, key=field))


def _button(key: str, use: Use) -> None:
    st.button("Use it", key=key, type="primary", on_click=want, args=(desk(), _USE, use))
