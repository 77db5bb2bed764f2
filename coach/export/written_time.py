"""Reads when a meeting is, as a person wrote it, and refuses to guess.

A wrong time in a calendar is worse than none: a date that can be read two ways, a time without
morning or afternoon, or a word not understood is an error that says what to write instead.
``coach.domain.dates`` reads how long ago something was, and may be generous; this may not.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from coach.errors import InputError
from coach.export.plain import one_line
from coach.export.time_forms import (
    ALL_DAY,
    DATES,
    DAYS,
    FILLER,
    OFFSET,
    OTHER_MONTH,
    SPAN,
    UTC,
    WEEKDAY,
    ZONE,
    calendar_day,
    clock_time,
    first_of,
    first_time,
    is_offset,
    month_number,
)
from coach.export.zones import ABBREVIATIONS, zone_named, zone_of_place

FIELD = "meeting.date"
_LONGEST_OFFSET = 14 * 60
_MOST_LETTERS = 200


@dataclass(frozen=True)
class WrittenTime:
    """When a meeting begins, as written.

    Attributes:
        day: the date.
        clock: what the clock shows; None when it takes all day.
        zone: the time zone's IANA name; empty when none is written.
        offset: how far ahead of UTC the clock is, when that is written.
    """

    day: datetime.date
    clock: datetime.time | None
    zone: str = ""
    offset: datetime.timedelta | None = None


def read_time(text: str, today: datetime.date) -> WrittenTime:
    """Read when a meeting begins.

    Args:
        text: what was written, such as ``2026-12-03 16:00 Europe/London`` or ``3 December, 4 pm``.
        today: a date without a year is the one still to come this year.

    Raises:
        InputError: when anything is missing, can be read two ways, or is not understood.
    """
    return _Reader(text, today).read()


def read_day(text: str, today: datetime.date) -> datetime.date:
    """Read the day of a meeting, whatever else is written beside it.

    Raises:
        InputError: when there is no day, or it can be read two ways.
    """
    return _Reader(text, today).day()


class _Reader:
    """Takes one thing after another out of the text, until nothing is left."""

    def __init__(self, text: str, today: datetime.date) -> None:
        self._said = one_line(text)
        self._rest = unicodedata.normalize("NFKC", self._said)
        self._today = today
        self._glued = False

    def read(self) -> WrittenTime:
        if not self._rest:
            raise self._error("is empty", f"Add the day and the time, e.g. {self._sample()}")
        if len(self._rest) > _MOST_LETTERS:
            raise self._error("is too long for a date", f"Write it as {self._sample()}")
        zone = self._zone()
        day = self.day()
        offset = self._offset()
        clock = self._clock(day)
        self._nothing_left(day, clock)
        return WrittenTime(day, clock, zone, offset)

    def day(self) -> datetime.date:
        found = self._day()
        self._check_weekday(found)
        return found

    def _error(self, problem: str, fix: str) -> InputError:
        said = self._said if len(self._said) <= 60 else self._said[:59] + "…"
        return InputError(f"{FIELD}{f': “{said}”' if said else ''} {problem}", fix + ".")

    def _sample(self, day: datetime.date | None = None, clock: datetime.time | None = None) -> str:
        """What could be written instead; as much of it as possible is what was written."""
        coming = self._today + datetime.timedelta(days=7)
        return f"{FIELD}: {day or coming} {clock or self._seen_clock():%H:%M}"

    def _seen_clock(self) -> datetime.time:
        found = first_time(self._rest)
        seen = clock_time(found.groupdict()) if found else None
        return seen or datetime.time(16)

    def _take(self, found: re.Match[str]) -> None:
        self._rest = f"{self._rest[: found.start()]} {self._rest[found.end() :]}"

    def _zone(self) -> str:
        found = ZONE.search(self._rest)
        if found is None:
            return ""
        self._take(found)
        return zone_named(found["zone"], FIELD)

    def _day(self) -> datetime.date:
        found = first_of(DATES, self._rest)
        if found is None:
            raise self._no_day()
        after = self._rest[found.end() :]
        self._glued = re.match(r"T\d", after) is not None  # 2026-12-03T16:00
        self._rest = f"{self._rest[: found.start()]} {after[1:] if self._glued else after}"
        if first_of(DATES[:4], self._rest):
            raise self._error("holds two dates", f"Give the one day, e.g. {self._sample()}")
        return self._as_day(found.groupdict())

    def _no_day(self) -> InputError:
        weekday = self._weekday()
        if weekday is not None:
            ahead = (weekday - self._today.weekday()) % 7 or 7
            coming = self._today + datetime.timedelta(days=ahead)
            fix = f"Add the date. If you mean the coming {coming:%A}, write {self._sample(coming)}"
            return self._error("names a weekday but no date", fix)
        if re.search(r"\btomorrow\b|\btoday\b|\btonight\b", self._rest, re.I):
            ahead = 1 if "tomorrow" in self._rest.lower() else 0
            coming = self._today + datetime.timedelta(days=ahead)
            fix = f"Write the date itself, e.g. {self._sample(coming)}"
            return self._error("means a different day each day it is read", fix)
        if re.search(r"\d[/.-]\d{1,2}[/.-]\d", self._rest):
            fix = f"Write the year in full, e.g. {self._sample()}"
            return self._error("has no date that can be read in one way only", fix)
        if month := OTHER_MONTH.search(self._rest):
            fix = f"Write the month in English or the date in figures, e.g. {self._sample()}"
            return self._error(f"has a month that is not understood: “{month['word']}”", fix)
        return self._error("has no date in it", f"Add the day and the time, e.g. {self._sample()}")

    def _as_day(self, found: dict[str, str | None]) -> datetime.date:
        if found.get("first"):
            return self._either_way(*(int(found[it] or 0) for it in ("first", "second", "year")))
        month = found.get("month")
        number = month_number(month) if month else int(found["number"] or 0)
        day = int(found["day"] or 0)
        if found["year"]:
            return self._existing(int(found["year"]), number, day)
        this_year = self._existing(self._today.year, number, day)
        if this_year < self._today:
            next_year = f"{self._today.year + 1}-{number:02}-{day:02}"
            fix = f"Add the year, e.g. {FIELD}: {next_year} {self._seen_clock():%H:%M}"
            raise self._error("has no year, and the day is over for this one", fix)
        return this_year

    def _existing(self, year: int, month: int, day: int) -> datetime.date:
        found = calendar_day(year, month, day)
        if found is None:
            fix = f"Check the day, the month and the year; write them as {self._sample()}"
            raise self._error("is no day of the calendar", fix)
        return found

    def _either_way(self, first: int, second: int, year: int) -> datetime.date:
        """A day written as 03/04/2026: in some countries 3 April, in others March 4."""
        weekday = self._weekday()
        readings = {calendar_day(year, second, first), calendar_day(year, first, second)}
        days = sorted(day for day in readings if day)
        fitting = [day for day in days if weekday in (None, day.weekday())] or days
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            return self._existing(year, second, first)
        fix = f"Write the year first, e.g. {' or '.join(self._sample(day) for day in fitting)}"
        raise self._error("can be read as two different days", fix)

    def _weekday(self) -> int | None:
        found = WEEKDAY.search(self._rest)
        if found is None:
            return None
        name = found.group().rstrip(".").lower()
        return next(place for place, names in enumerate(DAYS) if name in names.split("|"))

    def _check_weekday(self, day: datetime.date) -> None:
        weekday = self._weekday()
        if weekday is not None and weekday != day.weekday():
            fix = f"Correct the day or the weekday; or write the day alone: {self._sample(day)}"
            raise self._error(f"does not fit together: {day} is a {day:%A}", fix)
        self._rest = WEEKDAY.sub(" ", self._rest, count=1)

    def _offset(self) -> datetime.timedelta | None:
        bare = UTC.search(self._rest)
        if bare is not None:
            self._take(bare)
            return datetime.timedelta()
        for found in OFFSET.finditer(self._rest):
            if not is_offset(found, self._rest[: found.start()], self._glued):
                continue
            minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
            if minutes <= _LONGEST_OFFSET and int(found["minutes"] or 0) < 60:
                self._take(found)
                return datetime.timedelta(minutes=minutes if found["sign"] == "+" else -minutes)
        return None

    def _clock(self, day: datetime.date) -> datetime.time | None:
        found = first_time(self._rest)
        all_day = ALL_DAY.search(self._rest)
        if found is None and all_day is not None:
            self._take(all_day)
            return None
        if found is None:
            raise self._no_clock(day)
        if all_day is not None:
            fix = f"Leave one of the two out, e.g. {self._sample(day)}"
            raise self._error("says a time, and that it takes all day", fix)
        self._take(found)
        clock = self._as_clock(found.groupdict(), day)
        if first_time(self._rest):
            raise self._two_times(self._sample(day, clock))
        return clock

    def _two_times(self, sample: str) -> InputError:
        fix = (
            f"Give only when it begins, e.g. {sample}; how long it takes goes into meeting.minutes"
        )
        return self._error("holds two times", fix)

    def _no_clock(self, day: datetime.date) -> InputError:
        if re.search(r"\bmidnight\b", self._rest, re.I):
            fix = f"Midnight begins a day or ends it: write 00:00 and the day it begins, e.g. {FIELD}: {day} 00:00"
            return self._error("does not say which midnight", fix)
        if re.search(r"\b\d{1,2}\b", self._rest):
            fix = f"Write the time as 9 am, 4 pm or 16:00, e.g. {self._sample(day)}"
            return self._error("has no time that can be read in one way only", fix)
        return self._error("has a day but no time", f"Add the time, e.g. {self._sample(day)}")

    def _as_clock(self, found: dict[str, str | None], day: datetime.date) -> datetime.time:
        clock = clock_time(found)
        if clock is None:
            fix = f"Write the time as 00:00 to 23:59, e.g. {self._sample(day)}"
            raise self._error("has a time that no clock shows", fix)
        if (
            clock.hour
            and len(found.get("hour") or "12") == 1
            and not (found.get("half") or found.get("full"))
        ):
            later = clock.replace(hour=clock.hour + 12)
            fix = f"Write {self._sample(day, clock)} or {self._sample(day, later)}"
            raise self._error("does not say whether that is the morning or the afternoon", fix)
        return clock

    def _nothing_left(self, day: datetime.date, clock: datetime.time | None) -> None:
        left = [word for word in FILLER.sub(" ", f" {self._rest} ").split() if word.strip(".:-–—")]
        if not left:
            return
        said, sample = " ".join(left), self._sample(day, clock)
        if SPAN.match(said):  # the begin of 4–5 pm
            raise self._two_times(f"{FIELD}: {day}, and after it the time at which it begins")
        short = next((word for word in left if word.upper() in ABBREVIATIONS), None)
        if short is not None:
            one, other = ABBREVIATIONS[short.upper()]
            fix = f"Write the zone by its place, such as {sample} {one} or {other}"
            raise self._error(f"names the time zone “{short}”, which has several meanings", fix)
        place = zone_of_place(re.sub(r"\btime\b", "", said, flags=re.I))
        if place is not None:
            fix = f"If you mean that place's time zone, write {sample} {place}"
            raise self._error(f"names no time zone with “{said}”", fix)
        if any(letter.isdigit() for letter in said):
            sample = f"{FIELD}: {day}, and after it the time at which it begins"
        fix = f"Give the day and the time alone: {sample}"
        raise self._error(f"has something in it that is not understood: “{said}”", fix)
