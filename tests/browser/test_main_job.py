"""A person with a message to send, in a real browser."""

import re
from collections.abc import Callable

import pytest
from looking import overflow
from playwright.sync_api import Locator, Page, expect

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
TIMEOUT = 60_000
"""Milliseconds; the first search of a fresh data folder reads the whole guidance."""


def fill(page: Page, values: dict[str, str] = SIX) -> None:
    for label, value in values.items():
        page.get_by_label(label, exact=True).fill(value)


def write(page: Page) -> str:
    page.get_by_role("button", name="Write my message").click()
    message = page.get_by_label("Message", exact=True)
    message.wait_for(timeout=TIMEOUT)
    page.get_by_text("checks passed").wait_for(timeout=TIMEOUT)
    return message.input_value()


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
    page.get_by_role("radio", name="What it rests on").click()
    page.locator(".told").first.wait_for(timeout=TIMEOUT)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.locator("[data-testid=stMain] b").count() == 0


def rests_on(page: Page) -> tuple[Locator, Locator, Locator]:
    """A message with words of the person's own: a told one, an untold one, and the note."""
    fill(page)
    message = page.get_by_label("Message", exact=True)
    message.fill(write(page).replace("Best", "I won a prize in Lisbon.\n\nBest"))
    message.blur()
    page.get_by_text("“I won a prize in Lisbon”", exact=True).wait_for(timeout=TIMEOUT)
    page.get_by_role("radio", name="What it rests on").click()
    told = page.locator(".told.brief", has_text="night rota")
    told.wait_for(timeout=TIMEOUT)
    return told, page.locator(".told.unsupported", has_text="Lisbon"), page.locator(".note")


def test_what_words_rest_on_is_shown_under_the_pointer(open_app: OpenApp) -> None:
    page = open_app()
    told, claim, note = rests_on(page)
    expect(note).to_be_hidden()
    told.hover()
    expect(note).to_contain_text("From what you told us: why them")
    claim.hover()
    expect(note).to_contain_text("Is it true?")
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    claim.hover()
    expect(note).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(note).to_be_hidden()


def test_what_words_rest_on_is_shown_to_the_keyboard_and_told_with_the_words(
    open_app: OpenApp,
) -> None:
    page = open_app()
    told, claim, note = rests_on(page)
    claim.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(claim).to_be_focused()
    expect(note).to_contain_text("Is it true?")
    expect(claim).to_have_accessible_description(
        re.compile("did not tell us|not in what you told us")
    )
    expect(told).to_have_accessible_description("From what you told us: why them.")
    expect(claim).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(claim).not_to_be_focused()
    expect(claim).to_have_attribute("aria-expanded", "false")


def test_what_words_rest_on_is_shown_at_a_tap_on_a_phone(open_app: OpenApp, shoot: Shoot) -> None:
    page = open_app(width=390, dark=True, touch=True)
    told, claim, note = rests_on(page)
    claim.tap()
    expect(note).to_contain_text("Is it true?")
    assert overflow(page) == []
    shoot(page, "reach-out-rests-390")
    told.tap()
    expect(note).to_contain_text("From what you told us")
    page.get_by_role("heading", name="Your message").tap()
    expect(note).to_be_hidden()
    page.get_by_role("radio", name="Edit").tap()
    expect(page.get_by_label("Message", exact=True)).to_have_value(
        re.compile("prize in Lisbon"), timeout=TIMEOUT
    )


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
