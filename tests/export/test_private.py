"""What is private stays out of every file, and so does what the checks say."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from coach.domain.brief import AgendaBrief, AnyBrief
from coach.domain.results import AgendaDraft, AnyDraft
from coach.export.eml import to_eml
from coach.export.ics import to_ics
from coach.export.letter import as_letter, to_mailto
from coach.export.markdown import to_markdown
from coach.export.meeting_time import meeting_time
from coach.export.text import to_text
from coach.export.word import to_docx
from coach.export.written_time import read_time
from coach.writing.builtin import BuiltInWriter

Make = Callable[..., AnyBrief]
SECRET = "Quetzalcoatl"
NOTES = [f"my manager {SECRET} does not know", f"I was fired from {SECRET} Ltd."]


def everything(draft: AnyDraft, brief: AnyBrief) -> str:
    """All that any file of this draft holds, decoded."""
    letter = as_letter(draft)
    with zipfile.ZipFile(io.BytesIO(to_docx(draft))) as parts:
        word = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    held = [
        to_text(draft),
        to_markdown(draft),
        to_eml(draft).decode(),
        letter.subject,
        letter.body,
        word,
    ]
    held.append(unquote(to_mailto(draft).url))
    if isinstance(draft, AgendaDraft) and isinstance(brief, AgendaBrief):
        now = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
        when = meeting_time(
            read_time(brief.meeting.date, now.date()), draft.minutes, "Europe/London"
        )
        held.append(to_ics(draft, when, brief.meeting, brief.recipient.name, now).decode())
    return "\n".join(held).replace("=\r\n", "").replace("\r\n ", "")


@pytest.mark.parametrize("kind", ["outreach", "agenda", "reflection"])
@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_private_notes_are_in_no_file(
    priya: Make, writer: BuiltInWriter, kind: str, style: str
) -> None:
    more: dict[str, Any] = {"private_notes": NOTES, "kind": kind, "style": style}
    if kind != "outreach":
        more["meeting"] = {"date": "2026-12-03 16:00", "minutes": 45, "number": 2}
    brief = priya(**more)
    held = everything(getattr(writer, kind)(brief), brief)
    assert SECRET not in held
    assert "Ruiz" in held  # so that it was indeed read


def test_findings_and_guidance_are_in_no_file(priya: Make, writer: BuiltInWriter) -> None:
    brief = priya()
    draft = writer.outreach(brief)
    marked = draft.model_copy(update={"questions": (f"What does {SECRET} want?",), "care": SECRET})
    assert SECRET not in everything(marked, brief)
