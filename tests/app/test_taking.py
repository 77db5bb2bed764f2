"""“Take it with you”: what is offered for which result, and what is said when something is missing."""

import datetime
import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from seen import headings, said
from streamlit.testing.v1 import AppTest

from coach.domain.brief import AgendaBrief, OutreachBrief
from coach.domain.results import AgendaDraft, AgendaItem
from coach.domain.vocabulary import Style
from coach.ui.taking import Luggage

Open = Callable[..., AppTest]
LABELS = {
    "eml": "E-mail draft (.eml)",
    "docx": "Word (.docx)",
    "md": "Text (.md)",
    "ics": "Calendar (.ics)",
}


def mail_link(page: AppTest) -> str:
    (link,) = [one for one in page.get("link_button") if one.proto.label == "Open in mail app"]
    return str(link.proto.url)


def planned(open_page: Open, when: str = "") -> AppTest:
    page = open_page("prepare")
    page.text_input(key="prepare.recipient.name").set_value("Dr. Lee")
    page.text_input(key="prepare.topic").set_value("the night rota")
    page.session_state["prepare-more"] = True
    page = page.run()
    page.text_input(key="prepare.meeting.date").set_value(when)
    return page.button(key="prepare-write").click().run()


def offered(page: AppTest) -> set[str]:
    return {one.label for one in page.download_button}


def plainly(page: AppTest) -> str:
    """What the page says, without escapes."""
    return said(page).replace("\\", "").replace("\u2060", "")


def draft() -> AgendaDraft:
    item = AgendaItem(minutes=30, title="Roles", why="It matters.")
    return AgendaDraft(style=Style.MENTOR, title="t", purpose="p", minutes=30, items=(item,))


def test_a_file_is_called_after_the_person_and_the_day() -> None:
    brief = AgendaBrief.model_validate(
        {"recipient": "Dr. Lee / ../x", "topic": "t", "meeting": {"date": "2026-12-03"}}
    )
    luggage = Luggage(draft(), "prepare", "agenda", brief)
    assert luggage.name("docx") == "agenda-dr-lee-x-2026-12-03.docx"


@pytest.mark.parametrize("date", ["", "next week", "03/04/2026"])
def test_a_day_that_is_not_clear_is_not_in_the_name(date: str) -> None:
    brief = AgendaBrief.model_validate(
        {"recipient": "Dr. Lee", "topic": "t", "meeting": {"date": date}}
    )
    assert Luggage(draft(), "prepare", "agenda", brief).name("md") == "agenda-dr-lee.md"


def test_an_introduction_request_is_called_after_its_reader() -> None:
    brief = OutreachBrief.model_validate(
        {
            "recipient": "Dr. Lee",
            "via": "Ana Silva",
            "topic": "t",
            "purpose": "introduction-request",
        }
    )
    assert Luggage(draft(), "reach", "message", brief).person == "Ana Silva"


def test_an_agenda_with_day_and_hour_is_offered_to_the_calendar(open_page: Open) -> None:
    page = planned(open_page, "3 December 2099, 4 pm")
    assert not page.exception
    assert "Take it with you" in headings(page)
    assert offered(page) == set(LABELS.values())
    assert "Thursday 3 December 2099, 16:00–16:30" in plainly(page)
    assert "subject=" in mail_link(page)
    assert "leaves out “Before you go”" in plainly(page)


def test_a_meeting_of_all_day_asks_for_no_time_zone(open_page: Open) -> None:
    page = planned(open_page, "3 December 2099, all day")
    assert not [one for one in page.selectbox if one.key == "all.zone"]
    assert "In your calendar: Thursday 3 December 2099, all day." in plainly(page)


def test_a_day_that_is_over_is_pointed_out(open_page: Open) -> None:
    page = planned(open_page, "2020-12-03 16:00")
    assert "That is over already" in plainly(page)


def test_the_time_zone_is_chosen_and_shown(open_page: Open) -> None:
    page = planned(open_page, "2099-12-03 16:00")
    page = page.selectbox(key="all.zone").set_value("Asia/Kolkata").run()
    assert "16:00–16:30 (Asia/Kolkata)" in plainly(page)


def test_a_zone_in_the_date_leaves_nothing_to_choose(open_page: Open) -> None:
    page = planned(open_page, "2099-12-03 16:00 Europe/London")
    assert not [one for one in page.selectbox if one.key == "all.zone"]
    assert "(Europe/London)" in plainly(page)


def test_a_time_that_is_not_clear_says_so_in_the_forms_own_words(open_page: Open) -> None:
    page = planned(open_page, "Thursday at 4 pm")
    assert LABELS["ics"] not in offered(page)
    shown = plainly(page)
    assert "“When?”: “Thursday at 4 pm” names a weekday but no date" in shown
    assert "meeting.date" not in shown
    assert re.search(r"coming Thursday, write \d{4}-\d\d-\d\d 16:00\.", shown)


def test_without_a_time_the_page_says_what_would_make_a_calendar_entry(open_page: Open) -> None:
    page = planned(open_page)
    assert LABELS["ics"] not in offered(page)
    day = datetime.date.today() + datetime.timedelta(days=7)
    coming = f"{day.day} {day:%B %Y}, 4 pm"
    assert f"fill in “When?” with the day and the time, such as {coming}." in plainly(page)


def test_a_reflection_goes_to_paper_and_to_the_persons_own_mail(open_page: Open) -> None:
    page = open_page("reflect")
    page.text_input(key="reflect.recipient.name").set_value("Dr. Lee")
    page.text_area(key="reflect.notes").set_value("she said: start small")
    page = page.button(key="reflect-write").click().run()
    assert offered(page) == {LABELS["eml"], LABELS["docx"], LABELS["md"]}
    assert "subject=Reflection" in mail_link(page)


def written(open_page: Open, channel: str) -> AppTest:
    page = open_page("reach_out")
    page.button(key="reach-example").click().run()
    page.session_state["reach-more"] = True
    page.run()
    page.segmented_control(key="reach.channel").set_value(channel)
    return page.button(key="reach-write").click().run()


def test_a_mail_opens_in_the_mail_program(open_page: Open) -> None:
    page = written(open_page, "email")
    assert mail_link(page).startswith("mailto:?subject=One%20question")
    assert "Dear Dr. Elena Ruiz,\r\n\r\n" in unquote(mail_link(page))
    assert "too long for a link" not in plainly(page)


def test_of_a_mail_too_long_for_a_link_the_page_says_what_is_left_out(open_page: Open) -> None:
    page = written(open_page, "email")
    page = page.text_area(key="reach.body").set_value("word " * 600).run()
    assert "&body=" not in mail_link(page)
    assert "the link brings the subject alone" in plainly(page)


def test_a_chat_message_is_not_offered_to_a_mail_program(open_page: Open) -> None:
    page = written(open_page, "chat")
    assert not page.get("link_button")
    assert LABELS["eml"] not in offered(page)
