"""The library in a real browser: search, filter, read a card, take it along to the draft."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 60_000
"""Milliseconds; the first search of a fresh data folder reads the whole guidance."""
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def overflow(page: Page) -> list[str]:
    """The elements that stick out of the window to the right."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


def ready(page: Page) -> Page:
    """Wait until the page is drawn to its foot."""
    page.get_by_text("What the guidance rests on").wait_for(timeout=TIMEOUT)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=TIMEOUT)
    return page


def show_filters(page: Page) -> None:
    """On a phone the filters wait behind a switch."""
    switch = page.get_by_text("Filters", exact=True)
    if switch.is_visible():
        switch.click()
    expect(pill(page, "The first message")).to_be_visible(timeout=TIMEOUT)


def pill(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).or_(
        page.get_by_role("radio", name=name, exact=True)
    )


def search(page: Page, words: str) -> None:
    page.get_by_label("Search the guidance").press_sequentially(words, delay=10)


def card_link(page: Page, title: str) -> Locator:
    return page.get_by_role("link", name=title, exact=True).first


@WIDTHS
def test_the_contents_lead_to_a_topic_and_its_cards(open_app: OpenApp, width: int) -> None:
    page = ready(open_app("guidance", width=width))
    assert overflow(page) == []
    card_link(page, "Following up").click()
    page.get_by_role("heading", name="Following up").wait_for(timeout=TIMEOUT)
    expect(card_link(page, "Follow up once, a week later, in three lines")).to_be_visible()
    expect(page).to_have_url(re.compile("topic=follow-up"), timeout=TIMEOUT)
    assert overflow(page) == []


@WIDTHS
def test_a_search_answers_as_it_is_typed_and_filters_narrow_it(
    open_app: OpenApp, shoot: Shoot, width: int
) -> None:
    page = ready(open_app("guidance", width=width))
    search(page, "they never replied")
    page.get_by_text("best first").wait_for(timeout=TIMEOUT)
    expect(card_link(page, "Silence is not a verdict on you or your message")).to_be_visible()
    assert overflow(page) == []
    show_filters(page)
    pill(page, "The first message").click()
    page.get_by_text("cards in “The first message”").wait_for(timeout=TIMEOUT)
    expect(page.get_by_label("Search the guidance")).to_have_value("they never replied")
    expect(page).to_have_url(re.compile("stage=first-contact"), timeout=TIMEOUT)
    shoot(page, f"library-search-{width}")
    assert overflow(page) == []
    page.get_by_role("button", name="Search everything").click()
    expect(page.get_by_text("cards in “The first message”")).to_have_count(0, timeout=TIMEOUT)


@WIDTHS
def test_a_subject_beyond_the_guidance_is_named_and_topics_are_offered(
    open_app: OpenApp, width: int
) -> None:
    page = ready(open_app("guidance", width=width))
    search(page, "how to write a cv")
    page.get_by_text("The guidance has nothing on").wait_for(timeout=TIMEOUT)
    expect(page.locator(".st-key-nearest-topics a").first).to_be_visible()
    assert overflow(page) == []


@WIDTHS
def test_a_card_taken_along_stands_by_the_form_until_it_is_removed(
    open_app: OpenApp, shoot: Shoot, width: int
) -> None:
    page = open_app("guidance?card=follow-up-once", width=width)
    page.get_by_text("We last reviewed this card").wait_for(timeout=TIMEOUT)
    shoot(page, f"library-card-{width}")
    assert overflow(page) == []
    page.get_by_role("button", name="Use this in my draft").click()
    page.get_by_role("heading", name="Reach out").wait_for(timeout=TIMEOUT)
    page.get_by_text("To use in your message").wait_for(timeout=TIMEOUT)
    shoot(page, f"library-wanted-{width}")
    assert overflow(page) == []
    page.get_by_role("button", name="Fill with an example").click()
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Priya Nair", timeout=TIMEOUT)
    page.get_by_role("button", name="Write my message").click()
    page.get_by_text("Guidance behind this").click(timeout=TIMEOUT)
    used = page.locator(".st-key-reach-guidance a")
    expect(used.first).to_have_text("Follow up once, a week later, in three lines")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("To use in your message")).to_have_count(0, timeout=TIMEOUT)
    page.get_by_label("Message", exact=True).wait_for()


def test_a_line_to_say_is_copied(open_app: OpenApp) -> None:
    page = open_app("guidance?card=plan-for-where-you-give-up")
    page.get_by_role("button", name="Copy this line").click(timeout=TIMEOUT)
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("I always stop")


def test_lines_of_a_card_are_short_enough_to_read(open_app: OpenApp) -> None:
    page = open_app("guidance?card=plan-for-where-you-give-up")
    page.get_by_text("We last reviewed this card").wait_for(timeout=TIMEOUT)
    longest: int = page.evaluate(
        """() => {
          const text = document.querySelector('.st-key-part-why p').firstChild;
          const range = document.createRange();
          let longest = 0, length = 0, top = null;
          for (let at = 0; at < text.length; at++) {
            range.setStart(text, at); range.setEnd(text, at + 1);
            const here = range.getBoundingClientRect().top;
            if (top !== null && Math.abs(here - top) > 5) length = 0;
            top = here; longest = Math.max(longest, ++length);
          }
          return longest;
        }"""
    )
    assert 55 <= longest <= 78


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, False), (390, True)])
def test_the_coverage_fits_and_reads_as_tables(
    open_app: OpenApp, shoot: Shoot, width: int, dark: bool
) -> None:
    page = ready(open_app("guidance?stage=reflect", width=width, dark=dark))
    page.get_by_text("What the guidance rests on").click()
    stages = page.locator(".st-key-coverage-stages").get_by_role("table")
    expect(stages.get_by_role("row")).to_have_count(11, timeout=TIMEOUT)
    expect(page.locator(".st-key-coverage-topics").get_by_role("table")).to_have_count(10)
    shoot(page, f"library-coverage-{width}{'-dark' * dark}")
    assert overflow(page) == []


def test_filters_outlive_a_reload_and_the_back_button(open_app: OpenApp) -> None:
    page = ready(open_app("guidance"))
    pill(page, "Looking back").click()
    page.get_by_role("heading", name="Looking back", level=2).wait_for(timeout=TIMEOUT)
    page.reload()
    ready(page)
    page.get_by_role("heading", name="Looking back", level=2).wait_for(timeout=TIMEOUT)
    card_link(page, "Rate one task, not yourself").click()
    page.get_by_text("We last reviewed this card").wait_for(timeout=TIMEOUT)
    page.go_back()
    page.get_by_role("heading", name="Looking back", level=2).wait_for(timeout=TIMEOUT)


def test_the_keyboard_goes_from_the_search_through_the_filters_to_the_cards(
    open_app: OpenApp,
) -> None:
    page = ready(open_app("guidance?stage=reflect"))
    page.get_by_label("Search the guidance").focus()
    seen: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
        )
        seen.append(str(name).strip())
        if "Rate one task" in seen[-1]:
            break
    order = [
        next(at for at, name in enumerate(seen) if wanted in name)
        for wanted in (
            "Knowing what you need",
            "A mentor",
            "Evidence",
            "Clear the",
            "Rate one task",
        )
    ]
    assert order == sorted(order)
