"""What is taken along, in a real browser: the files that arrive open in their own readers."""

import email
import io
from collections.abc import Callable
from email.policy import default
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

FIRST = 240_000
"""Milliseconds that the first result may take: a fresh app reads all of the guidance for it."""
OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]


def planned(page: Page, when: str) -> Page:
    page.get_by_label("Who are you meeting?", exact=True).fill("Dr. Lee")
    page.get_by_label("What is it about?", exact=True).fill("the night rota")
    page.get_by_label("What do you want to ask?", exact=True).fill(
        "How did you begin?\nWhat would you drop?"
    )
    page.get_by_text("More detail").click()
    page.get_by_label("When?", exact=True).fill(when)
    page.get_by_label("When?", exact=True).press("Tab")
    page.get_by_role("button", name="Plan my meeting").click()
    page.get_by_role("heading", name="Take it with you").wait_for(timeout=FIRST)
    return page


def saved(page: Page, label: str) -> tuple[str, bytes]:
    """The name and bytes of what a button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_agenda_is_saved_in_every_format(open_app: OpenApp, shoot: Shoot, width: int) -> None:
    page = planned(open_app("prepare", width=width), "3 December 2099, 4 pm")
    page.get_by_text("In your calendar: Thursday 3 December 2099, 16:00–16:30").wait_for()
    shoot(page, f"take-along-{width}")
    name, data = saved(page, "Word (.docx)")
    assert name == "agenda-dr-lee-2099-12-03.docx"
    assert docx.Document(io.BytesIO(data)).tables
    name, data = saved(page, "Calendar (.ics)")
    assert name == "agenda-dr-lee-2099-12-03.ics"
    assert [str(event["summary"]) for event in Calendar.from_ical(data).walk("VEVENT")]
    _, data = saved(page, "E-mail draft (.eml)")
    assert email.message_from_bytes(data, policy=default)["X-Unsent"] == "1"
    _, data = saved(page, "Text (.md)")
    assert data.startswith(b"# ")


def test_a_changed_time_zone_is_in_the_file(open_app: OpenApp) -> None:
    page = planned(open_app("prepare"), "2099-12-03 16:00")
    page.get_by_label("Time zone", exact=True).fill("Kolkata")
    page.get_by_label("Time zone", exact=True).press("Enter")
    page.get_by_text("16:00–16:30 (Asia/Kolkata)").wait_for()
    _, data = saved(page, "Calendar (.ics)")
    assert b"DTSTART;TZID=Asia/Kolkata:20991203T160000" in data


def test_a_day_without_an_hour_says_what_is_missing(open_app: OpenApp, shoot: Shoot) -> None:
    page = planned(open_app("prepare"), "Thursday at 4 pm")
    page.get_by_text("names a weekday but no date").wait_for()
    assert page.get_by_role("button", name="Calendar (.ics)").count() == 0
    shoot(page, "take-along-no-date")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_reflection_is_taken_along_with_its_answers(
    open_app: OpenApp, shoot: Shoot, width: int
) -> None:
    page = open_app("reflect", width=width)
    page.get_by_label("Whom did you meet?", exact=True).fill("Dr. Lee")
    page.get_by_label("What was said?", exact=True).fill("start small")
    page.get_by_role("button", name="Ask me").click()
    page.get_by_role("heading", name="Take it with you").wait_for(timeout=FIRST)
    answer = page.locator("[class*=st-key-stage-what] textarea").first
    answer.fill("She laughed.")
    answer.press("Tab")
    page.get_by_role("button", name="Text (.md)").wait_for()
    shoot(page, f"take-along-reflection-{width}")
    name, data = saved(page, "Word (.docx)")
    assert name == "reflection-dr-lee.docx"
    assert "She laughed." in [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_message_opens_in_the_mail_app(open_app: OpenApp, shoot: Shoot) -> None:
    page = open_app()
    page.get_by_role("button", name="Fill with an example").click()
    page.get_by_role("button", name="Write my message").click()
    link = page.get_by_role("link", name="Open in mail app")
    link.wait_for()
    address = link.get_attribute("href")
    assert address is not None
    assert address.startswith("mailto:?subject=")
    assert "%0D%0A" in address
    shoot(page, "take-along-message")
    name, _ = saved(page, "E-mail draft (.eml)")
    assert name == "message-dr-elena-ruiz.eml"
