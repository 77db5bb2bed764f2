"""Writing with a language model in a real browser, over real HTTP, also when everything goes wrong."""

import json
from collections.abc import Callable, Iterator

import pytest
from looking import overflow, use_model
from playwright.sync_api import Page, expect

from evals.scripted_server import Scripted

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
BODY = (
    "Dear Dr. Lee,\n\nI am a junior nurse. I am writing to you because you rebuilt the night rota at "
    "St. Mary's.\n\nHow did you win over the senior nurses?\n\nWould you have 20 minutes for a video "
    "call on Friday morning? If this is not a good time, I understand.\n\nThank you for reading "
    "this.\n\nBest wishes,\nAna Silva"
)
INVENTED = BODY.replace("Thank you", "I won the national prize for nursing in 2019. Thank you")
TIMEOUT = 60_000
MOST_TRIES = 6
"""Requests that one press may lead to."""


@pytest.fixture
def server() -> Iterator[Scripted]:
    with Scripted() as made:
        yield made


def message(body: str = BODY) -> list[str]:
    """A message in the pieces in which it is streamed."""
    text = json.dumps({"subject": "The night rota at St. Mary's", "body": body})
    return [text[at : at + 12] for at in range(0, len(text), 12)]


def fill_and_write(page: Page) -> None:
    page.get_by_role("link", name="Reach out", exact=True).click()
    page.get_by_role("heading", name="Reach out", level=1).wait_for()
    for label, value in SIX.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Write my message").click()


def all_typed_is_there(page: Page) -> None:
    for label, value in SIX.items():
        expect(page.get_by_label(label, exact=True)).to_have_value(value)


def delivered(page: Page) -> str:
    page.get_by_text("checks passed").wait_for(timeout=TIMEOUT)
    return page.get_by_label("Message", exact=True).input_value()


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("1280", 1280, False), ("1280-dark", 1280, True), ("390", 390, False)],
)
def test_a_models_words_stream_in_and_are_delivered_after_the_check(
    open_app: OpenApp, shoot: Shoot, server: Scripted, name: str, width: int, dark: bool
) -> None:
    page = open_app("model", width=width, dark=dark)
    shoot(page, f"model-built-in-{name}")
    use_model(page, server.url)
    assert overflow(page) == []
    server.reply(json.dumps({"number": "1"}))
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("It answered in")).to_be_visible(timeout=TIMEOUT)
    shoot(page, f"model-{name}")
    server.reply(*message(INVENTED), every=0.12)
    server.reply(*message(), every=0.02)
    fill_and_write(page)
    writing = page.locator(".st-key-writing")
    expect(writing).to_contain_text("Writing · scripted", timeout=TIMEOUT)
    expect(writing).to_contain_text("I am writing to you because", timeout=TIMEOUT)
    shoot(page, f"model-writing-{name}")
    assert overflow(page) == []
    assert delivered(page) == BODY
    expect(writing).to_have_count(0)
    expect(page.get_by_text("1 thing repaired")).to_be_visible()
    page.get_by_text("See what was sent").click()
    expect(page.get_by_text("Asked to put it right")).to_be_visible(timeout=TIMEOUT)
    expect(page.locator(".st-key-sent-1-back")).to_contain_text("national prize")
    shoot(page, f"model-written-{name}")
    assert overflow(page) == []


@pytest.mark.parametrize(
    ("name", "reply", "told"),
    [
        ("401", {"status": 401, "error": "Incorrect key"}, "did not accept the key"),
        (
            "429",
            {"status": 429, "error": "Slow down", "headers": {"retry-after": "90"}},
            "takes no more requests",
        ),
        ("cut", {"pieces": message()[:20], "drop": True}, "broke off before its end"),
        ("form", {"pieces": '{"headline": 3}'}, "in the form that was asked for"),
        ("unsound", {"pieces": message(INVENTED)}, "did not pass the review"),
    ],
)
def test_a_fault_is_told_and_the_built_in_text_is_there(
    open_app: OpenApp,
    shoot: Shoot,
    server: Scripted,
    name: str,
    reply: dict[str, object],
    told: str,
) -> None:
    page = open_app("model")
    use_model(page, server.url)
    server.reply(times=MOST_TRIES, **reply)
    fill_and_write(page)
    body = delivered(page)
    assert "Dr. Lee" in body and "national prize" not in body
    expect(page.locator(".st-key-reach-trouble")).to_contain_text(told)
    all_typed_is_there(page)
    shoot(page, f"model-fault-{name}")
    page.get_by_role("link", name="Open the page Model").click()
    expect(page.get_by_role("heading", name="Model", level=1)).to_be_visible()


def test_a_server_that_is_not_there_is_told(open_app: OpenApp, shoot: Shoot) -> None:
    page = open_app("model")
    with Scripted() as gone:
        use_model(page, gone.url)
    fill_and_write(page)
    assert "Dr. Lee" in delivered(page)
    expect(page.locator(".st-key-reach-trouble")).to_contain_text("No connection could be made")
    all_typed_is_there(page)


@pytest.mark.parametrize("reply", [{"silent": True}, {"pieces": message(), "every": 4.0}])
def test_a_slow_model_can_be_stopped_and_is_hung_up_on(
    open_app: OpenApp, shoot: Shoot, server: Scripted, reply: dict[str, object]
) -> None:
    page = open_app("model", width=390, dark=True)
    use_model(page, server.url)
    server.reply(**reply)
    fill_and_write(page)
    expect(page.locator(".st-key-writing")).to_contain_text("2 s", timeout=TIMEOUT)
    shoot(page, f"model-slow-{len(reply)}-390-dark")
    page.get_by_role("button", name="Write without the model").click()
    assert "Dr. Lee" in delivered(page)
    expect(page.locator(".st-key-reach-trouble")).to_contain_text("The model was stopped")
    all_typed_is_there(page)
    assert server.requests[0].hung_up.wait(10)
    assert len(server.requests) == 1


def test_a_pasted_key_reaches_its_server_and_leaves_the_page(
    open_app: OpenApp, server: Scripted
) -> None:
    page = open_app("model")
    use_model(page, server.url, key="sk-secret-of-mine")
    server.reply(json.dumps({"number": "1"}))
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("It answered in")).to_be_visible(timeout=TIMEOUT)
    assert server.requests[0].headers["authorization"] == "Bearer sk-secret-of-mine"
    expect(page.get_by_label("Key, if that server asks for one")).to_have_value("")
    assert "sk-secret" not in page.content() + page.url
    page.reload()
    expect(page.get_by_text("The key for scripted is gone.")).to_be_visible(timeout=TIMEOUT)
