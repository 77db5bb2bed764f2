"""A person with a handbook of their own, in a real browser."""

from collections.abc import Callable, Iterator
from itertools import cycle, islice

import pytest
from playwright.sync_api import FilePayload, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 120_000
HANDBOOK = """# Northfield Mentoring Programme

## If they never replied

If your mentor has not replied within ten days, write to the programme office at extension 4411.
The office asks the mentor, so you need not write a third time.
<script>alert(1)</script> ![x](http://evil.example/a.png)
"""


def a_file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}


def long_text(chapters: int) -> str:
    words = "mentor meeting agenda question sponsor rota night nurse budget travel goal".split()
    body = " ".join(islice(cycle(words), 100))
    return "\n\n".join(f"# Chapter {number}\n\n{number} {body}." for number in range(chapters))


def give(page: Page, *files: FilePayload) -> None:
    page.locator("input[type=file]").set_input_files(list(files))


def is_there(page: Page, name: str) -> None:
    """Wait until the document is listed."""
    listed = page.locator("[class*='st-key-document-what-']").get_by_text(name, exact=True)
    listed.wait_for(timeout=TIMEOUT)


@pytest.fixture
def page(open_app: OpenApp) -> Iterator[Page]:
    """The page, and nothing left on it afterwards: the tests share one app."""
    page = open_app("documents")
    page.on("dialog", lambda _: pytest.fail("markup was run"))
    yield page
    page = open_app("documents")
    page.get_by_role("link", name="Back to Ask").wait_for(timeout=TIMEOUT)
    while page.get_by_role("button", name="Remove", exact=True).count():
        remove(page)


def remove(page: Page) -> None:
    left = page.get_by_role("button", name="Remove", exact=True).count()
    page.get_by_role("button", name="Remove", exact=True).first.click()
    page.get_by_role("button", name="Yes, remove it").click()
    buttons = page.get_by_role("button", name="Remove", exact=True)
    expect(buttons).to_have_count(left - 1, timeout=TIMEOUT)


def test_a_handbook_is_found_by_ask_as_theirs_and_not_after_it_is_removed(page: Page) -> None:
    give(page, a_file("handbook.md", HANDBOOK))
    is_there(page, "handbook.md")
    page.get_by_role("link", name="Back to Ask").click()
    page.get_by_role("button", name="They never replied").click()
    yours = page.locator(".st-key-yours")
    expect(yours).to_contain_text("extension 4411", timeout=TIMEOUT)
    expect(yours).to_contain_text("handbook.md")
    assert page.locator("[data-testid=stMain] img").count() == 0
    page.get_by_role("link", name="Your documents: add").click()
    is_there(page, "handbook.md")
    remove(page)
    page.get_by_role("link", name="Back to Ask").click()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(yours).to_have_count(0, timeout=TIMEOUT)


def test_a_file_of_the_same_name_takes_the_place_of_the_one_before(page: Page) -> None:
    give(page, a_file("handbook.md", HANDBOOK))
    is_there(page, "handbook.md")
    give(page, a_file("handbook.md", HANDBOOK + "\n## More\n\nAnother passage altogether."))
    page.get_by_text("took the place of the one before").wait_for(timeout=TIMEOUT)
    expect(page.get_by_role("button", name="Remove", exact=True)).to_have_count(1)


def test_while_a_long_one_is_indexed_the_app_stays_usable_and_it_can_be_cancelled(
    page: Page,
) -> None:
    give(page, a_file("long.md", long_text(2_000)), a_file("short.md", "A short note for later."))
    page.get_by_text("short.md: waiting for its turn").wait_for(timeout=TIMEOUT)
    page.get_by_role("link", name="Prepare").click()
    page.get_by_role("heading", name="Prepare", level=1).wait_for(timeout=TIMEOUT)
    page.get_by_role("link", name="Your documents").click()
    page.get_by_text("long.md:").wait_for(timeout=TIMEOUT)
    page.get_by_role("button", name="Cancel").first.click()
    page.get_by_text("Cancelled: “long.md”. Nothing of it was kept.").wait_for(timeout=TIMEOUT)
    is_there(page, "short.md")
    expect(page.get_by_role("button", name="Remove", exact=True)).to_have_count(1)


def test_what_cannot_be_read_is_said_with_its_fix_and_the_rest_is_added(
    page: Page, shoot: Shoot
) -> None:
    broken: FilePayload = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF broken"}
    give(page, broken, a_file("notes.doc", "old"), a_file("good.md", HANDBOOK))
    is_there(page, "good.md")
    notices = page.get_by_role("alert")
    expect(notices.filter(has_text="“a.pdf” is damaged")).to_contain_text("save it anew")
    expect(notices.filter(has_text="“notes.doc”")).to_contain_text("save it as .docx")
    shoot(page, "documents-error-1280")


def test_a_file_that_is_too_large_is_refused_in_words(page: Page) -> None:
    rule = page.get_by_text("A file of more than 20 MB is not added.")
    expect(rule).to_be_hidden()
    give(page, {"name": "huge.md", "mimeType": "text/markdown", "buffer": b"a" * 21_000_000})
    expect(rule).to_be_visible(timeout=TIMEOUT)


def test_the_page_fits_a_phone(open_app: OpenApp, shoot: Shoot) -> None:
    page = open_app("documents", width=390)
    page.get_by_role("heading", name="What you have added").wait_for(timeout=TIMEOUT)
    name = "a-very-long-name-without-any-spaces-" * 3 + ".md"
    give(page, a_file(name, HANDBOOK))
    is_there(page, name)
    shoot(page, "documents-390")
    sticks_out = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert sticks_out == []
    remove(page)
