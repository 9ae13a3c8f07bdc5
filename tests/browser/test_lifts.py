"""Lifts in a real browser: the read-out by pointer, tap and keyboard, the theme, the address, the phone."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from hamcore.interchange.demo import demo_log
from hamcore.interchange.parsed import ParsedWorkout
from tests.browser.conftest import DESKTOP, PAGE_TIMEOUT_MS, PHONE, Faults, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES
from tests.filled import fill

LIGHT_HINGE, DARK_HINGE = "rgb(143, 97, 207)", "rgb(154, 121, 238)"
DAY = re.compile(r"^\d{1,2} [A-Z][a-z]{2} \d{4} · ")


def demo() -> Sequence[ParsedWorkout]:
    """The demo log up to today."""
    return demo_log(datetime.now(UTC).date()).workouts


@pytest.fixture(scope="module")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own with the demo log."""
    home = tmp_path_factory.mktemp("lifts") / "home"
    fill(home, demo())
    yield from serve(home)


def open_lifts(page: Page, server: Server, query: str = "") -> None:
    open_path(page, server, f"/lifts{query}", "Lifts")
    expect(slider(page)).to_be_visible(timeout=PAGE_TIMEOUT_MS)
    expect(read_out(page)).to_be_visible(timeout=PAGE_TIMEOUT_MS)


def chart(page: Page, place: int = 0) -> Locator:
    return page.locator('[data-testid="stVegaLiteChart"]').nth(place)


def read_out(page: Page, place: int = 0) -> Locator:
    """The first line above the plot."""
    return chart(page, place).locator("svg text").filter(has_text=DAY)


def slider(page: Page, place: int = 0) -> Locator:
    return chart(page, place).locator('input[type="range"]')


def point_at(page: Page, share: float, place: int = 0) -> tuple[float, float]:
    """A point inside the plot, ``share`` of the way from left to right."""
    chart(page, place).scroll_into_view_if_needed()
    box = chart(page, place).locator("svg").bounding_box()
    assert box
    return box["x"] + 40 + share * (box["width"] - 60), box["y"] + 150


def text_of(locator: Locator) -> str:
    return locator.text_content() or ""


def test_the_read_out_shows_the_newest_session_before_anything_is_touched(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)

    assert slider(page).input_value() == slider(page).get_attribute("max")


def test_pointing_chooses_the_nearest_session_and_asks_the_server_nothing(demo_server: Server, page: Page) -> None:
    frames: list[WebSocket] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: frames.append(socket)))
    open_lifts(page, demo_server)
    newest, sent = text_of(read_out(page)), len(frames)

    page.mouse.move(*point_at(page, 0.1))

    expect(read_out(page)).not_to_have_text(newest)
    early = int(slider(page).input_value())
    page.mouse.move(*point_at(page, 0.6))
    expect(slider(page)).not_to_have_value(str(early))
    assert int(slider(page).input_value()) > early
    assert len(frames) == sent
    expect(page.locator("#vg-tooltip-element.visible")).to_have_count(0)


def test_the_keyboard_reaches_the_slider_by_name_and_steps_through_sessions(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)
    newest = text_of(read_out(page))

    page.get_by_role("slider", name="Barbell deadlift: session").press("ArrowLeft")

    expect(read_out(page)).not_to_have_text(newest)
    page.get_by_role("slider", name="Barbell deadlift: session").press("End")
    expect(read_out(page)).to_have_text(newest)
    # What a screen reader says is the session, not its number.
    expect(slider(page)).to_have_attribute("aria-valuetext", re.compile(r" kg \(trend "))


def test_a_tap_chooses_a_session_on_a_phone(demo_server: Server, phone: Page) -> None:
    open_lifts(phone, demo_server)
    newest = text_of(read_out(phone))

    phone.touchscreen.tap(*point_at(phone, 0.3))

    expect(read_out(phone)).not_to_have_text(newest)


def test_each_chart_has_a_choice_of_its_own(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)
    other = text_of(read_out(page, 1))

    page.mouse.move(*point_at(page, 0.2))

    expect(slider(page)).not_to_have_value(slider(page).get_attribute("max") or "")
    expect(read_out(page, 1)).to_have_text(other)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_a_day_is_the_day_of_the_log_wherever_the_browser_is(
    zone: str, demo_server: Server, chromium: Browser, faults: Faults
) -> None:
    lifted = [workout.day for workout in demo() if any(one.name.startswith("Romanian") for one in workout.sets)]
    context = chromium.new_context(timezone_id=zone)
    faults.watch(context)
    page = context.new_page()

    open_lifts(page, demo_server, "?lift=Romanian+deadlift&range=All")

    expect(read_out(page)).to_have_text(re.compile(rf"^{lifted[-1].day} {lifted[-1]:%b} {lifted[-1].year} · "))
    context.close()


def test_the_chart_follows_the_theme_at_once(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)
    line = chart(page).locator("svg .mark-line path").first
    expect(line).to_have_css("stroke", LIGHT_HINGE)

    page.emulate_media(color_scheme="dark")

    expect(line).to_have_css("stroke", DARK_HINGE)


def test_the_two_lifts_stand_beside_each_other_and_on_a_phone_below_each_other(
    demo_server: Server, page: Page, phone: Page
) -> None:
    for one, beside in ((page, True), (phone, False)):
        open_lifts(one, demo_server)
        first, second = (chart(one, place).bounding_box() for place in (0, 1))
        assert first
        assert second
        assert (abs(first["y"] - second["y"]) < 5) is beside
        assert (second["y"] > first["y"] + first["height"]) is not beside


def test_choosing_changes_the_address_and_the_address_opens_the_choice(
    demo_server: Server, page: Page, new_page: Callable[..., Page]
) -> None:
    open_lifts(page, demo_server)
    page.get_by_role("radio", name="1 yr").or_(page.get_by_role("button", name="1 yr")).first.click()
    wait_for_quiet(page)
    page.get_by_text("Load", exact=True).first.click()
    wait_for_quiet(page)
    expect(page.get_by_text("heaviest set of 28 days").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/lifts\?.*range=1\+?%?2?0?yr"))

    again = new_page()
    again.goto(page.url)

    expect(again.get_by_text("heaviest set of 28 days").first).to_be_visible()
    expect(again.get_by_text("Change in one year")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
def test_lifts_with_a_log_has_no_accessibility_violation_and_does_not_scroll_sideways(
    size: tuple[int, int], dark: bool, demo_server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_lifts(page, demo_server)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_rows_open_below_the_charts_and_can_be_saved(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)
    page.get_by_text("The sets behind the charts").click()
    expect(page.locator('[data-testid="stDataFrame"]')).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Download these rows").click()

    head = download.value.path().read_text(encoding="utf-8").splitlines()[0]
    assert head == "Day,Exercise,Set,Type,As typed,Load (kg),Reps,RIR,e1RM (kg),Confidence"


def test_no_button_offers_a_picture_without_its_colours(demo_server: Server, page: Page) -> None:
    open_lifts(page, demo_server)
    chart(page).hover()

    expect(page.get_by_role("button", name=re.compile("Fullscreen")).first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("PNG"))).to_have_count(0)


def test_the_slider_is_big_enough_for_a_finger(demo_server: Server, phone: Page) -> None:
    open_lifts(phone, demo_server)

    box = slider(phone).bounding_box()

    assert box
    assert box["height"] >= 44
