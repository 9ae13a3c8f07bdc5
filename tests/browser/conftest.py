"""A real server and a real browser. Every test fails on a page error, a console error or a request off the machine."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from hamcore.interchange.demo import demo_log
from hamcore.places import HOME_VARIABLE, app_dir
from tests.conftest import browser_path
from tests.filled import fill

START_TIMEOUT_S = 60.0
PAGE_TIMEOUT_MS = 30_000
# What is expected may take as long as a page: how long a rerun takes is the machine's affair.
expect.set_options(timeout=PAGE_TIMEOUT_MS)
DESKTOP = (1280, 900)
PHONE = (390, 844)


@dataclass(frozen=True)
class Server:
    """A running app: its address and the folder of its data."""

    url: str
    home: Path


@dataclass
class Faults:
    """What went wrong in the browser during one test, and every request it made."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to everything the pages of ``context`` do."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(f"page error: {error.error}"))

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text}")

    def off_the_machine(self) -> list[str]:
        """The requests that left this computer; it must stay empty."""
        return [url for url in self.requests if urlsplit(url).hostname not in (None, "127.0.0.1", "localhost")]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the server on ``port`` answers; fail when it ended or takes too long."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    pytest.fail("the server did not start in time")


def serve(home: Path, command: list[str] | None = None) -> Iterator[Server]:
    """Run the app (``hamcore run``, or ``command`` with the port added) with its data in ``home``."""
    port = free_port()
    line = command or [sys.executable, "-m", "hamcore.command", "run", "--no-browser", "--port"]
    home.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, HOME_VARIABLE: str(home)}
    with Path(home, "server.log").open("wb") as log:
        process = subprocess.Popen([*line, str(port)], cwd=app_dir(), env=environ, stdout=log, stderr=log)
        try:
            wait_until_healthy(port, process)
            yield Server(f"http://127.0.0.1:{port}", home)
        finally:
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run, with an empty database at the start."""
    yield from serve(tmp_path_factory.mktemp("browser") / "home")


@pytest.fixture(scope="session")
def filled_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run with the demo log; its tests only look."""
    home = tmp_path_factory.mktemp("filled") / "home"
    fill(home, demo_log(datetime.now(UTC).date()).workouts)
    yield from serve(home)


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server started for this test alone, with an empty database."""
    yield from serve(tmp_path / "home")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the whole run."""
    arguments = ["--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Watches every context of the test; at its end nothing may have gone wrong."""
    seen = Faults()
    yield seen
    assert not seen.off_the_machine()
    assert not seen.errors


@pytest.fixture
def new_page(chromium: Browser, faults: Faults) -> Iterator[Callable[..., Page]]:
    """Make a page: ``new_page(size=PHONE, dark=True)``; the default is a light desktop."""
    contexts: list[BrowserContext] = []

    def make(size: tuple[int, int] = DESKTOP, *, dark: bool = False, **options: Any) -> Page:
        is_phone = size[0] < 640
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            is_mobile=is_phone,
            has_touch=is_phone,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/Berlin",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(PAGE_TIMEOUT_MS)
        # Without the native save dialogue a download is an event Playwright can see.
        context.add_init_script("delete window.showSaveFilePicker")
        faults.watch(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A light desktop page, 1280 px wide."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A light phone page, 390 px wide."""
    return new_page(PHONE)


def wait_for_quiet(page: Page) -> None:
    """Return when the script has run to its end and the page shows its result."""
    state = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(state).to_be_attached(timeout=PAGE_TIMEOUT_MS)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0)


def open_path(page: Page, server: Server, path: str, title: str) -> None:
    """Open ``path`` (such as ``/lifts``) and wait until the page with ``title`` is drawn."""
    page.goto(server.url + path)
    expect(page.get_by_role("heading", name=re.compile(rf"^{re.escape(title)}$"), level=1)).to_be_visible(
        timeout=PAGE_TIMEOUT_MS
    )
    wait_for_quiet(page)
