"""The moving components in a real browser: they move without the server, and a choice is one message."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from hamcore.model.muscle import Belly
from hamcore.motion import MotionLibrary, load_motion, pose_at
from hamcore.motion.positions import named_positions
from hamcore.places import data_dir
from pages._components.assets import read
from pages._components.documents import BELLY_NAMES, model_document, movement_document, segments_document
from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, serve
from tests.browser.test_accessibility import RULES

HARNESS = Path(__file__).parent / "harness" / "motion.py"
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
ATHLETE = read("shared/motion.js", "shared/body.js", "figure/athlete.js")
PHASES = [step / 20 for step in range(21)]
IN_SHADOW = """(selector) => [...document.querySelectorAll('*')]
  .map((node) => node.shadowRoot && node.shadowRoot.querySelector(selector)).find(Boolean)"""
COUNT_CHANGES = f"""(selector) => {{
  const node = ({IN_SHADOW})(selector);
  window.seen = 0;
  new MutationObserver(() => {{ window.seen += 1; }}).observe(node, {{ attributes: true, attributeFilter: ['d'] }});
}}"""
FRAMES_ASKED_FOR = """() => new Promise((done) => {
  const ask = window.requestAnimationFrame;
  let count = 0;
  window.requestAnimationFrame = (work) => { count += 1; return ask.call(window, work); };
  setTimeout(() => { window.requestAnimationFrame = ask; done(count); }, 400);
})"""


@dataclass
class Wire:
    """Messages the page sent to the server."""

    sent: list[str | bytes] = field(default_factory=list)

    def listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self.note)

    def note(self, payload: str | bytes) -> None:
        self.sent.append(payload)


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, "-m", "streamlit", "run", str(HARNESS), "--server.headless=true", "--server.port"]
    yield from serve(tmp_path_factory.mktemp("motion") / "home", command)


@pytest.fixture(scope="module")
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


@pytest.fixture
def show(new_page: Callable[..., Page], harness: Server) -> Callable[..., tuple[Page, Wire]]:
    """Open the harness: ``show("leg", PHONE)``; returns the page and what it sends from then on."""

    def open_it(name: str, size: tuple[int, int] = DESKTOP, *, dark: bool = False, more: str = "") -> tuple[Page, Wire]:
        page, wire = new_page(size, dark=dark), Wire()
        page.on("websocket", wire.listen)
        open_path(page, harness, f"/?show={name}{more}", "Moving components")
        expect(page.locator(".st-key-card .chip, .st-key-card .athlete path").first).to_be_attached()
        wire.sent.clear()
        return page, wire

    return open_it


def drag(page: Page, slider: Locator, start: float, end: float, moves: int = 40) -> None:
    """Pull a slider's knob from one share of its way to another with the mouse."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    y, knob = box["y"] + box["height"] / 2, 11

    def x(share: float) -> float:
        return box["x"] + knob + (box["width"] - 2 * knob) * share

    page.mouse.move(x(start), y)
    page.mouse.down()
    for move in range(1, moves + 1):
        page.mouse.move(x(start + (end - start) * move / moves), y)
    page.mouse.up()


def set_slider(slider: Locator, value: float) -> None:
    slider.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input')); }", value)


def percents(page: Page) -> list[int]:
    """The lengths beside the four bellies, in their order."""
    return [int(re.sub(r"\D", "", text)) for text in page.locator(".rows .row b").all_inner_texts()]


def expected(library: MotionLibrary, hip: float, knee: float) -> list[int]:
    model = library.models.recommended
    return [round(100 * model.length(belly, hip, knee)) for belly in BELLY_NAMES]


def anchor(page: Page, belly: str) -> tuple[float, float]:
    """Where on the screen a belly can be pointed at."""
    page.locator(".hp").scroll_into_view_if_needed()
    place: list[float] = page.locator(f'[data-muscle="{belly}"]').evaluate(
        """(node) => { const [x, y] = node.dataset.anchor.split(',').map(Number);
           const at = new DOMPoint(x, y).matrixTransform(node.ownerSVGElement.getScreenCTM()); return [at.x, at.y]; }"""
    )
    return place[0], place[1]


# ---- the drawing against the core


@pytest.fixture(scope="module")
def drawn(chromium: Browser, library: MotionLibrary) -> dict[str, list[dict[str, Any]]]:
    """Every movement posed and drawn by the browser's own code, without a server."""
    page = chromium.new_page()
    page.evaluate(
        "(source) => import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))"
        ".then((module) => { window.athlete = module; })",
        ATHLETE,
    )
    body = {"segments": segments_document(library.segments), "model": model_document(library.models.recommended)}
    result: dict[str, list[dict[str, Any]]] = {}
    for name, movement in library.movements.items():
        result[name] = page.evaluate(
            """([movement, body, phases]) => phases.map((t) => {
                 const frame = athlete.pose(movement, t, body);
                 const shapes = athlete.shapes(frame);
                 return { joints: frame.joints, length: frame.length, box: athlete.viewBox(movement, body),
                          count: shapes.length, paths: shapes.map(([name, d]) => [name, d]) };
               })""",
            [movement_document(movement), body, PHASES],
        )
    page.close()
    return result


def test_the_drawing_and_the_core_put_every_joint_in_the_same_place(
    drawn: dict[str, list[dict[str, Any]]], library: MotionLibrary
) -> None:
    assert len(drawn) == 19
    for name, frames in drawn.items():
        for t, frame in zip(PHASES, frames, strict=True):
            pose = pose_at(library.movements[name], t, library.segments)
            assert set(frame["joints"]) == set(pose.joints)
            for joint, place in pose.joints.items():
                assert frame["joints"][joint] == pytest.approx(place, abs=1e-9), (name, t, joint)
            length = library.models.recommended.mean_length(pose.hip_deg, pose.knee_deg)
            assert frame["length"] == pytest.approx(length, abs=1e-12)


def test_every_picture_is_whole_and_stays_inside_its_frame(drawn: dict[str, list[dict[str, Any]]]) -> None:
    for name, frames in drawn.items():
        assert len({frame["count"] for frame in frames}) == 1
        left, top, width, height = map(float, frames[0]["box"].split())
        for frame in frames:
            for kind, path in frame["paths"]:
                assert "NaN" not in path, name
                if kind == "floor":
                    continue
                numbers = [float(number) for number in re.findall(r"-?\d+", path)]
                xs, ys = numbers[::2], numbers[1::2]
                assert left <= min(xs) <= max(xs) <= left + width, (name, kind)
                assert top <= min(ys) <= max(ys) <= top + height, (name, kind)


# ---- the athlete


@SIZES
def test_scrubbing_the_athlete_draws_frames_and_sends_nothing(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]], library: MotionLibrary
) -> None:
    page, wire = show("figure", size)
    page.evaluate(COUNT_CHANGES, ".athlete path[d]:nth-of-type(8)")
    scrub = page.get_by_label("Point in the movement")

    drag(page, scrub, 0, 1)

    expect(scrub).to_have_attribute("aria-valuetext", re.compile("^100 percent, hip 89, knee 25 degrees"))
    assert percents(page) == expected(library, 88.5, 25)
    assert page.evaluate("window.seen") >= 5
    assert wire.sent == []


@pytest.mark.parametrize("movement_id", ["barbell_deadlift", "nordic_curl", "seated_leg_curl"])
def test_the_lengths_beside_the_athlete_are_those_of_the_core(
    movement_id: str, show: Callable[..., tuple[Page, Wire]], library: MotionLibrary
) -> None:
    page, _ = show("figure", more=f"&movement={movement_id}")
    scrub = page.get_by_label("Point in the movement")
    for at in (0, 30, 50, 80, 100):
        set_slider(scrub, at)
        expect(scrub).to_have_attribute("aria-valuetext", re.compile(f"^{at} percent"))
        pose = pose_at(library.movements[movement_id], at / 100, library.segments)
        assert percents(page) == pytest.approx(expected(library, pose.hip_deg, pose.knee_deg), abs=0)


def test_the_athlete_obeys_the_keyboard(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, wire = show("figure")
    scrub = page.get_by_label("Point in the movement")
    scrub.focus()
    page.keyboard.press("End")
    expect(scrub).to_have_attribute("aria-valuetext", re.compile("^100 percent"))
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(scrub).to_have_attribute("aria-valuetext", re.compile("^1 percent"))
    page.get_by_role("button", name="One step on").press("Enter")
    expect(scrub).to_have_attribute("aria-valuetext", re.compile("^6 percent"))
    page.get_by_role("button", name="One step back").press("Enter")
    expect(scrub).to_have_attribute("aria-valuetext", re.compile("^1 percent"))
    scrub.press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("button", name="Pause").press(" ")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    assert wire.sent == []


def test_playing_moves_the_athlete_at_the_chosen_speed_without_a_message(
    show: Callable[..., tuple[Page, Wire]],
) -> None:
    page, wire = show("figure")
    page.get_by_role("button", name="0.5 times speed").click()
    expect(page.get_by_role("button", name="0.5 times speed")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_label("Point in the movement")).to_have_attribute(
        "aria-valuetext", re.compile(r"^[5-9]\d percent")
    )
    page.get_by_role("button", name="Pause").click()
    assert wire.sent == []


@pytest.mark.parametrize(("motion", "button"), [("reduce", "Play"), ("no-preference", "Pause")])
def test_the_athlete_starts_by_itself_only_where_motion_is_welcome(
    motion: Any, button: str, new_page: Callable[..., Page], harness: Server
) -> None:
    page = new_page()
    page.emulate_media(reduced_motion=motion)
    open_path(page, harness, "/?show=figure&autoplay=1", "Moving components")
    expect(page.get_by_role("button", name=button, exact=True)).to_be_visible()


def test_an_athlete_that_is_taken_away_stops_working(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("figure")
    page.get_by_role("button", name="Play").click()
    assert page.evaluate(FRAMES_ASKED_FOR) >= 5
    page.get_by_text("Hide").click()
    expect(page.locator(".athlete")).to_have_count(0)
    assert page.evaluate(FRAMES_ASKED_FOR) <= 2


def test_two_athletes_in_one_page_do_not_disturb_each_other(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("two")
    first, second = page.locator(".figure").all()
    set_slider(first.get_by_label("Point in the movement"), 100)
    expect(first.locator(".degrees")).to_have_text("Hip 89° · knee 25°")
    expect(second.locator(".degrees")).to_have_text("Hip 4° · knee 90°")
    expect(first.get_by_role("img")).to_have_attribute("aria-label", re.compile("^Romanian deadlift, side view"))
    expect(second.get_by_role("img")).to_have_attribute("aria-label", re.compile("^Nordic curl, side view"))


def test_only_lifts_with_a_sound_load_direction_name_one(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("figure", more="&movement=barbell_deadlift")
    expect(page.locator(".pull")).to_contain_text("Hips: about 510 Nm")
    expect(page.locator(".pull")).to_contain_text("your quads resist")
    page, _ = show("figure", more="&movement=nordic_curl")
    expect(page.locator(".pull")).to_be_hidden()


@SIZES
def test_opening_a_card_of_the_gallery_is_one_message(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]]
) -> None:
    page, wire = show("gallery", size)
    expect(page.locator(".card")).to_have_count(19)
    page.get_by_role("button", name="Moving figures").click()
    expect(page.get_by_role("button", name="Moving figures")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(FRAMES_ASKED_FOR) >= 5
    assert wire.sent == []
    page.get_by_role("link", name="Nordic curl").click()
    expect(page.get_by_text("Opened: nordic_curl")).to_be_visible()
    assert len(wire.sent) == 1


# ---- the plate


@SIZES
def test_a_belly_pointed_at_is_chosen_with_one_message(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]]
) -> None:
    page, wire = show("plate", size)
    for count, belly in enumerate(Belly, start=1):
        x, y = anchor(page, belly)
        page.mouse.move(x, y)
        if size == PHONE:
            page.touchscreen.tap(x, y)
        else:
            page.mouse.click(x, y)
        expect(page.get_by_text(f"Chosen: {belly.value}")).to_be_visible()
        expect(page.locator(f'[data-muscle="{belly}"]')).to_have_attribute("aria-pressed", "true")
        expect(page.locator('.belly[aria-pressed="true"]')).to_have_count(1)
        assert len(wire.sent) == count


def test_choosing_again_lets_go(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, wire = show("plate")
    chip = page.locator('.chip[data-for="semitendinosus"]')
    chip.click()
    expect(page.get_by_text("Chosen: semitendinosus")).to_be_visible()
    chip.click()
    expect(page.get_by_text("Chosen: none")).to_be_visible()
    assert len(wire.sent) == 2


def test_the_plate_obeys_the_keyboard_alone(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, wire = show("plate")
    page.get_by_role("button", name="Deep").focus()
    page.keyboard.press("Tab")
    focused = page.locator(".belly:focus")
    expect(focused).to_have_attribute("data-muscle", "semitendinosus")
    page.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("data-muscle", "biceps_femoris_long_head")
    assert wire.sent == []
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chosen: biceps_femoris_long_head")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press(" ")
    expect(page.get_by_text("Chosen: semitendinosus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Chosen: none")).to_be_visible()
    assert len(wire.sent) == 3
    page.keyboard.press("Tab")
    expect(page.locator(".chip:focus")).to_have_text("Long head")


def test_the_deep_view_takes_the_faded_bellies_out_of_reach(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, wire = show("plate")
    page.get_by_role("button", name="Deep").click()
    for belly in ("semitendinosus", "biceps_femoris_long_head"):
        faded = page.locator(f'[data-muscle="{belly}"]')
        expect(faded).to_have_attribute("aria-hidden", "true")
        expect(faded).to_have_attribute("tabindex", "-1")
    expect(page.locator('.belly[tabindex="0"]')).to_have_attribute("data-muscle", "semimembranosus")
    assert wire.sent == []
    page.locator('.chip[data-for="semitendinosus"]').click()
    expect(page.locator(".hp")).to_have_attribute("data-layer", "superficial")


def test_python_can_choose_and_the_person_can_choose_after_it(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("plate")
    page.locator('.chip[data-for="semitendinosus"]').click()
    expect(page.get_by_text("Chosen: semitendinosus")).to_be_visible()
    page.get_by_role("button", name="Choose the short head").click()
    expect(page.locator('.belly[aria-pressed="true"]')).to_have_attribute("data-muscle", "biceps_femoris_short_head")
    page.locator('.chip[data-for="semimembranosus"]').click()
    expect(page.get_by_text("Chosen: semimembranosus")).to_be_visible()
    expect(page.locator('.belly[aria-pressed="true"]')).to_have_attribute("data-muscle", "semimembranosus")


def test_of_three_quick_choices_the_last_one_stays(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, wire = show("plate")
    page.evaluate(
        f"""() => {{ const root = ({IN_SHADOW})('.hp').getRootNode();
        for (const i of [0, 1, 2]) root.querySelectorAll('.chip')[i].click(); }}"""
    )
    expect(page.get_by_text("Chosen: semitendinosus")).to_be_visible()
    expect(page.locator('.belly[aria-pressed="true"]')).to_have_attribute("data-muscle", "semitendinosus")
    assert 1 <= len(wire.sent) <= 3


def test_a_tint_is_said_in_words_too(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("plate", more="&tinted=1")
    expect(page.locator('.chip[data-for="biceps_femoris_long_head"]')).to_have_text("Long head6 sets")
    belly = page.get_by_role("button", name="Semitendinosus: 8 sets")
    assert belly.evaluate("(node) => node.style.getPropertyValue('--load')") == "1"
    assert belly.evaluate("(node) => node.style.getPropertyValue('--tone')") != ""


@SIZES
def test_no_name_on_the_plate_touches_another_or_the_edge(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]]
) -> None:
    page, _ = show("plate", size, more="&tinted=1")
    boxes: list[dict[str, float]] = page.locator(".hp .names text:visible").evaluate_all(
        """(nodes) => nodes.map((node) => {
             const box = node.getBoundingClientRect();
             return { l: box.left, r: box.right, t: box.top, b: box.bottom };
           })"""
    )
    frame = page.locator(".hp").bounding_box()
    assert frame
    assert len(boxes) == 4
    for place, box in enumerate(boxes):
        assert frame["x"] <= box["l"]
        assert box["r"] <= frame["x"] + frame["width"]
        for other in boxes[place + 1 :]:
            assert box["r"] <= other["l"] or other["r"] <= box["l"] or box["b"] <= other["t"] or other["b"] <= box["t"]


# ---- the leg


@SIZES
def test_moving_the_leg_draws_frames_and_sends_nothing(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]], library: MotionLibrary
) -> None:
    page, wire = show("leg", size)
    page.evaluate(COUNT_CHANGES, ".side .belly")
    hip = page.get_by_label("Hip bend in degrees")
    knee = page.get_by_label("Knee bend in degrees")

    drag(page, hip, (88 + 20) / 140, 0.2)
    drag(page, knee, 25 / 130, 0.7)

    at_hip, at_knee = int(hip.input_value()), int(knee.input_value())
    assert at_hip == pytest.approx(8, abs=2)
    assert at_knee == pytest.approx(91, abs=2)
    expect(knee).to_have_attribute("aria-valuetext", f"{at_knee} degrees")
    assert percents(page) == expected(library, at_hip, at_knee)
    assert page.evaluate("window.seen") >= 10
    assert wire.sent == []


def test_every_position_is_one_tap_away(show: Callable[..., tuple[Page, Wire]], library: MotionLibrary) -> None:
    page, wire = show("leg", PHONE)
    positions = named_positions(library)
    assert [position.name for position in positions] == page.locator(".chip").all_inner_texts()
    for position in positions:
        page.get_by_role("button", name=position.name).tap()
        expect(page.get_by_role("button", name=position.name)).to_have_attribute("aria-pressed", "true")
        assert percents(page) == expected(library, position.hip_deg, position.knee_deg)
    assert wire.sent == []


def test_a_position_glides_where_motion_is_welcome(show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show("leg")
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate(COUNT_CHANGES, ".side .belly")
    page.get_by_role("button", name="Lying curl, end").click()
    expect(page.get_by_role("button", name="Lying curl, end")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.seen") >= 3


def test_the_sliders_obey_the_keyboard_and_the_short_head_ignores_the_hip(
    show: Callable[..., tuple[Page, Wire]],
) -> None:
    page, _ = show("leg")
    page.get_by_role("button", name="Standing").click()
    hip = page.get_by_label("Hip bend in degrees")
    hip.focus()
    page.keyboard.press("End")
    expect(hip).to_have_attribute("aria-valuetext", "120 degrees")
    assert percents(page)[3] == 100
    assert min(percents(page)[:3]) > 115
    page.get_by_label("Knee bend in degrees").focus()
    page.keyboard.press("End")
    expect(page.get_by_label("Knee bend in degrees")).to_have_attribute("aria-valuetext", "130 degrees")
    assert percents(page)[3] < 85
    expect(page.locator(".band:visible")).to_have_count(0)


# ---- the map


@SIZES
def test_the_map_moves_and_compares_without_a_message(
    size: tuple[int, int], show: Callable[..., tuple[Page, Wire]], library: MotionLibrary
) -> None:
    page, wire = show("map", size)
    rows = page.locator(".chosen li")
    expect(rows).to_have_count(4)
    page.get_by_role("button", name="Barbell deadlift").click()
    expect(rows).to_have_count(5)
    expect(rows.last).to_contain_text("Barbell deadlift · long")
    page.get_by_role("button", name="Nordic curl").click()
    expect(rows).to_have_count(4)
    expect(page.locator(".over .badge")).to_have_count(4)

    drag(page, page.get_by_label("Point in the movement"), 0, 1)

    expect(page.get_by_label("Point in the movement")).to_have_attribute("aria-valuetext", "100 percent of the way")
    shown = [int(re.sub(r"\D", "", text)) for text in page.locator(".chosen b").all_inner_texts()]
    ends = ("romanian_deadlift", "seated_leg_curl", "lying_leg_curl", "barbell_deadlift")
    poses = [pose_at(library.movements[name], 1, library.segments) for name in ends]
    model = library.models.recommended
    assert shown == [round(100 * model.mean_length(pose.hip_deg, pose.knee_deg)) for pose in poses]
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    assert wire.sent == []


def test_pointing_at_the_map_reads_a_length(show: Callable[..., tuple[Page, Wire]], library: MotionLibrary) -> None:
    page, _ = show("map")
    page.locator(".plot").scroll_into_view_if_needed()
    heat = page.locator(".heat").bounding_box()
    assert heat
    page.mouse.move(heat["x"] + heat["width"] * 0.25, heat["y"] + heat["height"] * 0.5)
    expect(page.locator(".reading")).to_contain_text(re.compile(r"^Hip (49|50|51)° · knee (29|30|31)°:"))
    length = round(100 * library.models.recommended.mean_length(50, 30))
    expect(page.locator(".reading")).to_contain_text(f"{length}")
    page.mouse.move(2, 2)
    expect(page.locator(".reading")).to_have_text("Point at the map, or touch it, to read a length.")


# ---- all of them


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["1280-light", "390-dark"])
@pytest.mark.parametrize("name", ["figure", "gallery", "plate", "leg", "map"])
def test_no_component_has_an_accessibility_violation(
    name: str, size: tuple[int, int], dark: bool, show: Callable[..., tuple[Page, Wire]]
) -> None:
    page, _ = show(name, size, dark=dark)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", ["figure", "gallery", "plate", "leg", "map"])
def test_no_component_is_wider_than_a_phone(name: str, show: Callable[..., tuple[Page, Wire]]) -> None:
    page, _ = show(name, PHONE)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE[0]
    assert page.locator(".st-key-card").evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")
