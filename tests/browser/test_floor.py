"""The gym floor in a real browser: one tap a set, and no set is lost, doubled or stored wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, WebSocket, WebSocketRoute, expect

from hamcore.places import HOME_VARIABLE, app_dir
from tests.browser.conftest import DESKTOP, PAGE_TIMEOUT_MS, PHONE, Faults, Server, free_port, serve, wait_until_healthy
from tests.browser.test_accessibility import RULES

HARNESS = Path(__file__).parent / "harness" / "floor.py"
COMMAND = [sys.executable, "-m", "streamlit", "run", str(HARNESS), "--server.headless=true", "--server.port"]
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
DEADLIFT = "barbell_deadlift"
NO_LINE = "console: Cannot send rerun backMessage when disconnected from server."
AFTER_DOUBLE_TAP_MS = 520


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(tmp_path_factory.mktemp("floor") / "home", COMMAND)


class Line:
    """The connection of a page, which can be cut: what is open is closed, what is opened closes at once."""

    def __init__(self) -> None:
        self.is_cut = self.was_cut = False
        self.open: list[WebSocketRoute] = []

    def take(self, socket: WebSocketRoute) -> None:
        if self.is_cut:
            socket.close()
            return
        socket.connect_to_server()
        self.open.append(socket)

    def cut(self) -> None:
        self.is_cut = self.was_cut = True
        for socket in self.open:
            socket.close()
        self.open.clear()

    def mend(self) -> None:
        self.is_cut = False


@pytest.fixture
def line(faults: Faults) -> Iterator[Line]:
    """A connection to cut; what Streamlit says to the console while it is cut is no fault."""
    made = Line()
    yield made
    if made.was_cut:
        faults.errors[:] = [error for error in faults.errors if error != NO_LINE]


@pytest.fixture
def show(
    new_page: Callable[..., Page], harness: Server, request: pytest.FixtureRequest, line: Line
) -> Callable[..., Page]:
    """Open a workout of this test's own: ``show(PHONE, plan="romanian_deadlift", mode="past")``."""

    def open_it(size: tuple[int, int] = PHONE, *, page: Page | None = None, dark: bool = False, **query: str) -> Page:
        page = page or new_page(size, dark=dark)
        page.route_web_socket(re.compile("/_stcore/stream"), line.take)
        page.goto(f"{harness.url}/?{address(workout_of(request.node.name), **query)}")
        expect(page.get_by_role("heading", name="Workout", exact=True)).to_be_visible(timeout=PAGE_TIMEOUT_MS)
        expect(page.locator(".card").first).to_be_visible()
        return page

    return open_it


def workout_of(name: str) -> str:
    return re.sub(r"\W+", "-", name)[:60]


def address(workout: str, **query: str) -> str:
    return "&".join([f"workout={workout}", *(f"{name}={value}" for name, value in query.items())])


def main_action(page: Page) -> Locator:
    return page.locator(".main-action")


def log_as_planned(page: Page, times: int = 1) -> None:
    """Tap the pinned button; taps closer together than a slip of the finger count once."""
    for _ in range(times):
        before = page.locator(".row.is-done").count()
        page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
        main_action(page).click()
        expect(page.locator(".row.is-done")).to_have_count(before + 1)


def stored(page: Page, sets: str, exercise: str = DEADLIFT) -> None:
    """Expect the log of this workout to hold exactly these sets of an exercise."""
    # After a lost connection Streamlit waits some seconds between its attempts to come back.
    expect(page.get_by_text(f"{exercise}: {sets}", exact=True)).to_be_visible(timeout=PAGE_TIMEOUT_MS)


def skip_warm_up(page: Page) -> None:
    page.get_by_role("button", name="Skip the warm-up sets").click()


def open_set(page: Page, name: str) -> Locator:
    """Open the corrections of a set; they as a locator."""
    page.get_by_role("button", name=re.compile(rf"^{name}: .*\. Change")).click()
    return page.locator(".panel")


def test_a_set_done_as_planned_is_one_tap(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    main_action(page).click()
    stored(page, "122.5 x 8")
    expect(page.locator(".row.is-next .number")).to_have_text("2")
    expect(page.get_by_role("timer")).to_be_visible()
    expect(page.get_by_text("Reps in reserve after set 1")).to_be_visible()


def test_a_check_logs_its_own_row(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("button", name="Warm-up 1 done as planned").click()
    stored(page, "90 x 4")
    expect(page.locator(".rest")).to_be_hidden()


def test_two_taps_of_one_finger_are_one_set(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    main_action(page).dblclick()
    stored(page, "122.5 x 8")
    expect(page.locator(".row.is-done")).to_have_count(1)


def test_a_correction_is_two_more_taps(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="Less reps").click()
    main_action(page).click()
    stored(page, "122.5 x 7")


def test_the_check_of_a_corrected_row_logs_the_correction(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    open_set(page, "Set 1").get_by_role("button", name="Less reps").click()
    page.get_by_role("button", name="Set 1: log it as corrected").click()
    stored(page, "122.5 x 7")


def test_a_set_is_added_to_a_past_workout(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page, 2)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()
    stored(page, "122.5 x 8, 122.5 x 8, 122.5 x 8")
    show(page=page, mode="past")
    page.get_by_role("button", name="One more set").click()
    page.locator("#field-reps").fill("4")
    page.get_by_role("button", name="Log this set").click()
    stored(page, "122.5 x 8, 122.5 x 8, 122.5 x 8, 122.5 x 4")


def test_the_load_walks_along_what_the_plates_can_make(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="More load").click()
    expect(panel.locator("#field-load")).to_have_value("125")
    expect(panel).to_contain_text("Per side: 20 + 20 + 10 + 2.5")
    panel.get_by_role("button", name="Less load").click()
    panel.get_by_role("button", name="Less load").click()
    main_action(page).click()
    stored(page, "120 x 8")


def test_reserve_is_one_tap_after_the_set_and_can_be_taken_back(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    main_action(page).click()
    asked = page.get_by_role("group", name="Reps in reserve after set 1")
    asked.get_by_role("button", name="2", exact=True).click()
    expect(page.locator(".row.is-done")).to_contain_text("RIR 2")
    page.get_by_role("button", name="Undo: reps in reserve").click()
    expect(page.locator(".row.is-done")).not_to_contain_text("RIR 2")
    stored(page, "122.5 x 8")


def test_a_done_set_changes_with_the_tap(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="Less reps").click()
    panel.get_by_role("button", name="Less reps").click()
    panel.get_by_role("button", name="Form broke").click()
    stored(page, "122.5 x 6")
    panel.get_by_role("button", name="Close").click()
    expect(page.locator(".row.is-done")).to_contain_text("Form broke")
    page.get_by_role("button", name="Undo: the change of a set").click()
    stored(page, "122.5 x 8")


def test_a_comma_is_a_fraction_in_every_browser(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    panel = open_set(page, "Set 1")
    panel.locator("#field-load").fill("82,5")
    panel.locator("#field-load").press("Enter")
    stored(page, "82.5 x 8")


@pytest.mark.parametrize(
    ("name", "typed", "limit"),
    [
        ("load", "-5", "from 0 to 700 kg"),
        ("load", "701", "from 0 to 700 kg"),
        ("load", "heavy", "from 0 to 700 kg"),
        ("reps", "0", "from 1 to 1000"),
        ("reps", "1001", "from 1 to 1000"),
        ("reps", "1000000000", "from 1 to 1000"),
        ("reps", "8.5", "from 1 to 1000"),
        ("tempo", "fast", "four numbers"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_place(
    name: str, typed: str, limit: str, show: Callable[..., Page]
) -> None:
    page = show()
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="More: tempo and note").click()
    panel.locator(f"#field-{name}").fill(typed)
    expect(panel.get_by_role("alert")).to_contain_text(limit)
    expect(panel.locator(f"#field-{name}")).to_have_attribute("aria-invalid", "true")
    main_action(page).click()
    expect(panel.locator(f"#field-{name}")).to_be_focused()
    expect(page.locator(".row.is-done")).to_have_count(0)


def test_the_last_tap_can_be_taken_back_and_its_rest_ends(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page, 2)
    stored(page, "122.5 x 8, 122.5 x 8")
    page.get_by_role("button", name="Undo: set 2").click()
    stored(page, "122.5 x 8")
    expect(page.locator(".rest")).to_be_hidden()
    expect(page.locator(".row.is-next .number")).to_have_text("2")


def test_a_deleted_set_comes_back(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    panel = open_set(page, "Set 1")
    panel.locator("#field-reps").fill("5")
    stored(page, "122.5 x 5")
    panel.get_by_role("button", name="Delete this set").click()
    expect(page.locator(".row.is-done")).to_have_count(0)
    expect(page.get_by_text("122.5 x 5")).to_be_hidden()
    page.get_by_role("button", name="Undo: the deletion of set 1").click()
    stored(page, "122.5 x 5")
    expect(page.locator(".row.is-done")).to_have_count(1)


def test_a_load_nobody_suggested_is_asked_for_once(show: Callable[..., Page]) -> None:
    page = show(plan="good_morning")
    expect(main_action(page)).to_contain_text("Choose the load")
    main_action(page).click()
    expect(page.locator("#field-load")).to_be_focused()
    page.keyboard.type("42,5")
    main_action(page).click()
    expect(page.locator(".row.is-next")).to_contain_text("42.5")
    log_as_planned(page)
    reps = re.compile(r"good_morning: 42\.5 x (\d+), 42\.5 x \1")
    expect(page.get_by_text(reps)).to_be_visible()


def test_help_nobody_chose_is_asked_for_and_may_be_none(show: Callable[..., Page]) -> None:
    page = show(plan="assisted_nordic_curl")
    expect(main_action(page)).to_contain_text("Choose the help")
    main_action(page).click()
    expect(page.get_by_label("Help kg")).to_be_focused()
    main_action(page).click()
    expect(page.get_by_role("alert")).to_contain_text("How much help? 0 is none.")
    page.get_by_label("Help kg").fill("0")
    main_action(page).click()
    expect(page.get_by_text(re.compile(r"assisted_nordic_curl: 0 x \d+$"))).to_be_visible()
    expect(main_action(page)).to_contain_text("Done as planned")


@pytest.mark.parametrize("typed", ["", "0"])
def test_a_bar_is_not_logged_without_a_load(typed: str, show: Callable[..., Page]) -> None:
    page = show(plan="good_morning")
    main_action(page).click()
    page.locator("#field-load").fill(typed)
    main_action(page).click()
    expect(page.get_by_role("alert")).to_contain_text("The lightest here is 20 kg.")
    expect(page.locator(".row.is-done")).to_have_count(0)


def test_from_an_empty_field_the_first_step_is_the_bar(show: Callable[..., Page]) -> None:
    page = show(plan="good_morning")
    main_action(page).click()
    page.get_by_role("button", name="More load").click()
    expect(page.locator("#field-load")).to_have_value("20")
    page.get_by_role("button", name="Less load").click()
    expect(page.locator("#field-load")).to_have_value("20")


def test_what_is_being_done_stands_at_the_head_and_in_the_closed_card(show: Callable[..., Page]) -> None:
    page = show(plan="good_morning,seated_leg_curl")
    main_action(page).click()
    page.locator("#field-load").fill("42.5")
    main_action(page).click()
    expect(page.locator(".headline")).to_contain_text("42.5")
    expect(page.locator(".reason")).to_have_text("The next workout starts from this.")
    log_as_planned(page, 1)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()
    expect(page.locator(".is-closed").first).to_contain_text(re.compile(r"3 of 3 · 42\.5\s*kg × \d+$"))


def test_a_set_without_a_rest_ends_the_one_that_runs(show: Callable[..., Page]) -> None:
    page = show(plan="single_leg_romanian_deadlift")
    log_as_planned(page, 2)
    expect(page.get_by_role("timer")).to_be_visible()
    log_as_planned(page)
    expect(page.locator(".row.is-done").last).to_contain_text("left")
    expect(page.locator(".rest")).to_be_hidden()


def test_a_rest_of_another_workout_is_not_shown(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    expect(page.get_by_role("timer")).to_be_visible()
    page.evaluate(
        """() => { const engine = window[Symbol.for('hamcore.rest')];
        engine.start({ ...engine.record, workout_id: 'another' }); }"""
    )
    expect(page.locator(".rest")).to_be_hidden()
    expect(page.locator(".main-action time")).to_be_empty()


def test_the_end_of_a_workout_ends_its_rest(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    page.get_by_role("button", name="Finish workout").click()
    page.get_by_role("button", name="Finish anyway").click()
    expect(page.get_by_text("Finished: 1")).to_be_visible()
    assert page.evaluate("() => window[Symbol.for('hamcore.rest')].record") is None


def test_a_pair_of_sides_is_counted_as_one_set(show: Callable[..., Page]) -> None:
    page = show(plan="single_leg_romanian_deadlift,seated_leg_curl")
    log_as_planned(page, 3)
    page.locator(".is-closed .shut").click()
    expect(page.locator(".is-closed").first).to_contain_text("1 of 3")


def test_stand_ins_and_partners_are_in_groups(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    expect(page.locator(".menu .label")).to_have_text(["Swap for: same function, same length"])
    expect(page.get_by_role("button", name="In turn with Seated leg curl")).to_have_count(0)
    page.get_by_role("button", name="In turn with another exercise").click()
    expect(page.get_by_role("button", name="In turn with Seated leg curl")).to_be_visible()
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    page.locator(".is-closed .shut").click()
    page.get_by_role("button", name="Change the plan for Seated leg curl").click()
    page.get_by_role("button", name="Skip it this time").click()
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    expect(page.get_by_role("button", name="In turn with another exercise")).to_have_count(0)


def test_the_remark_on_kinds_of_sets_stands_there_once_a_kind_is_chosen(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    panel = open_set(page, "Set 1")
    expect(panel.get_by_text("Drop sets are for")).to_have_count(0)
    panel.get_by_role("button", name="To failure").click()
    expect(panel.get_by_text("Drop sets are for")).to_be_visible()


def test_tempo_and_note_are_there_when_asked_for_or_filled(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    panel = open_set(page, "Set 1")
    expect(page.locator("#field-note")).to_have_count(0)
    panel.get_by_role("button", name="More: tempo and note").click()
    expect(page.locator("#field-tempo")).to_be_focused()
    page.locator("#field-note").fill("tired")
    main_action(page).click()
    stored(page, "122.5 x 8")
    open_set(page, "Set 1")
    expect(page.locator("#field-note")).to_have_value("tired")


def test_a_late_answer_is_said_within_two_seconds(show: Callable[..., Page], line: Line) -> None:
    page = show()
    skip_warm_up(page)
    page.evaluate("() => { WebSocket.prototype.send = () => {}; }")
    line.was_cut = True
    main_action(page).click()
    expect(page.locator(".kept")).to_contain_text("1 change is kept on this device", timeout=2000)
    mark, check = (page.locator(place).first.bounding_box() for place in (".saving", ".row.is-done .check"))
    assert mark
    assert check
    assert mark["x"] + mark["width"] <= check["x"]


def test_a_superset_goes_from_one_exercise_to_the_other(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    page.get_by_role("button", name="In turn with another exercise").click()
    page.get_by_role("button", name="In turn with Seated leg curl").click()
    expect(page.locator(".is-open .pair")).to_have_text("A1")
    main_action(page).click()
    expect(page.locator(".is-open .name")).to_have_text("Seated leg curl")
    log_as_planned(page, 0)
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    main_action(page).click()
    expect(page.locator(".is-open .name")).to_have_text("Barbell deadlift")


def test_each_leg_has_its_own_tap(show: Callable[..., Page]) -> None:
    page = show(plan="single_leg_romanian_deadlift")
    log_as_planned(page, 2)
    expect(page.locator(".row.is-done").nth(0)).to_contain_text("left")
    expect(page.locator(".row.is-done").nth(1)).to_contain_text("right")
    expect(page.locator(".row.is-next .number")).to_have_text("2L")


def test_the_plan_can_be_changed_and_changed_back(show: Callable[..., Page]) -> None:
    page = show()
    names = page.locator(".card")
    menu = page.get_by_role("button", name=re.compile("^Change the plan for"))
    menu.click()
    page.get_by_role("button", name="Move down").click()
    expect(names.nth(0)).to_have_attribute("aria-label", "Seated leg curl")
    page.get_by_role("button", name="Undo: the new order").click()
    expect(names.nth(0)).to_have_attribute("aria-label", "Barbell deadlift")
    menu.click()
    page.get_by_role("button", name="Romanian deadlift Barbell", exact=True).click()
    expect(page.locator(".is-open .name")).to_have_text("Romanian deadlift")
    page.get_by_role("button", name="Undo: the swap").click()
    expect(names.nth(0)).to_have_attribute("aria-label", "Barbell deadlift")
    menu.click()
    page.get_by_role("button", name="Skip it this time").click()
    expect(page.locator(".is-skipped")).to_contain_text("Skipped")
    expect(page.locator(".is-open .name")).to_have_text("Seated leg curl")


def test_the_workout_ends_after_a_question_about_open_sets(show: Callable[..., Page]) -> None:
    page = show()
    page.get_by_role("button", name="Finish workout").click()
    expect(page.get_by_text("planned sets are not done")).to_be_visible()
    page.get_by_role("button", name="Finish anyway").click()
    expect(page.get_by_text("Finished: 1")).to_be_visible()


def test_taps_without_a_connection_are_kept_and_stored_when_it_is_back(show: Callable[..., Page], line: Line) -> None:
    page = show()
    skip_warm_up(page)
    line.cut()
    log_as_planned(page, 2)
    expect(page.get_by_text("2 changes are kept on this device")).to_be_visible()
    expect(page.locator(".saving")).to_have_count(2)
    expect(page.get_by_text(f"{DEADLIFT}:")).to_have_count(0)
    line.mend()
    stored(page, "122.5 x 8, 122.5 x 8")
    expect(page.locator(".kept")).to_be_hidden()


def test_a_tap_survives_a_closed_page(show: Callable[..., Page], line: Line) -> None:
    page = show()
    skip_warm_up(page)
    line.cut()
    log_as_planned(page)
    context = page.context
    page.close()
    line.mend()
    again = show(page=context.new_page())
    expect(again.locator(".row.is-done")).to_have_count(1)
    stored(again, "122.5 x 8")


def test_a_correction_made_without_a_connection_is_stored_after_its_set(show: Callable[..., Page], line: Line) -> None:
    page = show()
    skip_warm_up(page)
    line.cut()
    log_as_planned(page)
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="Less reps").click()
    panel.get_by_role("button", name="Close").click()
    line.mend()
    stored(page, "122.5 x 7")


def test_two_tabs_of_one_browser_do_not_double_a_set(show: Callable[..., Page]) -> None:
    first = show()
    second = show(page=first.context.new_page())
    skip_warm_up(first)
    skip_warm_up(second)
    log_as_planned(first)
    stored(second, "122.5 x 8")
    expect(second.locator(".row.is-done")).to_have_count(1)
    log_as_planned(second)
    stored(first, "122.5 x 8, 122.5 x 8")


@pytest.mark.parametrize(
    ("answer", "sets"),
    [("Keep both", "122.5 x 8, 122.5 x 7"), ("Keep the other", "122.5 x 8"), ("Keep mine", "122.5 x 7")],
)
def test_a_set_that_another_device_logged_is_asked_about(answer: str, sets: str, show: Callable[..., Page]) -> None:
    first, second = show(), show()
    skip_warm_up(first)
    skip_warm_up(second)
    log_as_planned(first)
    stored(first, "122.5 x 8")
    open_set(second, "Set 1").get_by_role("button", name="Less reps").click()
    main_action(second).click()
    expect(second.get_by_role("alert")).to_contain_text("This device: 122.5\u202fkg × 7. The other: 122.5\u202fkg × 8.")
    second.get_by_role("button", name=answer).click()
    stored(second, sets)
    expect(second.get_by_role("alert")).to_have_count(0)


def test_nothing_is_sent_while_a_rest_runs(show: Callable[..., Page], new_page: Callable[..., Page]) -> None:
    page = new_page(PHONE)
    sent: list[str | bytes] = []

    def note(payload: str | bytes) -> None:
        sent.append(payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", note)

    page.on("websocket", listen)
    show(page=page)
    skip_warm_up(page)
    main_action(page).click()
    stored(page, "122.5 x 8")
    expect(page.locator(".saving")).to_have_count(0)
    sent.clear()
    before = page.locator(".rest .left").inner_text()
    page.wait_for_timeout(2500)
    assert page.locator(".rest .left").inner_text() != before
    assert sent == []


def test_a_rest_is_counted_by_the_wall_and_goes_on_over_its_end(show: Callable[..., Page]) -> None:
    page = show()
    page.clock.install()
    skip_warm_up(page)
    main_action(page).click()
    left = page.locator(".rest .left")
    expect(left).to_have_text(re.compile(r"2:(30|29)"))
    page.get_by_role("button", name="30 seconds more").click()
    expect(left).to_have_text(re.compile(r"(3:00|2:5\d)"))
    expect(page.locator(".rest .of")).to_have_text("rest, of 3:00")
    page.clock.fast_forward("03:12")
    expect(left).to_have_text(re.compile(r"\+0:1\d"))
    expect(page.locator(".rest .of")).to_have_text("over 3:00 of rest")
    expect(page.locator(".live")).to_have_text("The rest is over")
    page.get_by_role("button", name="End the rest").click()
    expect(page.locator(".rest")).to_be_hidden()


def test_a_rest_survives_a_reload(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    main_action(page).click()
    stored(page, "122.5 x 8")
    page.reload()
    expect(page.locator(".rest .left")).to_have_text(re.compile(r"2:\d\d"))


def test_a_rest_goes_along_to_another_page_and_leads_back(show: Callable[..., Page], harness: Server) -> None:
    page = show()
    skip_warm_up(page)
    main_action(page).click()
    stored(page, "122.5 x 8")
    expect(page.locator(".pill")).to_be_hidden()
    page.goto(f"{harness.url}/?page=other")
    pill = page.locator(".pill")
    expect(pill).to_contain_text("Barbell deadlift")
    expect(pill).to_contain_text(re.compile(r"2:\d\d"))
    pill.click()
    expect(page.get_by_text("Opened: test_a_rest_goes_along")).to_be_visible()


def test_a_rest_that_ends_sounds_only_where_that_is_wished(show: Callable[..., Page]) -> None:
    page = show()
    tones = "() => window[Symbol.for('hamcore.rest')].tones.length"
    skip_warm_up(page)
    main_action(page).click()
    page.wait_for_function(f"({tones})() === 3")
    page.get_by_role("button", name="Sound").click()
    assert page.evaluate(tones) == 0
    page.get_by_role("button", name="Sound").click()
    page.wait_for_function(f"({tones})() === 3")
    page.get_by_role("button", name="End the rest").click()
    assert page.evaluate(tones) == 0


def test_the_screen_stays_on_only_where_that_is_wished(show: Callable[..., Page]) -> None:
    page = show()
    is_held = "() => Boolean(window[Symbol.for('hamcore.rest')].lock)"
    page.wait_for_function(is_held)
    page.get_by_role("button", name="Screen stays on").click()
    assert not page.evaluate(is_held)


def test_wishes_for_the_rest_are_remembered(show: Callable[..., Page]) -> None:
    page = show()
    sound = page.get_by_role("button", name="Sound")
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(sound).to_have_attribute("aria-pressed", "false")


def test_a_past_workout_shows_what_follows_before_anything_is_stored(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    stored(page, "122.5 x 8")
    show(page=page, mode="past")
    expect(main_action(page)).to_have_count(0)
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="Less reps").click()
    expect(panel.locator(".preview")).to_contain_text("Judged with 122.5 kg × 7")
    stored(page, "122.5 x 8")
    panel.get_by_role("button", name="Save this change").click()
    stored(page, "122.5 x 7")
    panel = open_set(page, "Set 1")
    panel.get_by_role("button", name="Delete this set").click()
    expect(panel.locator(".preview")).to_contain_text("If you delete this set")
    panel.get_by_role("button", name="Delete this set").click()
    expect(page.get_by_text("122.5 x 7")).to_be_hidden()


def test_a_set_is_logged_and_corrected_by_keyboard_alone(show: Callable[..., Page]) -> None:
    page = show(DESKTOP)
    skip_warm_up(page)
    row = page.get_by_role("button", name=re.compile(r"^Set 1: .* Change before logging"))
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(row).to_have_attribute("aria-expanded", "false")
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#field-reps").focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("6")
    expect(page.locator("#field-reps")).to_be_focused()
    page.keyboard.press("Enter")
    stored(page, "122.5 x 6")
    main_action(page).focus()
    page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
    page.keyboard.press("Space")
    stored(page, "122.5 x 6, 122.5 x 8")
    expect(main_action(page)).to_be_focused()


def test_a_set_is_stored_after_the_server_was_away(
    chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    port, home = free_port(), tmp_path / "home"
    home.mkdir()

    def start() -> subprocess.Popen[bytes]:
        environ = {**os.environ, HOME_VARIABLE: str(home)}
        with Path(home, "server.log").open("ab") as log:
            process = subprocess.Popen([*COMMAND, str(port)], cwd=app_dir(), env=environ, stdout=log, stderr=log)
        wait_until_healthy(port, process)
        return process

    def stop(process: subprocess.Popen[bytes]) -> None:
        process.terminate()
        process.wait(timeout=30)

    server = start()
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/?{address(workout_of(request.node.name))}")
        skip_warm_up(page)
        log_as_planned(page)
        stored(page, "122.5 x 8")
        stop(server)
        expect(page.get_by_text("No answer from HamCore.")).to_be_visible(timeout=PAGE_TIMEOUT_MS)
        expect(page.get_by_role("dialog")).to_have_count(0)
        log_as_planned(page)
        server = start()
        expect(page.get_by_text(f"{DEADLIFT}: 122.5 x 8, 122.5 x 8", exact=True)).to_be_visible(timeout=60_000)
    finally:
        context.close()
        stop(server)


@SIZES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_floor_has_no_known_barriers(size: tuple[int, int], dark: bool, show: Callable[..., Page]) -> None:
    page = show(size, dark=dark)
    skip_warm_up(page)
    log_as_planned(page)
    page.get_by_role("button", name="Why, last time and cues").click()
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    panel = open_set(page, "Set 2")
    panel.locator("#field-load").fill("x")
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_every_target_is_large_enough_and_nothing_is_wider_than_a_phone(show: Callable[..., Page]) -> None:
    page = show()
    skip_warm_up(page)
    log_as_planned(page)
    page.get_by_role("button", name="Change the plan for Barbell deadlift").click()
    open_set(page, "Set 2")
    for button in page.locator(".floor").get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 43.9, button.evaluate("(node) => node.outerHTML")
    for check in page.locator(".check").all():
        box = check.bounding_box()
        assert box
        assert (box["width"], box["height"]) == (48, 48)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]
    assert page.locator(".floor").evaluate("(node) => node.scrollWidth <= node.clientWidth + 8")
