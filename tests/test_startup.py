"""What must not be loaded before it is needed, so that everything starts quickly."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def loaded_by(statement: str) -> set[str]:
    """The modules in memory after a statement, in a fresh interpreter."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("heavy", ["chromadb", "onnxruntime", "streamlit", "tokenizers"])
def test_wiring_does_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.wiring")


@pytest.mark.parametrize("heavy", ["pydantic", "chromadb", "numpy"])
def test_the_command_group_does_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.cli")


@pytest.mark.parametrize("heavy", ["chromadb", "onnxruntime"])
def test_the_pages_do_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.ui.reach_out, coach.ui.guidance")
