"""What is said of a configured model before it is asked: where it runs, and what leaves this computer."""

import pytest

from coach.settings import ModelAccess
from coach.use_cases.about_model import about_model

LOCAL = "http://127.0.0.1:11434/v1"


def test_the_built_in_writer_keeps_everything_here() -> None:
    about = about_model("built-in", ModelAccess())
    assert about.is_built_in and about.stays_here
    assert about.meaning == "Nothing leaves this computer, and nothing costs money."


@pytest.mark.parametrize("url", [LOCAL, "localhost:1234", "http://[::1]:8000"])
def test_a_model_on_this_computer_keeps_everything_here(url: str) -> None:
    about = about_model("openai:qwen2.5:1.5b", ModelAccess(url=url))
    assert about.stays_here and not about.masks
    assert about.title == "qwen2.5:1.5b, on this computer"
    assert about.meaning.startswith("Nothing leaves this computer")


def test_names_are_masked_on_this_computer_too_where_that_is_wanted() -> None:
    about = about_model("openai:m", ModelAccess(url=LOCAL, mask="always"))
    assert "masked" in about.meaning


def test_a_model_of_openai_is_told_to_be_there_with_names_masked() -> None:
    about = about_model("openai:gpt-5-mini", ModelAccess(key="k"))
    assert about.title == "gpt-5-mini, at OpenAI"
    assert "goes to OpenAI; names" in about.meaning and "masked" in about.meaning
    assert not about.wants_key


def test_without_masking_it_is_said_that_names_go_out() -> None:
    about = about_model("openai:gpt-5-mini", ModelAccess(key="k", mask="never"))
    assert "phone numbers included" in about.meaning


def test_a_server_elsewhere_is_told_by_its_host_and_never_by_a_password_in_its_address() -> None:
    about = about_model("openai:m", ModelAccess(url="https://me:secret@models.example/v1"))
    assert about.where == "the server at models.example"
    assert not about.local and about.masks


def test_openai_without_a_key_is_noticed() -> None:
    assert about_model("openai:gpt-5-mini", ModelAccess()).wants_key
    assert not about_model("openai:m", ModelAccess(url=LOCAL)).wants_key


def test_another_provider_is_told_by_its_name() -> None:
    about = about_model("anthropic:some-model", ModelAccess(url=LOCAL))
    assert about.where == "Anthropic"
    assert not about.local


@pytest.mark.parametrize("name", ["gpt-5", ":", "http://x", "openai:"])
def test_a_name_that_cannot_be_right_is_told_of_without_failing(name: str) -> None:
    assert about_model(name, ModelAccess()).meaning


def test_what_becomes_of_private_notes_is_said() -> None:
    assert "not sent" in about_model("openai:m", ModelAccess(url=LOCAL)).notes
    allowed = about_model("openai:m", ModelAccess(url=LOCAL, sees_notes=True))
    assert "as you allowed" in allowed.notes
