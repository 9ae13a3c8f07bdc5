"""The Workout page in a real browser: found again after a reload, usable by everybody, edited from its history."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from hamcore.interchange.demo import demo_log
from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES
from tests.filled import fill

FORMS = pytest.mark.parametrize(
    ("size", "dark"),
    [(DESKTOP, False), (DESKTOP, True), (PHONE, False), (PHONE, True)],
    ids=["1280-light", "1280-dark", "390-light", "390-dark"],
)
LEAST_TARGET_PX = 44


@pytest.fixture(scope="module")
def gym(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demo log; each test begins a new workout."""
    home = tmp_path_factory.mktemp("workout") / "home"
    fill(home, demo_log(datetime.now(UTC).date()).workouts)
    yield from serve(home)


def begin(page: Page, server: Server, button: str = "Start workout") -> None:
    open_path(page, server, "/workout", "Workout")
    page.get_by_role("button", name=button).first.click()
    expect(page.get_by_text("This workout", exact=True)).to_be_visible()
    wait_for_quiet(page)


def log_next(page: Page) -> None:
    """Log the next working set as planned and wait until it is stored."""
    skip = page.get_by_role("button", name="Skip the warm-up sets")
    if skip.count():
        skip.click()
    done = page.locator(".row.is-done").count()
    page.locator(".main-action").click()
    expect(page.locator(".row.is-done:not(.waits)")).to_have_count(done + 1)
    wait_for_quiet(page)


def finish(page: Page) -> None:
    page.locator(".end").click()
    page.get_by_role("button", name="Finish anyway").click()
    expect(page.get_by_role("heading", name="What changes next time")).to_be_visible()
    wait_for_quiet(page)


def open_history(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/workout?view=history")
    expect(page.get_by_role("heading", name="Past workouts", level=1)).to_be_visible()
    wait_for_quiet(page)


def looks_right(page: Page, width: int) -> None:
    """Nothing is out of reach for anybody, and nothing scrolls sideways."""
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_workout_is_there_after_a_reload_of_its_address(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    log_next(phone)

    phone.reload()

    expect(phone.locator(".row.is-done")).to_have_count(1)


@FORMS
def test_an_open_workout_can_be_used_by_everybody(
    size: tuple[int, int], dark: bool, gym: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    begin(page, gym)
    log_next(page)

    looks_right(page, size[0])


@FORMS
def test_what_came_of_a_workout_can_be_used_by_everybody(
    size: tuple[int, int], dark: bool, gym: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    begin(page, gym)
    log_next(page)
    finish(page)

    looks_right(page, size[0])


@FORMS
def test_the_history_can_be_used_by_everybody(
    size: tuple[int, int], dark: bool, gym: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_history(page, gym)

    looks_right(page, size[0])


@FORMS
def test_a_past_workout_can_be_used_by_everybody(
    size: tuple[int, int], dark: bool, gym: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    open_history(page, gym)
    page.get_by_role("button", name="Open").last.click()
    expect(page.get_by_role("button", name="Do it again today")).to_be_visible()
    page.locator(".row .values").first.click()
    wait_for_quiet(page)

    looks_right(page, size[0])


def test_what_stands_beside_the_floor_follows_the_taps(gym: Server, page: Page) -> None:
    begin(page, gym)
    evidence = page.get_by_role("link", name="Cues, mistakes, evidence")
    first = evidence.get_attribute("href")
    expect(page.get_by_role("button", name="Leave without logging")).to_be_visible()
    log_next(page)
    expect(page.get_by_role("button", name="Leave without logging")).to_have_count(0)
    expect(page.get_by_role("button", name="Delete this workout")).to_be_visible()

    page.locator(".card.is-closed .shut").first.click()

    expect(evidence).not_to_have_attribute("href", first or "")


def test_every_view_begins_at_its_top(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    log_next(phone)
    finish(phone)

    assert phone.get_by_test_id("stMain").evaluate("node => node.scrollTop") == 0


def test_an_old_set_is_corrected_after_what_follows_was_shown(gym: Server, phone: Page) -> None:
    open_history(phone, gym)
    phone.get_by_label("Search all workouts").fill("romanian")
    phone.get_by_label("Search all workouts").press("Enter")
    expect(phone.get_by_text("workouts found")).to_be_visible()
    phone.get_by_role("button", name="Open").first.click()
    row = phone.locator(".row").first
    row.locator(".values").click()
    before = int(phone.get_by_label("Reps", exact=True).input_value())

    phone.get_by_role("button", name="Less reps").click()
    expect(phone.get_by_text("What follows from this change")).to_be_visible()
    expect(phone.get_by_text("Being worked out.")).to_have_count(0)
    phone.get_by_role("button", name="Save this change").click()

    expect(phone.locator(".row.waits")).to_have_count(0)
    phone.reload()
    expect(phone.locator(".row").first).to_contain_text(f"× {before - 1}")


def test_a_name_of_ones_own_is_typed_and_kept_as_written(gym: Server, phone: Page) -> None:
    begin(phone, gym, "Start an empty workout")
    search = phone.get_by_role("combobox", name="Add an exercise")
    search.fill("Sled <b>drag</b>")
    search.press("Enter")

    expect(phone.get_by_role("heading", name="Sled <b>drag</b>")).to_be_visible()


def test_a_name_typed_by_mistake_is_taken_out_and_put_back(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    search = phone.get_by_role("combobox", name="Add an exercise")
    search.fill("Sledd")
    search.press("Enter")
    phone.locator(".shut", has_text="Sledd").click()
    expect(phone.locator(".main-action")).to_contain_text("Log the first set")

    phone.get_by_role("button", name="Change the plan for Sledd").click()
    phone.get_by_role("button", name="Remove from this workout").click()
    expect(phone.locator(".card", has_text="Sledd")).to_have_count(0)
    wait_for_quiet(phone)

    phone.get_by_role("button", name="Undo: the removal of an exercise").click()
    expect(phone.get_by_role("heading", name="Sledd")).to_be_visible()


def test_a_deleted_workout_takes_its_rest_along(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    begin(phone, gym)
    log_next(phone)
    expect(phone.get_by_role("timer")).to_be_visible()

    phone.get_by_role("button", name="Delete this workout").click()

    expect(phone.get_by_text("Deleted:")).to_be_visible()
    phone.wait_for_function("() => window[Symbol.for('hamcore.rest')].record === null")


def test_a_long_name_of_one_word_makes_nothing_wider_than_a_phone(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    search = phone.get_by_role("combobox", name="Add an exercise")
    search.fill("W" * 300)
    search.press("Enter")
    phone.locator(".shut", has_text="WWW").click()
    phone.get_by_role("button", name="Change the plan for W").click()
    assert phone.get_by_test_id("stMain").evaluate("node => node.scrollWidth") <= PHONE[0]
    phone.locator(".shut").first.click()
    log_next(phone)
    finish(phone)
    expect(phone.get_by_text("Left out:")).to_be_visible()
    assert phone.get_by_test_id("stMain").evaluate("node => node.scrollWidth") <= PHONE[0]


def test_a_typed_day_is_taken_with_enter_and_back_with_undo(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    phone.get_by_text("Name, day and note").click()
    day = phone.get_by_test_id("stDateInput")
    shown = day.locator("input")
    before = shown.input_value()

    day.get_by_role("spinbutton").first.click()
    phone.keyboard.type("2024")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("The workout was changed.")).to_be_visible()
    expect(shown).to_have_value(f"2024{before[4:]}")

    phone.get_by_role("button", name="Undo", exact=True).click()
    expect(shown).to_have_value(before)


def test_a_hostile_name_of_a_workout_is_shown_as_written(gym: Server, phone: Page) -> None:
    name = "![x](https://example.org/x.png) <b>*day*</b> :red[A] $x$ [y](javascript:1)"
    begin(phone, gym, "Start an empty workout")
    phone.get_by_text("Name, day and note").click()
    phone.get_by_label("Name", exact=True).fill(name)
    phone.get_by_label("Name", exact=True).press("Enter")

    title = phone.get_by_role("heading", level=1)
    # An invisible joiner keeps Markdown from making a link of the address.
    expect(title).to_have_text(name.replace("https", "https\N{WORD JOINER}"))
    assert title.locator("img, a, b, em, .katex").count() == 0


def test_what_is_tapped_is_large_enough(gym: Server, phone: Page) -> None:
    begin(phone, gym)
    log_next(phone)
    places = [".main-action", ".check", ".undo", ".well"]
    boxes = [phone.locator(place).first.bounding_box() for place in places]
    boxes.append(phone.get_by_role("button", name="Finish workout").last.bounding_box())
    open_history(phone, gym)
    boxes += [phone.get_by_role("button", name=name).first.bounding_box() for name in ("Open", "Repeat", "Earlier")]

    assert [box["height"] >= LEAST_TARGET_PX for box in boxes if box] == [True] * len(boxes)
