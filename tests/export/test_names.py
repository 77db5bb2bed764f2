"""A file is called after what it is, whom it is about and when; never after a path."""

import datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.vocabulary import Kind
from coach.export.names import file_name

DAY = datetime.date(2026, 12, 3)


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Dr. Elena Ruiz", "agenda-dr-elena-ruiz-2026-12-03.ics"),
        ("Zoë Ångström", "agenda-zoë-ångström-2026-12-03.ics"),
        ("../../etc/passwd", "agenda-etc-passwd-2026-12-03.ics"),
        ("C:\\Windows\\x", "agenda-c-windows-x-2026-12-03.ics"),
        ("שרה כהן", "agenda-שרה-כהן-2026-12-03.ics"),
        ("...", "agenda-2026-12-03.ics"),
        ("", "agenda-2026-12-03.ics"),
        ("\ud83d", "agenda-2026-12-03.ics"),
    ],
)
def test_a_name_tells_what_is_inside(person: str, name: str) -> None:
    assert file_name(Kind.AGENDA, person, DAY, "ics") == name


def test_without_a_day_there_is_none_in_the_name() -> None:
    assert file_name(Kind.OUTREACH, "Ana Silva", None, "eml") == "message-ana-silva.eml"


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_no_person_is_called_like_a_path(person: str) -> None:
    name = file_name(Kind.REFLECTION, person, DAY, "docx")
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.startswith("reflection-")
    assert len(name.encode()) < 200
    assert not set(name) & set('<>:"/\\|?*\r\n\t\x00')
