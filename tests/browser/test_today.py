"""Today in a real browser: the demo comes and goes, and what is shown can be used by everybody."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES


@pytest.fixture(scope="module")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own for the demo tests."""
    yield from serve(tmp_path_factory.mktemp("today") / "home")


def load_demo(page: Page, server: Server) -> None:
    open_path(page, server, "/", "Today")
    button = page.get_by_role("button", name="Try the demo")
    strip = page.get_by_role("button", name="Remove demo")
    expect(button.or_(strip)).to_be_visible()
    if button.is_visible():
        button.click()
    expect(strip).to_be_visible()
    wait_for_quiet(page)


def test_the_demo_comes_and_goes_with_one_click_each(demo_server: Server, page: Page) -> None:
    load_demo(page, demo_server)
    expect(page.get_by_text("Demo data", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="This week")).to_be_visible()

    page.get_by_role("button", name="Remove demo").click()

    expect(page.get_by_role("button", name="Try the demo")).to_be_visible()
    expect(page.get_by_text("Demo data", exact=True)).to_have_count(0)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
def test_today_with_a_log_has_no_accessibility_violation_and_does_not_scroll_sideways(
    size: tuple[int, int], dark: bool, demo_server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    load_demo(page, demo_server)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_line_of_a_lift_is_drawn_in_the_colour_of_its_function(demo_server: Server, page: Page) -> None:
    load_demo(page, demo_server)

    line = page.locator(".hc-spark").first.locator("span").last

    assert line.evaluate("e => getComputedStyle(e).clipPath").startswith("polygon(")
    assert line.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(143, 97, 207)"


def test_one_primary_button_starts_what_is_due(demo_server: Server, page: Page) -> None:
    load_demo(page, demo_server)
    primary = page.locator('[data-testid="stBaseButton-primary"]')
    assert primary.count() <= 1

    page.get_by_role("button", name="Start").first.click()

    expect(page.locator(".main-action")).to_be_visible()


def test_the_strip_of_the_demo_takes_little_of_a_phone(demo_server: Server, phone: Page) -> None:
    load_demo(phone, demo_server)
    box = phone.locator(".st-key-card_demo_strip").bounding_box()

    assert box is not None
    assert box["height"] <= 64
