"""From another app's file to the log and back, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, wait_for_quiet
from tests.browser.files import hevy_file
from tests.browser.test_accessibility import RULES

TITLE = "Import, export"


def drop(page: Page, server: Server, path: Path) -> None:
    open_path(page, server, "/import", TITLE)
    page.locator('input[type="file"]').set_input_files(path)
    expect(page.get_by_role("button", name="Leave this file")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
def test_a_hevy_file_comes_in_and_goes_out_again_as_one_step(
    size: tuple[int, int], fresh_server: Server, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = new_page(size)
    drop(page, fresh_server, hevy_file(tmp_path / "export.csv"))
    expect(page.get_by_text("Recognised by its header line: 14 columns as Hevy writes them.")).to_be_visible()
    expect(page.get_by_text("Sled *drag*", exact=True)).to_be_visible()

    page.get_by_role("button", name="Add 96 sets").click()
    expect(page.get_by_role("heading", name="96 sets added")).to_be_visible()
    page.get_by_role("button", name="See your lifts").click()
    expect(page.get_by_role("heading", name="Lifts", level=1)).to_be_visible()

    open_path(page, fresh_server, "/import", TITLE)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("was undone as one step")).to_be_visible()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)


def test_a_long_import_shows_its_progress_and_leaves_the_other_pages_usable(
    fresh_server: Server, page: Page, tmp_path: Path
) -> None:
    drop(page, fresh_server, hevy_file(tmp_path / "long.csv", weeks=500, sets_a_day=40))
    page.get_by_role("button", name="Add 41").click(timeout=60_000)
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible()

    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", name="41\u202f000 sets added")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
def test_a_preview_has_no_accessibility_violation(
    size: tuple[int, int], dark: bool, server: Server, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = new_page(size, dark=dark)
    path = hevy_file(tmp_path / "export.csv")
    path.write_text(path.read_text("utf-8") + '\n"Pull","1 Feb 2026, 18:05","","","Squat",,"",0,"normal",abc,5,,,')
    drop(page, server, path)
    expect(page.get_by_text("What will happen")).to_be_visible()
    wait_for_quiet(page)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()


def test_a_file_of_unknown_layout_is_asked_about_on_a_phone_without_sideways_scrolling(
    server: Server, phone: Page, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(
        "When,Move," + ",".join(f"Column {n}" for n in range(12)) + "\n2026-01-05,Deadlift," + "1," * 11 + "1"
    )
    drop(phone, server, path)
    expect(phone.get_by_role("heading", name="Which column is what?")).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_both_downloads_arrive(fresh_server: Server, page: Page, tmp_path: Path) -> None:
    drop(page, fresh_server, hevy_file(tmp_path / "export.csv"))
    page.get_by_role("button", name="Add 96 sets").click()
    expect(page.get_by_role("heading", name="96 sets added")).to_be_visible()
    page.get_by_role("button", name="Import another file").click()

    with page.expect_download() as table:
        page.get_by_role("button", name="Log as CSV").click()
    with page.expect_download() as backup:
        page.get_by_role("button", name="Backup of everything").click()

    assert Path(table.value.path()).read_bytes().count(b"\n") > 96
    assert Path(backup.value.path()).read_bytes().startswith(b"SQLite format 3")
