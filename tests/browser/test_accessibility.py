from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from pages._parts.sections import ENTRIES, Entry
from tests.browser.conftest import DESKTOP, PHONE, Server, open_path

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def name_of(value: object) -> str:
    return {"True": "dark", "False": "light", str(DESKTOP): "1280", str(PHONE): "390"}.get(str(value), str(value))


# The filled pages in every form, the empty ones in the two that differ most.
FORMS = [
    ("filled", DESKTOP, False),
    ("filled", DESKTOP, True),
    ("filled", PHONE, False),
    ("filled", PHONE, True),
    ("empty", DESKTOP, False),
    ("empty", PHONE, True),
]


@pytest.mark.parametrize(("log", "size", "dark"), FORMS, ids=name_of)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_a_page_has_no_accessibility_violation(
    entry: Entry,
    log: str,
    size: tuple[int, int],
    dark: bool,
    request: pytest.FixtureRequest,
    new_page: Callable[..., Page],
) -> None:
    server: Server = request.getfixturevalue("filled_server" if log == "filled" else "server")
    page = new_page(size, dark=dark)
    open_path(page, server, f"/{entry.url_path}", entry.title)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()


def test_a_violation_would_be_seen(page: Page) -> None:
    page.set_content("<html lang='en'><title>x</title><img src='data:,'></html>")

    assert "image-alt" in Axe().run(page, options=RULES).generate_snapshot()
