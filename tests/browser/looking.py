"""Looks at a page as it is drawn."""

from contextlib import suppress

from playwright.sync_api import Page, expect

TRIES = 3
PATIENCE = 20_000
"""Milliseconds one try may take; a first choice imports a lot."""


def overflow(page: Page) -> list[str]:
    """The elements that stick out of the window to the right."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


def drawn(page: Page) -> None:
    """Wait until the app has drawn the page to its end, so that every field is where Tab finds it."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def use_model(page: Page, url: str, key: str = "") -> None:
    """Choose the model of the server at ``url`` on the page Model, with a key if one is given."""
    page.get_by_text("Another provider or server").click()
    page.get_by_label("Provider and model").wait_for()
    drawn(page)
    title = page.locator(".st-key-model-title")
    for _ in range(TRIES):
        if key:
            page.get_by_label("Key, if that server asks for one").fill(key)
        page.get_by_label("Provider and model").fill("openai:scripted")
        page.get_by_label("Address of the server").fill(url)
        page.locator(".st-key-model-use-other button").click()
        with suppress(AssertionError):
            expect(title).to_contain_text("scripted", timeout=PATIENCE)
            return
    expect(title).to_contain_text("scripted")
