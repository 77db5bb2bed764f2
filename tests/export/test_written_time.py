"""When a meeting is, is read as written, or asked for; never guessed."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputError
from coach.export.written_time import WrittenTime, read_day, read_time

TODAY = datetime.date(2026, 11, 24)
FOUR = datetime.time(16)
DAY = datetime.date(2026, 12, 3)


def hours(number: float) -> datetime.timedelta:
    return datetime.timedelta(hours=number)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03 16:00",
        "2026-12-03T16:00",
        "2026-12-03 16:00:00",
        "2026-12-03, 4 pm.",
        "Thursday 3 December 2026 at 4 pm",
        "Thu, 3rd of Dec. 2026, 4p.m.",
        "December 3rd, 2026 4:00 PM",
        "16:00 December 3, 2026",
        "3.12.2026 16 Uhr",
        "2026年12月3日 16:00",
        "3. 12. 2026 um 16.00 Uhr",
        "16h00, 3 December 2026",
        "3-Dec-2026 @ 16:00",
        "3 December, 4 pm",
        "2026/12/3 16:00",
        "２０２６-12-03 16:00",
    ],
)
def test_one_moment_in_many_spellings(text: str) -> None:
    assert read_time(text, TODAY) == WrittenTime(DAY, FOUR)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-12-03 12 am", datetime.time(0)),
        ("2026-12-03 12 pm", datetime.time(12)),
        ("2026-12-03 noon", datetime.time(12)),
        ("2026-12-03 00:00", datetime.time(0)),
        ("2026-12-03 09:05", datetime.time(9, 5)),
        ("2026-12-03 9:30 am", datetime.time(9, 30)),
        ("2026-12-03 9 Uhr", datetime.time(9)),
        ("2026-12-03 23:59", datetime.time(23, 59)),
    ],
)
def test_hours_of_both_clocks(text: str, clock: datetime.time) -> None:
    assert read_time(text, TODAY).clock == clock


@pytest.mark.parametrize(
    ("text", "zone", "offset"),
    [
        ("2026-12-03 16:00 Europe/London", "Europe/London", None),
        ("2026-12-03 16:00 (europe/london)", "Europe/London", None),
        ("2026-12-03 16:00 America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", None),
        ("2026-12-03T16:00+01:00[Europe/Paris]", "Europe/Paris", 1),
        ("2026-12-03T16:00+01:00", "", 1),
        ("2026-12-03 16:00 +05:30", "", 5.5),
        ("2026-12-03T16:00-0500", "", -5),
        ("2026-12-03 16:00:00-05:00", "", -5),
        ("2026-12-03 16:00 UTC-5", "", -5),
        ("2026-12-03 16:00 GMT+1", "", 1),
        ("2026-12-03 16:00Z", "", 0),
        ("2026-12-03 16:00 UTC", "", 0),
        ("2026-12-03T16:00:00.000Z", "", 0),
    ],
)
def test_a_time_zone_or_an_offset_is_kept(text: str, zone: str, offset: float | None) -> None:
    expected = WrittenTime(DAY, FOUR, zone, None if offset is None else hours(offset))
    assert read_time(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "says", "fix"),
    [
        ("", "is empty", "meeting.date: 2026-12-01 16:00"),
        ("2026-12-03", "a day but no time", "Add the time, e.g. meeting.date: 2026-12-03 16:00."),
        ("16:30", "no date", "meeting.date: 2026-12-01 16:30"),
        ("03/04/2026 16:00", "two different days", "2026-03-04 16:00 or meeting.date: 2026-04-03 16:00"),
        ("3/12/26 16:00", "one way only", "year in full"),
        ("Thursday at 9 am", "weekday but no date", "meeting.date: 2026-11-26 09:00"),
        ("Tuesday at 9 am", "weekday but no date", "meeting.date: 2026-12-01 09:00"),
        ("tomorrow at 4 pm", "different day", "meeting.date: 2026-11-25 16:00"),
        ("3 January, 9 am", "no year", "meeting.date: 2027-01-03 09:00"),
        ("Friday 3 December 2026 4 pm", "2026-12-03 is a Thursday", "2026-12-03 16:00"),
        ("2026-02-30 16:00", "no day of the calendar", "Check the day"),
        ("0001-01-01 16:00", "no day of the calendar", "year"),
        ("13/13/2026 16:00", "no day of the calendar", "Check the day"),
        ("2026-12-03 4:30", "morning or the afternoon", "04:30 or meeting.date: 2026-12-03 16:30"),
        ("2026-12-03 at 4", "one way only", "4 pm or 16:00"),
        ("2026-12-03 at 4 o'clock", "one way only", "4 pm or 16:00"),
        ("2026-12-03 midnight", "which midnight", "00:00"),
        ("2026-12-03 24:00", "no clock shows", "23:59"),
        ("2026-12-03 13:00 am", "no clock shows", "23:59"),
        ("2026-12-03 10:00-11:00", "two times", "meeting.minutes"),
        ("2026-12-03 4 pm to 5 pm", "two times", "2026-12-03 16:00"),
        ("2026-12-03 4–5 pm", "two times", "at which it begins"),
        ("3 December 2026, from 4pm to 4.45pm", "two times", "2026-12-03 16:00; how long"),
        ("2026-12-03 16:00, all day", "a time, and that it takes all day", "Leave one"),
        ("2026-12-03 or 2026-12-04 16:00", "two dates", "the one day"),
        ("2026-12-03 after 4 pm", "not understood: “after”", "2026-12-03 16:00"),
        ("2026-12-03 16:00 CET", "“CET”, which has several meanings", "2026-12-03 16:00 Europe/Paris"),
        ("2026-12-03 16:00 IST", "“IST”", "Asia/Kolkata or Europe/Dublin"),
        ("2026-12-03 16:00 London time", "no time zone", "2026-12-03 16:00 Europe/London"),
        ("2026-12-03 16:00 Europe/Londn", "no time zone “Europe/Londn”", "Europe/London?"),
        ("soon " * 60, "too long", "2026-12-01 16:00"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_an_error_with_the_line_to_write(
    text: str, says: str, fix: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_time(text, TODAY)
    assert says in caught.value.message
    assert caught.value.message.startswith("meeting.date")
    assert fix in caught.value.fix


@pytest.mark.parametrize(
    "text", ["2026-12-03 all day", "3 December 2026 (whole day)", "All-day, 2026-12-03"]
)
def test_all_day_is_a_day_without_an_hour(text: str) -> None:
    assert read_time(text, TODAY) == WrittenTime(DAY, None)


def test_a_weekday_settles_which_of_two_days_is_meant() -> None:
    assert read_time("Friday 03/04/2026 16:00", TODAY).day == datetime.date(2026, 4, 3)
    assert read_time("Wednesday 03/04/2026 16:00", TODAY).day == datetime.date(2026, 3, 4)


def test_a_day_that_cannot_be_a_month_is_no_riddle() -> None:
    assert read_time("13/04/2026 16:00", TODAY).day == datetime.date(2026, 4, 13)
    assert read_time("04/13/2026 16:00", TODAY).day == datetime.date(2026, 4, 13)
    assert read_time("04/04/2026 16:00", TODAY).day == datetime.date(2026, 4, 4)


def test_today_counts_as_still_to_come() -> None:
    assert read_time("24 November, 4 pm", TODAY).day == TODAY


def test_a_day_is_read_without_its_hour() -> None:
    assert read_day("2026-12-03", TODAY) == DAY
    assert read_day("Thursday 3 December, some time", TODAY) == DAY


@settings(deadline=None)
@given(st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2100, 1, 1)))
def test_every_minute_written_as_iso_is_read_back(moment: datetime.datetime) -> None:
    found = read_time(f"{moment:%Y-%m-%d %H:%M}", TODAY)
    assert (found.day, found.clock) == (
        moment.date(),
        moment.time().replace(second=0, microsecond=0),
    )


@settings(deadline=None)
@given(
    st.text(max_size=80)
    | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9:apmT+Z -]{0,16}")
)
def test_any_text_is_a_time_or_an_error_with_a_fix(text: str) -> None:
    try:
        read_time(text, TODAY)
    except InputError as error:
        assert error.message
        assert error.fix


@pytest.mark.parametrize("written", ["17 décembre 2026 14h00", "3 de diciembre de 2026, 16:00"])
def test_a_month_in_another_language_is_named_as_what_is_not_understood(written: str) -> None:
    with pytest.raises(InputError, match="has a month that is not understood"):
        read_time(written, datetime.date(2026, 11, 24))
