import base64
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from pages._parts.sections import ENTRIES, SECTIONS, Entry
from tests.browser.conftest import PHONE, Server, open_path, wait_for_quiet

LINKED = [entry for entry in ENTRIES if entry.url_path]


def navigation_titles(page: Page) -> list[str]:
    return [text.strip() for text in page.get_by_test_id("stSidebarNavLink").all_inner_texts()]


def test_the_first_request_to_a_fresh_server_may_be_a_deep_link(fresh_server: Server, page: Page) -> None:
    open_path(page, fresh_server, "/lifts", "Lifts")

    assert page.get_by_test_id("stSidebarNavLink").count() == len(ENTRIES)
    for entry in ENTRIES:
        expect(page.get_by_test_id("stSidebarNav").get_by_role("link", name=entry.title)).to_be_visible()
    for section in filter(None, SECTIONS):
        expect(page.get_by_test_id("stSidebarNav").get_by_text(section, exact=True)).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert page.url.endswith("/lifts")


@pytest.mark.parametrize("entry", LINKED, ids=lambda entry: entry.title)
def test_every_page_opens_by_its_address(entry: Entry, server: Server, page: Page) -> None:
    open_path(page, server, f"/{entry.url_path}", entry.title)

    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_every_page_opens_from_the_menu(server: Server, page: Page) -> None:
    open_path(page, server, "/", "Today")

    for entry in ENTRIES:
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=entry.title).click()
        expect(page.get_by_role("heading", name=re.compile(rf"^{entry.title}$"), level=1)).to_be_visible()
        wait_for_quiet(page)
        expect(page).to_have_url(re.compile(rf"/{entry.url_path}(\?.*)?$"))


def test_on_a_phone_the_menu_starts_closed_and_opens_by_touch(server: Server, phone: Page) -> None:
    open_path(phone, server, "/", "Today")
    link = phone.get_by_test_id("stSidebarNav").get_by_role("link", name="Lifts")
    expect(link).not_to_be_in_viewport()

    phone.get_by_test_id("stExpandSidebarButton").tap()
    link.tap()

    expect(phone.get_by_role("heading", name="Lifts", level=1)).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_wordmark_follows_the_theme(dark: bool, server: Server, new_page: Callable[..., Page]) -> None:
    page = new_page(dark=dark)
    open_path(page, server, "/", "Today")

    logo = page.get_by_test_id("stSidebarLogo")
    expect(logo).to_be_visible()
    kind, data = str(logo.get_attribute("src")).split(",", 1)
    assert kind == "data:image/svg+xml;base64"
    assert ("#e9e5dd" in base64.b64decode(data).decode()) is dark


def test_the_tab_names_the_app_before_the_first_script_run(server: Server, page: Page) -> None:
    shell = page.request.get(server.url).text()

    assert "<title>HamCore</title>" in shell
    assert "Streamlit</title>" not in shell
    assert "./favicon.png" not in shell


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_no_page_is_wider_than_a_phone(entry: Entry, filled_server: Server, new_page: Callable[..., Page]) -> None:
    page = new_page(PHONE)
    open_path(page, filled_server, f"/{entry.url_path}", entry.title)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
