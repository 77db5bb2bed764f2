"""A meeting with its agenda as an .ics file, for the mentee's own calendar.

It invites nobody (no organiser, no attendees): nothing is sent by this program.
"""

import datetime
import re
import uuid
from collections.abc import Iterator

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
)

from coach.domain.brief import Meeting
from coach.domain.results import AgendaDraft
from coach.export.meeting_time import UTC, MeetingTime
from coach.export.plain import one_line
from coach.export.text import to_text

REMIND_BEFORE = datetime.timedelta(minutes=15)
"""Enough to read the agenda once more."""

_NAMESPACE = uuid.UUID("0a1c6f0e-6b0b-4f0f-9a86-3d2c3a5f4b11")
_WAYS = frozenset(
    "a an and at by call calls chat coffee conference conversation digital face facetime google hangout "
    "hangouts hybrid in ink informal lunch meet meeting microsoft ms of on online or our over person phone "
    "quick remote remotely ring short signal skype slack talk teams telephone the to tea video videocall "
    "videoconference via virtual virtually walk walking webex whatsapp with zoom".split()
)
"""Words of a meeting's format that say how people meet, and not where."""


def to_ics(
    draft: AgendaDraft, when: MeetingTime, meeting: Meeting, name: str, now: datetime.datetime
) -> bytes:
    """The meeting as RFC 5545 bytes.

    Args:
        draft: the agenda; it becomes the description.
        when: from when to when.
        meeting: its ``format`` is the place when it names one, its ``number`` part of its identity.
        name: whom the mentee meets.
        now: when the file is made, with a time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Mentorship Coach//Agenda//EN")
    calendar.add("version", "2.0")
    if when.zone and not when.needs_utc:
        calendar.add_component(_timezone(when))
    event = Event()
    event.add("uid", _identity(name, meeting.number, when.start.date()))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", _as_written(when.start, when))
    event.add("dtend", _as_written(when.end, when))
    event.add("summary", one_line(draft.title))
    event.add("description", to_text(draft))
    place = place_of(meeting.format)
    if place:
        event.add("location", place)
    if not when.is_all_day:
        event.add_component(_reminder(one_line(draft.title)))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def place_of(written: str) -> str:
    """Where people meet, when a meeting's format says so; empty for "a video call"."""
    words = re.findall(r"[^\W_]+", written.casefold())
    return one_line(written) if any(word not in _WAYS for word in words) else ""


def _identity(name: str, number: int | None, day: datetime.date) -> str:
    """The same for the same meeting, so that a calendar updates it instead of adding another.

    Person, number and day make a meeting; its hour may change. Nothing in it can be read back.
    """
    meeting = "\n".join([one_line(name).casefold(), str(number or ""), day.isoformat()])
    return str(uuid.uuid5(_NAMESPACE, meeting))


def _as_written(moment: datetime.datetime, when: MeetingTime) -> datetime.datetime | datetime.date:
    if when.is_all_day:
        return moment.date()
    return moment.astimezone(UTC) if when.needs_utc else moment


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm


def _timezone(when: MeetingTime) -> Timezone:
    """The clock changes of the years around the meeting, for calendars that do not know the zone.

    Written by ourselves: icalendar 7 puts the begin of summer time at the new clock time, where
    RFC 5545 (3.6.5) wants the old one.
    """
    zone = Timezone()
    zone.add("tzid", when.zone)
    place = when.start.tzinfo
    begin = datetime.datetime(when.start.year - 1, 1, 1, tzinfo=UTC)
    end = datetime.datetime(when.end.year + 1, 12, 31, tzinfo=UTC)
    for moment in (begin, *_changes(begin, end, place)):
        zone.add_component(_observance(moment, place))
    return zone


def _changes(
    begin: datetime.datetime, end: datetime.datetime, place: datetime.tzinfo | None
) -> Iterator[datetime.datetime]:
    """Every moment between two, to the minute, at which the zone's offset changes."""
    day = begin
    while day < end:
        following = day + datetime.timedelta(days=1)
        if day.astimezone(place).utcoffset() != following.astimezone(place).utcoffset():
            yield _change(day, following, place)
        day = following


def _change(
    before: datetime.datetime, after: datetime.datetime, place: datetime.tzinfo | None
) -> datetime.datetime:
    old = before.astimezone(place).utcoffset()
    while after - before > datetime.timedelta(minutes=1):
        minutes = (after - before) // datetime.timedelta(minutes=2)
        middle = before + datetime.timedelta(minutes=minutes)
        if middle.astimezone(place).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def _observance(
    moment: datetime.datetime, place: datetime.tzinfo | None
) -> TimezoneStandard | TimezoneDaylight:
    """What holds from this moment on; it begins by the clock that held before."""
    there = moment.astimezone(place)
    before = (moment - datetime.timedelta(minutes=1)).astimezone(place).utcoffset()
    after = there.utcoffset()
    assert before is not None and after is not None  # noqa: S101 - the zone has a name
    made = TimezoneDaylight() if there.dst() else TimezoneStandard()
    made.add("dtstart", (moment + before).replace(tzinfo=None))
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", after)
    made.add("tzname", there.tzname())
    return made
