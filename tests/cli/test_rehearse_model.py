"""``coach rehearse --model``: a model plays the other one, and the JSON is what it was."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from pytest_socket import socket_allow_hosts

from evals.scripted_server import Scripted

pytestmark = pytest.mark.enable_socket
Run = Callable[..., Result]

SCENE = "first-informational-talk"
TURNS = (
    "I teach maths, and I wrote because of your stairs.\n\nWhat did the first two years cost you?\n"
)
FIRST = "Stairs. Which of them did you walk on?"
SECOND = "More than I had. Could you live on less?"
BAD = "As an AI, I have no money."


@pytest.fixture
def server() -> Iterator[Scripted]:
    socket_allow_hosts(["127.0.0.1"])
    with Scripted() as made:
        yield made


@pytest.fixture
def turns(tmp_path: Path) -> str:
    path = tmp_path / "turns.txt"
    path.write_text(TURNS, encoding="utf-8")
    return str(path)


def line(text: str) -> str:
    return json.dumps({"line": text})


def played(coach: Run, server: Scripted, *arguments: str, given: str | None = None) -> Result:
    env = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": ""}
    return coach("rehearse", *arguments, "--model", "openai:scripted", given=given, env=env)


def test_a_file_of_turns_is_answered_by_the_model(coach: Run, server: Scripted, turns: str) -> None:
    server.reply(line(FIRST))
    server.reply(line(BAD), times=2)
    result = played(coach, server, "--scenario", SCENE, "--turns", turns, "--format", "json")
    assert result.exit_code == 0, result.stderr
    made = json.loads(result.stdout)
    plain = json.loads(
        coach("rehearse", "--scenario", SCENE, "--turns", turns, "--format", "json").stdout
    )
    assert made["turns"][0]["counterpart"] == FIRST
    assert BAD not in result.stdout
    assert made.keys() == plain.keys()
    assert [turn.keys() for turn in made["turns"]] == [turn.keys() for turn in plain["turns"]]
    assert made["writer"]["name"] == "openai:scripted"
    assert "1 of the 2 answers" in made["writer"]["trouble"]
    assert "Played by openai:scripted" in result.stderr


def test_what_was_sent_can_be_seen(coach: Run, server: Scripted, turns: str) -> None:
    server.reply(line(FIRST))
    server.reply(line(SECOND))
    result = played(coach, server, "--scenario", SCENE, "--turns", turns, "--show-sent")
    assert result.exit_code == 0
    assert "You play one person" in result.stderr


def test_a_talk_in_the_terminal_is_answered_by_the_model(coach: Run, server: Scripted) -> None:
    server.reply(line(FIRST))
    said = "I teach maths, and I wrote because of your stairs.\n/end\n"
    result = played(coach, server, "--scenario", SCENE, given=said)
    assert result.exit_code == 0, result.stderr
    assert FIRST in result.output


def test_a_batch_is_played_by_the_model(coach: Run, server: Scripted, tmp_path: Path) -> None:
    server.reply(line(FIRST))
    path = tmp_path / "batch.jsonl"
    path.write_text(
        json.dumps({"id": "a", "scenario": SCENE, "turns": [TURNS.split("\n")[0]]}),
        encoding="utf-8",
    )
    result = played(coach, server, "--batch", str(path))
    assert json.loads(result.stdout)["turns"][0]["counterpart"] == FIRST


def test_without_a_server_the_talk_is_played_and_says_why(coach: Run, turns: str) -> None:
    socket_allow_hosts(["127.0.0.1"])
    env = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_API_KEY": ""}
    result = coach(
        *("rehearse", "--scenario", SCENE, "--turns", turns, "--format", "json"),
        *("--model", "openai:scripted"),
        env=env,
    )
    assert result.exit_code == 0
    made = json.loads(result.stdout)
    assert made["writer"]["floor"] and all(turn["counterpart"] for turn in made["turns"])
    assert "127.0.0.1:9" in made["writer"]["trouble"]


def test_a_model_that_cannot_be_right_is_told_at_once(coach: Run) -> None:
    result = coach("rehearse", "--scenario", SCENE, "--model", "gpt-5")
    assert result.exit_code == 2
    assert "openai:gpt-5" in result.stderr
