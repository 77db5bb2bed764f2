"""The first words of a reply through our transport, against the bare client on the same server."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import openai

from coach.domain.results import Sent
from coach.llm.fault_words import load_fault_words
from coach.llm.providers import open_chat
from coach.llm.transport import Transport
from coach.settings import ModelAccess, read_settings
from evals.scripted_server import Reply, Scripted

ROUNDS = 60
LIMIT_MS = 60.0
PROMPT = "Write a first message to Dr. Elena Ruiz, as JSON. " * 60
SCHEMA: dict[str, object] = {
    "title": "Letter",
    "type": "object",
    "properties": {"subject": {"type": "string"}, "body": {"type": "string"}},
}
WORDS = ("Dear", " Dr.", " Ruiz", ", I", " heard", " your", " talk")


def first_token_line() -> str:
    """One line: the median of what is added, pair by pair, with its spread (milliseconds)."""
    with Scripted() as server:
        server.obey(lambda request: Reply(WORDS))
        ours, theirs = _ours(server.url), _theirs(server.url)
        for warm in (ours, theirs):
            warm()
        pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    added = sorted((mine - other) * 1000 for mine, other in pairs)
    middle = median(added)
    verdict = "within" if middle <= LIMIT_MS else "ABOVE"
    mine, other = (median(side) * 1000 for side in zip(*pairs, strict=True))
    return (
        f"{'first words: added to the bare openai client':<58} {middle:5.1f} ms "
        f"({added[ROUNDS // 10]:.1f}–{added[-ROUNDS // 10]:.1f})  limit {LIMIT_MS:.0f} ms: "
        f"{verdict}   [{mine:.1f} ms / {other:.1f} ms]"
    )


def _ours(url: str) -> Callable[[], float]:
    words = load_fault_words(read_settings().knowledge)
    transport = Transport(open_chat("openai:scripted", ModelAccess(url=url), words), words)

    def run() -> float:
        start = perf_counter()
        reply = transport.stream([Sent(role="user", text=PROMPT)], schema=SCHEMA, longest=600)
        next(reply)
        took = perf_counter() - start
        for _ in reply:
            pass
        return took

    return run


def _theirs(url: str) -> Callable[[], float]:
    client = openai.OpenAI(base_url=url, api_key="none", max_retries=0)

    def run() -> float:
        start = perf_counter()
        reply = client.chat.completions.create(
            model="scripted", messages=[{"role": "user", "content": PROMPT}], stream=True
        )
        took = 0.0
        for event in reply:
            if not took and event.choices and event.choices[0].delta.content:
                took = perf_counter() - start
        return took

    return run
