"""The formats of ``coach draft``: what each can hold, and the bytes of it."""

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass
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
_SAMPLE = "meeting.date: 2026-12-03 16:00"


@dataclass(frozen=True)
class Taken:
    """A file's bytes, and what to say about it beside."""

    data: bytes
    note: str = ""


def check_format(
    form: str, brief: AnyBrief, variants: int, out: str | None, zone: str | None
) -> None:
    """Refuse before anything is written what the format cannot hold.

    Raises:
        InputError: with what to do instead.
    """
    if form in _HOLD_ONE and variants != 1:
        raise InputError(f"--format {form} holds one draft", "Leave --variants out.")
    if zone is not None and form != "ics":
        raise InputError(
            f"--zone is for a calendar entry, and this is --format {form}",
            "Add --format ics, or leave --zone out.",
        )
    if form == "eml" and isinstance(brief, OutreachBrief) and brief.channel is not Channel.EMAIL:
        raise InputError(
            "--format eml is for e-mail, and this message goes elsewhere",
            "Use --format text, or set `channel: email` in the brief.",
        )
    if form == "ics":
        _check_meeting(brief, zone)
    if form == "docx" and out is None and sys.stdout.isatty():
        raise InputError(
            "a Word file cannot be shown on a terminal", f"Add --out {brief.kind}.docx."
        )


def _check_meeting(brief: AnyBrief, zone: str | None) -> None:
    if not isinstance(brief, AgendaBrief):
        raise InputError(
            f"--format ics is for a meeting, and this brief is of `kind: {brief.kind}`",
            "Use it with a brief of `kind: agenda`; see `coach example agenda`.",
        )
    if not brief.meeting.date.strip():
        raise InputError(
            "--format ics needs to know when the meeting is, and the brief does not say",
            f"Add the day and the time, e.g. {_SAMPLE}.",
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
