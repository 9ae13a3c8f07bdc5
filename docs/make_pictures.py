"""Makes the picture of the README from the demo log: ``python docs/make_pictures.py``.

Starts the app with the demo log in a folder of its own, opens the Lifts page in a headless Chromium and saves
``docs/lifts.png``. Run it after the page has changed, look at the picture, then commit it.
"""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hamcore.checkout import browser  # noqa: E402 - the checkout need not be installed
from hamcore.interchange.demo import demo_log  # noqa: E402
from hamcore.places import HOME_VARIABLE  # noqa: E402
from tests.filled import fill  # noqa: E402

WIDTH_PX, HEIGHT_PX = 1280, 900
SHARPNESS = 2
WAIT_S = 60


def main() -> None:
    """Make every picture."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        fill(home, demo_log(datetime.now(UTC).date()).workouts)
        port = _free_port()
        command = [sys.executable, "-m", "hamcore.command", "run", "--no-browser", "--port", str(port)]
        environ = {**os.environ, HOME_VARIABLE: str(home)}
        with subprocess.Popen(command, cwd=ROOT, env=environ) as server:  # noqa: S603 - our own app
            try:
                _wait(port)
                _take(f"http://127.0.0.1:{port}/lifts", ROOT / "docs" / "lifts.png")
            finally:
                server.terminate()


def _take(url: str, path: Path) -> None:
    arguments = ["--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=arguments)
        page = chromium.new_page(
            viewport={"width": WIDTH_PX, "height": HEIGHT_PX}, device_scale_factor=SHARPNESS, reduced_motion="reduce"
        )
        page.goto(url)
        _let_it_finish(page)
        page.screenshot(path=path)
        chromium.close()


def _let_it_finish(page: Page) -> None:
    """Wait until both charts are drawn, then point at a session of the first one."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    charts = page.locator('[data-testid="stVegaLiteChart"] svg .mark-line')
    charts.nth(1).wait_for(timeout=WAIT_S * 1000)
    page.locator('input[type="range"]').first.evaluate(
        "slider => { slider.value = Number(slider.max) - 6; slider.dispatchEvent(new Event('input')) }"
    )
    page.wait_for_timeout(1000)


def _wait(port: int) -> None:
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise TimeoutError("the app did not start")


def _free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
