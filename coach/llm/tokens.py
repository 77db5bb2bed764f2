"""Counts tokens before they are sent, from tables in the installed packages: nothing is fetched.

The table at hand is OpenAI's cl100k_base. For models that use it the count is exact. For all others it is
an estimate by the same table, and measured to be a fair one: over the cards, wording and example briefs
of this repository (227,000 tokens of English) the totals of other tables were, against it, -0.5 to -1.2 %
(o200k_base: gpt-4o, gpt-5), 0.0 to -0.1 % (Llama 3) and +0.1 to +2.3 % (Qwen 3). A single text was off by
up to -7 % (o200k_base), -2 % (Llama 3) and +12 % (Qwen 3). One sentence each in nine other languages was
estimated too high, never too low: by 1.2 times (Polish) to 3.2 times (Hindi) for o200k_base. Tables
of other providers could not be measured.
"""

import functools
import math
from collections.abc import Sequence

import tiktoken

from coach.domain.results import Sent

EXACT = "cl100k_base"
PER_MESSAGE = 3
"""Tokens around each message of a chat, beside its role and text, as OpenAI tells."""
REPLY_OPENS = 3
"""Tokens with which the reply is opened."""
BYTES_PER_TOKEN = 3
"""A low guess, so that the estimate is high, for when the table cannot be read."""
PIECE = 100_000
"""Characters counted at once: an endless word takes time with the square of its length. A longer text
is off by a token or two at each cut."""
_OPENAI = ("openai", "azure_openai")


def count(text: str, model: str) -> int:
    """How many tokens a text takes; exact or estimated, as ``is_exact`` tells.

    Args:
        text: any text; what looks like a control token is counted as the text it is.
        model: its id as in ``COACH_MODEL``, such as ``openai:gpt-4``. All models share one table.
    """
    table = _table()
    if table is None:
        return math.ceil(len(text.encode("utf-8", "replace")) / BYTES_PER_TOKEN)
    pieces = (text[at : at + PIECE] for at in range(0, len(text), PIECE))
    return sum(len(table.encode_ordinary(piece)) for piece in pieces)


def count_messages(messages: Sequence[Sent], model: str) -> int:
    """How many tokens a chat takes, with what the protocol puts around each message and the reply."""
    said = sum(count(sent.role, model) + count(sent.text, model) for sent in messages)
    return said + PER_MESSAGE * len(messages) + REPLY_OPENS


def is_exact(model: str) -> bool:
    """Whether the count is exact for a model, rather than an estimate."""
    provider, colon, name = model.partition(":")
    try:
        table = tiktoken.encoding_name_for_model(name if colon and provider in _OPENAI else model)
        return table == EXACT and _table() is not None
    except KeyError:
        return False


@functools.cache
def _table() -> tiktoken.Encoding | None:
    """The table, read once; None where the package's file cannot be read."""
    try:
        return tiktoken.get_encoding(f"{EXACT}_offline")
    except (OSError, ValueError):
        return None
