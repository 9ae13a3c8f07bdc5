"""Process start to a usable page, each page beside an empty app, both taking turns.

Run it with ``python -m tests.bench.first_page``.
The clock starts with the server's process and stops when the page's heading is drawn and its script has ended; the
browser runs already and opens a fresh context, so nothing is cached. Prints the median time and the median ratio.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from hamcore.places import HOME_VARIABLE, app_dir
from tests.bench.make_log import strong_log
from tests.browser.conftest import free_port, wait_for_quiet, wait_until_healthy
from tests.conftest import browser_path

EMPTY_APP = 'import streamlit as st\n\nst.title("Empty")\n'
OWN = [sys.executable, "-m", "hamcore.command", "run", "--no-browser", "--port"]
PAGES = {"/": "Today", "/lifts": "Lifts", "/import": "Import, export", "/workout": "Workout", "/settings": "Settings"}


def main() -> None:
    """Measure every page against the empty app."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--sets", type=int, default=1000, help="sets in the log (0 for an empty database)")
    parser.add_argument("--pages", nargs="*", default=list(PAGES))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty = empty_app(Path(folder, "empty"))
        home = Path(folder, "home")
        fill(home, args.sets)
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        for path in args.pages:
            own, floor = measure(browser, empty, home, path, args.pairs)
            ratio = statistics.median(one / other for one, other in zip(own, floor, strict=True))
            print(f"{path:10} {statistics.median(own):6.2f} s  empty {statistics.median(floor):5.2f} s  x{ratio:.2f}")
        browser.close()


def empty_app(folder: Path, script: str = EMPTY_APP) -> list[str]:
    """Write the empty app, or another ``script``; the command that serves it, without the port."""
    Path(folder, ".streamlit").mkdir(parents=True)
    Path(folder, ".streamlit", "config.toml").write_bytes(app_dir().joinpath(".streamlit", "config.toml").read_bytes())
    Path(folder, "empty.py").write_text(script)
    run = [sys.executable, "-m", "streamlit", "run", str(folder / "empty.py")]
    return [*run, "--server.headless", "true", "--server.port"]


def fill(home: Path, sets: int) -> None:
    """Import a log of ``sets`` sets into ``home``."""
    home.mkdir()
    if not sets:
        return
    log = home / "log.csv"
    log.write_bytes(strong_log(sets))
    command = [sys.executable, "-m", "hamcore.command", "import", str(log), "--unit", "kg"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, HOME_VARIABLE: str(home)})


def measure(browser: Browser, empty: list[str], home: Path, path: str, pairs: int) -> tuple[list[float], list[float]]:
    """Seconds of ``path`` and of the empty app, pair by pair; one pair before them is thrown away."""
    own, floor = [], []
    for _ in range(pairs + 1):
        own.append(first_page(browser, OWN, home, path, PAGES[path]))
        floor.append(first_page(browser, empty, home, "/", "Empty"))
    return own[1:], floor[1:]


def first_page(browser: Browser, command: list[str], home: Path, path: str, title: str) -> float:
    """Seconds from the start of the server's process to the drawn page."""
    port = free_port()
    environ = {**os.environ, HOME_VARIABLE: str(home)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, str(port)], cwd=app_dir(), env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_until_healthy(port, process)
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}{path}")
        expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible(timeout=60_000)
        wait_for_quiet(page)
        seconds = time.perf_counter() - began
        context.close()
    finally:
        process.terminate()
        process.wait(timeout=30)
    return seconds


if __name__ == "__main__":
    main()
