"""Logging in a real browser, on a phone."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Server, open_path, serve, wait_for_quiet
from tests.browser.test_accessibility import RULES

LEAST_TARGET_PX = 44


@pytest.fixture(scope="module")
def gym(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own for these tests; each begins a new workout."""
    yield from serve(tmp_path_factory.mktemp("workout") / "home")


def log_first_set(page: Page, server: Server) -> None:
    open_path(page, server, "/workout", "Workout")
    page.get_by_role("button", name="Start workout").first.click()
    page.get_by_label("Load (kg)").fill("122.5")
    page.get_by_label("Reps", exact=True).fill("8")
    page.get_by_role("radio", name="2", exact=True).click()
    page.get_by_role("button", name="Log set 1").first.click()
    expect(page.get_by_text("RIR 2")).to_be_visible()
    wait_for_quiet(page)


def test_a_set_is_there_after_a_reload(fresh_server: Server, phone: Page) -> None:
    log_first_set(phone, fresh_server)

    open_path(phone, fresh_server, "/workout", "Workout")
    phone.get_by_role("button", name="Continue").click()

    expect(phone.get_by_text("122.5\u202fkg × 8")).to_be_visible()


def test_a_double_tap_logs_one_set(gym: Server, phone: Page) -> None:
    log_first_set(phone, gym)

    phone.get_by_role("button", name="Log set 2").dblclick()

    expect(phone.get_by_role("button", name="Log set 3")).to_be_visible()
    wait_for_quiet(phone)
    expect(phone.locator(".hc-set")).to_have_count(2)


def test_a_name_of_ones_own_is_typed_and_kept(gym: Server, phone: Page) -> None:
    open_path(phone, gym, "/workout", "Workout")
    phone.get_by_role("button", name="Start an empty workout").click()
    search = phone.get_by_role("combobox", name="Add an exercise")
    search.fill("Sled <b>drag</b>")
    search.press("Enter")

    expect(phone.get_by_role("heading", name="Sled <b>drag</b>")).to_be_visible()


def test_a_hostile_name_of_a_workout_is_shown_as_written(gym: Server, phone: Page) -> None:
    name = "![x](https://example.org/x.png) <b>*day*</b> :red[A] $x$ [y](javascript:1)"
    open_path(phone, gym, "/workout", "Workout")
    phone.get_by_role("button", name="Start an empty workout").click()
    phone.get_by_text("Name, day and note").click()
    phone.get_by_label("Name", exact=True).fill(name)
    phone.get_by_label("Name", exact=True).press("Enter")

    title = phone.get_by_role("heading", level=1)
    # An invisible joiner keeps Markdown from making a link of the address.
    expect(title).to_have_text(name.replace("https", "https\N{WORD JOINER}"))
    assert title.locator("img, a, b, em, .katex").count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
def test_an_open_workout_has_no_accessibility_violation_and_does_not_scroll_sideways(
    size: tuple[int, int], dark: bool, gym: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(size, dark=dark)
    log_first_set(page, gym)

    results = Axe().run(page, options=RULES)

    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_what_is_tapped_while_lifting_is_large_enough(gym: Server, phone: Page) -> None:
    log_first_set(phone, gym)
    names = ["Log set 2", "Edit"]
    boxes = [phone.get_by_role("button", name=name).first.bounding_box() for name in names]
    boxes += [phone.get_by_role("radio", name="3", exact=True).bounding_box()]

    assert [box["height"] >= LEAST_TARGET_PX for box in boxes if box] == [True] * 3
