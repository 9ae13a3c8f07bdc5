"""The style block reaches what it is for: each rule depends on Streamlit's markup and could be lost by an update."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from hamcore.charts.theme import ROLES, Mode
from tests.browser.conftest import PHONE, Server, open_path

MODES = [Mode.LIGHT, Mode.DARK]


def rgb(colour: str) -> str:
    """``#rrggbb`` as a browser reports it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def style(locator: Locator, name: str) -> str:
    return str(locator.evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", name))


def opened(new_page: Callable[..., Page], server: Server, mode: Mode, path: str, title: str) -> Page:
    page = new_page(dark=mode is Mode.DARK)
    open_path(page, server, path, title)
    return page


@pytest.mark.parametrize("mode", MODES)
def test_a_card_stands_on_the_surface(mode: Mode, server: Server, new_page: Callable[..., Page]) -> None:
    page = opened(new_page, server, mode, "/settings", "Settings")

    assert style(page.locator('[class*="st-key-card"]').first, "background-color") == rgb(ROLES["surface"].of(mode))


@pytest.mark.parametrize("mode", MODES)
def test_a_chosen_segment_is_written_in_primary_as_text(
    mode: Mode, server: Server, new_page: Callable[..., Page]
) -> None:
    page = opened(new_page, server, mode, "/settings", "Settings")

    chosen = page.locator('[data-variant="segmented_control"][data-selected="true"] p')

    expect(chosen).to_have_text("Kilograms")
    assert style(chosen, "color") == rgb(ROLES["primary-text"].of(mode))


@pytest.mark.parametrize("mode", MODES)
def test_quiet_text_follows_the_theme(mode: Mode, server: Server, new_page: Callable[..., Page]) -> None:
    page = opened(new_page, server, mode, "/settings", "Settings")

    assert style(page.locator(".hc-quiet").first, "color") == rgb(ROLES["quiet"].of(mode))


def test_figures_are_tabular_everywhere(server: Server, page: Page) -> None:
    open_path(page, server, "/settings", "Settings")

    assert "tabular-nums" in style(page.locator(".stApp"), "font-variant-numeric")
    assert "tabular-nums" in style(page.locator("input").first, "font-variant-numeric")


def test_headings_are_set_in_the_serif_and_body_text_is_not(server: Server, page: Page) -> None:
    open_path(page, server, "/settings", "Settings")

    assert "Source Serif" in style(page.get_by_role("heading", level=1), "font-family")
    assert "Source Serif" in style(page.get_by_role("heading", level=2).first, "font-family")
    assert "Source Serif" not in style(page.locator(".hc-quiet").first, "font-family")


def test_icons_are_drawn_by_the_font_that_ships_with_streamlit(server: Server, page: Page) -> None:
    open_path(page, server, "/workout", "Workout")
    page.get_by_role("button", name="Start an empty workout").click()
    icon = page.locator(".hc-icon").first
    expect(icon).to_be_visible()

    # A ligature makes one sign of the whole name, so it is about as wide as it is high.
    box = icon.bounding_box()
    assert box is not None
    assert box["width"] < 2 * box["height"]


def test_the_content_is_not_wider_than_the_measure(server: Server, new_page: Callable[..., Page]) -> None:
    page = new_page((1900, 1000))
    open_path(page, server, "/settings", "Settings")

    box = page.locator(".stMainBlockContainer").bounding_box()
    assert box is not None
    assert box["width"] <= 1120


@pytest.mark.parametrize(
    ("path", "title"),
    [("/", "Today"), ("/workout", "Workout"), ("/import", "Import, export"), ("/settings", "Settings")],
)
def test_no_page_scrolls_sideways_on_a_phone(path: str, title: str, server: Server, phone: Page) -> None:
    open_path(phone, server, path, title)

    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_the_tab_of_the_browser_names_the_page(server: Server, page: Page) -> None:
    for path, title in (("/settings", "Settings"), ("/", "Today")):
        open_path(page, server, path, title)
        expect(page).to_have_title(f"{title} · HamCore")
