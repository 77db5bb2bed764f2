"""What the README shows is what happens: its commands are run in a clean copy of the repository."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"```console\n(.*?)```", re.S)
COMMAND = re.compile(r"^\$ (.+)$", re.M)


def steps(readme: str) -> Iterator[tuple[str, str]]:
    """Every command shown, with the output shown under it."""
    for block in BLOCK.findall(readme):
        commands = list(COMMAND.finditer(block))
        for found, following in zip(commands, [*commands[1:], None], strict=True):
            end = following.start() if following else len(block)
            yield found.group(1), block[found.end() : end].strip("\n")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy of the tracked files, with the environment of this checkout."""
    target = tmp_path_factory.mktemp("clone") / "mentorship-coach"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    (target / ".venv").symlink_to(ROOT / ".venv")
    return target


def environment(copy: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(copy),
        "COACH_HOME": str(copy / "home"),
        "COLUMNS": "100",
    }


def test_every_command_prints_what_the_readme_shows(copy: Path) -> None:
    shown = list(steps((copy / "README.md").read_text(encoding="utf-8")))
    assert len(shown) >= 3
    for command, expected in shown:
        done = subprocess.run(
            command, shell=True, cwd=copy, env=environment(copy), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip("\n") == expected, command


@pytest.mark.enable_socket
def test_make_run_opens_the_app(copy: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (ROOT / ".venv" / ".ready").touch()  # so that make has nothing to set up
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=copy,
        env=environment(copy),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert answers(f"http://127.0.0.1:{port}/_stcore/health", process)
    finally:
        os.killpg(process.pid, 15)
        process.wait(20)


def answers(url: str, process: "subprocess.Popen[bytes]") -> bool:
    """Whether the address answers "ok" before the process ends or a minute has passed."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=1) as reply:
                return bool(reply.read() == b"ok")
        except OSError:
            time.sleep(0.2)
    return False
