"""The formats of ``coach draft``: what each can hold, and the bytes of it."""

import datetime
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief
from coach.domain.results import AgendaDraft, AnyDraft
from coach.domain.vocabulary import Channel
from coach.errors import InputError
from coach.export.markdown import to_markdown
from coach.export.text import to_text
from coach.settings import read_settings

if TYPE_CHECKING:
    from coach.export.meeting_time import MeetingTime

FORMATS = ("text", "json", "md", "eml", "docx", "ics")
_HOLD_ONE = frozenset({"eml", "docx", "ics"})
_ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".eml": "eml",
    ".docx": "docx",
    ".ics": "ics",
}
"""Which format a file's ending promises."""
_NOT_MADE = frozenset({".doc", ".rtf", ".odt", ".pdf", ".html", ".htm", ".msg", ".vcs"})
"""Endings that promise what we do not make."""


@dataclass(frozen=True)
class Taken:
    """A file's bytes, and what to say about it beside."""

    data: bytes
    note: str = ""


def formats_for(brief: AnyBrief) -> tuple[str, ...]:
    """The formats that make sense for what this brief asks for."""
    left_out = set() if isinstance(brief, AgendaBrief) else {"ics"}
    if isinstance(brief, OutreachBrief) and brief.channel is not Channel.EMAIL:
        left_out.add("eml")
    return tuple(form for form in FORMATS if form not in left_out)


def check_format(
    form: str, brief: AnyBrief, variants: int, out: str | None, zone: str | None
) -> None:
    """Refuse before anything is written what the format or the place cannot hold.

    Raises:
        InputError: with what to do instead.
    """
    if form not in formats_for(brief):
        raise _no_sense(form, brief)
    if form in _HOLD_ONE and variants != 1:
        raise InputError(f"--format {form} holds one draft", "Leave --variants out.")
    if zone is not None and form != "ics":
        raise InputError(
            f"--zone is for a calendar entry, and this is --format {form}",
            "Add --format ics, or leave --zone out.",
        )
    if isinstance(brief, AgendaBrief) and form == "ics":
        _check_meeting(brief, zone)
    if form == "docx" and out is None and sys.stdout.isatty():
        raise InputError(
            "a Word file cannot be shown on a terminal", f"Add --out {brief.kind}.docx."
        )
    if out is not None:
        check_place(out, form, brief)


def check_batch(form: str, out: str | None) -> None:
    """Refuse for a batch what is for one brief: its answers are JSON lines, on the screen.

    Raises:
        InputError: with what to do instead.
    """
    if form not in ("text", "json"):
        raise InputError(
            f"--batch answers in JSON lines, and this is --format {form}",
            f"Leave --format out, or give one brief alone for --format {form}.",
        )
    if out is not None:
        raise InputError(
            "--batch answers on the screen, and --out names a file",
            f"Leave --out out and write `> {out or 'answers.jsonl'}` after the command.",
        )


def check_place(out: str, form: str, brief: AnyBrief) -> None:
    """Refuse a place where nothing can be put, or a name that promises another kind of file.

    Raises:
        InputError: with what to do instead.
    """
    name = f"{brief.kind}.{'txt' if form == 'text' else form}"
    if not out.strip():
        raise InputError("--out is empty", f"Name a file, e.g. --out {name}.")
    _check_ending(out, form, brief)
    path = Path(out)
    try:
        is_folder, folder = path.is_dir(), path.resolve().parent
        has_folder = folder.is_dir()
        is_locked = path.exists() and not os.access(path, os.W_OK)
    except (OSError, ValueError):  # said when it is written
        return
    if is_folder:
        raise InputError(f"--out {out}: this is a folder", f"Name a file, e.g. {path / name}.")
    if not has_folder:
        raise InputError(
            f"--out {out}: there is no folder {folder}",
            "Make the folder first, or choose another place.",
        )
    if is_locked:
        raise InputError(
            f"--out {out}: the file is there and may not be written",
            "Choose another name, or allow writing to it.",
        )


def _check_ending(out: str, form: str, brief: AnyBrief) -> None:
    path = Path(out)
    ending = path.suffix.lower()
    promised = _ENDINGS.get(ending, form)
    fits = promised == form or (promised == "text" and form in ("md", "json"))
    if fits and ending not in _NOT_MADE:
        return
    fix = f"Use --out {path.with_suffix('.txt' if form == 'text' else f'.{form}')}"
    if ending in _NOT_MADE:
        fix += "; a Word program can save --format docx as other kinds"
    elif promised in formats_for(brief):
        fix += f", or --format {promised}"
    raise InputError(
        f"--out {out} ends in {ending}, and --format {form} makes another kind of file", f"{fix}."
    )


def _no_sense(form: str, brief: AnyBrief) -> InputError:
    *some, last = formats_for(brief)
    choice = f"--format {', '.join(some)} or {last}"
    if form == "eml":
        return InputError(
            "--format eml is for e-mail, and this message goes elsewhere",
            f"Use {choice}; or set `channel: email` in the brief.",
        )
    return InputError(
        f"--format ics is for a meeting, and this brief is of `kind: {brief.kind}`",
        f"Use {choice}; a meeting has `kind: agenda`, see `coach example agenda`.",
    )


def _check_meeting(brief: AgendaBrief, zone: str | None) -> None:
    if not brief.meeting.date.strip():
        coming = datetime.date.today() + datetime.timedelta(days=7)
        raise InputError(
            "--format ics needs to know when the meeting is, and the brief does not say",
            f"Add the day and the time, e.g. meeting.date: {coming} 16:00.",
        )
    _time(brief, 1, zone)


def take(drafts: Sequence[AnyDraft], brief: AnyBrief, form: str, zone: str | None) -> Taken:
    """The drafts in a format that :func:`check_format` has let through."""
    if form == "eml":
        from coach.export.eml import to_eml

        return Taken(to_eml(drafts[0]))
    if form == "docx":
        from coach.export.word import to_docx

        return Taken(to_docx(drafts[0], language=brief.language))
    if form == "ics" and isinstance(brief, AgendaBrief) and isinstance(drafts[0], AgendaDraft):
        return _calendar(drafts[0], brief, zone)
    if form == "md":
        return Taken("\n---\n\n".join(to_markdown(found) for found in drafts).encode())
    return Taken(("\n\n\n".join(to_text(found) for found in drafts) + "\n").encode())


def _calendar(draft: AgendaDraft, brief: AgendaBrief, zone: str | None) -> Taken:
    from coach.export.ics import to_ics

    when, is_assumed = _time(brief, draft.minutes, zone)
    now = datetime.datetime.now(datetime.UTC)
    note = when.in_words()
    if when.is_over(now):
        note += "\n  That is over already. Check meeting.date."
    if when.is_all_day:
        return Taken(to_ics(draft, when, brief.meeting, brief.recipient.name, now), note)
    if when.is_floating:
        note += (
            "\n  It will stand at that hour wherever you are. Name a place: --zone Europe/London."
        )
    elif is_assumed:
        note += "\n  That is this computer's time zone. Name another with --zone Europe/London."
    return Taken(to_ics(draft, when, brief.meeting, brief.recipient.name, now), note)


def _time(brief: AgendaBrief, minutes: int, zone: str | None) -> "tuple[MeetingTime, bool]":
    """When the meeting is, and whether its time zone is only what this computer is set to."""
    from coach.export.meeting_time import meeting_time
    from coach.export.written_time import read_time
    from coach.export.zones import chosen_zone, computer_zone

    written = read_time(brief.meeting.date, datetime.date.today())
    asked = (("--zone", zone or ""), ("COACH_TIMEZONE", read_settings().timezone))
    place = chosen_zone(*asked, computer=computer_zone)
    is_told = written.zone or written.offset is not None or any(name for _, name in asked)
    return meeting_time(written, minutes, place), not is_told
