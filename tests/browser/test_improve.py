"""A person with a draft of their own, in a real browser: every change is theirs to take or leave."""

from collections.abc import Callable

import pytest
from looking import drawn, overflow
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 60_000
"""Milliseconds; the first review of a fresh app reads the phrases and the guidance."""
SUBJECT = "Your night rota at St. Mary's"
DRAFT = (
    "Dear Dr. Lee,\n\nI hope this email finds you well. I'm just a nurse on the night shift at St. "
    "Mary's. You rebuilt the night rota at your hospital.\n\nHow did you win over the senior "
    "nurses?\n\nCould we have a call sometime?\n\nAna"
)


def paste(page: Page, subject: str = SUBJECT, body: str = DRAFT) -> None:
    page.get_by_label("Subject", exact=True).fill(subject)
    page.get_by_label("Your draft", exact=True).fill(body)
    page.get_by_label("Your draft", exact=True).blur()
    page.get_by_role("heading", name="Keep this").wait_for(timeout=TIMEOUT)


def text(page: Page) -> Locator:
    return page.locator(".st-key-improve-text .body")


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy message").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def focused(page: Page) -> str:
    """What has the focus, by its words, also inside an element with its own document."""
    return " ".join(
        str(
            page.evaluate(
                """() => {
                let at = document.activeElement;
                while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                return at.getAttribute("aria-label") || at.textContent;
            }"""
            )
        ).split()
    )


def tab_to(page: Page, words: str, most: int = 40, tries: int = 2) -> None:
    """Tab on until something has the focus; what is drawn anew on the way may lose it once."""
    for _ in range(most * tries):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    pytest.fail(f"“{words}” is not reached by the keyboard")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_a_draft_is_improved_change_by_change(
    open_app: OpenApp, shoot: Shoot, width: int, dark: bool
) -> None:
    page = open_app("improve", width=width, dark=dark)
    paste(page)
    expect(page.get_by_role("heading", name="Almost there")).to_be_visible()
    expect(text(page).locator("del").first).to_have_text("I hope this email finds you well.")
    shoot(page, f"improve-{width}")
    assert overflow(page) == []
    page.get_by_role("button", name="Accept change 1").click()
    expect(page.get_by_text("✓ Taken")).to_have_count(1, timeout=TIMEOUT)
    expect(text(page)).not_to_contain_text("finds you well")
    page.get_by_role("button", name="Keep mine in place of change 2").click()
    expect(page.get_by_text("Left as you wrote it")).to_have_count(1, timeout=TIMEOUT)
    now = copied(page)
    assert "finds you well" not in now
    assert "I'm just a nurse" in now
    page.get_by_role("button", name="Accept all").click()
    expect(page.get_by_role("heading", name="send it")).to_be_visible(timeout=TIMEOUT)
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    shoot(page, f"improve-accepted-{width}")
    assert overflow(page) == []
    improved = copied(page)
    assert improved != now
    assert "I'm just a nurse" in improved
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Accept all").wait_for(timeout=TIMEOUT)
    assert copied(page) == now
    expect(page.get_by_label("Your draft", exact=True)).to_have_value(DRAFT)


def test_the_keyboard_alone_takes_and_leaves_changes(open_app: OpenApp) -> None:
    page = open_app("improve")
    page.get_by_label("Subject", exact=True).focus()
    page.keyboard.insert_text(SUBJECT)
    page.keyboard.press("Tab")
    page.keyboard.insert_text(DRAFT)
    page.keyboard.press("Tab")
    page.get_by_role("heading", name="Almost there").wait_for(timeout=TIMEOUT)
    text(page).locator("del").first.wait_for(timeout=TIMEOUT)
    drawn(page)
    tab_to(page, "Change 1:")
    page.keyboard.press("Enter")
    assert focused(page) == "Accept change 1"
    page.keyboard.press("Enter")
    expect(page.get_by_text("✓ Taken")).to_have_count(1, timeout=TIMEOUT)
    tab_to(page, "Keep mine in place of change 2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Left as you wrote it")).to_have_count(1, timeout=TIMEOUT)
    expect(text(page)).not_to_contain_text("finds you well")
    expect(text(page)).to_contain_text("I'm just a nurse")


def test_what_nobody_told_us_is_marked_until_the_person_says_it_is_true(
    open_app: OpenApp, shoot: Shoot
) -> None:
    page = open_app("improve", width=390)
    page.get_by_role("button", name="See an example").click()
    draft = page.get_by_label("Your draft", exact=True)
    page.get_by_role("heading", name="Almost there").wait_for(timeout=TIMEOUT)
    draft.fill(draft.input_value().replace("What made", "I won a prize in Lisbon. What made"))
    draft.blur()
    claim = page.get_by_role("button", name="I won a prize in Lisbon")
    claim.wait_for(timeout=TIMEOUT)
    claim.click()
    expect(page.locator(".note")).to_contain_text("Is it true?")
    shoot(page, "improve-unsupported-390")
    assert overflow(page) == []
    page.get_by_role("button", name="It is true").click()
    expect(claim).to_have_count(0, timeout=TIMEOUT)
    page.get_by_role("radio", name="What it rests on").click()
    expect(page.locator(".told.brief", has_text="Lisbon")).to_have_count(1, timeout=TIMEOUT)
