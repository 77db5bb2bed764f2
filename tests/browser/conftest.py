"""Starts the app as a person would, and a real Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from looking import drawn
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
SHOTS = Path(__file__).with_name("shots")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
START_SECONDS = 60
PATIENCE = 30_000
"""Milliseconds an expectation waits for the page to follow; a busy machine takes its time."""
_PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/bin"])

OpenApp = Callable[..., Page]


def chromium() -> str | None:
    """Where Chromium is: $CHROMIUM, or else on the path."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else shutil.which("chromium", path=_PLACES)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium()
    if found is None:
        reason = "Chromium is not found: install it, or set CHROMIUM to its path"
        if os.environ.get("COACH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        print(f"skipped: {reason}")
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app of our own, with an empty data folder."""
    home = tmp_path_factory.mktemp("home")
    log = (home / "server.log").open("w+")
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    server = subprocess.Popen(
        [*command, f"--server.port={port}"],
        cwd=ROOT,
        env={**os.environ, "COACH_HOME": str(home)},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(port, server, log.name)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)  # a busy machine takes its time over this too
        log.close()


def _wait_for(port: int, server: "subprocess.Popen[bytes]", log: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{Path(log).read_text()}")


@pytest.fixture
def open_app(browser: Browser, address: str) -> Iterator[OpenApp]:
    """Open the app in a fresh browser profile; requests to anywhere else are a failure."""
    strangers: list[str] = []
    contexts = []

    def open_one(
        path: str = "",
        width: int = 1280,
        height: int = 860,
        dark: bool = False,
        touch: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda request: (
                strangers.append(request.url)
                if not request.url.startswith((address, "data:", "blob:"))
                else None
            ),
        )
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        drawn(page)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert strangers == []


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Keep a picture of the whole page in ``shots/``, to be looked at."""

    def take(page: Page, name: str) -> None:
        SHOTS.mkdir(exist_ok=True)
        size = page.viewport_size
        assert size is not None
        main = page.get_by_test_id("stMainBlockContainer")
        tall = int(main.evaluate("element => element.getBoundingClientRect().height")) + 20
        page.set_viewport_size({"width": size["width"], "height": max(tall, size["height"])})
        page.wait_for_timeout(300)
        page.screenshot(path=str(SHOTS / f"{name}.png"))
        page.set_viewport_size(size)

    return take
