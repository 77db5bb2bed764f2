"""Tokens are counted without a network, and an estimate is told as one."""

import os
import subprocess
import sys

import pytest

from coach.domain.results import Sent
from coach.llm import tokens
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", 0),
        ("tiktoken is great!", 6),
        ("antidisestablishmentarianism", 6),
        ("お誕生日おめでとう", 9),
    ],
)
def test_the_count_is_what_openai_tells_for_its_table(text, taken):
    assert tokens.count(text, "openai:gpt-4") == taken


def test_what_looks_like_a_control_token_is_counted_as_text():
    assert tokens.count("<|endoftext|>", "openai:gpt-4") > 1


def test_broken_characters_and_endless_words_are_counted():
    assert tokens.count("half a pair \ud800", "m") > 3
    assert tokens.count("a" * 250_000, "m") == pytest.approx(250_000 / 8, rel=0.01)


@pytest.mark.parametrize(
    "model", ["openai:gpt-4", "gpt-3.5-turbo", "openai:ft:gpt-4:org", "gpt-4-0613"]
)
def test_the_count_is_exact_for_models_of_the_table_at_hand(model):
    assert tokens.is_exact(model)


@pytest.mark.parametrize(
    "model",
    ["openai:gpt-5-mini", "gpt-4o", "anthropic:claude-x", "openai:llama3:8b", "", ":", "built-in"],
)
def test_for_all_others_it_is_told_to_be_an_estimate(model):
    assert not tokens.is_exact(model)
    assert tokens.count("Could we talk for 20 minutes?", model) == 8


def test_messages_take_their_texts_and_what_frames_them():
    sent = [Sent(role="system", text="Be brief."), Sent(role="user", text="Hello there")]
    texts = sum(tokens.count(one.text, "gpt-4") for one in sent)
    assert tokens.count_messages(sent, "gpt-4") == texts + 2 + 2 * 3 + 3
    assert tokens.count_messages([], "gpt-4") == 3


def test_without_its_table_the_count_is_a_high_estimate_and_told_as_one(tmp_path):
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("")
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from coach.llm.tokens import count, is_exact\n"
            "print(count('Could we talk for 20 minutes?', 'gpt-4'), is_exact('gpt-4'))",
        ],
        env={**os.environ, "TIKTOKEN_CACHE_DIR": str(not_a_folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["10", "False"]
