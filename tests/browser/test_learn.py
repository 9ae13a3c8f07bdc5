"""The Learn pages by mouse, keyboard and touch; what moves in the browser sends nothing to the server."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, wait_for_quiet
from tests.browser.test_accessibility import RULES

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
ENTRY = "/exercises?exercise=romanian_deadlift"


class Messages:
    """Keeps what the page sends to the server from now on."""

    def __init__(self, page: Page) -> None:
        self.frames: list[bytes] = []
        page.on("websocket", lambda socket: socket.on("framesent", self._keep))

    def _keep(self, frame: str | bytes) -> None:
        self.frames.append(frame.encode() if isinstance(frame, str) else frame)

    @property
    def sent(self) -> int:
        return len(self.frames)

    def naming(self, words: str) -> int:
        """How many of the messages hold ``words``."""
        return sum(words.encode() in frame for frame in self.frames)


def headline(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", name=words, exact=True, level=2)).to_be_visible()


@SIZES
def test_a_belly_is_chosen_by_one_message(size: tuple[int, int], server: Server, new_page: Callable[..., Page]) -> None:
    page = new_page(size)
    messages = Messages(page)
    open_path(page, server, "/why", "Why hamstrings")
    headline(page, "Biceps femoris, long head")
    assert messages.naming("semimembranosus") == 0

    page.locator(".st-key-plate").get_by_role("button", name="Semimembranosus", exact=True).last.click()

    headline(page, "Semimembranosus")
    wait_for_quiet(page)
    assert messages.naming("semimembranosus") == 1


def test_a_belly_on_the_drawing_is_chosen_by_keyboard(server: Server, page: Page) -> None:
    open_path(page, server, "/why", "Why hamstrings")
    belly = page.locator('.st-key-plate [data-muscle="semitendinosus"]')

    belly.focus()
    page.keyboard.press("Enter")

    headline(page, "Semitendinosus")


@SIZES
def test_moving_the_leg_sends_nothing(size: tuple[int, int], server: Server, new_page: Callable[..., Page]) -> None:
    page = new_page(size)
    messages = Messages(page)
    open_path(page, server, "/why", "Why hamstrings")
    leg = page.locator(".st-key-leg")
    leg.scroll_into_view_if_needed()
    before, length = messages.sent, leg.locator(".rows").inner_text()

    leg.get_by_role("slider", name="Hip bend in degrees").focus()
    for _ in range(20):
        page.keyboard.press("ArrowLeft")

    expect(leg.locator(".rows")).not_to_have_text(length)
    leg.get_by_role("button", name="Standing").click()
    assert messages.sent == before


@SIZES
def test_claims_are_found_and_both_sides_shown(
    size: tuple[int, int], server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size)
    open_path(page, server, "/why", "Why hamstrings")

    search = page.get_by_role("textbox", name="Search the claims")
    search.fill("impellizzeri")
    search.press("Enter")

    expect(page.get_by_text("The other side").first).to_be_visible()
    expect(page.get_by_text("Contested", exact=True).first).to_be_visible()


def test_a_doi_opens_beside_the_app_and_is_not_fetched_before(server: Server, page: Page) -> None:
    open_path(page, server, "/sources", "Sources")

    links = page.locator('a[href^="https://doi.org/"]')

    assert links.count() > 60
    assert {links.nth(place).get_attribute("target") for place in range(5)} == {"_blank"}


def test_more_claims_open_without_a_message(server: Server, page: Page) -> None:
    messages = Messages(page)
    open_path(page, server, "/why", "Why hamstrings")
    more = page.locator(".st-key-card_strains details")
    before = messages.sent

    more.locator("summary").press("Enter")

    expect(more.locator("li").first).to_be_visible()
    assert messages.sent == before


@SIZES
def test_a_card_opens_its_address_and_back_returns(
    size: tuple[int, int], server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size)
    open_path(page, server, "/exercises", "Exercises")

    page.locator(".st-key-gallery").get_by_role("link", name="Nordic curl").click()

    expect(page.get_by_role("heading", name="Nordic curl", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/exercises\?exercise=nordic_curl$"))
    page.get_by_role("button", name="All exercises").click()
    expect(page.get_by_role("heading", name="Exercises", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/exercises$"))
    page.go_back()
    expect(page.get_by_role("heading", name="Nordic curl", level=1)).to_be_visible()


def test_a_neighbour_opens_from_an_entry(server: Server, page: Page) -> None:
    open_path(page, server, ENTRY, "Romanian deadlift")

    page.locator(".st-key-steps_harder").get_by_role("link", name="Stiff-leg deadlift").click()

    expect(page.get_by_role("heading", name="Stiff-leg deadlift", level=1)).to_be_visible()
    expect(page.locator(".st-key-figure")).to_have_count(0)


def test_the_figure_steps_by_keyboard_and_sends_nothing(server: Server, page: Page) -> None:
    messages = Messages(page)
    open_path(page, server, ENTRY, "Romanian deadlift")
    figure = page.locator(".st-key-figure")
    angles = figure.locator(".degrees").inner_text()
    before = messages.sent

    figure.get_by_role("button", name="One step on").focus()
    for _ in range(5):
        page.keyboard.press("Enter")

    expect(figure.locator(".degrees")).not_to_have_text(angles)
    assert messages.sent == before


def test_the_filters_of_the_gallery_hold_while_an_entry_is_open(server: Server, page: Page) -> None:
    open_path(page, server, "/exercises", "Exercises")
    page.get_by_role("button", name="Stretch", exact=True).click()
    cards = page.locator(".st-key-gallery li.card")
    expect(cards).to_have_count(5)

    page.locator(".st-key-gallery").get_by_role("link", name="Lying towel stretch").click()
    page.get_by_role("button", name="All exercises").click()

    expect(page.get_by_role("heading", name="Exercises", level=1)).to_be_visible()
    expect(cards).to_have_count(5)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@SIZES
def test_an_entry_has_no_accessibility_violation_and_fits(
    size: tuple[int, int], dark: bool, server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_path(page, server, ENTRY, "Romanian deadlift")

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
