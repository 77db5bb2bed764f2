"""A rehearsal played by a language model in a real browser, over real HTTP."""

import json
from collections.abc import Callable, Iterator

import pytest
from looking import overflow, use_model
from playwright.sync_api import Page, expect

from evals.scripted_server import Scripted

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 120_000
SAID = "Thank you for seeing me. I work in parks and want to hear how you decide."
THEN = "What do you look at first when two teams want the same hour?"
FIRST = "How did you find your own first weeks here?"
BAD = "As an AI, I was never in parks."


def line(text: str) -> str:
    return json.dumps({"line": text})


@pytest.fixture
def server() -> Iterator[Scripted]:
    with Scripted() as made:
        yield made


def use(page: Page, server: Scripted) -> None:
    """Choose the server's model on the page Model, and go to rehearse."""
    use_model(page, server.url)
    page.get_by_role("link", name="Rehearse", exact=True).click(delay=100)
    page.get_by_role("heading", name="Rehearse", level=1).wait_for()


def say(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="What do you say next?").fill(text)
    page.get_by_role("button", name="Say it", exact=True).click()


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("1280", 1280, False), ("390", 390, False), ("390-dark", 390, True)],
)
def test_they_type_then_answer_and_the_look_back_says_whose_words_they_were(
    open_app: OpenApp, shoot: Shoot, server: Scripted, name: str, width: int, dark: bool
) -> None:
    page = open_app("model", width=width, dark=dark)
    use(page, server)
    expect(page.get_by_text("Played by")).to_be_visible(timeout=TIMEOUT)
    expect(page.get_by_text("The model runs on this computer.")).to_be_visible()
    shoot(page, f"rehearse-player-{name}")
    page.locator(".st-key-rehearse-begin button").click()
    server.reply(line(FIRST), wait=3)
    say(page, SAID)
    typing = page.locator(".st-key-typing")
    expect(typing).to_contain_text("is typing", timeout=TIMEOUT)
    expect(page.locator(".st-key-you-now")).to_contain_text(SAID)
    shoot(page, f"rehearse-typing-{name}")
    assert overflow(page) == []
    expect(page.locator(".st-key-they-0")).to_contain_text(FIRST, timeout=TIMEOUT)
    expect(typing).to_have_count(0)
    expect(page.get_by_role("textbox", name="What do you say next?")).to_have_value("")
    server.reply(line(BAD), times=2)
    say(page, THEN)
    expect(page.locator(".st-key-exchange-1")).to_be_visible(timeout=TIMEOUT)
    assert BAD not in page.content()
    page.get_by_role("button", name="End and look back").click()
    players = page.locator(".st-key-rehearse-players")
    expect(players).to_contain_text("for 1 of the 2 answers", timeout=TIMEOUT)
    shoot(page, f"rehearse-players-{name}")
    assert overflow(page) == []


def test_a_slow_model_can_be_turned_away_from(open_app: OpenApp, server: Scripted) -> None:
    page = open_app("model", width=390)
    use(page, server)
    page.locator(".st-key-rehearse-begin button").click()
    server.reply(silent=True)
    say(page, SAID)
    page.get_by_role("button", name="Answer without the model").click(timeout=TIMEOUT)
    expect(page.locator(".st-key-they-0")).to_be_visible(timeout=TIMEOUT)
    expect(page.locator(".st-key-exchange-0")).to_contain_text(SAID)
    assert server.requests[0].hung_up.wait(10)
    assert len(server.requests) == 1


def test_a_server_that_goes_down_in_mid_talk_costs_nothing_that_was_typed(
    open_app: OpenApp, server: Scripted
) -> None:
    page = open_app("model")
    use(page, server)
    page.locator(".st-key-rehearse-begin button").click()
    server.reply(line(FIRST))
    say(page, SAID)
    expect(page.locator(".st-key-they-0")).to_contain_text(FIRST, timeout=TIMEOUT)
    server.close()
    say(page, THEN)
    expect(page.locator(".st-key-they-1")).to_be_visible(timeout=TIMEOUT)
    expect(page.locator(".st-key-exchange-1")).to_contain_text(THEN)
    expect(page.locator(".st-key-rehearse-fault")).to_contain_text("Nothing came from the model")


def test_the_dots_stand_still_where_less_motion_is_asked_for(
    open_app: OpenApp, server: Scripted
) -> None:
    page = open_app("model")
    page.emulate_media(reduced_motion="reduce")
    use(page, server)
    page.locator(".st-key-rehearse-begin button").click()
    server.reply(line(FIRST), wait=3)
    say(page, SAID)
    dots = page.locator(".st-key-typing [data-testid=stCaptionContainer] p")
    dots.wait_for(timeout=TIMEOUT)
    moving = dots.evaluate("element => getComputedStyle(element, '::after').animationName")
    assert moving == "none"
