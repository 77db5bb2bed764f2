"""The drafts of the development briefs are kept, so that a change of wording shows in review."""

from pathlib import Path

import pytest

from coach.writing.builtin import BuiltInWriter
from tests.golden import BRIEFS, GOLDEN, text_of
from tests.golden_prompts import GOLDEN as PROMPTS
from tests.golden_prompts import rendered

PATHS = sorted(BRIEFS.glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_draft_reads_as_it_did(path: Path, writer: BuiltInWriter) -> None:
    kept = (GOLDEN / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert text_of(path, writer) == kept


def test_there_are_at_least_twenty_four_briefs() -> None:
    assert len(PATHS) >= 24


RENDERED = dict(rendered())


@pytest.mark.parametrize("name", RENDERED)
def test_a_prompt_is_sent_as_it_was(name: str) -> None:
    assert RENDERED[name] == (PROMPTS / f"{name}.txt").read_text(encoding="utf-8")
