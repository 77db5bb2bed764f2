"""A person with a message to send, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

SIX = {
    "Your name": "Ana Silva",
    "What you do": "junior nurse",
    "Their name": "Dr. Lee",
    "When could you talk?": "Friday morning",
    "Why them?": "you rebuilt the night rota at St. Mary's",
    "What would you like to ask?": "How did you win over the senior nurses?",
}
TIMEOUT = 30_000


def fill(page: Page, values: dict[str, str] = SIX) -> None:
    for label, value in values.items():
        page.get_by_label(label, exact=True).fill(value)


def write(page: Page) -> str:
    page.get_by_role("button", name="Write my message").click()
    message = page.get_by_label("Message", exact=True)
    message.wait_for(timeout=TIMEOUT)
    page.get_by_text("checks passed").wait_for(timeout=TIMEOUT)
    return message.input_value()


def overflow(page: Page) -> list[str]:
    """The elements that stick out of the window to the right."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


def test_six_fields_become_a_message_on_the_clipboard(open_app: OpenApp) -> None:
    page = open_app()
    fill(page)
    body = write(page)
    assert "Dr. Lee" in body
    assert "night rota" in body
    page.get_by_role("button", name="Copy message").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == body


def test_the_checks_follow_an_edit_made_in_place(open_app: OpenApp) -> None:
    page = open_app()
    fill(page)
    body = write(page)
    message = page.get_by_label("Message", exact=True)
    message.fill(body + "\n\nI would love to pick your brain.")
    message.blur()
    expect(page.get_by_text("“pick your brain”", exact=True)).to_be_visible(timeout=TIMEOUT)


def test_everything_typed_outlives_a_page_switch_and_a_reload(open_app: OpenApp) -> None:
    page = open_app()
    fill(page)
    body = write(page)
    page.get_by_role("link", name="Prepare").click()
    expect(page.get_by_label("Who are you meeting?", exact=True)).to_have_value(
        "Dr. Lee", timeout=TIMEOUT
    )
    page.get_by_role("link", name="Reach out").click()
    for _ in range(2):
        for label, value in SIX.items():
            expect(page.get_by_label(label, exact=True)).to_have_value(value, timeout=TIMEOUT)
        expect(page.get_by_label("Message", exact=True)).to_have_value(body)
        page.reload()


def test_markup_in_any_field_is_shown_and_never_run(open_app: OpenApp) -> None:
    page = open_app()
    hostile = "<img src=x onerror=alert(1)> ![](http://evil.example/a.png) <b>b</b>"
    fill(page, {label: f"{value} {hostile}" for label, value in SIX.items()})
    page.on("dialog", lambda _: pytest.fail("markup was run"))
    page.get_by_role("button", name="Write my message").click()
    page.get_by_label("Message", exact=True).wait_for(timeout=TIMEOUT)
    page.get_by_text("Where each sentence comes from").click()
    page.wait_for_timeout(500)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.locator("[data-testid=stMain] b").count() == 0


def test_the_form_can_be_walked_by_keyboard_down_to_the_button(open_app: OpenApp) -> None:
    page = open_app()
    page.get_by_label("Your name", exact=True).focus()
    seen: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
        )
        seen.append(str(name).strip())
        if seen[-1] == "Write my message":
            break
    fields = [name for name in seen if name in SIX or name == "Write my message"]
    assert fields == [*list(SIX)[1:], "Write my message"]


def test_a_missing_name_is_said_beside_the_form(open_app: OpenApp) -> None:
    page = open_app()
    page.get_by_label("Your name", exact=True).fill("Ana Silva")
    page.get_by_role("button", name="Write my message").click()
    expect(page.get_by_role("alert")).to_contain_text("Their name", timeout=TIMEOUT)
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Ana Silva")


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("1280", 1280, False), ("390", 390, False), ("1280-dark", 1280, True)],
)
def test_every_page_fits_its_window(
    open_app: OpenApp, shoot: Shoot, name: str, width: int, dark: bool
) -> None:
    page = open_app(width=width, dark=dark)
    shoot(page, f"reach-out-empty-{name}")
    assert overflow(page) == []
    page.get_by_role("button", name="Fill with an example").click()
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Priya Nair", timeout=TIMEOUT)
    write(page)
    shoot(page, f"reach-out-{name}")
    assert overflow(page) == []
    for link, button, ready in (
        ("Prepare", "Plan my meeting", "Copy agenda"),
        ("Reflect", "Ask me", "Copy reflection"),
    ):
        page.get_by_role("link", name=link).click()
        page.get_by_role("button", name="Fill with an example").click()
        page.get_by_role("button", name="Put back what I had").wait_for(timeout=TIMEOUT)
        page.get_by_role("button", name=button).click()
        page.get_by_role("button", name=ready).wait_for(timeout=TIMEOUT)
        shoot(page, f"{link.lower()}-{name}")
        assert overflow(page) == []
    page.get_by_role("link", name="Guidance", exact=True).click()
    page.get_by_label("Search the guidance").fill("how do I follow up")
    page.get_by_role("link", name="Follow up once").first.wait_for(timeout=TIMEOUT)
    shoot(page, f"guidance-{name}")
    assert overflow(page) == []
    page.get_by_role("link", name="Follow up once").first.click()
    page.get_by_role("heading", name="Ask yourself").wait_for(timeout=TIMEOUT)
    shoot(page, f"card-{name}")
    assert overflow(page) == []


def test_buttons_pressed_faster_than_the_page_follows_all_count(open_app: OpenApp) -> None:
    page = open_app()
    page.get_by_role("button", name="Fill with an example").click()
    page.get_by_role("button", name="Write my message").click()
    message = page.get_by_label("Message", exact=True)
    message.wait_for(timeout=TIMEOUT)
    assert "Priya Nair" in message.input_value()


def test_an_edit_made_just_before_a_button_is_pressed_is_kept(open_app: OpenApp) -> None:
    page = open_app()
    fill(page)
    body = write(page)
    page.get_by_label("Message", exact=True).fill(body + "\n\nPS: mine.")
    page.get_by_role("button", name="Try another approach").click()
    page.get_by_text("2 of 2").wait_for(timeout=TIMEOUT)
    page.get_by_role("button", name="Version before").click()
    page.get_by_text("1 of 2").wait_for(timeout=TIMEOUT)
    expect(page.get_by_label("Message", exact=True)).to_have_value(body + "\n\nPS: mine.")
