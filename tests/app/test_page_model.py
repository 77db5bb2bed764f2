"""The page Model: who writes, what that means, and another writer for this tab alone."""

from collections.abc import Callable

import pytest
import streamlit as st
from model_fakes import FakeModels, services_with
from seen import notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.model import Fault, LocalServer, ModelError
from coach.ui import services as ui_services
from coach.ui.memory import desks

Open = Callable[..., AppTest]

OLLAMA = LocalServer("http://127.0.0.1:11434/v1", "Ollama", ("qwen2.5:1.5b", "llama3.2:3b"))
KEY = "sk-very-secret-key"


@pytest.fixture
def models(services: object, monkeypatch: pytest.MonkeyPatch) -> FakeModels:
    """What every test of this page can open."""
    made = FakeModels(replies=['{"number": "1"}'], servers=(OLLAMA,))
    built = services_with(models=made)
    monkeypatch.setattr(ui_services, "build", lambda settings, progress=None: built)
    for name in ("COACH_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL", "COACH_MASK"):
        monkeypatch.delenv(name, raising=False)
    return made


@pytest.fixture
def opened(models: FakeModels, open_page: Open) -> AppTest:
    return open_page("model")


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def use_local(page: AppTest) -> AppTest:
    return press(press(page, "model-find"), "model-use-local-0")


def use_openai(page: AppTest) -> AppTest:
    page.text_input(key="model-key-field").set_value(KEY)
    return press(page, "model-use-openai")


def test_without_a_setting_the_built_in_writer_writes_and_nothing_leaves(opened: AppTest) -> None:
    assert not opened.exception
    assert plain_texts(opened)[0] == "The built-in writer"
    assert "Nothing leaves this computer" in plain_texts(opened)[1]
    assert not opened.checkbox


def test_a_model_on_this_computer_is_found_and_used(opened: AppTest, models: FakeModels) -> None:
    page = use_local(opened)
    assert not page.exception
    assert plain_texts(page)[0] == "qwen2.5:1.5b, on this computer"
    assert "Nothing leaves this computer" in plain_texts(page)[1]
    page = press(page, "model-try")
    name, access = models.opened[-1]
    assert (name, access.url, access.key) == ("openai:qwen2.5:1.5b", OLLAMA.url, "")


def test_another_of_its_models_can_be_chosen(opened: AppTest, models: FakeModels) -> None:
    page = press(opened, "model-find")
    page.selectbox[0].set_value("llama3.2:3b")
    page = press(page, "model-use-local-0")
    assert plain_texts(page)[0] == "llama3.2:3b, on this computer"


def test_where_no_server_answers_that_is_said(models: FakeModels, open_page: Open) -> None:
    models.servers = ()
    page = press(open_page("model"), "model-find")
    assert any(text.startswith("No model answered on this computer") for text in plain_texts(page))


def test_a_key_of_the_environment_goes_to_no_server_chosen_here(
    opened: AppTest, models: FakeModels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    press(use_local(opened), "model-try")
    assert models.opened[-1][1].key == ""


def test_a_pasted_key_is_used_and_neither_shown_nor_kept_on_the_desk(
    opened: AppTest, models: FakeModels
) -> None:
    page = press(use_openai(opened), "model-try")
    assert models.opened[-1][1].key == KEY
    assert plain_texts(page)[0] == "gpt-5-mini, at OpenAI"
    assert "are masked before that" in plain_texts(page)[1]
    assert page.text_input(key="model-key-field").value == ""
    assert KEY not in said(page)
    assert KEY not in repr(dict(page.query_params))
    assert KEY not in repr(vars(desks()))


def test_a_key_is_gone_when_the_page_is_loaded_anew_and_that_is_said(
    opened: AppTest, open_page: Open
) -> None:
    desk = use_openai(opened).query_params["desk"]
    page = open_page("model", desk=desk)
    assert "The key for gpt-5-mini is gone." in notices(page)[0]
    assert plain_texts(page)[0] == "The built-in writer"


def test_a_model_on_this_computer_outlives_a_reload(opened: AppTest, open_page: Open) -> None:
    desk = use_local(opened).query_params["desk"]
    assert plain_texts(open_page("model", desk=desk))[0] == "qwen2.5:1.5b, on this computer"


def test_openai_without_a_key_is_not_taken_and_the_fix_is_said(opened: AppTest) -> None:
    page = press(opened, "model-use-openai")
    assert "Paste yours" in notices(page)[0]
    assert plain_texts(page)[0] == "The built-in writer"


def test_another_tab_is_not_changed(opened: AppTest, open_page: Open) -> None:
    use_local(opened)
    assert plain_texts(open_page("model"))[0] == "The built-in writer"


def test_one_click_leads_back_to_the_built_in_writer(opened: AppTest) -> None:
    page = press(use_local(opened), "model-back")
    assert plain_texts(page)[0] == "The built-in writer"


def test_trying_tells_how_long_it_took_and_what_it_cost(opened: AppTest) -> None:
    page = press(use_local(opened), "model-try")
    told = page.success[0].value.replace("\\", "")
    assert told.startswith("It answered in") and "tokens in" in told
    page.run()
    assert "From this tab so far: 1 request" in said(page).replace("\\", "")


def test_trying_tells_what_is_wrong_and_the_fix(opened: AppTest, models: FakeModels) -> None:
    models.replies = [ModelError(Fault.REFUSED, "No connection could be made.", "Start it.")]
    page = press(use_local(opened), "model-try")
    assert "No connection could be made." in notices(page)[0]
    assert "Start it." in notices(page)[0]


def test_private_notes_are_sent_only_once_that_is_allowed(
    opened: AppTest, models: FakeModels
) -> None:
    page = press(use_local(opened), "model-try")
    assert models.opened[-1][1].sees_notes is False
    page.checkbox[0].check().run()
    press(page, "model-try")
    assert models.opened[-1][1].sees_notes is True


def test_a_setting_that_cannot_be_right_is_said_calmly(
    models: FakeModels, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_MASK", "maybe")
    st.cache_resource.clear()
    page = open_page("model")
    assert not page.exception
    assert "COACH_MASK is 'maybe'" in notices(page)[0]
    assert "auto, always or never" in notices(page)[0]
    assert plain_texts(page)[0] == "The built-in writer"


def test_a_name_that_cannot_be_right_is_not_taken(opened: AppTest) -> None:
    opened.text_input(key="model.openai-name").set_value("gpt 5 mini")
    page = use_openai(opened)
    assert "does not say whose model" in notices(page)[0]
    assert plain_texts(page)[0] == "The built-in writer"
    assert page.text_input(key="model-key-field").value == ""
