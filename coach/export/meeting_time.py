"""When a meeting begins and ends, as moments on the clocks of a place."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from coach.errors import InputError
from coach.export.written_time import FIELD, WrittenTime
from coach.export.zones import NAMELESS

UTC = datetime.UTC


@dataclass(frozen=True)
class MeetingTime:
    """From when to when.

    Attributes:
        start, end: in ``zone``; without a zone they float, the same clock time wherever one is.
        zone: an IANA name, or empty.
        is_all_day: whether it takes whole days, the last of which ends with ``end``.
    """

    start: datetime.datetime
    end: datetime.datetime
    zone: str
    is_all_day: bool = False

    @property
    def is_floating(self) -> bool:
        """Whether nobody knows which place's clock is meant."""
        return not self.zone and not self.is_all_day

    @property
    def needs_utc(self) -> bool:
        """Whether a clock of the zone does not say it in one way only, or it is UTC anyway.

        In the hour that comes twice when clocks go back, a calendar takes the first; the second
        can only be written in UTC.
        """
        return self.zone in NAMELESS or bool(self.start.fold or self.end.fold)

    def in_words(self) -> str:
        """``Thursday 3 December 2026, 16:00–16:45 (Europe/London)``."""
        if self.is_all_day:
            return f"{_day(self.start)}, all day"
        end = f"{self.end:%H:%M}"
        if self.end.date() != self.start.date():
            end += f" on {_day(self.end)}"
        where = "UTC" if self.zone in NAMELESS else self.zone.replace("_", " ")
        return f"{_day(self.start)}, {self.start:%H:%M}–{end} ({where or 'time zone not known'})"

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether it had ended by then; ``now`` has a time zone, and a floating hour is taken for UTC's."""
        end = self.end if self.end.tzinfo else self.end.replace(tzinfo=UTC)
        return end < now


def _day(moment: datetime.datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def meeting_time(written: WrittenTime, minutes: int, zone: str | None) -> MeetingTime:
    """Put a written time on the clocks of a place.

    Args:
        written: when it begins.
        minutes: how long it takes, as time passes: clocks may change meanwhile.
        zone: the time zone to take where ``written`` names none; None leaves it floating.

    Raises:
        InputError: when that time does not exist there, comes twice, or contradicts its offset.
    """
    if written.clock is None:
        day = datetime.datetime.combine(written.day, datetime.time())
        return MeetingTime(day, day + datetime.timedelta(days=1), "", is_all_day=True)
    name = written.zone or zone or ("UTC" if written.offset is not None else "")
    naive = datetime.datetime.combine(written.day, written.clock)
    length = datetime.timedelta(minutes=minutes)
    if not name:
        return MeetingTime(naive, naive + length, "")
    place = ZoneInfo(name)
    start = _moment(naive, written, place, name)
    end = (start.astimezone(UTC) + length).astimezone(place)
    return MeetingTime(start, end, name)


def _moment(
    naive: datetime.datetime, written: WrittenTime, place: ZoneInfo, name: str
) -> datetime.datetime:
    if written.offset is not None:
        moment = naive.replace(tzinfo=datetime.timezone(written.offset)).astimezone(place)
        if written.zone and moment.utcoffset() != written.offset:
            raise InputError(
                f"{FIELD}: {naive:%Y-%m-%d %H:%M} in {name} is not {_signed(written.offset)} from UTC",
                f"Leave one of the two out, e.g. {FIELD}: {naive:%Y-%m-%d %H:%M} {name}.",
            )
        return moment
    earlier, later = (naive.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    if earlier.utcoffset() == later.utcoffset():
        return earlier
    if earlier.astimezone(UTC).astimezone(place).replace(tzinfo=None) != naive:
        shown = earlier.astimezone(UTC).astimezone(place)
        raise InputError(
            f"{FIELD}: clocks in {name} skip {naive:%H:%M} on {naive:%Y-%m-%d}, as they go forward",
            f"Write the time that clocks show, e.g. {FIELD}: {shown:%Y-%m-%d %H:%M}.",
        )
    one, two = (f"{naive:%Y-%m-%d %H:%M} UTC{_signed(it.utcoffset())}" for it in (earlier, later))
    raise InputError(
        f"{FIELD}: {naive:%H:%M} on {naive:%Y-%m-%d} comes twice in {name}, as clocks go back",
        f"Say which by its offset: {FIELD}: {one} for the first, {two} for the second.",
    )


def _signed(offset: datetime.timedelta | None) -> str:
    """``+01:00``."""
    minutes = round((offset or datetime.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
