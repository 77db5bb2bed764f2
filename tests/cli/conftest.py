"""What the command tests share: a runner with a data folder of its own, and a brief."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli.main import main
from tests.conftest import PRIYA

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for the whole run, so that the index is built once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def coach(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, given: str | None = None, env: dict[str, str] | None = None) -> Result:
        environment = {"COACH_HOME": str(home), "COACH_MODEL": "", **(env or {})}
        return CliRunner().invoke(main, list(arguments), input=given, env=environment)

    return run


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.yaml"
    path.write_text(json.dumps(PRIYA), encoding="utf-8")
    return str(path)
