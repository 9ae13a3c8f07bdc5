from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from pages._parts.sections import ENTRIES, Entry
from tests.browser.conftest import DESKTOP, PHONE, Server, open_path

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_a_page_has_no_accessibility_violation(
    entry: Entry, size: tuple[int, int], dark: bool, server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_path(page, server, f"/{entry.url_path}", entry.title)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()


def test_a_violation_would_be_seen(page: Page) -> None:
    page.set_content("<html lang='en'><title>x</title><img src='data:,'></html>")

    assert "image-alt" in Axe().run(page, options=RULES).generate_snapshot()
