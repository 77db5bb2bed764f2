"""A person with something on their mind, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 120_000
"""The first answer may have to wait until the guidance has been read for the first time."""
QUESTION = "They never replied"
PRESS = 100
"""Milliseconds a person holds the mouse button. At 0, Streamlit sends the page change before the
text just typed, and the text then takes the person back."""


def ask(page: Page, question: str) -> None:
    page.get_by_label("What is on your mind?").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def overflow(page: Page) -> list[str]:
    """The elements that stick out of the window to the right."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


def cited(page: Page) -> None:
    page.get_by_role("heading", name="What this rests on").wait_for(timeout=TIMEOUT)


def test_an_example_is_answered_with_cards_that_can_be_opened(open_app: OpenApp) -> None:
    page = open_app("ask")
    page.get_by_role("button", name=QUESTION).click()
    cited(page)
    expect(page.get_by_label("What is on your mind?")).to_have_value(QUESTION)
    expect(page.get_by_text("Evidence:").first).to_be_visible()
    page.get_by_role("link", name="[1]").click()
    page.get_by_role("heading", name="Ask yourself").wait_for(timeout=TIMEOUT)


def test_what_is_quoted_stands_in_the_answer(open_app: OpenApp) -> None:
    page = open_app("ask")
    ask(page, QUESTION)
    cited(page)
    page.get_by_text("The words quoted").click()
    quote = page.locator("blockquote").first
    quote.wait_for(timeout=TIMEOUT)
    prose = page.locator(".st-key-ask-prose").inner_text()
    assert quote.inner_text().rpartition("[")[0].strip() in prose


def test_question_style_and_thoughts_outlive_a_page_switch_and_a_reload(open_app: OpenApp) -> None:
    page = open_app("ask")
    page.get_by_role("radio", name="Coach: only asks").click()
    ask(page, QUESTION)
    thoughts = page.get_by_label("Room to think in writing", exact=True)
    thoughts.wait_for(timeout=TIMEOUT)
    thoughts.fill("I know nothing, really.")
    page.get_by_role("link", name="Reflect").click(delay=PRESS)
    page.get_by_role("heading", name="Reflect", level=1).wait_for()
    page.get_by_role("link", name="Ask", exact=True).click()
    for _ in range(2):
        expect(thoughts).to_have_value("I know nothing, really.", timeout=TIMEOUT)
        expect(page.get_by_label("What is on your mind?")).to_have_value(QUESTION)
        expect(page.get_by_role("radio", name="Coach: only asks")).to_be_checked()
        page.reload()


def test_the_coach_shows_one_question_and_then_another(open_app: OpenApp) -> None:
    page = open_app("ask")
    page.get_by_role("radio", name="Coach: only asks").click()
    ask(page, QUESTION)
    asked = page.locator(".st-key-ask-asked")
    asked.wait_for(timeout=TIMEOUT)
    first = asked.inner_text()
    page.get_by_role("button", name="Another question").click()
    expect(asked).not_to_have_text(first, timeout=TIMEOUT)
    assert page.locator(".st-key-ask-asked").count() == 1


def test_without_an_answer_there_are_topics_to_follow(open_app: OpenApp) -> None:
    page = open_app("ask")
    ask(page, "how do I pay my taxes")
    page.get_by_text("The guidance has nothing on").wait_for(timeout=TIMEOUT)
    page.locator(".st-key-ask-nearest").get_by_role("link").first.click()
    page.get_by_role("heading", name="Guidance", level=1).wait_for(timeout=TIMEOUT)


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("1280", 1280, False), ("390", 390, False), ("390-dark", 390, True)],
)
def test_every_answer_fits_its_window(
    open_app: OpenApp, shoot: Shoot, name: str, width: int, dark: bool
) -> None:
    page = open_app("ask", width=width, dark=dark)
    page.get_by_role("button", name=QUESTION).wait_for()
    shoot(page, f"ask-empty-{name}")
    assert overflow(page) == []
    ask(page, QUESTION)
    cited(page)
    shoot(page, f"ask-mentor-{name}")
    assert overflow(page) == []
    page.get_by_role("radio", name="Coach: only asks").click()
    page.get_by_text("A question for you").wait_for(timeout=TIMEOUT)
    shoot(page, f"ask-coach-{name}")
    assert overflow(page) == []
    ask(page, "how do I pay my taxes " + "x" * 200)
    page.get_by_text("The guidance has nothing on").wait_for(timeout=TIMEOUT)
    shoot(page, f"ask-none-{name}")
    assert overflow(page) == []
