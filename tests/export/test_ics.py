"""A meeting stands in a calendar at the right moment, whatever clocks do, and invites nobody."""

import datetime
import io
from typing import Any

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from coach.domain.brief import Meeting
from coach.domain.results import AgendaDraft
from coach.errors import InputError
from coach.export.ics import place_of, to_ics
from coach.export.meeting_time import meeting_time
from coach.export.plain import one_line
from coach.export.text import to_text
from coach.export.written_time import read_time
from tests.export.odd_texts import ODD, TEXTS, agenda

UTC = datetime.UTC
TODAY = datetime.date(2026, 1, 2)
NOW = datetime.datetime(2026, 1, 2, 8, 30, tzinfo=UTC)
Moment = tuple[int, int, int, int, int]


def made(
    text: str,
    zone: str | None,
    minutes: int = 60,
    draft: AgendaDraft | None = None,
    meeting: Meeting | None = None,
    name: str = "Dr. Lee",
) -> bytes:
    when = meeting_time(read_time(text, TODAY), minutes, zone)
    return to_ics(draft or agenda("Roles"), when, meeting or Meeting(), name, NOW)


def event(data: bytes) -> Event:
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    assert isinstance(found, Event)
    return found


def in_utc(data: bytes, name: str) -> tuple[int, ...]:
    return event(data)[name].dt.astimezone(UTC).timetuple()[:5]


CASES: list[tuple[str, str, int, Moment, Moment]] = [
    ("2026-12-03 16:00", "Europe/London", 45, (2026, 12, 3, 16, 0), (2026, 12, 3, 16, 45)),
    ("2026-07-03 16:00", "Europe/London", 45, (2026, 7, 3, 15, 0), (2026, 7, 3, 15, 45)),
    ("2026-01-15 09:00", "America/New_York", 60, (2026, 1, 15, 14, 0), (2026, 1, 15, 15, 0)),
    ("2026-03-09 09:00", "America/New_York", 60, (2026, 3, 9, 13, 0), (2026, 3, 9, 14, 0)),
    ("2026-12-03 16:00", "Asia/Kolkata", 30, (2026, 12, 3, 10, 30), (2026, 12, 3, 11, 0)),
    ("2026-01-15 10:00", "Australia/Lord_Howe", 30, (2026, 1, 14, 23, 0), (2026, 1, 14, 23, 30)),
    ("2026-06-15 10:00", "Australia/Lord_Howe", 30, (2026, 6, 14, 23, 30), (2026, 6, 15, 0, 0)),
    # from summer time into winter time: three hours pass, clocks show two
    ("2026-10-25 00:30", "Europe/London", 180, (2026, 10, 24, 23, 30), (2026, 10, 25, 2, 30)),
    ("2026-11-01 00:30", "America/New_York", 180, (2026, 11, 1, 4, 30), (2026, 11, 1, 7, 30)),
    # it ends in the hour that comes twice, the second time round
    ("2026-10-25 00:45", "Europe/London", 90, (2026, 10, 24, 23, 45), (2026, 10, 25, 1, 15)),
    # half an hour comes twice
    ("2026-04-05 01:00", "Australia/Lord_Howe", 90, (2026, 4, 4, 14, 0), (2026, 4, 4, 15, 30)),
    # into summer time: one hour passes, clocks show two
    ("2026-03-29 00:30", "Europe/London", 60, (2026, 3, 29, 0, 30), (2026, 3, 29, 1, 30)),
    ("2026-10-04 01:45", "Australia/Lord_Howe", 30, (2026, 10, 3, 15, 15), (2026, 10, 3, 15, 45)),
    # an offset says which of the two hours
    ("2026-10-25 01:30 +01:00", "Europe/London", 30, (2026, 10, 25, 0, 30), (2026, 10, 25, 1, 0)),
    ("2026-10-25 01:30 +00:00", "Europe/London", 30, (2026, 10, 25, 1, 30), (2026, 10, 25, 2, 0)),
    ("2026-12-03T16:00+01:00", "America/New_York", 30, (2026, 12, 3, 15, 0), (2026, 12, 3, 15, 30)),
    ("2026-12-03 16:00 UTC-5", "UTC", 30, (2026, 12, 3, 21, 0), (2026, 12, 3, 21, 30)),
]


@pytest.mark.parametrize(("text", "zone", "minutes", "start", "end"), CASES)
def test_a_meeting_begins_and_ends_at_the_right_moment(
    text: str, zone: str, minutes: int, start: Moment, end: Moment
) -> None:
    data = made(text, zone, minutes)
    assert in_utc(data, "DTSTART") == start
    assert in_utc(data, "DTEND") == end


@pytest.mark.parametrize(("text", "zone", "minutes", "start", "end"), CASES)
def test_a_reader_that_knows_only_the_file_finds_the_same_moment(
    text: str, zone: str, minutes: int, start: Moment, end: Moment
) -> None:
    data = made(text, zone, minutes)
    if b"BEGIN:VTIMEZONE" not in data:
        assert b"DTSTART:" in data
        return
    own = tzical(io.StringIO(data.decode())).get(zone)
    for name, moment in (("DTSTART", start), ("DTEND", end)):
        shown = event(data)[name].dt.replace(tzinfo=own)
        assert shown.astimezone(UTC).timetuple()[:5] == moment


def test_the_zone_in_the_text_comes_before_the_one_asked_for() -> None:
    data = made("2026-12-03 16:00 Asia/Kolkata", "Europe/London")
    assert b"DTSTART;TZID=Asia/Kolkata:20261203T160000" in data


def test_an_offset_without_a_zone_is_a_moment_in_utc() -> None:
    assert b"DTSTART:20261203T150000Z" in made("2026-12-03T16:00+01:00", None)


def test_without_any_zone_the_hour_floats() -> None:
    data = made("2026-12-03 16:00", None)
    assert b"DTSTART:20261203T160000\r\n" in data
    assert b"VTIMEZONE" not in data


@pytest.mark.parametrize(
    ("text", "zone", "says", "fix"),
    [
        ("2026-03-29 01:30", "Europe/London", "skip 01:30", "2026-03-29 02:30"),
        ("2026-10-04 02:15", "Australia/Lord_Howe", "skip 02:15", "2026-10-04 02:45"),
        ("2026-10-25 01:30", "Europe/London", "comes twice", "2026-10-25 01:30 UTC+01:00"),
        ("2026-11-01 01:30", "America/New_York", "comes twice", "2026-11-01 01:30 UTC-05:00"),
        ("2026-12-03 16:00 +02:00 Europe/Paris", None, "is not +02:00 from UTC", "Leave one"),
    ],
)  # fmt: skip
def test_an_hour_that_clocks_skip_or_show_twice_is_asked_about(
    text: str, zone: str | None, says: str, fix: str
) -> None:
    with pytest.raises(InputError) as caught:
        made(text, zone)
    assert says in caught.value.message
    assert fix in caught.value.fix


def test_the_fix_for_an_hour_that_comes_twice_can_be_written() -> None:
    with pytest.raises(InputError) as caught:
        made("2026-11-01 01:30", "America/New_York")
    first, second = (
        part.split(" for ")[0] for part in caught.value.fix.split("date: ")[1].split(", ")
    )
    assert in_utc(made(first, "America/New_York"), "DTSTART") == (2026, 11, 1, 5, 30)
    assert in_utc(made(second, "America/New_York"), "DTSTART") == (2026, 11, 1, 6, 30)


def test_a_meeting_of_all_day_is_a_day_of_the_calendar_in_no_zone() -> None:
    data = made("2026-10-25, all day", "Europe/London")
    found = event(data)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (
        datetime.date(2026, 10, 25),
        datetime.date(2026, 10, 26),
    )
    assert b"DTSTART;VALUE=DATE:20261025" in data
    assert b"VTIMEZONE" not in data
    assert not found.walk("VALARM")


def test_midnight_and_the_end_after_it_are_on_their_days() -> None:
    found = event(made("2026-12-03 23:45", "Europe/London", 30))
    assert found["DTEND"].dt.replace(tzinfo=None) == datetime.datetime(2026, 12, 4, 0, 15)
    found = event(made("2026-12-03 00:00", "Europe/London", 30))
    assert found["DTSTART"].dt.replace(tzinfo=None) == datetime.datetime(2026, 12, 3)


def test_a_meeting_says_when_it_is_over() -> None:
    when = meeting_time(read_time("2026-12-03 16:00", TODAY), 30, "Asia/Kolkata")
    assert when.is_over(datetime.datetime(2026, 12, 3, 11, 1, tzinfo=UTC))
    assert not when.is_over(datetime.datetime(2026, 12, 3, 10, 59, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-12-03 16:00", "Thursday 3 December 2026, 16:00–16:45 (America/New York)"),
        ("2026-12-03 23:30", "Thursday 3 December 2026, 23:30–00:15 on Friday 4 December 2026 (America/New York)"),
        ("2026-12-03 16:00 etc/utc", "Thursday 3 December 2026, 16:00–16:45 (UTC)"),
        ("2026-12-03, all day", "Thursday 3 December 2026, all day"),
    ],
)  # fmt: skip
def test_a_meeting_is_said_in_words(text: str, words: str) -> None:
    assert meeting_time(read_time(text, TODAY), 45, "America/New_York").in_words() == words


def test_the_agenda_is_the_description_and_its_title_the_summary() -> None:
    draft = agenda("Roles; and, commas\\ and “quotes” 🙂")
    found = event(made("2026-12-03 16:00", "Europe/London", draft=draft))
    assert str(found["SUMMARY"]) == draft.title
    assert str(found["DESCRIPTION"]) == to_text(draft)


def test_it_reminds_a_quarter_of_an_hour_before() -> None:
    (alarm,) = event(made("2026-12-03 16:00", "Europe/London")).walk("VALARM")
    assert alarm["TRIGGER"].dt == datetime.timedelta(minutes=-15)
    assert str(alarm["ACTION"]) == "DISPLAY"


@pytest.mark.parametrize("text", ODD)
def test_nobody_is_invited_and_no_text_adds_a_property(text: str) -> None:
    meeting = Meeting().model_copy(update={"format": text})
    data = made("2026-12-03 16:00", "Europe/London", draft=agenda(text), meeting=meeting, name=text)
    found = event(data)
    assert set(found) <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION",
    }  # fmt: skip
    assert str(found["SUMMARY"]) == one_line(text)
    assert max(map(len, data.split(b"\r\n"))) <= 75


@settings(deadline=None, max_examples=15)
@given(TEXTS)
def test_any_agenda_comes_back_letter_by_letter(text: str) -> None:
    found = event(made("2026-12-03 16:00", "Asia/Kolkata", draft=agenda(text)))
    assert str(found["DESCRIPTION"]) == to_text(agenda(text))


def identity(**more: Any) -> str:
    return str(event(made(more.pop("text", "2026-12-03 16:00"), "Europe/London", **more))["UID"])


def test_the_same_meeting_keeps_its_identity_when_hour_and_agenda_change() -> None:
    assert identity() == identity(text="2026-12-03 17:30", draft=agenda("Other"), minutes=30)


def test_another_person_day_or_number_is_another_meeting() -> None:
    others = [
        identity(),
        identity(name="Ana Silva"),
        identity(text="2026-12-04 16:00"),
        identity(meeting=Meeting(number=2)),
    ]
    assert len(set(others)) == len(others)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("walk on the pier", "walk on the pier"),
        ("coffee at Nora's", "coffee at Nora's"),
        ("Room 4.12, in person", "Room 4.12, in person"),
        ("https://meet.example/abc", "https://meet.example/abc"),
        ("video", ""),
        ("a video call on Zoom", ""),
        ("by phone", ""),
        ("In person", ""),
        ("", ""),
    ],
)
def test_only_a_place_is_a_location(written: str, place: str) -> None:
    assert place_of(written) == place
    found = event(made("2026-12-03 16:00", "Europe/London", meeting=Meeting(format=written)))
    assert str(found.get("LOCATION", "")) == place


@settings(deadline=None, max_examples=60)
@given(
    st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2036, 12, 31)),
    st.sampled_from(
        ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin",
         "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo", "Pacific/Chatham"]
    ),
    st.integers(5, 480),
)  # fmt: skip
def test_every_meeting_lasts_as_long_as_it_takes(
    moment: datetime.datetime, zone: str, minutes: int
) -> None:
    try:
        data = made(f"{moment:%Y-%m-%d %H:%M}", zone, minutes)
    except InputError as error:
        assert "twice" in error.message or "skip" in error.message
        return
    start, end = (event(data)[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND"))
    assert end - start == datetime.timedelta(minutes=minutes)
    if b"BEGIN:VTIMEZONE" in data:
        own = tzical(io.StringIO(data.decode())).get(zone)
        assert event(data)["DTSTART"].dt.replace(tzinfo=own).astimezone(UTC) == start
