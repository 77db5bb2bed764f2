"""Coach style in a real browser: one question at a time, the message beside it, nothing lost."""

import re
from collections.abc import Callable

import pytest
from conftest import OpenApp
from looking import drawn
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]
Shoot = Callable[[Page, str], None]
TIMEOUT = 20_000
ANSWERS = (
    ("Who are you writing to", "Dr. Elena Ruiz"),
    ("What has Dr. Ruiz done", "she moved from clinical reporting to leading forecasting"),
    ("What is the one decision", "whether to take the team lead job or stay technical"),
    ("What one question", "What made you choose management over staying technical?"),
    ("What is the smallest thing", "a call, 20 minutes, Tuesday after 4"),
    ("How would you introduce yourself", "Priya Nair, data analyst at Northfield Hospital"),
)


def begin(page: Page) -> None:
    page.get_by_role("radio", name="Coach: only asks").click()
    expect(page.get_by_text(ANSWERS[0][0])).to_be_visible(timeout=TIMEOUT)


def box(page: Page) -> Locator:
    """The one box for an answer; for a moment the one before may still be there."""
    found = page.get_by_label("Your answer")
    expect(found).to_have_count(1, timeout=TIMEOUT)
    return found


def answer(page: Page, many: int) -> None:
    for question, text in ANSWERS[:many]:
        expect(page.get_by_text(question)).to_be_visible(timeout=TIMEOUT)
        drawn(page)
        box(page).fill(text)
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_text(question)).to_have_count(0, timeout=TIMEOUT)


def test_the_answers_become_a_message_that_can_be_edited(open_app: OpenApp) -> None:
    page = open_app()
    begin(page)
    answer(page, len(ANSWERS))
    page.get_by_role("button", name="Edit and check it").click()
    letter = page.get_by_label("Message", exact=True)
    expect(letter).to_have_value(re.compile(r"^Hello Dr\. Ruiz,"), timeout=TIMEOUT)
    assert (
        "Would you have 20 minutes for a call? I could do Tuesday after 4." in letter.input_value()
    )


def test_nothing_is_lost_by_a_reload_or_another_page(open_app: OpenApp) -> None:
    page = open_app()
    begin(page)
    answer(page, 2)
    box(page).fill("whether to ta")
    box(page).blur()
    page.wait_for_timeout(800)
    page.reload()
    expect(page.get_by_text(ANSWERS[2][0])).to_be_visible(timeout=TIMEOUT)
    expect(box(page)).to_have_value("whether to ta")
    page.get_by_role("link", name="Prepare").click()
    expect(page.get_by_role("heading", name="Prepare", level=1)).to_be_visible(timeout=TIMEOUT)
    page.get_by_role("link", name="Reach out").click()
    expect(box(page)).to_have_value("whether to ta", timeout=TIMEOUT)
    expect(page.get_by_text("moved from clinical reporting").first).to_be_visible()


def test_it_can_be_done_with_the_keyboard_alone(open_app: OpenApp) -> None:
    page = open_app()
    begin(page)
    box(page).focus()
    page.keyboard.type("Elena")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("What has Elena done")).to_be_visible(timeout=TIMEOUT)


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [
        ("1280", 1280, False),
        ("390", 390, False),
        ("1280-dark", 1280, True),
        ("390-dark", 390, True),
    ],
)
def test_it_fits_its_window(
    name: str, width: int, dark: bool, open_app: OpenApp, shoot: Shoot
) -> None:
    page = open_app(width=width, dark=dark)
    begin(page)
    shoot(page, f"interview-start-{name}")
    answer(page, 3)
    expect(page.get_by_text("Still to come")).to_be_visible(timeout=TIMEOUT)
    shoot(page, f"interview-{name}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text(ANSWERS[3][0])).to_have_count(0, timeout=TIMEOUT)
