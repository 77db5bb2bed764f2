"""The drafts of the development briefs are kept, so that a change of wording shows in review."""

from pathlib import Path

import pytest

from coach.writing.builtin import BuiltInWriter
from tests.golden import BRIEFS, GOLDEN, text_of

PATHS = sorted(BRIEFS.glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_draft_reads_as_it_did(path: Path, writer: BuiltInWriter) -> None:
    kept = (GOLDEN / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert text_of(path, writer) == kept


def test_there_are_at_least_twenty_four_briefs() -> None:
    assert len(PATHS) >= 24
