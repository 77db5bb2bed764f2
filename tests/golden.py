"""Writes the drafts of the development briefs into tests/golden: ``python -m tests.golden [PATTERN …]``.

A pattern names some of the briefs only, as ``agenda-*``.

The texts are kept so that a change of wording shows in review; read them aloud before taking
them over.
"""

import datetime
import sys
from pathlib import Path

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief
from coach.domain.results import AnyDraft
from coach.export.text import to_text
from coach.use_cases.read_brief import read_brief
from coach.writing.builtin import BuiltInWriter

ROOT = Path(__file__).resolve().parents[1]
BRIEFS = ROOT / "evals" / "datasets" / "briefs-dev"
GOLDEN = Path(__file__).parent / "golden" / "drafts"
TODAY = datetime.date(2026, 11, 24)
"""The day on which the briefs with a history are written."""


def text_of(path: Path, writer: BuiltInWriter) -> str:
    """The draft of one brief as it is kept: the text, then what the coach would ask."""
    draft = _draft(read_brief(path), writer)
    questions = "".join(f"? {question}\n" for question in draft.questions)
    return to_text(draft) + "\n" + (f"\n{questions}" if questions else "")


def _draft(brief: AnyBrief, writer: BuiltInWriter) -> AnyDraft:
    if isinstance(brief, OutreachBrief):
        return writer.outreach(brief, today=TODAY)
    return writer.agenda(brief) if isinstance(brief, AgendaBrief) else writer.reflection(brief)


def main(patterns: list[str]) -> None:
    """Write the texts anew, all or those of the briefs named."""
    writer = BuiltInWriter(ROOT / "knowledge")
    GOLDEN.mkdir(parents=True, exist_ok=True)
    found = {path for pattern in patterns or ["*"] for path in BRIEFS.glob(f"{pattern}.yaml")}
    for path in sorted(found):
        (GOLDEN / f"{path.stem}.txt").write_text(text_of(path, writer), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
