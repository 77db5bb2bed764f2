"""What a call cost is told where it is known, without asking anybody."""

import pytest

from coach.domain.results import Tokens
from coach.llm.prices import cost

TOKENS = Tokens.model_validate({"in": 2_000, "out": 1_000})


def test_a_known_model_costs_its_list_price_with_or_without_its_provider():
    dear, cheap = cost("openai:gpt-4o", TOKENS, ""), cost("openai:gpt-4o-mini", TOKENS, "")
    assert 0 < cheap < dear < 1
    assert cost("gpt-4o", TOKENS, "") == dear
    assert cost("openai:gpt-4o", TOKENS, "https://api.openai.com/v1") == dear


def test_twice_the_tokens_cost_twice_as_much():
    once = cost("anthropic:claude-3-5-haiku-latest", TOKENS, "")
    assert cost("anthropic:claude-3-5-haiku-latest", TOKENS + TOKENS, "") == pytest.approx(2 * once)


@pytest.mark.parametrize(
    ("model", "url"),
    [
        ("openai:gpt-4o", "http://127.0.0.1:11434/v1"),
        ("openai:qwen2.5", "http://localhost:8080"),
        ("qwen2.5:1.5b", "http://[::1]:1234/v1"),
        ("ollama:llama3:8b", ""),
    ],
)
def test_a_server_on_this_computer_costs_nothing(model, url):
    assert cost(model, TOKENS, url) == 0.0


def test_the_address_of_another_server_does_not_matter_to_a_provider_with_its_own():
    own = cost("anthropic:claude-3-5-haiku-latest", TOKENS, "")
    assert own
    assert cost("anthropic:claude-3-5-haiku-latest", TOKENS, "http://127.0.0.1:1/v1") == own


@pytest.mark.parametrize(
    ("model", "url"),
    [
        ("openai:gpt-nobody-knows", ""),
        ("somebody:gpt-4o", ""),
        ("openai:gpt-4o", "https://models.example.org/v1"),
        ("", ""),
        (":", "not an address"),
    ],
)
def test_an_unknown_price_is_not_guessed(model, url):
    assert cost(model, TOKENS, url) is None
