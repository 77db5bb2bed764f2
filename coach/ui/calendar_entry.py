"""A meeting as an entry for the person's own calendar, at the right hour of the right place."""

import datetime
from collections.abc import Callable
from contextlib import suppress

import streamlit as st

from coach.domain.brief import AgendaBrief
from coach.domain.results import AgendaDraft
from coach.errors import InputError
from coach.settings import read_places
from coach.ui.literal import literal
from coach.ui.memory import keep, recall
from coach.ui.saving import ICS, download

ZONE = "all.zone"
"""Where the chosen time zone is kept, once for all meetings."""


def show_calendar(
    draft: AgendaDraft, brief: AgendaBrief, name: str, in_form_words: Callable[[str], str]
) -> None:
    """When the meeting is, in which time zone, and the file; or what is missing for it."""
    if not brief.meeting.date:
        st.caption(
            literal(
                in_form_words(
                    "For a calendar entry, fill in meeting.date with the day and the time, "
                    f"such as {_sample()}."
                )
            )
        )
        return
    from coach.export.meeting_time import meeting_time  # noqa: PLC0415 - only with a date
    from coach.export.written_time import read_time  # noqa: PLC0415

    now = datetime.datetime.now(datetime.UTC)
    try:
        written = read_time(brief.meeting.date, datetime.date.today())
    except InputError as problem:
        _say(problem, in_form_words)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="calendar"):
        zone = written.zone or (_choose_zone() if written.clock else None)
        try:
            when = meeting_time(written, draft.minutes, zone)
        except InputError as problem:
            _say(problem, in_form_words)
            return

        def make() -> bytes:
            from coach.export.ics import to_ics  # noqa: PLC0415 - when it is wanted

            return to_ics(draft, when, brief.meeting, brief.recipient.name, now)

        download("Calendar (.ics)", make, name, ICS, "prepare-ics")
    said = f"In your calendar: {when.in_words()}"
    said += "." if when.is_all_day else ", with a reminder 15 minutes before."
    if when.is_over(now):
        said += " That is over already: check the date."
    st.caption(said)


def _choose_zone() -> str | None:
    """The time zone the person chose; at first their own."""
    from coach.export.zones import zone_names  # noqa: PLC0415 - only with a date

    usual = _usual_zone()
    key = recall(ZONE, usual)
    known = dict.fromkeys((*zone_names(), usual, st.session_state[key]))
    st.selectbox(
        "Time zone",
        [name for name in known if name],
        key=key,
        index=None if usual is None else 0,
        placeholder="Choose a place",
        format_func=lambda name: name.replace("_", " "),
        width=230,
    )
    keep(ZONE)
    chosen = st.session_state[key]
    return str(chosen) if chosen else None


def _usual_zone() -> str | None:
    """What the person set, else where their browser is, else where this computer is."""
    from coach.export.zones import computer_zone, zone_named  # noqa: PLC0415 - only with a date

    asked = (
        ("COACH_TIMEZONE", read_places().timezone),
        ("the browser", st.context.timezone or ""),
    )
    for one in asked:
        with suppress(InputError):
            if one[1]:
                return zone_named(one[1], one[0])
    return computer_zone()


def _sample() -> str:
    coming = datetime.date.today() + datetime.timedelta(days=7)
    return f"{coming.day} {coming:%B %Y}, 4 pm"


def _say(problem: InputError, in_form_words: Callable[[str], str]) -> None:
    fix = problem.fix.replace("meeting.date: ", "")  # there is a field for it, so the time alone
    said = f"{in_form_words(problem.message)}. {in_form_words(fix)}"
    st.caption(f"No calendar entry yet. {literal(said)}")
