"""The Stretching page in a real browser: the week and its checklist, and the session beside it."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PAGE_TIMEOUT_MS, PHONE, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES
from tests.browser.test_floor import Line, line  # noqa: F401 - a fixture

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(tmp_path_factory.mktemp("stretching") / "home")


@pytest.fixture
def stretching(own_server: Server, phone: Page) -> Page:
    """The page on a phone with an empty log."""
    open_path(phone, own_server, "/stretching", "Stretching")
    expect(checklist(phone)).to_be_visible()
    return phone


def checklist(page: Page) -> Locator:
    return page.locator(".checklist")


def box(page: Page, name: str) -> Locator:
    return checklist(page).get_by_role("checkbox", name=name)


def day(page: Page, which: date) -> Locator:
    return checklist(page).get_by_role("button", name=re.compile(f"day, {which.day} "))


def reopen(page: Page) -> None:
    page.reload()
    expect(checklist(page)).to_be_visible(timeout=PAGE_TIMEOUT_MS)
    wait_for_quiet(page)


def test_a_tick_is_stored_shown_in_the_week_and_taken_off(stretching: Page) -> None:
    page = stretching
    expect(checklist(page).locator(".count")).to_have_text("0 days of 2–3 a week")
    box(page, "Seated forward bend").click()
    expect(box(page, "Seated forward bend")).to_have_attribute("aria-checked", "true")
    expect(checklist(page).locator(".count")).to_have_text("1 day of 2–3 a week")
    expect(checklist(page)).to_contain_text("Left leg 30 s still")
    reopen(page)
    expect(box(page, "Seated forward bend")).to_have_attribute("aria-checked", "true")
    box(page, "Seated forward bend").click()
    expect(checklist(page).locator(".count")).to_have_text("0 days of 2–3 a week")
    reopen(page)
    expect(box(page, "Seated forward bend")).to_have_attribute("aria-checked", "false")


def test_ticks_in_quick_succession_are_all_kept(stretching: Page) -> None:
    page = stretching
    names = ("Seated forward bend", "Standing forward bend", "Lying towel stretch", "Hamstring flossing")
    for name in names:
        box(page, name).click()
    for name in names:
        expect(box(page, name)).to_have_attribute("aria-checked", "true")
    expect(checklist(page)).to_contain_text("Left leg 1:30 min still", timeout=PAGE_TIMEOUT_MS)
    reopen(page)
    for name in names:
        expect(box(page, name)).to_have_attribute("aria-checked", "true")


def test_a_past_week_is_filled_in(stretching: Page) -> None:
    page = stretching
    checklist(page).get_by_role("button", name="The week before").click()
    expect(checklist(page).locator(".heading").first).to_contain_text("Week of")
    box(page, "Standing forward bend").click()
    expect(checklist(page).locator(".count")).to_have_text("1 day of 2–3 a week")
    checklist(page).get_by_role("button", name="The week after").click()
    expect(checklist(page).locator(".heading").first).to_have_text("This week")
    expect(checklist(page).locator(".count")).to_have_text("0 days of 2–3 a week")
    expect(checklist(page).get_by_role("button", name="The week after")).to_be_disabled()


def test_the_day_before_is_corrected_and_days_to_come_cannot_be(stretching: Page) -> None:
    page = stretching
    today = page.evaluate("new Date().toISOString().slice(0, 10)")
    now = date.fromisoformat(today)
    if now.weekday() == 0:
        checklist(page).get_by_role("button", name="The week before").click()
    else:
        day(page, now - timedelta(days=1)).click()
        expect(day(page, now - timedelta(days=1))).to_have_attribute("aria-pressed", "true")
    expect(checklist(page).locator(".which")).not_to_contain_text("Today")
    box(page, "Standing forward bend").click()
    expect(checklist(page).locator(".cell.done")).to_have_count(1)
    for cell in checklist(page).locator(".cell").all():
        is_ahead = cell.is_disabled()
        assert is_ahead == (str(cell.get_attribute("data-day")) > today)


def test_a_tick_without_a_connection_is_kept(
    own_server: Server,
    new_page: Callable[..., Page],
    line: Line,  # noqa: F811
) -> None:
    page = new_page(PHONE)
    page.route_web_socket(re.compile("/_stcore/stream"), line.take)
    open_path(page, own_server, "/stretching", "Stretching")
    expect(checklist(page)).to_be_visible()
    line.cut()
    box(page, "Seated forward bend").click()
    expect(box(page, "Seated forward bend")).to_have_attribute("aria-checked", "true")
    line.mend()
    expect(checklist(page).locator(".count")).to_have_text("1 day of 2–3 a week", timeout=30_000)


def test_a_timed_hold_shows_in_the_checklist_at_once_and_a_tick_adds_the_rest(stretching: Page) -> None:
    page = stretching
    page.clock.install()
    for name in ("Standing hamstring scoop", "Hamstring flossing", "Seated forward bend"):
        page.locator(".guide").get_by_role("checkbox", name=name).click()
    page.locator(".guide .main-action").click()
    page.locator(".guide .main-action").click()
    page.clock.run_for(36_000)
    expect(box(page, "Lying towel stretch")).to_have_attribute("aria-checked", "mixed")
    expect(checklist(page)).to_contain_text("Left 1 of 2, right 0 of 2")
    box(page, "Lying towel stretch").click()
    expect(box(page, "Lying towel stretch")).to_have_attribute("aria-checked", "true")
    expect(checklist(page)).to_contain_text("Left leg 45 s still")
    expect(checklist(page)).to_contain_text("Right leg 30 s still")


def test_a_checklist_is_worked_by_keyboard(own_server: Server, page: Page) -> None:
    open_path(page, own_server, "/stretching", "Stretching")
    box(page, "Hamstring flossing").focus()
    page.keyboard.press("Space")
    expect(box(page, "Hamstring flossing")).to_have_attribute("aria-checked", "true")
    expect(box(page, "Hamstring flossing")).to_be_focused()
    expect(checklist(page).locator(".live")).to_have_text("Hamstring flossing: ticked")
    page.keyboard.press("Tab")
    expect(box(page, "Standing hamstring scoop")).to_be_focused()
    expect(checklist(page)).to_contain_text("of nerve glides")


@SIZES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_in_use_has_no_known_barriers(
    size: tuple[int, int], dark: bool, own_server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_path(page, own_server, "/stretching", "Stretching")
    box(page, "Lying towel stretch").click()
    page.get_by_label("Left leg (degrees)").fill("400")
    page.get_by_label("Right leg (degrees)").fill("72")
    page.get_by_role("button", name="Keep this reading").click()
    expect(page.get_by_text("An angle lies from 0 to 180")).to_be_visible(timeout=PAGE_TIMEOUT_MS)
    page.get_by_label("Left leg (degrees)").fill("71")
    page.get_by_role("button", name="Keep this reading").click()
    kept = page.get_by_text("Kept: Left, 71°, warm; Right, 72°, warm.")
    expect(kept).to_be_visible(timeout=PAGE_TIMEOUT_MS)
    for name in ("Something hurts", "Your own stretches", "All readings (2)"):
        page.locator("summary", has_text=name).click()
    page.locator("summary", has_text="Holds of").click()
    page.get_by_label("Add a hold of").wait_for()
    wait_for_quiet(page)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_every_target_of_the_checklist_is_large_enough(stretching: Page) -> None:
    page = stretching
    box(page, "Lying towel stretch").click()
    for button in checklist(page).get_by_role("button").all():
        found = button.bounding_box()
        assert found
        assert min(found["width"], found["height"]) >= 43.9, button.evaluate("(node) => node.outerHTML")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]
