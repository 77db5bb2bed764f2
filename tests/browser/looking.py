"""Looks at a page as it is drawn."""

from playwright.sync_api import Page


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
