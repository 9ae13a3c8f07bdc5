"""A whole session on a phone: start, log the article's routine, a miss, an undo, a page change, finish, and after."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hamcore.interchange.parsed import ParsedSet, ParsedWorkout
from hamcore.model.log import SetType
from hamcore.model.settings import Settings
from hamcore.places import HOME_VARIABLE, database_url
from hamcore.storage import LOCAL_ATHLETE, open_store
from hamcore.units import LoadUnit
from tests.browser.conftest import Server, open_path, serve, wait_for_quiet
from tests.browser.test_floor import AFTER_DOUBLE_TAP_MS, log_as_planned, main_action, open_set, skip_warm_up
from tests.filled import fill

LAST_WEEK = {
    "Barbell deadlift": ("100", (8, 8, 8)),
    "Romanian deadlift": ("80", (8, 7, 7)),
    "Seated leg curl": ("40", (12, 12, 11)),
    "Kettlebell swing": ("24", (15, 15, 15)),
}


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Server]:
    """A server whose person did the article's routine a week ago."""
    home = tmp_path / "home"
    now = datetime.now(UTC)
    sets = [
        ParsedSet(name, SetType.WORKING, load, LoadUnit.KG, reps, 2.0, None, None, "")
        for name, (load, done) in LAST_WEEK.items()
        for reps in done
    ]
    fill(home, [ParsedWorkout((now - timedelta(days=7)).date(), "", "Hamstrings", "", None, sets)])
    store = open_store(database_url({HOME_VARIABLE: str(home)}), backup_dir=home / "backups", clock=lambda: now)
    store.save_settings(LOCAL_ATHLETE, Settings(routine_id="article_one_day"))
    store.close()
    yield from serve(home)


def start(page: Page, server: Server) -> None:
    open_path(page, server, "/workout", "Workout")
    expect(page.get_by_text("102.5\u202fkg × 6")).to_be_visible()
    page.get_by_role("button", name="Start workout").click()
    expect(page.get_by_role("heading", name="Hamstrings", level=1)).to_be_visible()
    expect(page.locator(".headline").first).to_contain_text("102.5")


def on_view(page: Page, name: str) -> None:
    expect(page.locator(".card:has(.row)").get_by_role("heading", name=name)).to_be_visible()


def log_all(page: Page, name: str, sets: int) -> None:
    """Log the sets of the exercise on view; with the last one the next exercise comes up."""
    on_view(page, name)
    log_as_planned(page, sets - 1)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()


def to_today_and_back(page: Page) -> None:
    """Leave the page during a rest: the rest goes on, and a tap on it leads back."""
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Today").click()
    expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    pill = page.locator(".pill")
    expect(pill).to_contain_text(re.compile(r"\d:\d\d"))
    pill.click()
    expect(page.get_by_role("heading", name="Hamstrings", level=1)).to_be_visible()


def test_a_whole_session_on_a_phone(gym: Server, phone: Page) -> None:
    page = phone
    start(page, gym)

    on_view(page, "Barbell deadlift")
    skip_warm_up(page)
    log_all(page, "Barbell deadlift", 3)

    on_view(page, "Romanian deadlift")
    skip_warm_up(page)
    log_as_planned(page)
    open_set(page, "Set 2").locator("#field-reps").fill("5")
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()
    expect(page.locator(".row.is-done")).to_have_count(2)
    page.get_by_role("button", name="Undo: set 2").click()
    expect(page.locator(".row.is-done")).to_have_count(1)
    open_set(page, "Set 2").locator("#field-reps").fill("5")
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()
    expect(page.locator(".row.is-done")).to_have_count(2)
    expect(main_action(page)).to_contain_text(re.compile(r"\d:\d\d"))
    to_today_and_back(page)
    on_view(page, "Romanian deadlift")
    expect(page.locator(".row.is-done")).to_have_count(2)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()

    on_view(page, "Seated leg curl")
    skip_warm_up(page)
    log_all(page, "Seated leg curl", 3)
    log_all(page, "Kettlebell swing", 3)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    expect(main_action(page)).to_contain_text("Finish")
    main_action(page).click()

    expect(page.get_by_text("What changes next time")).to_be_visible()
    expect(page.get_by_text("Once changes nothing: the same load again.")).to_be_visible()
    expect(page.get_by_text("102.5\u202fkg × 6, 6, 6").first).to_be_visible()
    wait_for_quiet(page)

    open_path(page, gym, "/workout", "Workout")
    row = page.locator(".hc-row", has_text="Barbell deadlift").first
    expect(row).to_contain_text("102.5\u202fkg")
    expect(row).to_contain_text("the same load, and a repetition more")
    row = page.locator(".hc-row", has_text="Romanian deadlift").first
    expect(row).to_contain_text("80\u202fkg")
