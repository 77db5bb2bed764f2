"""What a call costs, from the table of prices in the installed package: nothing is fetched."""

from genai_prices import Usage, calc_price

from coach.domain.results import Tokens
from coach.llm.loopback import is_local

_PROVIDERS = {
    "openai": "openai",
    "azure_openai": "azure",
    "azure_ai": "azure",
    "anthropic": "anthropic",
    "bedrock": "aws",
    "bedrock_converse": "aws",
    "cohere": "cohere",
    "deepseek": "deepseek",
    "fireworks": "fireworks",
    "google_genai": "google",
    "google_vertexai": "google",
    "google_anthropic_vertex": "google",
    "groq": "groq",
    "huggingface": "huggingface_hub",
    "mistralai": "mistral",
    "openrouter": "openrouter",
    "perplexity": "perplexity",
    "together": "together",
    "xai": "x-ai",
}
"""The table's name for each provider that LangChain knows."""
_AT_HOME = frozenset({"ollama"})
"""Providers that bill nobody: the computer they run on is one's own."""
_AT_ADDRESS = frozenset({"", "openai"})
"""Whose server the address names; the others have their own."""


def cost(model: str, tokens: Tokens, url: str) -> float | None:
    """What a call cost in US dollars, by list price.

    Args:
        model: its id as in ``COACH_MODEL``, such as ``openai:gpt-5-mini``, or without the provider.
        tokens: what went in and came out.
        url: the address of a server that speaks OpenAI's protocol; empty for the provider's own.

    Returns:
        0.0 for a server on this computer; None where the price is not known.
    """
    provider, colon, name = model.partition(":")
    if not colon or provider not in _PROVIDERS.keys() | _AT_HOME:
        provider, name = "", model
    if provider in _AT_HOME or (provider in _AT_ADDRESS and is_local(url)):
        return 0.0
    usage = Usage(input_tokens=tokens.taken, output_tokens=tokens.given)
    try:
        if url and provider in _AT_ADDRESS:
            price = calc_price(usage, name, provider_api_url=url)
        else:
            price = calc_price(usage, name, provider_id=_PROVIDERS.get(provider))
    except (LookupError, ValueError):
        return None
    return float(price.total_price)
