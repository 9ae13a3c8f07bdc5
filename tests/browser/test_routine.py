"""The Routine page in a real browser: a drop and everything that follows from it, links, files, phone."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from hamcore.catalog import load_catalog
from hamcore.places import data_dir
from hamcore.transfer.routine_link import link_text
from tests.browser.conftest import DESKTOP, PAGE_TIMEOUT_MS, PHONE, Server, open_path, wait_for_quiet
from tests.browser.test_accessibility import RULES

CATALOG = load_catalog(data_dir())[0]
FRI = 4


def card(page: Page, name: str) -> Locator:
    return page.locator(".week .card", has=page.locator(".name", has_text=re.compile(f"^{name}$")))


def day(page: Page, weekday: int) -> Locator:
    return page.locator(f'.day[data-day="{weekday}"]')


def choice(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Routine")


def show(page: Page, server: Server, query: str = "") -> None:
    open_path(page, server, f"/routine{query}", "Routine")
    expect(page.locator(".week .card").first).to_be_visible()


def carry(page: Page, name: str, weekday: int) -> None:
    """Carry a card to the top of another day by keyboard."""
    face = card(page, name).locator(".face")
    face.focus()
    own = page.locator(".card .name", has_text=re.compile(f"^{name}$"))
    here = int(page.locator(".day", has=own).get_attribute("data-day") or 0)
    page.keyboard.press("Space")
    for _ in range(abs(weekday - here)):
        page.keyboard.press("ArrowRight" if weekday > here else "ArrowLeft")
    page.keyboard.press("Space")


def cells(page: Page, function: str) -> list[str]:
    return page.locator(".hc-grid tr", has_text=function).locator("td").all_inner_texts()


def test_a_drop_changes_every_number_makes_an_own_copy_and_outlives_a_reload(page: Page, fresh_server: Server) -> None:
    show(page, fresh_server)
    expect(choice(page)).to_have_value(re.compile("template, active"))
    assert cells(page, "Ballistic hinge") == ["", "", "", "3", "", "", ""]
    carry(page, "KB swing", FRI)
    expect(choice(page)).to_have_value(re.compile("My article routine, two days · yours, active"))
    expect(page.get_by_text("this is your own copy")).to_be_visible()
    wait_for_quiet(page)
    assert cells(page, "Ballistic hinge") == ["", "", "", "", "3", "", ""]
    expect(day(page, FRI)).to_contain_text("min")
    page.reload()
    expect(day(page, FRI).locator(".name")).to_have_text("KB swing")
    expect(choice(page)).to_have_value(re.compile("yours, active"))


def test_quick_drops_on_a_template_all_land_in_one_copy_and_the_boards_undo_goes_on(
    page: Page, fresh_server: Server
) -> None:
    show(page, fresh_server)
    carry(page, "KB swing", FRI)
    carry(page, "RDL", 5)
    carry(page, "Seated curl", 1)
    expect(choice(page)).to_have_value(re.compile("yours"))
    for weekday, name in ((FRI, "KB swing"), (5, "RDL"), (1, "Seated curl")):
        expect(day(page, weekday).locator(".name", has_text=re.compile(f"^{name}$"))).to_be_visible()
    for _ in range(3):
        page.locator(".undo").click()
    expect(day(page, 3).locator(".name").first).to_have_text("RDL")
    expect(page.locator(".hc-grid tr", has_text="Knee flexion").locator("td").first).to_have_text("3")
    page.reload()
    expect(page.locator(".week .card").first).to_be_visible()
    expect(day(page, 0).locator(".name")).to_have_text(["Deadlift", "Seated curl", "Standing forward bend"])
    choice(page).click()
    expect(page.get_by_role("option", name=re.compile("yours"))).to_have_count(1)


def test_a_fix_is_one_click_and_the_board_stays_where_it_is(page: Page, fresh_server: Server) -> None:
    show(page, fresh_server)
    carry(page, "KB swing", 0)
    finding = page.get_by_text("Swings before the heavy hinge").first
    expect(finding).to_be_visible()
    page.locator(".wrap:has(.week)").first.evaluate("node => { node.dataset.seen = 'yes'; }")
    page.get_by_role("button", name="Put Kettlebell swing last").click()
    expect(finding).to_have_count(0)
    expect(page.get_by_text("Put Kettlebell swing last: done.")).to_be_visible()
    expect(page.locator(".wrap:has(.week)").first).to_have_attribute("data-seen", "yes")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Swings before the heavy hinge").first).to_be_visible()


def test_a_menu_closes_when_something_was_chosen_in_it(page: Page, fresh_server: Server) -> None:
    show(page, fresh_server)
    page.get_by_role("button", name="New", exact=True).click()
    page.get_by_role("button", name="Twenty minutes, twice a week").click()
    expect(choice(page)).to_have_value(re.compile("My twenty minutes, twice a week · yours"))
    expect(page.get_by_text("A new routine like")).to_have_count(0)


def test_a_link_is_shown_and_writes_nothing(page: Page, fresh_server: Server) -> None:
    text = link_text(CATALOG.routines["no_machines"], CATALOG)
    open_path(page, fresh_server, f"/routine?routine={text}", "Routine")
    expect(page.get_by_text("Only shown, not kept")).to_be_visible()
    expect(page.locator(".hc-week-card").first).to_be_visible()
    page.get_by_role("button", name="Leave it").click()
    expect(choice(page)).to_have_value(re.compile("template, active"))
    choice(page).click()
    expect(page.get_by_role("option", name=re.compile("yours"))).to_have_count(0)


def test_a_damaged_link_has_a_clear_message(page: Page, fresh_server: Server) -> None:
    text = link_text(CATALOG.routines["no_machines"], CATALOG)[:-12]
    open_path(page, fresh_server, f"/routine?routine={text}", "Routine")
    expect(page.get_by_text("This routine cannot be read")).to_be_visible()
    expect(page.get_by_text("The link is damaged or was cut short")).to_be_visible()


@pytest.mark.parametrize(
    ("label", "name", "begin"),
    [
        ("Share file", "article-routine-two-days.hamcore-routine.json", b"{"),
        ("Calendar file", "article-routine-two-days.ics", b"BEGIN:VCALENDAR"),
        ("A4", "article-routine-two-days-a4.pdf", b"%PDF"),
        ("PNG", "article-routine-two-days.png", b"\x89PNG"),
        ("SVG", "article-routine-two-days.svg", b"<svg"),
    ],
)
def test_every_way_out_gives_its_file(page: Page, filled_server: Server, label: str, name: str, begin: bytes) -> None:
    show(page, filled_server)
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name=label).click()
    assert caught.value.suggested_filename == name
    assert caught.value.path().read_bytes().startswith(begin)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_is_accessible_and_never_wider_than_the_screen(
    new_page: Callable[..., Page], filled_server: Server, size: tuple[int, int], *, dark: bool
) -> None:
    page = new_page(size, dark=dark)
    show(page, filled_server)
    page.get_by_role("button", name="Play it forward").click()
    expect(page.locator("[class*='st-key-card_forward_'] svg").first).to_be_visible(timeout=PAGE_TIMEOUT_MS)
    wait_for_quiet(page)
    page.locator(".hc-finding > summary").first.click()
    expect(page.locator(".hc-reason").first).to_be_visible()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size[0]
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_a_week_of_the_play_forward_is_chosen_by_keyboard(page: Page, filled_server: Server) -> None:
    show(page, filled_server)
    page.get_by_role("button", name="Play it forward").click()
    slider = page.get_by_role("slider", name=re.compile("Barbell deadlift: week"))
    slider.focus()
    page.keyboard.press("Home")
    chart = page.locator(".st-key-card_forward_barbell_deadlift svg")
    expect(chart.get_by_text(re.compile("^Now"))).to_be_visible()
