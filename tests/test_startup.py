"""What must not be loaded before it is needed, so that everything starts quickly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.domain.vocabulary import Kind
from coach.use_cases.examples import example
from tests.conftest import ROOT

LANGUAGE_MODELS = ["coach.llm.client", "langchain", "langchain_core", "langchain_openai", "openai"]
"""Libraries that talk to language models; importing them takes seconds."""
DRAFT = """
from coach.cli import main
try:
    main(["draft", {brief!r}, "--format", "json", "--out", {out!r}])
except SystemExit as end:
    assert not end.code, end.code
"""


def loaded_by(statement: str, home: Path | None = None) -> set[str]:
    """The modules in memory after a statement, in a fresh interpreter with the built-in writer."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    unset = {"COACH_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if name not in unset},
            **({"COACH_HOME": str(home)} if home else {}),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "heavy", ["chromadb", "onnxruntime", "streamlit", "tokenizers", *LANGUAGE_MODELS]
)
def test_wiring_does_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.wiring")


@pytest.mark.parametrize("heavy", ["pydantic", "chromadb", "numpy", *LANGUAGE_MODELS])
def test_the_command_group_does_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.cli")


@pytest.mark.parametrize("heavy", ["chromadb", "onnxruntime", *LANGUAGE_MODELS])
def test_the_pages_do_not_load(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.ui.reach_out, coach.ui.guidance")


@pytest.mark.parametrize("heavy", ["chromadb", "onnxruntime", "tokenizers", *LANGUAGE_MODELS])
def test_a_rehearsal_does_not_load_before_its_first_turn(heavy: str) -> None:
    assert heavy not in loaded_by("import coach.rehearsal.session, coach.use_cases.rehearse")


@pytest.fixture(scope="module")
def drafting(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules in memory after a whole draft whose index was there already."""
    folder = tmp_path_factory.mktemp("drafting")
    brief, out = folder / "brief.yaml", folder / "draft.json"
    brief.write_text(example(Kind.OUTREACH), encoding="utf-8")
    statement = DRAFT.format(brief=str(brief), out=str(out))
    loaded_by(statement, folder)  # makes the index
    out.unlink()
    loaded = loaded_by(statement, folder)
    assert out.exists()
    return loaded


@pytest.mark.slow
@pytest.mark.parametrize("heavy", ["chromadb", "streamlit", *LANGUAGE_MODELS])
def test_a_draft_by_the_built_in_writer_does_not_load(drafting: set[str], heavy: str) -> None:
    assert "onnxruntime" in drafting
    assert heavy not in drafting


@pytest.mark.parametrize("heavy", ["langchain", "langchain_core", "openai", "coach.llm.client"])
def test_who_writes_is_told_without_loading_a_language_model(heavy: str) -> None:
    assert heavy not in loaded_by(
        "import coach.ui.look, coach.ui.model, coach.ui.work, coach.ui.improve_result"
    )
