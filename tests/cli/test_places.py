"""Where a result may go, and in which format: what cannot be meant is refused, with the fix."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from coach.cli.formats import check_format, check_place
from coach.errors import InputError
from coach.use_cases.read_brief import brief_from_mapping
from tests.conftest import ROOT


def asked(**more: Any) -> Any:
    return brief_from_mapping({"kind": "outreach", "recipient": "Ana Lee", "topic": "rota", **more})


@pytest.mark.parametrize(
    ("more", "refused", "choice"),
    [
        ({}, "ics", "text, json, md, eml or docx"),
        ({"kind": "reflection"}, "ics", "text, json, md, eml or docx"),
        ({"channel": "chat"}, "eml", "text, json, md or docx"),
        ({"channel": "linkedin-note"}, "eml", "text, json, md or docx"),
        ({"channel": "linkedin-message"}, "ics", "text, json, md or docx"),
    ],
)
def test_a_format_that_makes_no_sense_is_refused_with_those_that_do(
    more: dict[str, Any], refused: str, choice: str
) -> None:
    with pytest.raises(InputError) as caught:
        check_format(refused, asked(**more), 1, None, None)
    assert f"--format {choice}" in caught.value.fix


@pytest.mark.parametrize(
    ("out", "form", "says", "fix"),
    [
        ("a.docx", "text", "ends in .docx", "--out a.txt, or --format docx"),
        ("a.md", "docx", "ends in .md", "--out a.docx, or --format md"),
        ("a.MD", "eml", "ends in .md", "--out a.eml, or --format md"),
        ("a.ics", "text", "ends in .ics", "Use --out a.txt."),
        ("a.txt", "docx", "ends in .txt", "--out a.docx"),
        ("a.pdf", "docx", "ends in .pdf", "--out a.docx"),
        ("", "docx", "--out is empty", "outreach.docx"),
        (".", "md", "this is a folder", "outreach.md"),
        ("no/such/a.md", "md", "there is no folder", "Make the folder"),
    ],
)
def test_a_place_that_cannot_be_meant_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, form: str, says: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        check_place(out, form, asked())
    assert says in caught.value.message
    assert fix in caught.value.fix
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("out", "form"),
    [("a.txt", "md"), ("a.markdown", "md"), ("a.txt", "json"), ("a", "docx"), ("v1.2", "text"),
     ("a.DOCX", "docx"), ("/dev/null", "docx")],
)  # fmt: skip
def test_a_name_that_fits_or_promises_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    check_place(out, form, asked())


AS_SOMEBODY_ELSE = """
import os, sys
from coach.cli.formats import check_place
from coach.errors import InputError
from coach.use_cases.read_brief import brief_from_mapping
brief = brief_from_mapping({"kind": "outreach", "recipient": "Ana Lee", "topic": "rota"})
if os.getuid() == 0:
    os.setuid(65534)
try:
    check_place(sys.argv[1], "md", brief)
except InputError as error:
    print(error.message)
"""


def test_a_file_that_is_locked_is_not_replaced() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        target = Path(folder, "mine.md")
        target.write_text("mine")
        target.chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY_ELSE, str(target)],
            capture_output=True,
            cwd=ROOT,
            text=True,
        )
    assert "the file is there and may not be written" in done.stdout, done.stderr
