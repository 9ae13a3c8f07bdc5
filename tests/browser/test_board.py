"""The weekly board in a real browser: cards are moved and changed there, and a drop is one message."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, CDPSession, FloatRect, Locator, Page, WebSocket, expect

from hamcore.model.exercise import Bounds, Prescription, Tempo
from hamcore.model.routine import Slot, StretchSlot
from hamcore.screens.board_answer import with_supersets
from pages._components.assets import read
from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES

HARNESS = Path(__file__).parent / "harness" / "board.py"
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
START = (
    "mon barbell_deadlift/seated_leg_curl (Deadlift and curl); tue lying_towel_stretch; "
    "thu romanian_deadlift/kettlebell_swing/ball_leg_curl; sat hamstring_scoop/seated_forward_bend"
)

WATCH_WEEKS = """() => {
  const find = (node) => node.shadowRoot?.querySelector('.week');
  const list = [...document.querySelectorAll('*')].map(find).find(Boolean);
  const seen = () => [...list.querySelectorAll('.name')].map((node) => node.textContent).join();
  window.weeks = [seen()];
  new MutationObserver(() => { if (seen() !== window.weeks.at(-1)) window.weeks.push(seen()); })
    .observe(list, { childList: true, subtree: true });
}"""


@dataclass
class Wire:
    """Messages the page sent to the server."""

    sent: list[str | bytes] = field(default_factory=list)

    def listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self.note)

    def note(self, payload: str | bytes) -> None:
        self.sent.append(payload)


@dataclass
class Board:
    """The harness in a page, and what the page sent since it was opened."""

    page: Page
    wire: Wire
    size: tuple[int, int]

    def day(self, weekday: int) -> Locator:
        return self.page.locator(f'.day[data-day="{weekday}"]')

    def card(self, name: str) -> Locator:
        return self.page.locator(".week .card", has=self.page.locator(".name", has_text=re.compile(f"^{name}$")))

    def face(self, name: str) -> Locator:
        return self.card(name).locator(".face")

    def names(self, weekday: int) -> list[str]:
        return self.day(weekday).locator(".name").all_inner_texts()

    def expect_plan(self, text: str) -> None:
        expect(self.page.get_by_text("Plan: ")).to_have_text(f"Plan: {text}")

    def expect_part(self, part: str) -> None:
        expect(self.page.get_by_text("Plan: ")).to_contain_text(part)

    def expect_said(self, text: str) -> None:
        expect(self.page.locator(".says")).to_have_text(text)

    def box(self, what: Locator) -> FloatRect:
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box
        return box

    def below_heads(self, weekday: int) -> tuple[float, float]:
        """A point where the first card of a day would be."""
        box = self.box(self.day(weekday))
        return box["x"] + box["width"] / 2, box["y"] + min(50, box["height"] * 0.6)


Open = Callable[..., Board]


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, "-m", "streamlit", "run", str(HARNESS), "--server.headless=true", "--server.port"]
    yield from serve(tmp_path_factory.mktemp("board") / "home", command)


@pytest.fixture
def show(new_page: Callable[..., Page], harness: Server, request: pytest.FixtureRequest) -> Open:
    """Open the board with a plan of this test alone: ``show(PHONE, more="&slow=1")``."""

    def open_it(size: tuple[int, int] = DESKTOP, *, dark: bool = False, more: str = "") -> Board:
        page, wire = new_page(size, dark=dark), Wire()
        page.on("websocket", wire.listen)
        who = re.sub("[^a-z0-9]", "_", request.node.name)
        open_path(page, harness, f"/?who={who}{more}", "Board")
        expect(page.locator(".week .card").first).to_be_visible()
        wire.sent.clear()
        return Board(page, wire, size)

    return open_it


def centre(box: FloatRect) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pull(board: Board, face: Locator, to: tuple[float, float]) -> None:
    """Press a card with the mouse and bring it to a point, without letting go."""
    x, y = centre(board.box(face))
    board.page.mouse.move(x, y)
    board.page.mouse.down()
    board.page.mouse.move(x + 8, y + 8)
    board.page.mouse.move(*to, steps=12)


class Finger:
    """One finger on a touch screen."""

    def __init__(self, page: Page) -> None:
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self.at = (0.0, 0.0)

    def _send(self, kind: str, points: list[dict[str, float]]) -> None:
        self.cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def down(self, x: float, y: float) -> None:
        self.at = (x, y)
        self._send("touchStart", [{"x": x, "y": y}])

    def move(self, x: float, y: float, steps: int = 10) -> None:
        (start_x, start_y), self.at = self.at, (x, y)
        for step in range(1, steps + 1):
            share = step / steps
            self._send("touchMove", [{"x": start_x + (x - start_x) * share, "y": start_y + (y - start_y) * share}])

    def up(self) -> None:
        self._send("touchEnd", [])


def hold(board: Board, face: Locator) -> Finger:
    """Hold a card with a finger until it is in the air."""
    finger = Finger(board.page)
    finger.down(*centre(board.box(face)))
    expect(board.page.locator(".ghost")).to_be_visible()
    return finger


# ---- what is there


@SIZES
def test_the_week_shows_seven_days_with_their_cards(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    expect(board.page.locator(".day")).to_have_count(7)
    assert board.names(THU) == ["RDL", "KB swing", "Ball curl"]
    expect(board.day(MON)).to_contain_text("20 min")
    expect(board.day(MON)).to_contain_text("Deadlift and curl")
    expect(board.day(WED)).to_contain_text("rest")
    expect(board.card("Deadlift").locator(".dose")).to_have_text("3 × 6–8")
    expect(board.card("Lying towel stretch").locator(".dose")).to_have_text("2 × 30\u202fs")
    days = [board.box(board.day(weekday)) for weekday in (MON, TUE)]
    assert (days[0]["y"] < days[1]["y"]) is (size == PHONE)


def test_a_rest_day_is_one_line_on_a_phone(show: Open) -> None:
    board = show(PHONE)
    assert board.box(board.day(WED))["height"] <= 60


# ---- the mouse


@SIZES
def test_a_card_dragged_to_another_day_is_one_message(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    pull(board, board.face("Ball curl"), board.below_heads(FRI))
    expect(board.page.locator(".ghost")).to_be_visible()
    expect(board.day(FRI)).to_have_class(re.compile("is-over"))
    assert board.wire.sent == []
    board.page.mouse.up()
    assert board.names(FRI) == ["Ball curl"]
    board.expect_part("thu romanian_deadlift/kettlebell_swing; fri ball_leg_curl;")
    board.expect_said("Glute-ham bridge with ball curl moved to Friday, place 1 of 1.")
    expect(board.page.locator(".ghost")).to_have_count(0)
    expect(board.face("Ball curl")).to_be_focused()
    expect(board.day(FRI)).to_contain_text("10 min")
    assert len(board.wire.sent) == 1


def test_a_card_is_put_between_two_others(show: Open) -> None:
    board = show()
    target = board.box(board.face("Seated curl"))
    pull(board, board.face("KB swing"), (target["x"] + 40, target["y"] - 2))
    board.page.mouse.up()
    board.expect_part("mon barbell_deadlift/kettlebell_swing/seated_leg_curl (Deadlift and curl)")


def test_cards_of_a_day_change_places(show: Open) -> None:
    board = show()
    target = board.box(board.face("Ball curl"))
    pull(board, board.face("RDL"), (target["x"] + 40, target["y"] + target["height"]))
    board.page.mouse.up()
    board.expect_part("thu kettlebell_swing/ball_leg_curl/romanian_deadlift")


def test_a_card_put_back_where_it_was_sends_nothing(show: Open) -> None:
    board = show()
    x, y = centre(board.box(board.face("KB swing")))
    pull(board, board.face("KB swing"), (x, y + 3))
    board.page.mouse.up()
    expect(board.page.locator(".ghost")).to_have_count(0)
    assert board.names(THU) == ["RDL", "KB swing", "Ball curl"]
    expect(board.page.locator("dialog")).to_have_count(0)
    assert board.wire.sent == []


@pytest.mark.parametrize("way", ["outside", "escape"])
def test_a_drag_that_is_given_up_changes_nothing(way: str, show: Open) -> None:
    board = show()
    pull(board, board.face("KB swing"), (5, 5) if way == "outside" else board.below_heads(FRI))
    if way == "escape":
        board.page.keyboard.press("Escape")
        expect(board.page.locator(".ghost")).to_have_count(0)
    board.page.mouse.up()
    expect(board.page.locator(".ghost")).to_have_count(0)
    board.expect_said("Cancelled. Nothing moved.")
    assert board.names(THU) == ["RDL", "KB swing", "Ball curl"]
    assert board.wire.sent == []


def test_alt_makes_a_copy(show: Open) -> None:
    board = show()
    board.page.keyboard.down("Alt")
    pull(board, board.face("Seated curl"), board.below_heads(SUN))
    expect(board.page.locator(".ghost")).to_have_class(re.compile("is-copy"))
    assert board.names(MON) == ["Deadlift", "Seated curl"]
    board.page.mouse.up()
    board.page.keyboard.up("Alt")
    board.expect_part("mon barbell_deadlift/seated_leg_curl (Deadlift and curl)")
    board.expect_part("sun seated_leg_curl")
    board.expect_said("Seated leg curl copied to Sunday.")


def test_the_page_rolls_along_when_a_card_is_held_at_its_edge(show: Open) -> None:
    board = show(PHONE)
    pull(board, board.face("Deadlift"), (195, PHONE[1] - 10))
    sunday = board.day(SUN)
    board.page.wait_for_function(
        "(node) => node.getBoundingClientRect().bottom < innerHeight - 20", arg=sunday.element_handle()
    )
    box = sunday.bounding_box()
    assert box
    board.page.mouse.move(195, box["y"] + 20, steps=4)
    board.page.mouse.up()
    board.expect_part("sun barbell_deadlift")


# ---- the finger


@SIZES
def test_a_card_held_and_dragged_with_a_finger_is_one_message(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    finger = hold(board, board.face("KB swing"))
    target = board.page.locator('.day[data-day="2"]').bounding_box()
    assert target
    finger.move(target["x"] + target["width"] / 2, target["y"] + 30)
    expect(board.day(WED)).to_have_class(re.compile("is-over"))
    assert board.wire.sent == []
    finger.up()
    board.expect_part("wed kettlebell_swing; thu romanian_deadlift/ball_leg_curl")
    expect(board.page.locator("dialog")).to_have_count(0)
    assert len(board.wire.sent) == 1


def test_a_quick_swipe_scrolls_and_moves_no_card(show: Open) -> None:
    board = show(PHONE)
    finger = Finger(board.page)
    x, y = centre(board.box(board.face("RDL")))
    before = board.face("RDL").bounding_box()
    finger.down(x, y)
    finger.move(x, y - 200)
    finger.up()
    assert before
    board.page.wait_for_function(
        "([node, y]) => node.getBoundingClientRect().y < y - 50",
        arg=[board.face("RDL").element_handle(), before["y"]],
    )
    expect(board.page.locator(".ghost")).to_have_count(0)
    assert board.names(THU) == ["RDL", "KB swing", "Ball curl"]
    assert board.wire.sent == []


def test_the_list_makes_way_for_a_card_dragged_out_of_it(show: Open) -> None:
    board = show(PHONE)
    board.day(WED).locator(".add").tap()
    finger = hold(board, board.page.locator(".entry .face", has_text="Kettlebell swing").first)
    target = board.day(TUE).bounding_box()
    assert target
    finger.move(195, target["y"] + 20)
    expect(board.page.locator(".palette")).not_to_be_in_viewport()
    finger.up()
    board.expect_part("tue kettlebell_swing/lying_towel_stretch")


# ---- the keyboard


@SIZES
def test_a_card_is_carried_by_the_keyboard_alone(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    keys = board.page.keyboard
    board.face("KB swing").focus()
    keys.press("Space")
    board.expect_said("Kettlebell swing picked up. Thursday, place 2 of 3.")
    expect(board.card("KB swing")).to_have_class(re.compile("is-lifted"))
    keys.press("ArrowUp")
    board.expect_said("Thursday, place 1 of 3.")
    keys.press("ArrowRight")
    board.expect_said("Friday, place 1 of 1.")
    expect(board.face("KB swing")).to_be_focused()
    assert board.wire.sent == []
    keys.press("Space")
    board.expect_part("thu romanian_deadlift/ball_leg_curl; fri kettlebell_swing")
    board.expect_said("Kettlebell swing moved to Friday, place 1 of 1.")
    expect(board.face("KB swing")).to_be_focused()
    assert len(board.wire.sent) == 1


def test_escape_puts_a_lifted_card_back(show: Open) -> None:
    board = show()
    board.face("Deadlift").focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "Escape"):
        board.page.keyboard.press(key)
    board.expect_said("Cancelled. Nothing moved.")
    assert board.names(MON) == ["Deadlift", "Seated curl"]
    expect(board.face("Deadlift")).to_be_focused()
    assert board.wire.sent == []


def test_a_lifted_card_stops_at_the_ends_of_the_week(show: Open) -> None:
    board = show()
    board.face("Deadlift").focus()
    for key in ("Space", "ArrowLeft", "ArrowUp", "Enter"):
        board.page.keyboard.press(key)
    assert board.names(MON) == ["Deadlift", "Seated curl"]
    assert board.wire.sent == []


def test_on_a_phone_down_carries_a_card_into_the_next_day(show: Open) -> None:
    board = show(PHONE)
    board.face("Seated curl").focus()
    for key in ("Space", "ArrowDown", "Space"):
        board.page.keyboard.press(key)
    board.expect_part("tue seated_leg_curl/lying_towel_stretch")


def test_arrows_walk_over_the_cards_and_delete_removes_one(show: Open) -> None:
    board = show()
    keys = board.page.keyboard
    board.face("Deadlift").focus()
    keys.press("ArrowDown")
    expect(board.face("Seated curl")).to_be_focused()
    keys.press("ArrowRight")
    expect(board.face("Lying towel stretch")).to_be_focused()
    keys.press("ArrowRight")
    expect(board.face("RDL")).to_be_focused()
    assert board.wire.sent == []
    keys.press("Delete")
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    board.expect_said("Romanian deadlift removed from Thursday.")
    expect(board.face("KB swing")).to_be_focused()


def test_a_card_is_lifted_out_of_the_list_by_the_keyboard(show: Open) -> None:
    board = show()
    keys = board.page.keyboard
    board.day(FRI).locator(".add").focus()
    keys.press("Enter")
    expect(board.page.get_by_label("Search exercises and stretches")).to_be_focused()
    keys.type("nordic")
    board.page.locator(".entry .face", has_text=re.compile("^Nordic curl")).focus()
    keys.press("Space")
    board.expect_said("Nordic curl picked up. Friday, place 1 of 1.")
    keys.press("ArrowRight")
    assert board.wire.sent == []
    keys.press("Space")
    board.expect_part("sat nordic_curl/hamstring_scoop/seated_forward_bend")
    board.expect_said("Nordic curl added to Saturday.")


# ---- undo


@pytest.mark.parametrize("way", ["buttons", "keys"])
def test_every_change_is_undone_and_done_again(way: str, show: Open) -> None:
    board = show()

    def press(name: str, keys: str) -> None:
        if way == "buttons":
            board.page.get_by_role("button", name=name, exact=True).click(force=True)
        else:
            board.page.keyboard.press(keys)

    board.face("RDL").focus()
    board.page.keyboard.press("Delete")
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    board.page.keyboard.press("Delete")
    board.expect_part("thu ball_leg_curl")
    press("Undo", "Control+z")
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    board.expect_said("Undone: Kettlebell swing removed from Thursday.")
    press("Undo", "Control+z")
    board.expect_plan(START)
    press("Undo", "Control+z")
    press("Redo", "Control+Shift+z")
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    press("Redo", "Control+y")
    board.expect_part("thu ball_leg_curl")
    expect(board.page.get_by_role("button", name="Redo", exact=True)).to_have_attribute("aria-disabled", "true")


def test_what_the_page_changed_is_undone_on_the_board(show: Open) -> None:
    board = show()
    board.page.get_by_role("button", name="Add a set on Monday").click()
    expect(board.card("Deadlift").locator(".dose")).to_have_text("4 × 6–8")
    board.page.get_by_role("button", name="Undo", exact=True).click()
    expect(board.card("Deadlift").locator(".dose")).to_have_text("3 × 6–8")
    board.expect_said("Undone: The plan was changed.")
    wait_for_quiet(board.page)
    expect(board.card("Deadlift").locator(".dose")).to_have_text("3 × 6–8")


# ---- the list of exercises and stretches


@SIZES
def test_an_entry_is_found_and_added_to_the_day_that_asked(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    board.day(SUN).locator(".add").click()
    palette = board.page.locator(".palette")
    expect(palette.get_by_role("button", name="Sunday")).to_have_attribute("aria-pressed", "true")
    search = board.page.get_by_label("Search exercises and stretches")
    search.fill("kreuzheben rumän")
    expect(palette.locator(".entry").first).to_contain_text("Romanian deadlift")
    search.fill("zzz")
    expect(palette.get_by_text("Nothing goes by that name")).to_be_visible()
    search.fill("")
    palette.get_by_role("button", name="Stretch", exact=True).click()
    expect(palette.locator(".entry.hip_hinge")).to_have_count(0)
    assert board.wire.sent == []
    palette.locator(".entry .face", has_text="Standing forward bend").click()
    board.expect_part("sun standing_forward_bend")
    palette.get_by_role("button", name="Friday").click()
    palette.locator(".entry .face", has_text="Standing forward bend").click()
    board.expect_part("fri standing_forward_bend")
    board.page.keyboard.press("Escape")
    expect(palette).to_be_hidden()
    expect(board.day(SUN).locator(".add")).to_be_focused()


def test_typing_in_the_search_presses_no_key_of_the_page(show: Open) -> None:
    board = show()
    board.page.get_by_role("button", name="Exercises and stretches").click()
    board.page.keyboard.type("rc curl")
    board.page.keyboard.press("Control+z")
    expect(board.page.get_by_text("Runs: 1")).to_be_visible()
    assert board.wire.sent == []


def test_an_entry_is_dragged_onto_a_rest_day(show: Open) -> None:
    board = show()
    board.page.get_by_role("button", name="Exercises and stretches").click()
    entry = board.page.locator(".entry .face", has_text="Barbell deadlift").first
    pull(board, entry, board.below_heads(WED))
    board.page.mouse.up()
    board.expect_part("wed barbell_deadlift")


# ---- the panel


def number(board: Board, name: str) -> Locator:
    return board.page.get_by_role("dialog").get_by_label(name, exact=True)


@SIZES
def test_a_card_is_changed_in_place(size: tuple[int, int], show: Open) -> None:
    board = show(size, more="&full=1")
    board.face("Seated curl").click()
    dialog = board.page.get_by_role("dialog", name="Seated leg curl")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="One more: Sets").click()
    number(board, "Repetitions, lowest").fill("8")
    number(board, "Repetitions, highest").fill("10")
    number(board, "Rest, seconds, lowest").fill("90")
    number(board, "Rest, seconds, highest").fill("120")
    number(board, "Seconds down").fill("4")
    number(board, "What grows").select_option("More repetitions first")
    number(board, "Own step, kg").fill("2,5")
    number(board, "Last set").select_option("Drop set")
    assert board.wire.sent == []
    dialog.get_by_role("button", name="Save").click()
    expect(board.card("Seated curl").locator(".dose")).to_have_text("4 × 8–10")
    expect(board.card("Seated curl").locator(".technique")).to_have_text("+ drop set")
    board.expect_part('"sets": 4, "reps": [8, 10], "rest_s": [90, 120], "tempo": [4, 0, 1, 1]')
    board.expect_part('"progression": "reps_first", "exposures": 1, "step": {"value": "2.5", "unit": "kg"}')
    board.expect_part('"technique": "drop"')
    board.expect_part('"alternatives": []')
    board.expect_said("Seated leg curl changed: 4 × 8–10.")
    expect(board.face("Seated curl")).to_be_focused()
    assert len(board.wire.sent) == 1


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("Sets", "11", "A whole number from 1 to 10."),
        ("Sets", "0", "A whole number from 1 to 10."),
        ("Sets", "3.5", "A whole number from 1 to 10."),
        ("Repetitions, highest", "51", "A whole number from 1 to 50."),
        ("Repetitions, highest", "5", "The lower number comes first."),
        ("Rest, seconds, highest", "601", "A whole number from 0 to 600."),
        ("Seconds down", "", "A whole number from 0 to 60."),
    ],
)
def test_a_number_that_cannot_be_is_refused_where_it_was_typed(name: str, typed: str, message: str, show: Open) -> None:
    board = show()
    board.face("Deadlift").click()
    number(board, name).fill(typed)
    board.page.keyboard.press("Enter")
    dialog = board.page.get_by_role("dialog")
    expect(dialog.get_by_role("alert").filter(has_text=message)).to_be_visible()
    expect(number(board, name)).to_have_attribute("aria-invalid", "true")
    assert board.wire.sent == []
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    expect(board.face("Deadlift")).to_be_focused()


def test_a_wrong_step_is_named_and_a_hidden_one_does_not_hold_anything_up(show: Open) -> None:
    board = show()
    board.face("Deadlift").click()
    number(board, "What grows").select_option("Repetitions, then load")
    number(board, "Own step, kg").fill("101")
    dialog = board.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_text("A number above 0, at most 100; empty for the usual one.")).to_be_visible()
    number(board, "What grows").select_option("As usual for it")
    number(board, "Sets").fill("5")
    dialog.get_by_role("button", name="Save").click()
    expect(board.card("Deadlift").locator(".dose")).to_have_text("5 × 6–8")


def test_a_technique_on_a_lift_of_several_joints_is_doubted_but_possible(show: Open) -> None:
    board = show(more="&full=1")
    board.face("RDL").click()
    dialog = board.page.get_by_role("dialog")
    expect(dialog.locator(".unwise")).to_be_hidden()
    number(board, "Last set").select_option("Rest-pause")
    expect(dialog.locator(".unwise")).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    board.expect_part('"technique": "rest_pause"')


def test_a_stretch_has_rounds_and_a_hold(show: Open) -> None:
    board = show(more="&full=1")
    board.face("Lying towel stretch").click()
    number(board, "Rounds").fill("3")
    number(board, "Hold, seconds, lowest").fill("15")
    board.page.keyboard.press("Enter")
    expect(board.card("Lying towel stretch").locator(".dose")).to_have_text("3 × 15–30\u202fs")
    board.expect_part('lying_towel_stretch {"rounds": 3, "hold_s": [15, 30], "reps": null}')


def test_a_superset_is_made_shown_and_taken_apart(show: Open) -> None:
    board = show(more="&full=1")
    board.face("RDL").click()
    board.page.get_by_label("Superset with the next: KB swing").check()
    board.page.get_by_role("button", name="Save").click()
    assert board.day(THU).locator(".superset:visible").all_inner_texts() == ["A1", "A2"]
    board.face("KB swing").click()
    board.page.get_by_label("Superset with the next: Ball curl").check()
    board.page.get_by_role("button", name="Save").click()
    assert board.day(THU).locator(".superset:visible").all_inner_texts() == ["A1", "A2", "A3"]
    board.face("RDL").click()
    board.page.get_by_label("Superset with the next: KB swing").uncheck()
    board.page.get_by_role("button", name="Save").click()
    assert board.day(THU).locator(".superset:visible").all_inner_texts() == ["A1", "A2"]
    board.face("Ball curl").focus()
    for key in ("Space", "ArrowRight", "Space"):
        board.page.keyboard.press(key)
    expect(board.page.locator(".superset:visible")).to_have_count(0)
    wait_for_quiet(board.page)
    expect(board.page.locator(".superset:visible")).to_have_count(0)


@SIZES
def test_the_panel_moves_copies_and_removes(size: tuple[int, int], show: Open) -> None:
    board = show(size)
    board.face("Deadlift").click()
    number(board, "Sets").fill("4")
    board.page.get_by_role("button", name="Move to: Wednesday").click()
    board.expect_part("mon seated_leg_curl (Deadlift and curl); tue lying_towel_stretch; wed barbell_deadlift")
    expect(board.card("Deadlift").locator(".dose")).to_have_text("4 × 6–8")
    board.face("Deadlift").click()
    board.page.get_by_role("button", name="Copy to: Friday").click()
    board.expect_part("fri barbell_deadlift")
    board.face("KB swing").click()
    board.page.get_by_role("button", name="Later in the day").click()
    board.expect_part("thu romanian_deadlift/ball_leg_curl/kettlebell_swing")
    board.face("KB swing").click()
    board.page.get_by_role("button", name="Remove").click()
    board.expect_part("thu romanian_deadlift/ball_leg_curl;")


def test_a_click_beside_the_panel_closes_it_unless_something_was_typed(show: Open) -> None:
    board = show()
    dialog = board.page.get_by_role("dialog")
    board.face("Deadlift").click()
    board.page.mouse.click(5, 890)
    expect(dialog).to_have_count(0)
    board.face("Deadlift").click()
    number(board, "Sets").fill("4")
    board.page.mouse.click(5, 890)
    expect(dialog).to_be_visible()
    board.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert board.wire.sent == []


def test_a_day_is_named_exchanged_and_cleared(show: Open) -> None:
    board = show()
    board.day(THU).locator(".head").click()
    board.page.get_by_label("Name of the day").fill("x" * 41)
    board.page.keyboard.press("Enter")
    expect(board.page.get_by_text("At most 40 characters.")).to_be_visible()
    board.page.get_by_label("Name of the day").fill("Hinge <b>and</b> swing")
    board.page.keyboard.press("Enter")
    expect(board.day(THU).locator(".day-name")).to_have_text("Hinge <b>and</b> swing")
    board.expect_part("ball_leg_curl (Hinge <b>and</b> swing)")
    board.day(THU).locator(".head").click()
    board.page.get_by_role("button", name="Exchange with: Friday").click()
    board.expect_part("fri romanian_deadlift/kettlebell_swing/ball_leg_curl (Hinge <b>and</b> swing)")
    board.day(FRI).locator(".head").click()
    board.page.get_by_role("button", name="Clear the day").click()
    expect(board.day(FRI)).to_contain_text("rest")
    board.page.get_by_role("button", name="Undo", exact=True).click()
    board.expect_part("(Hinge <b>and</b> swing)")


# ---- a slow server, a reload, another page


def test_quick_changes_on_a_slow_server_are_all_kept_and_never_flicker(show: Open) -> None:
    board = show(more="&slow=0.7")
    board.page.evaluate(WATCH_WEEKS)
    keys = board.page.keyboard
    for name in ("Deadlift", "RDL", "KB swing"):
        board.face(name).focus()
        for key in ("Space", "ArrowRight", "Space"):
            keys.press(key)
    board.face("Seated curl").focus()
    keys.press("Delete")
    after = board.page.locator(".week .name").all_inner_texts()
    board.expect_plan(
        "tue barbell_deadlift/lying_towel_stretch; thu ball_leg_curl; fri kettlebell_swing/romanian_deadlift; "
        "sat hamstring_scoop/seated_forward_bend"
    )
    wait_for_quiet(board.page)
    weeks: list[str] = board.page.evaluate("window.weeks")
    assert weeks[-1] == ",".join(after)
    assert len(set(weeks)) == len(weeks), "a week that was left behind came back"


def test_a_slow_answer_is_waited_for_visibly(show: Open) -> None:
    board = show(more="&slow=2")
    board.face("RDL").focus()
    board.page.keyboard.press("Delete")
    expect(board.page.locator(".saving")).to_have_text("Saving")
    expect(board.page.locator(".saving")).to_be_empty()
    board.expect_part("thu kettlebell_swing/ball_leg_curl")


def test_an_answer_that_comes_while_a_card_is_in_the_air_waits(show: Open) -> None:
    board = show(more="&slow=0.7")
    board.page.get_by_role("button", name="Add a set on Monday").click()
    pull(board, board.face("Ball curl"), board.below_heads(FRI))
    expect(board.page.get_by_text("Runs: 2")).to_be_visible()
    expect(board.card("Deadlift").locator(".dose")).to_have_text("3 × 6–8")
    expect(board.page.locator(".ghost")).to_be_visible()
    board.page.keyboard.press("Escape")
    expect(board.card("Deadlift").locator(".dose")).to_have_text("4 × 6–8")


def test_a_panel_stays_open_when_an_answer_comes(show: Open) -> None:
    board = show(more="&slow=0.7")
    board.face("RDL").focus()
    board.page.keyboard.press("Delete")
    board.face("Deadlift").click()
    number(board, "Sets").fill("7")
    board.expect_part("thu kettlebell_swing")
    expect(number(board, "Sets")).to_have_value("7")
    board.page.keyboard.press("Enter")
    expect(board.card("Deadlift").locator(".dose")).to_have_text("7 × 6–8")


def test_a_change_survives_a_reload_in_the_same_instant(show: Open) -> None:
    board = show(more="&slow=0.7")
    board.face("RDL").focus()
    board.page.keyboard.press("Delete")
    board.page.reload()
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    assert board.names(THU) == ["KB swing", "Ball curl"]


def test_undo_outlives_a_visit_to_another_page(show: Open) -> None:
    board = show()
    board.face("RDL").focus()
    board.page.keyboard.press("Delete")
    board.expect_part("thu kettlebell_swing/ball_leg_curl")
    board.page.get_by_role("link", name="Other").click()
    expect(board.page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    board.page.go_back()
    expect(board.face("KB swing")).to_be_visible()
    board.page.get_by_role("button", name="Undo", exact=True).click()
    board.expect_part("thu romanian_deadlift/kettlebell_swing/ball_leg_curl")


def test_what_the_server_refuses_is_taken_back_and_said(show: Open) -> None:
    board = show(more="&without=nordic_curl")
    board.day(SUN).locator(".add").click()
    board.page.get_by_label("Search exercises and stretches").fill("nordic curl")
    board.page.locator(".entry .face", has_text=re.compile("^Nordic curl")).click()
    expect(board.page.locator(".notice")).to_contain_text("did not fit the plan")
    assert board.names(SUN) == []
    board.expect_plan(START)


def test_after_the_first_sight_only_the_days_travel(show: Open) -> None:
    board = show()
    page, received = board.page, list[int]()
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(len(data))))
    page.reload()
    expect(board.face("RDL")).to_be_visible()
    wait_for_quiet(page)
    assert max(received) > 40_000
    received.clear()
    board.face("Deadlift").focus()
    page.keyboard.press("Delete")
    board.expect_part("mon seated_leg_curl")
    wait_for_quiet(page)
    assert 0 < sum(received) < 16_000


# ---- the same rules as the core


GROUPS: list[list[int | None]] = [
    [0, 0],
    [5],
    [5, 5, 0, 5],
    [2, 2, 7, 7],
    [2, 3, 3],
    [4, None, 4],
    [4, 4, None, 4, 4],
    [1, 1, 1, 2],
    [],
]


def test_supersets_are_settled_on_the_board_as_in_the_core(chromium: Browser) -> None:
    page = chromium.new_page()
    page.evaluate(
        "(source) => import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))"
        ".then((module) => { window.week = module; })",
        read("board/dom.js", "board/week.js"),
    )
    dose = Prescription(3, Bounds(6, 8), Bounds(60, 90), Tempo(2, 1, 1, 1))
    for groups in GROUPS:
        day = [
            StretchSlot("y", 1, hold_s=Bounds(15, 30)) if group is None else Slot("x", dose, superset=group)
            for group in groups
        ]
        settled = [item.superset if isinstance(item, Slot) else None for item in with_supersets(day)]
        drawn = page.evaluate(
            """(groups) => week.withSupersets(groups.map((group) => (group === null
                 ? { kind: 'stretch', edit: {} } : { kind: 'exercise', edit: { superset: group } })))
                 .map((item) => item.edit.superset ?? null)""",
            groups,
        )
        assert drawn == settled
    page.close()


# ---- all of it


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["1280-light", "390-dark"])
@pytest.mark.parametrize("part", ["week", "palette", "card", "day"])
def test_no_part_of_the_board_has_an_accessibility_violation(
    part: str, size: tuple[int, int], dark: bool, show: Open
) -> None:
    board = show(size, dark=dark, more="&look=1")
    match part:
        case "palette":
            board.day(THU).locator(".add").click()
            expect(board.page.locator(".entry").first).to_be_visible()
        case "card":
            board.face("Deadlift").click()
            number(board, "Sets").fill("99")
            board.page.get_by_role("button", name="Save").click()
        case "day":
            board.day(THU).locator(".head").click()
    results = Axe().run(board.page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_nothing_is_wider_than_a_phone_and_targets_are_large_enough(show: Open) -> None:
    board = show(PHONE, more="&look=1")

    def too_small() -> list[str]:
        found: list[str] = board.page.locator(
            ".wrap button:visible, .wrap input:visible:not([type=checkbox])"
        ).evaluate_all(
            "(all) => all.filter((node) => node.getBoundingClientRect().height < 43.5).map((node) => node.outerHTML)"
        )
        return found

    assert board.page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]
    assert too_small() == []
    board.face("Deadlift").click()
    assert board.page.get_by_role("dialog").evaluate("(node) => node.scrollWidth <= node.clientWidth")
    assert too_small() == []
    board.page.keyboard.press("Escape")
    board.day(THU).locator(".add").click()
    assert board.page.locator(".palette").evaluate("(node) => node.scrollWidth <= node.clientWidth")
    assert too_small() == []
