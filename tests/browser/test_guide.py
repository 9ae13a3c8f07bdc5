"""The guided stretching session in a real browser: led through by the clock, and nothing that was held is lost."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, WebSocket, expect

from tests.browser.conftest import DESKTOP, PAGE_TIMEOUT_MS, PHONE, Server, serve
from tests.browser.test_accessibility import RULES
from tests.browser.test_floor import Line, line  # noqa: F401 - a fixture

HARNESS = Path(__file__).parent / "harness" / "guide.py"
COMMAND = [sys.executable, "-m", "streamlit", "run", str(HARNESS), "--server.headless=true", "--server.port"]
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
TOWEL, FOLD, SCOOP, FLOSSING = (
    "lying_towel_stretch",
    "seated_forward_bend",
    "hamstring_scoop",
    "hamstring_flossing",
)
SETTLE_S, CHANGE_S, NEXT_S, HOLD_S = 5, 10, 20, 30


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(tmp_path_factory.mktemp("guide") / "home", COMMAND)


@pytest.fixture
def show(
    new_page: Callable[..., Page],
    harness: Server,
    request: pytest.FixtureRequest,
    line: Line,  # noqa: F811
) -> Callable[..., Page]:
    """Open the session of this test's own athlete: ``show(PHONE, stretches=TOWEL)``."""

    def open_it(
        size: tuple[int, int] = PHONE, *, page: Page | None = None, dark: bool = False, stretches: str = TOWEL
    ) -> Page:
        page = page or new_page(size, dark=dark)
        page.route_web_socket(re.compile("/_stcore/stream"), line.take)
        who = re.sub(r"\W+", "-", request.node.name)[:60]
        page.goto(f"{harness.url}/?who={who}&stretches={stretches}")
        expect(page.locator(".main-action")).to_be_visible(timeout=PAGE_TIMEOUT_MS)
        return page

    return open_it


def main_action(page: Page) -> Locator:
    return page.locator(".main-action")


def passes(page: Page, seconds: float) -> None:
    """Let the clock run on; every timer on the way fires."""
    page.clock.run_for(int(1000 * seconds))


def begin(page: Page) -> None:
    """Start the session and its first hold, with a clock that can be advanced."""
    page.clock.install()
    page.get_by_role("button", name="Start session").click()
    expect(page.locator(".breathing")).to_have_text("Ready")
    main_action(page).click()
    expect(page.locator(".breathing")).to_have_text("Get into position")
    passes(page, SETTLE_S + 0.3)
    expect(page.locator(".breathing")).to_have_text(re.compile("Breathe in|breathing out"))


def stored(page: Page, holds: str, stretch: str = TOWEL) -> None:
    """Expect the log to hold exactly these of a stretch."""
    expect(page.get_by_text(f"{stretch}: {holds}", exact=True)).to_be_visible(timeout=PAGE_TIMEOUT_MS)


def test_a_whole_session_on_a_phone_and_no_message_while_a_hold_runs(
    show: Callable[..., Page], new_page: Callable[..., Page]
) -> None:
    page = new_page(PHONE)
    sent: list[str | bytes] = []

    def note(payload: str | bytes) -> None:
        sent.append(payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)

    page.on("websocket", listen)
    show(page=page, stretches=f"{TOWEL},{FOLD}")
    sent.clear()
    begin(page)
    assert sent == [], "to choose and to start is a matter of the browser"
    held = [f"left {HOLD_S}"] * 2 + [f"right {HOLD_S}"] * 2
    for number in range(1, 5):
        passes(page, HOLD_S - 2)
        assert len(sent) == number - 1, "nothing is sent while a hold runs"
        passes(page, 2.2)
        stored(page, ", ".join(held[:number]))
        assert len(sent) == number
        if number < 4:
            expect(page.locator(".breathing")).to_have_text("Change over")
            passes(page, CHANGE_S)
    expect(page.locator(".name")).to_have_text("Seated forward bend")
    passes(page, NEXT_S)
    for number in (1, 2):
        passes(page, HOLD_S - 2)
        assert len(sent) == 3 + number
        passes(page, 2.2)
        stored(page, ", ".join([f"both {HOLD_S}"] * number), FOLD)
        passes(page, CHANGE_S)
    expect(page.locator(".name")).to_have_text("That was it")
    expect(page.locator(".reason")).to_have_text("120 s held per leg.")
    assert len(sent) == 6, "one message for each hold"
    main_action(page).click()
    expect(page.get_by_role("button", name="Start session")).to_be_visible()


def test_slow_repetitions_are_counted(show: Callable[..., Page]) -> None:
    page = show(stretches=SCOOP)
    begin(page)
    left = page.locator(".dial .left")
    expect(left).to_have_text("1")
    passes(page, 6 * 3)
    expect(left).to_have_text("4")
    passes(page, 6 * 7)
    stored(page, "left 10", SCOOP)
    passes(page, CHANGE_S + 6 * 4)
    page.get_by_role("button", name="Done early").click()
    expect(page.get_by_text(re.compile(rf"{SCOOP}: left 10, right [34]$"))).to_be_visible()


def test_a_nerve_technique_is_explained_as_one(show: Callable[..., Page]) -> None:
    page = show(stretches=FLOSSING)
    page.get_by_role("button", name="Start session").click()
    expect(page.locator(".nerve")).to_have_text("This glides a nerve.")


def test_a_reload_in_the_middle_goes_on_where_it_was(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    passes(page, HOLD_S)
    stored(page, "left 30")
    passes(page, CHANGE_S + 4)
    left = page.locator(".dial .left").inner_text()
    page.reload()
    expect(page.locator(".dial .left")).to_have_text(re.compile(r"0:2[0-9]"))
    assert page.locator(".dial .left").inner_text() <= left
    expect(page.locator(".which")).to_contain_text("Hold 2 of 2")
    passes(page, HOLD_S)
    stored(page, "left 30, left 30")


def test_a_closed_tab_can_be_gone_on_with(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    passes(page, HOLD_S)
    stored(page, "left 30")
    context = page.context
    page.close()
    again = show(page=context.new_page())
    expect(again.locator(".reason")).to_contain_text("1 of 4 done and kept.")
    again.get_by_role("button", name="Go on here").click()
    expect(again.locator(".which")).to_contain_text("Hold 2 of 2")
    stored(again, "left 30")


def test_only_one_of_two_tabs_runs_the_clock(show: Callable[..., Page]) -> None:
    first = show()
    begin(first)
    second = show(page=first.context.new_page())
    expect(second.locator(".name")).to_have_text("A session is under way")
    second.get_by_role("button", name="Go on here").click()
    expect(second.get_by_role("timer")).to_be_visible()
    expect(first.locator(".name")).to_have_text("A session is under way")


@pytest.mark.parametrize(("answer", "holds"), [("Yes, count it", "left 30"), ("Do it again", "")])
def test_a_hold_that_ended_while_the_page_slept_is_asked_about(
    answer: str, holds: str, show: Callable[..., Page]
) -> None:
    page = show()
    begin(page)
    page.clock.fast_forward("03:00")
    expect(page.get_by_role("alert")).to_contain_text("Did you stay in it for 30")
    page.get_by_role("button", name=answer).click()
    if holds:
        stored(page, holds)
        return
    expect(main_action(page)).to_contain_text("Start hold")
    expect(page.get_by_text(f"{TOWEL}:")).to_have_count(0)


def test_a_pause_stands_still(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    passes(page, 5)
    main_action(page).click()
    expect(page.locator(".breathing")).to_have_text("Paused")
    left = page.locator(".dial .left").inner_text()
    passes(page, 120)
    expect(page.locator(".dial .left")).to_have_text(left)
    page.reload()
    expect(page.locator(".dial .left")).to_have_text(left)
    main_action(page).click()
    passes(page, HOLD_S)
    stored(page, "left 30")


def test_skip_keeps_nothing_and_back_comes_back(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".which")).to_contain_text("Hold 2 of 2")
    page.get_by_role("button", name="Back").click()
    expect(page.locator(".which")).to_contain_text("Hold 1 of 2")
    expect(main_action(page)).to_contain_text("Start hold")
    expect(page.get_by_text(f"{TOWEL}:")).to_have_count(0)


def test_a_hold_done_again_replaces_the_first(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    passes(page, HOLD_S)
    stored(page, "left 30")
    page.get_by_role("button", name="Back").click()
    expect(main_action(page)).to_contain_text("Do it again")
    main_action(page).click()
    passes(page, SETTLE_S + 12)
    page.get_by_role("button", name="Done early").click()
    expect(page.get_by_text(re.compile(rf"^{TOWEL}: left 1[12]$"))).to_be_visible()


def test_the_last_hold_can_be_taken_back(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    passes(page, HOLD_S)
    stored(page, "left 30")
    page.get_by_role("button", name="Undo: Lying towel stretch, left leg, 30").click()
    expect(page.get_by_text(f"{TOWEL}:")).to_have_count(0)
    expect(page.locator(".which")).to_contain_text("Hold 1 of 2")


def test_a_new_stretch_waits_where_that_is_wished(show: Callable[..., Page]) -> None:
    page = show(stretches=f"{FOLD},{TOWEL}")
    page.get_by_role("button", name="Goes on by itself").click()
    begin(page)
    passes(page, HOLD_S + CHANGE_S + HOLD_S + 1)
    expect(page.locator(".name")).to_have_text("Lying towel stretch")
    passes(page, 60)
    expect(page.locator(".breathing")).to_have_text("Ready")


def test_an_ache_at_the_sit_bone_closes_forward_bends_and_says_where_to_turn(show: Callable[..., Page]) -> None:
    page = show(stretches=f"{TOWEL},{FOLD}")
    begin(page)
    page.get_by_role("button", name="Something hurts").click()
    expect(page.get_by_role("group", name="What hurts?")).to_be_focused()
    page.get_by_role("button", name="I have this: an ache at the sit bone").click()
    expect(page.get_by_role("alert")).to_contain_text("ask a clinician")
    expect(page.locator(".place")).to_have_text("1 of 4")
    expect(page.get_by_text("Reported: sit_bone_pain")).to_be_visible()
    page.get_by_role("button", name="End session").click()
    main_action(page).click()
    expect(page.locator(".pick.is-shut")).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Seated forward bend")).to_have_count(0)


def test_a_nerve_sign_closes_the_nerve_technique_it_came_with(show: Callable[..., Page]) -> None:
    page = show(stretches=f"{FLOSSING},{TOWEL}")
    begin(page)
    page.get_by_role("button", name="Something hurts").click()
    page.get_by_role("button", name="I have this: tingling").click()
    expect(page.locator(".name")).to_have_text("Lying towel stretch")
    expect(page.get_by_role("alert")).to_contain_text("have it looked at")
    expect(main_action(page)).to_contain_text("Start hold")


def test_a_sign_to_stop_ends_the_session(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    page.get_by_role("button", name="Something hurts").click()
    page.get_by_role("button", name="I have this: a sign to stop").click()
    expect(page.locator(".name")).to_have_text("Nothing was kept")
    expect(page.get_by_role("alert")).to_contain_text("doctor")
    main_action(page).click()
    expect(page.locator(".name")).to_have_text("No stretching for now")
    expect(page.get_by_role("button", name="Start session")).to_have_count(0)


def test_the_clock_stands_still_while_it_is_said_what_hurts(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    page.get_by_role("button", name="Something hurts").click()
    left = page.locator(".dial .left").inner_text()
    passes(page, 40)
    expect(page.locator(".dial .left")).to_have_text(left)
    page.get_by_role("button", name="None of these").click()
    main_action(page).click()
    passes(page, HOLD_S)
    stored(page, "left 30")


@pytest.mark.parametrize(
    ("field", "typed", "limit"),
    [
        ("Seconds held", "-5", "from 10 to 30 seconds"),
        ("Seconds held", "9", "from 10 to 30 seconds"),
        ("Seconds held", "31", "from 10 to 30 seconds"),
        ("Seconds held", "400", "from 10 to 30 seconds"),
        ("Seconds held", "12.5", "from 10 to 30 seconds"),
        ("Rounds each side", "0", "from 1 to 6 rounds"),
        ("Rounds each side", "many", "from 1 to 6 rounds"),
    ],
)
def test_a_dose_that_cannot_be_is_refused_in_place(
    field: str, typed: str, limit: str, show: Callable[..., Page]
) -> None:
    page = show()
    page.get_by_role("button", name="Lying towel stretch").click()
    entry = page.get_by_label(field, exact=True)
    entry.fill(typed)
    expect(page.get_by_role("alert")).to_contain_text(limit)
    main_action(page).click()
    expect(entry).to_be_focused()
    expect(page.get_by_role("timer")).to_have_count(0)


def test_a_dose_is_set_with_steps_and_remembered(show: Callable[..., Page]) -> None:
    page = show()
    expect(page.locator(".sum")).to_contain_text("60 s held per leg")
    page.get_by_role("button", name="Lying towel stretch").click()
    page.get_by_role("button", name="Less: seconds held").click()
    page.get_by_role("button", name="Less: seconds held").click()
    page.get_by_role("button", name="Less: rounds each side").click()
    expect(page.locator(".sum")).to_contain_text("20 s held per leg")
    page.reload()
    expect(page.locator(".sum")).to_contain_text("20 s held per leg")


def test_stretches_are_chosen_and_put_in_order(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("checkbox", name="Standing hamstring scoop").click()
    page.get_by_role("button", name="Lying towel stretch").click()
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Start session").click()
    expect(page.locator(".name")).to_have_text("Standing hamstring scoop")


def test_nothing_chosen_cannot_be_started(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("checkbox", name="Lying towel stretch").click()
    expect(page.get_by_text("Choose at least one stretch.")).to_be_visible()
    expect(page.get_by_role("button", name="Start session")).to_be_disabled()


def test_holds_before_heavy_hinges_are_warned_about(show: Callable[..., Page]) -> None:
    page = show()
    expect(page.get_by_text("Deadlifts are still to come")).to_have_count(0)
    page.get_by_role("button", name="After training").click()
    expect(page.get_by_text("Deadlifts are still to come")).to_be_visible()


def test_holds_without_a_connection_are_kept_and_stored_when_it_is_back(
    show: Callable[..., Page],
    line: Line,  # noqa: F811
) -> None:
    page = show()
    begin(page)
    line.cut()
    passes(page, HOLD_S)
    expect(page.get_by_text("Kept: Lying towel stretch, left leg, 30")).to_be_visible()
    passes(page, CHANGE_S)
    expect(page.locator(".kept")).to_contain_text("1 change is kept on this device")
    expect(page.get_by_role("dialog")).to_have_count(0)
    main_action(page).click()
    line.mend()
    # Streamlit waits some seconds between its attempts to come back, by the clock that is advanced here.
    for _ in range(20):
        passes(page, 2)
        page.wait_for_timeout(100)
    stored(page, "left 30")
    expect(page.locator(".kept")).to_have_count(0)


def test_sounds_are_composed_ahead_only_where_that_is_wished(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("button", name="Start session").click()
    main_action(page).click()
    composed = "window.hamcoreGuides.get('guide').sounds()"
    page.wait_for_function(f"{composed} === 4")
    page.get_by_role("button", name="Sound").click()
    page.wait_for_function(f"{composed} === 0")


def test_the_screen_stays_on_while_a_session_runs(show: Callable[..., Page]) -> None:
    page = show()
    is_held = "() => Boolean(window[Symbol.for('hamcore.rest')].lock)"
    assert not page.evaluate(is_held)
    page.get_by_role("button", name="Start session").click()
    page.wait_for_function(is_held)
    page.get_by_role("button", name="End session").click()
    page.wait_for_function(f"!({is_held})()")


def test_a_session_is_done_by_keyboard_alone(show: Callable[..., Page]) -> None:
    page = show(DESKTOP)
    page.clock.install()
    box = page.get_by_role("checkbox", name="Lying towel stretch")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_have_attribute("aria-checked", "false")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Seconds held", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Lying towel stretch")).to_be_focused()
    main_action(page).focus()
    page.keyboard.press("Enter")
    expect(main_action(page)).to_be_focused()
    page.keyboard.press("Enter")
    passes(page, SETTLE_S + 1)
    page.keyboard.press("Space")
    expect(page.locator(".live")).to_have_text("Paused")
    page.keyboard.press("Space")
    expect(page.locator(".live")).to_have_text("Hold for 30 seconds.")
    passes(page, HOLD_S)
    stored(page, "left 30")
    expect(page.locator(".live")).to_contain_text("Hold 2 of 2, left leg. Starts in 10 seconds.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skip")).to_be_focused()


@SIZES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_session_has_no_known_barriers(size: tuple[int, int], dark: bool, show: Callable[..., Page]) -> None:
    page = show(size, dark=dark, stretches=f"{TOWEL},{FLOSSING}")

    def look() -> None:
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, results.generate_report()

    page.get_by_role("button", name="After training").click()
    page.get_by_role("button", name="Lying towel stretch").click()
    page.get_by_label("Seconds held", exact=True).fill("x")
    look()
    page.get_by_label("Seconds held", exact=True).fill("20")
    begin(page)
    look()
    page.get_by_role("button", name="Something hurts").click()
    look()
    page.get_by_role("button", name="I have this: an ache at the sit bone").click()
    look()
    main_action(page).click()
    passes(page, 20)
    page.get_by_role("button", name="End session").click()
    expect(page.locator(".name")).to_have_text("That was it")
    look()


def test_every_target_is_large_enough_and_nothing_is_wider_than_a_phone(show: Callable[..., Page]) -> None:
    page = show(stretches=f"{TOWEL},{FOLD}")

    def look() -> None:
        for button in page.locator(".guide").get_by_role("button").all():
            box = button.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 43.9, button.evaluate("(node) => node.outerHTML")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]

    page.get_by_role("button", name="Lying towel stretch").click()
    look()
    begin(page)
    passes(page, HOLD_S + CHANGE_S)
    look()
    page.get_by_role("button", name="Something hurts").click()
    look()


def test_button_and_stop_signs_are_on_one_phone_screen(show: Callable[..., Page]) -> None:
    page = show()
    begin(page)
    page.wait_for_timeout(500)
    dock = page.locator(".dock").bounding_box()
    assert dock
    for part in (page.locator(".dial"), page.locator(".signs"), page.get_by_role("button", name="Something hurts")):
        box = part.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= dock["y"] + 12
