"""The app in a real Chromium against a hello-world page: first paint, and click to draft."""

import itertools
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

from playwright.sync_api import Browser, Error, Page, sync_playwright

from coach.settings import read_settings
from evals.bench.ratios import Ratio, paired

START_ROUNDS = 5
CLICK_ROUNDS = 15
START_LIMIT = 1.5
CLICK_LIMIT = 2.0
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
PATIENCE = 60
"""Seconds that one step of the page may take on a busy machine before the run is given up."""
WATCH_DRAFT = """(patience) => {
  const box = () => document.querySelector("textarea[aria-label='Message']");
  const before = box().value, start = performance.now();
  window.watched = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no other message came")), patience * 1000);
    const look = () => box() && box().value !== before
      ? done(performance.now() - start) : requestAnimationFrame(look);
    look();
  });
}"""
"""Milliseconds until the message on the page is another one."""
WATCH_RERUN = """(patience) => {
  const app = document.querySelector("[data-testid='stApp']"), start = performance.now();
  let ran = false;
  window.watched = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no rerun was seen")), patience * 1000);
    const watcher = new MutationObserver((changes) => {
      const state = app.getAttribute("data-test-script-state");
      ran = ran || state === "running" || changes.some((one) => one.oldValue === "running");
      if (ran && state === "notRunning") { watcher.disconnect(); done(performance.now() - start); }
    });
    watcher.observe(app, {
      attributes: true, attributeOldValue: true, attributeFilter: ["data-test-script-state"],
    });
  });
}"""
"""Milliseconds until the page has rerun from top to bottom."""
HELLO = Path(__file__).with_name("hello.py")


def page_ratios() -> list[Ratio]:
    """Both ratios, or none, with a word of why, where there is no Chromium."""
    found = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if found is None:
        print("app ratios: skipped, Chromium is not found (install it, or set CHROMIUM)")
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        try:
            return [_start_ratio(browser), _click_ratio(browser)]
        finally:
            browser.close()


def _start_ratio(browser: Browser) -> Ratio:
    app = read_settings().app

    def ours() -> float:
        return _first_paint(browser, app, "Write my message")

    def theirs() -> float:
        return _first_paint(browser, HELLO, "Ready")

    name = "app: start → first page ÷ hello world"
    return paired(name, START_LIMIT, ours, theirs, START_ROUNDS)


def _first_paint(browser: Browser, script: Path, text: str) -> float:
    """Seconds from starting the server to ``text`` standing on the page."""
    start = perf_counter()
    with _server(script) as address, browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(address)
        page.get_by_text(text, exact=True).first.wait_for()
        return perf_counter() - start


def _click_ratio(browser: Browser) -> Ratio:
    """Click to draft on screen, against a rerun of the same page that changes nothing."""
    with _server(read_settings().app) as address, browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(address)
        page.get_by_role("button", name="Fill with an example").first.click()
        write = page.get_by_role("button", name="Write my message")
        write.wait_for()
        _settled(page)
        write.click()  # the first click opens the index; it is not counted
        page.get_by_text("Try another approach").wait_for()
        _settled(page)
        times = _times()

        def ours() -> float:
            when = page.get_by_label("When could you talk?", exact=True)
            when.fill(next(times))
            page.evaluate(WATCH_RERUN, PATIENCE)
            when.press("Enter")
            _watched(page)
            page.evaluate(WATCH_DRAFT, PATIENCE)
            page.get_by_role("button", name="Try another approach").click()
            took = _watched(page)
            _settled(page)
            return took

        def theirs() -> float:
            name = page.get_by_label("Your name", exact=True)
            name.fill(
                name.input_value().strip() if name.input_value().endswith(" ") else "Priya Nair "
            )
            page.evaluate(WATCH_RERUN, PATIENCE)
            name.press("Enter")
            return _watched(page)

        name = "app: click → draft on screen ÷ empty rerun"
        return paired(name, CLICK_LIMIT, ours, theirs, CLICK_ROUNDS)


def _times() -> Iterator[str]:
    """Another answer each round, so that no draft was written before."""
    for minute in itertools.count(1):
        yield f"Tuesday or Thursday after 4.{minute:02} pm"


def _watched(page: Page) -> float:
    """Seconds until what is watched for has happened.

    Raises:
        TimeoutError: it has not, in all the time there is.
    """
    try:
        return float(page.evaluate("window.watched")) / 1000
    except Error as error:
        seen = page.locator("[data-testid='stApp']").get_attribute("data-test-script-state")
        raise TimeoutError(
            f"app ratios: given up after {PATIENCE} s ({error.message.splitlines()[0]}); "
            f"the page is {seen}"
        ) from error


def _settled(page: Page) -> None:
    """Wait until the script has run to its end."""
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()


@contextmanager
def _server(script: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options, *quiet],
        cwd=script.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(port: int) -> None:
    until = perf_counter() + 60
    while perf_counter() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.01)
    raise TimeoutError(f"nothing listens on port {port}")
