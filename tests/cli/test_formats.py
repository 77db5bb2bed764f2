"""``coach draft`` in every format: files their readers open, and calm words where one cannot be."""

import email
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from email.policy import default
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import Result
from icalendar import Calendar

from coach.use_cases.read_brief import brief_from_mapping
from tests.conftest import PRIYA, ROOT

Run = Callable[..., Result]


@pytest.fixture
def meeting(tmp_path: Path) -> Callable[..., str]:
    """A file with the brief of a meeting at that time."""

    def make(date: str | None = "2026-12-03 16:00", **more: Any) -> str:
        brief = {key: value for key, value in PRIYA.items() if key != "ask"}
        when = {"minutes": 45, **({} if date is None else {"date": date}), **more}
        path = tmp_path / "meeting.yaml"
        path.write_text(json.dumps({**brief, "kind": "agenda", "meeting": when}), encoding="utf-8")
        return str(path)

    return make


def starts(done: Result) -> Any:
    assert done.exit_code == 0, done.stderr
    (event,) = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
    return event["DTSTART"].dt


def test_a_word_file_goes_into_a_pipe(coach: Run, brief: str) -> None:
    done = coach("draft", brief, "--format", "docx")
    assert done.exit_code == 0
    said = [one.text for one in docx.Document(io.BytesIO(done.stdout_bytes)).paragraphs]
    assert any("Ruiz" in one for one in said)


def test_a_word_file_is_not_thrown_at_a_terminal(home: Path, brief: str) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "coach", "draft", brief, "--format", "docx"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "COACH_HOME": str(home)},
        text=True,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert "--out outreach.docx" in done.stderr


@pytest.mark.parametrize("form", ["docx", "ics", "eml", "md", "json", "text"])
def test_an_agenda_is_written_to_a_file_in_every_format(
    coach: Run, meeting: Callable[..., str], tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"agenda.{form}".replace(".text", ".txt")
    done = coach("draft", meeting(), "--format", form, "--out", str(target))
    assert done.exit_code == 0
    assert target.stat().st_size > 200
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_an_agenda_can_be_sent(coach: Run, meeting: Callable[..., str]) -> None:
    done = coach("draft", meeting(), "--format", "eml")
    found = email.message_from_bytes(done.stdout_bytes, policy=default)
    assert "Ruiz" in found["Subject"]
    assert found["To"] is None


def test_the_zone_is_the_dates_own_then_the_option_then_the_setting(
    coach: Run, meeting: Callable[..., str]
) -> None:
    env = {"COACH_TIMEZONE": "America/New_York"}
    for date, options, zone in (
        ("2026-12-03 16:00 Asia/Kolkata", ("--zone", "Europe/London"), "Asia/Kolkata"),
        ("2026-12-03 16:00", ("--zone", "europe/london"), "Europe/London"),
        ("2026-12-03 16:00", (), "America/New_York"),
    ):
        done = coach("draft", meeting(date), "--format", "ics", *options, env=env)
        assert str(starts(done).tzinfo) == zone
        assert f"16:00–16:45 ({zone.replace('_', ' ')})" in done.stderr


def test_the_computers_own_zone_is_named_when_nothing_else_is(
    coach: Run, meeting: Callable[..., str]
) -> None:
    done = coach("draft", meeting(), "--format", "ics", env={"COACH_TIMEZONE": ""})
    assert starts(done).replace(tzinfo=None).isoformat() == "2026-12-03T16:00:00"
    assert "--zone" in done.stderr


@pytest.mark.parametrize(
    ("date", "options", "says", "fix"),
    [
        (None, (), "does not say", "meeting.date: 20"),
        ("2026-12-03 4-5 pm", (), "two times", "meeting.minutes"),
        ("2026-12-03", (), "no time", "meeting.date: 2026-12-03 16:00"),
        ("03/04/2026 16:00", (), "two different days", "2026-04-03 16:00"),
        ("2026-12-03 16:00 CET", (), "several meanings", "Europe/Paris"),
        ("2026-12-03 16:00", ("--zone", "EST"), "--zone", "America/New_York"),
        ("2026-10-25 01:30", ("--zone", "Europe/London"), "comes twice", "UTC+01:00"),
        ("2026-12-03 16:00", ("--variants", "2"), "holds one draft", "--variants"),
    ],
)
def test_a_calendar_entry_that_cannot_be_made_says_what_to_write(
    coach: Run, meeting: Callable[..., str], tmp_path: Path,
    date: str | None, options: tuple[str, ...], says: str, fix: str,
) -> None:  # fmt: skip
    target = tmp_path / "x.ics"
    done = coach("draft", meeting(date), "--format", "ics", "--out", str(target), *options)
    assert done.exit_code == 2
    assert says in done.stderr
    assert fix in done.stderr
    assert not target.exists()


def test_a_zone_that_does_not_exist_names_the_setting(
    coach: Run, meeting: Callable[..., str]
) -> None:
    done = coach("draft", meeting(), "--format", "ics", env={"COACH_TIMEZONE": "Mars/Base"})
    assert done.exit_code == 2
    assert "COACH_TIMEZONE" in done.stderr


def test_a_message_is_no_calendar_entry(coach: Run, brief: str) -> None:
    done = coach("draft", brief, "--format", "ics")
    assert done.exit_code == 2
    assert "kind: agenda" in done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [(("--format", "docx"), "--format docx"), (("--out", "all.jsonl"), "> all.jsonl")],
)
def test_a_batch_says_what_it_cannot_do(coach: Run, options: tuple[str, ...], says: str) -> None:
    done = coach("draft", "--batch", "-", *options, given="")
    assert done.exit_code == 2
    assert says in done.stderr


@pytest.mark.parametrize("form", ["text", "md", "eml", "docx", "ics"])
def test_what_is_withheld_goes_into_no_file(coach: Run, tmp_path: Path, form: str) -> None:
    told = {
        "kind": "agenda",
        "recipient": "Ana Lee",
        "topic": "My boss touched me and said he would fire me if I told anyone.",
        "meeting": {"date": "2099-12-03 16:00 Europe/London"},
    }
    (tmp_path / "told.yaml").write_text(json.dumps(told))
    done = coach(
        "draft", "told.yaml", "--format", form, "--out", f"x.{form}".replace("text", "txt")
    )
    assert done.exit_code == 2
    assert "nothing was written" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["told.yaml"]


def test_half_a_letter_in_a_brief_is_seen_to_be_missing(coach: Run, tmp_path: Path) -> None:
    told = {"kind": "agenda", "recipient": "Ana \ud83d Lee", "topic": "a \ud83d b"}
    (tmp_path / "half.json").write_text(json.dumps(told))
    done = coach("draft", "half.json", "--format", "md")
    assert done.exit_code == 0
    assert brief_from_mapping(told).topic == "a \ufffd b"


def test_a_meeting_that_is_over_is_pointed_out(coach: Run, meeting: Callable[..., str]) -> None:
    done = coach("draft", meeting("2020-12-03, all day"), "--format", "ics")
    assert starts(done).isoformat() == "2020-12-03"
    assert "over already" in done.stderr


LOADED = """
import sys
import coach.cli.main, coach.cli.draft
import coach.ui.reach_out, coach.ui.prepare, coach.ui.reflect
import coach.ui.agenda, coach.ui.message, coach.ui.reflection
print(sorted({"docx", "icalendar", "tzlocal", "rapidfuzz", "lxml"} & set(sys.modules)))
"""


def test_readers_and_writers_of_files_are_loaded_when_a_file_is_wanted() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, cwd=ROOT, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_zone_without_a_calendar_is_pointed_out(coach: Run, brief: str) -> None:
    done = coach("draft", brief, "--zone", "Europe/London")
    assert done.exit_code == 2
    assert "--format ics" in done.stderr


def test_what_was_in_the_file_before_is_kept_beside_it(
    coach: Run, brief: str, tmp_path: Path
) -> None:
    target = tmp_path / "message.md"
    for mine in (b"my own words", b"and some more"):
        target.write_bytes(mine)
        done = coach("draft", brief, "--format", "md", "--out", str(target))
        assert "is kept as message.md~" in done.stderr
    kept = [(tmp_path / name).read_bytes() for name in ("message.md~", "message.md~2")]
    assert kept == [b"my own words", b"and some more"]


@pytest.mark.parametrize("form", ["docx", "ics", "md"])
def test_the_same_draft_again_keeps_nothing_beside(
    coach: Run, meeting: Callable[..., str], tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"agenda.{form}"
    for _ in range(2):
        done = coach("draft", meeting(), "--format", form, "--out", str(target))
        assert "kept as" not in done.stderr
    assert not list(tmp_path.glob("*~*"))


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(
    coach: Run, brief: str, tmp_path: Path
) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    coach("draft", brief, "--format", "md", "--out", str(link))
    assert link.is_symlink()
    assert "Ruiz" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_device_takes_what_it_is_given(coach: Run, brief: str) -> None:
    assert coach("draft", brief, "--format", "docx", "--out", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
