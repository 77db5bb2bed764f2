"""A person who rehearses a talk, in a real browser: from the choice to the look back, and again."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from looking import drawn, overflow
from playwright.sync_api import Page, TimeoutError, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 60_000
TRIES = 3
TURNS = (
    "Thank you for answering my note. I work in an office and made a bench last winter.",
    "How did you get started with it?",
    "So four months of sweeping told him more than a letter. What was the hardest part of that time?",
    "Any advice?",
)
BETTER = "I will make one stool by the end of March. What would you look at first on it?"
BRIEF = """\
kind: agenda
recipient: {name: Dr. Elena Ruiz, role: director of analytics, organisation: Harbor Health}
topic: choosing between a management and a technical track
questions: [What made you choose management over staying technical?]
meeting: {number: 3, minutes: 30, format: walk on the pier}
open_actions: [ask Dana whether I may sit in on her planning]
updates: [I shadowed a team lead for a day]
private_notes: [I am thinking of leaving the hospital]
"""


def talk_of(page: Page, turns: tuple[str, ...], already: int = 0) -> None:
    for place, turn in enumerate(turns, already):
        line = page.get_by_label("What do you say next?", exact=True)
        drawn(page)
        line.fill(turn)
        page.get_by_role("button", name="Say it", exact=True).click()
        expect(page.locator(f".st-key-exchange-{place}")).to_be_visible(timeout=TIMEOUT)
        expect(line).to_have_value("")


def choose_turn(page: Page, place: int) -> None:
    """Open the list of turns and take one; a list that what is drawn anew has closed is opened again."""
    one = page.get_by_role("option").nth(place)
    for _ in range(TRIES):
        page.get_by_role("combobox", name="Try it again from").click()
        with suppress(TimeoutError):
            one.click(timeout=TIMEOUT / 6)
            return
    one.click()


def end(page: Page) -> None:
    page.get_by_role("button", name="End and look back").click()
    expect(page.get_by_role("heading", name="Looking back")).to_be_visible(timeout=TIMEOUT)


def test_a_talk_is_had_paused_looked_back_on_and_tried_again(
    open_app: OpenApp, shoot: Shoot
) -> None:
    page = open_app("rehearse")
    expect(page.get_by_role("button", name="Begin")).to_be_visible(timeout=TIMEOUT)
    page.get_by_role("button", name="Begin").click()
    talk_of(page, TURNS)
    page.reload()  # a pause: the tab was closed and opened again
    expect(page.locator(".st-key-exchange-3")).to_be_visible(timeout=TIMEOUT)
    shoot(page, "rehearse-talk-1280")
    assert overflow(page) == []
    end(page)
    expect(page.get_by_text("This is the first time you look back")).to_be_visible()
    drawn(page)  # what is drawn anew closes an open list
    choose_turn(page, 1)
    page.get_by_role("button", name="Again from here").click()
    expect(page.get_by_role("heading", name="Looking back")).to_be_hidden(timeout=TIMEOUT)
    expect(page.locator(".st-key-exchange-1")).to_be_hidden()
    talk_of(page, (BETTER,), already=1)
    end(page)
    expect(page.get_by_text("(before:").first).to_be_visible()
    expect(page.get_by_role("cell", name="Your share of the words")).to_be_visible()
    shoot(page, "rehearse-beside-1280")
    assert overflow(page) == []
    for label in ("Word (.docx)", "Text (.md)", "To open again (.json)"):
        with page.expect_download() as taken:
            page.get_by_role("button", name=label).click()
        assert Path(taken.value.path()).stat().st_size > 1_000


def test_on_a_dark_phone_a_brief_becomes_a_talk_by_keyboard_alone_and_can_be_left(
    open_app: OpenApp, shoot: Shoot, tmp_path: Path
) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    page = open_app("rehearse", width=390, height=844, dark=True)
    page.get_by_text("Like the person I am meeting").click(timeout=TIMEOUT)
    page.get_by_text("Open a brief from a file").click()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text("A guess, made only from what you wrote")).to_be_visible(
        timeout=TIMEOUT
    )
    shoot(page, "rehearse-own-setup-390")
    assert overflow(page) == []
    page.get_by_role("button", name="Begin").click()
    line = page.get_by_label("What do you say next?", exact=True)
    line.focus(timeout=TIMEOUT)
    page.keyboard.type("I shadowed a team lead, as you suggested. What would you look at first?")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-exchange-0")).to_be_visible(timeout=TIMEOUT)
    item = page.get_by_text("ask Dana whether I may sit in on her planning", exact=True)
    item.click()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    shoot(page, "rehearse-own-talk-390")
    assert overflow(page) == []
    expect(page.get_by_text("leaving the hospital")).to_have_count(0)
    page.get_by_role("button", name="Choose another talk").click()
    page.get_by_role("button", name="Back to the talk you left").click()
    expect(page.locator(".st-key-exchange-0")).to_be_visible(timeout=TIMEOUT)
    end(page)
    assert overflow(page) == []
