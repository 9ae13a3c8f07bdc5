"""Which browser the browser tests use, and the rule that they are never left out unseen."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from hamcore.checkout import browser
from hamcore.checkout.verify import BROWSER_VARIABLE

# How long an example takes is the machine's affair, and machines are shared.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
BROWSER_FOLDER = Path(__file__).parent / "browser"
_LEFT_OUT = pytest.StashKey[tuple[int, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-browser", action="store_true", help="leave the browser tests out")


def browser_path() -> Path | None:
    """The browser `python3 -m hamcore test` found, else one of this machine's."""
    chosen = os.environ.get(BROWSER_VARIABLE)
    return Path(chosen) if chosen else browser.find()


def why_left_out(config: pytest.Config) -> str | None:
    """Why the browser tests cannot run; None when they can."""
    if config.getoption("--no-browser"):
        return "left out by --no-browser"
    return None if browser_path() else "no browser found; python3 -m hamcore test fetches one"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    marked = [item for item in items if BROWSER_FOLDER in item.path.parents]
    for item in marked:
        item.add_marker(pytest.mark.browser)
    reason = why_left_out(config)
    if not marked or reason is None:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"CI is set, so no test may be left out, but {len(marked)} browser tests: {reason}")
    for item in marked:
        item.add_marker(pytest.mark.skip(reason=reason))
    config.stash[_LEFT_OUT] = (len(marked), reason)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _LEFT_OUT in config.stash:
        count, reason = config.stash[_LEFT_OUT]
        sys.stdout.write(f"NOT RUN: {count} browser tests ({reason})\n")
