"""The doctor's words on models: what is set, whether it can be right, what it costs, what is near."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from coach.domain.model import LocalServer
from coach.domain.results import Tokens
from coach.errors import CoachError, InputError
from coach.llm.scripted import ScriptedModel
from coach.settings import ModelAccess, Settings
from coach.use_cases.examine_model import Check, examine_model
from coach.use_cases.ports import Model, Services
from coach.writing.builtin import BuiltInWriter
from tests.no_search import NoSearch

OLLAMA = LocalServer("http://127.0.0.1:11434/v1", "Ollama", ("qwen2.5:1.5b",))
SETTINGS = Settings(home=Path(), knowledge=Path(), app=Path())


@dataclass
class Near:
    """Models of which nothing is opened."""

    servers: tuple[LocalServer, ...] = ()
    cost: float | None = None
    wrong: CoachError | None = None

    def open(self, name: str, access: ModelAccess) -> Model | None:
        return None

    def check(self, name: str, access: ModelAccess) -> None:
        if self.wrong is not None:
            raise self.wrong

    def price(self, name: str, access: ModelAccess, tokens: Tokens) -> float | None:
        return self.cost

    def on_this_computer(self) -> tuple[LocalServer, ...]:
        return self.servers


Examine = Callable[..., dict[str, Check]]


@pytest.fixture
def examine(writer: BuiltInWriter) -> Examine:
    def one(
        settings: Settings,
        near: Near,
        model: Model | None = None,
        problem: CoachError | None = None,
        trying: bool = False,
    ) -> dict[str, Check]:
        cards = type("None_", (), {"cards": {}, "sources": {}})()
        services = Services(cards, NoSearch(), NoSearch(), writer, model=model, models=near)
        found = examine_model(settings, services, problem=problem, trying=trying)
        return {check.name: check for check in found}

    return one


def of(model: str, **access: object) -> Settings:
    return replace(SETTINGS, model=model, access=ModelAccess(**access))  # type: ignore[arg-type]


def test_the_built_in_writer_is_well_and_models_near_are_named(examine: Examine) -> None:
    found = examine(SETTINGS, Near((OLLAMA,)))
    assert found["writer"].ok
    near = found["models on this computer"].detail
    assert "Ollama at http://127.0.0.1:11434/v1: qwen2.5:1.5b" in near
    assert "COACH_MODEL=openai:qwen2.5:1.5b" in near


def test_no_model_near_is_not_a_fault(examine: Examine) -> None:
    assert examine(SETTINGS, Near())["models on this computer"].ok


def test_a_model_is_told_with_its_place_its_masking_and_its_price(examine: Examine) -> None:
    found = examine(of("openai:gpt-5-mini", key="sk-secret"), Near(cost=0.25))
    assert "gpt-5-mini, at OpenAI" in found["writer"].detail
    assert "a key is set" in found["writer"].detail
    assert "masked" in found["what is sent"].detail
    assert "$0.25 in" in found["price"].detail
    assert not any("sk-secret" in check.detail for check in found.values())


def test_a_price_that_is_not_known_is_said(examine: Examine) -> None:
    assert "not known" in examine(of("openai:x", key="k"), Near())["price"].detail


def test_what_cannot_be_right_is_a_fault_with_its_fix(examine: Examine) -> None:
    found = examine(of("openai:x"), Near(wrong=InputError("there is no key", "Set one.")))
    assert not found["writer"].ok
    assert found["writer"].fix == "Set one. Until then the built-in writer writes."
    assert "price" not in found


def test_nothing_is_asked_unless_that_is_wanted(examine: Examine) -> None:
    model = ScriptedModel(['{"number": "1"}'])
    examine(of("openai:x", key="k"), Near(), model)
    assert not model.tasks
    found = examine(of("openai:x", key="k"), Near(), model, trying=True)
    assert found["answer"].ok and len(model.tasks) == 1


def test_a_model_that_does_not_answer_is_a_fault(examine: Examine) -> None:
    found = examine(of("openai:x", key="k"), Near(), ScriptedModel([]), trying=True)
    assert not found["answer"].ok and found["answer"].fix


def test_settings_that_cannot_be_read_are_told_and_the_rest_goes_on(examine: Examine) -> None:
    problem = InputError("COACH_MASK is 'maybe'", "Set it to auto.")
    found = examine(SETTINGS, Near((OLLAMA,)), problem=problem)
    assert not found["writer"].ok
    assert found["models on this computer"].ok
