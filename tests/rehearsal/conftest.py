"""A knowledge folder with two scenarios and all personas, for tests to spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
TALK = "monthly-actions-not-done"
VETERAN = "warm-veteran"

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the folder with the real cards, personas and two scenarios."""
    shutil.copytree(KNOWLEDGE / "personas", tmp_path / "personas")
    shutil.copytree(KNOWLEDGE / "cards", tmp_path / "cards")
    shutil.copy(KNOWLEDGE / "keep-out.yaml", tmp_path)
    (tmp_path / "wording").mkdir()
    shutil.copy(KNOWLEDGE / "wording" / "own_person.yaml", tmp_path / "wording")
    (tmp_path / "talks").mkdir()
    shutil.copy(KNOWLEDGE / "talks" / f"{TALK}.yaml", tmp_path / "talks")
    (tmp_path / "scenarios").mkdir()
    for name in (TALK, "first-informational-talk"):
        shutil.copy(KNOWLEDGE / "scenarios" / f"{name}.yaml", tmp_path / "scenarios")
    return tmp_path


@pytest.fixture
def spoil(knowledge: Path) -> Spoil:
    """Replaces one piece of a file's text and returns the file."""

    def change(file: str, before: str, after: str) -> Path:
        path = knowledge / file
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{before!r} stands there {text.count(before)} times"
        path.write_text(text.replace(before, after), encoding="utf-8")
        return path

    return change
