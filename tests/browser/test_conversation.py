"""A conversation with a language model in a real browser, over real HTTP."""

import json
from collections.abc import Callable, Iterator

import pytest
from looking import drawn, overflow, use_model
from playwright.sync_api import Page, expect

from evals.scripted_server import Reply, Request, Scripted, ToolCall

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenApp = Callable[..., Page]
Shoot = Callable[[Page, str], None]

TIMEOUT = 120_000
FIRST = "They never replied to my message"
THEN = "And if several people stay silent? I will write to Elena by Friday."
SAID = (
    "Treat one silence as next to no information [c1]. Follow up once or move on [c1]. "
    "Studies prove that a second message doubles your chances [c1]."
)


@pytest.fixture
def server() -> Iterator[Scripted]:
    with Scripted() as made:
        yield made


def pieces(text: str) -> list[str]:
    return [text[at : at + 12] for at in range(0, len(text), 12)]


def use(page: Page, server: Scripted) -> None:
    """Choose the server's model on the page Model, and go to ask."""
    use_model(page, server.url)
    page.get_by_role("link", name="Ask", exact=True).click(delay=100)
    page.get_by_role("heading", name="Ask", level=1).wait_for()


def ask(page: Page, question: str) -> None:
    page.get_by_label("What is on your mind?").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def answered(page: Page) -> None:
    page.get_by_text("Answered by").wait_for(timeout=TIMEOUT)


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("1280", 1280, False), ("1280-dark", 1280, True), ("390", 390, False)],
)
def test_the_turns_stay_and_only_what_the_cards_support_is_said(
    open_app: OpenApp, shoot: Shoot, server: Scripted, name: str, width: int, dark: bool
) -> None:
    page = open_app("model", width=width, dark=dark)
    use(page, server)
    server.reply(*pieces(SAID), every=0.1)
    ask(page, FIRST)
    expect(page.locator(".st-key-writing")).to_contain_text("next to no", timeout=TIMEOUT)
    shoot(page, f"talk-writing-{name}")
    assert overflow(page) == []
    answered(page)
    prose = page.locator(".st-key-ask-prose")
    expect(prose).to_contain_text("Treat one silence as next to no information.")
    expect(prose).not_to_contain_text("doubles")
    expect(page.get_by_text("1 sentence was left out")).to_be_visible()
    expect(page.get_by_label("What is on your mind?")).to_have_value("")
    propose = {"what": "write to Elena", "by": "Friday"}
    server.reply(calls=[ToolCall("propose_action", json.dumps(propose))])
    server.reply("List several people who could help with the same question [c1].")
    ask(page, THEN)
    page.get_by_role("button", name="Keep").click(timeout=TIMEOUT)
    expect(page.get_by_role("heading", name="What you want to do")).to_be_visible()
    drawn(page)  # while a page is drawn anew, what stood in it before may stand there twice
    for question in (FIRST, THEN):
        expect(page.get_by_text(question, exact=True)).to_be_visible()
    shoot(page, f"talk-{name}")
    assert overflow(page) == []
    page.reload()
    expect(page.get_by_text(FIRST, exact=True)).to_be_visible(timeout=TIMEOUT)


def test_the_coach_only_asks_whatever_the_model_says(
    open_app: OpenApp, shoot: Shoot, server: Scripted
) -> None:
    page = open_app("model")
    use(page, server)
    server.obey(_advise)
    page.get_by_role("radio", name="Coach: only asks").click()
    ask(page, f"{FIRST}. Just tell me what to do.")
    answered(page)
    expect(page.locator(".st-key-ask-asked")).to_have_text(
        f"You said “{FIRST}”: what matters most to you in that?"
    )
    assert "Wait a week" not in page.content()
    shoot(page, "talk-coach-1280")


def _advise(request: Request) -> Reply:
    return Reply(pieces("Wait a week, then write again.\nWhat matters most to you here?"))


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ({"status": 401, "error": "Incorrect key"}, "did not accept the key"),
        ({"pieces": pieces(SAID)[:3], "drop": True}, "broke off before its end"),
        (
            {
                "pieces": "Sagen Sie am Anfang, wie viel Zeit Sie brauchen, und halten Sie sich daran."
            },
            "another language",
        ),
    ],
)
def test_a_fault_is_told_and_the_cards_answer(
    open_app: OpenApp, server: Scripted, reply: dict[str, object], told: str
) -> None:
    page = open_app("model")
    use(page, server)
    server.reply(times=6, **reply)
    ask(page, FIRST)
    expect(page.locator(".st-key-ask-trouble")).to_contain_text(told, timeout=TIMEOUT)
    expect(page.locator(".st-key-ask-prose")).to_contain_text("next to no information")


def test_a_slow_model_can_be_turned_away_from(open_app: OpenApp, server: Scripted) -> None:
    page = open_app("model", width=390)
    use(page, server)
    server.reply(silent=True)
    ask(page, FIRST)
    page.get_by_role("button", name="Answer without the model").click(timeout=TIMEOUT)
    expect(page.locator(".st-key-ask-trouble")).to_contain_text("stopped", timeout=TIMEOUT)
    assert server.requests[0].hung_up.wait(10)
    assert len(server.requests) == 1
