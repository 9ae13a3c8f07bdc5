import http.client
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from pages._parts.sections import ENTRIES, Entry
from tests.browser.conftest import Faults, Server, open_path


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def answer(server: Server, path: str, headers: dict[str, str] | None = None) -> Answer:
    address = urlsplit(server.url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
    with closing(connection):
        connection.request("GET", path, headers=headers or {})
        with connection.getresponse() as response:
            switched = response.status == http.HTTPStatus.SWITCHING_PROTOCOLS
            return Answer(response.status, response.headers, b"" if switched else response.read())


SOCKET = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_a_page_asks_nothing_of_any_other_machine(
    entry: Entry, filled_server: Server, page: Page, faults: Faults
) -> None:
    open_path(page, filled_server, f"/{entry.url_path}", entry.title)

    assert len(faults.requests) > 10
    assert faults.off_the_machine() == []


def test_a_request_off_the_machine_would_be_seen(page: Page, faults: Faults) -> None:
    body = "<img src='https://elsewhere.example/pixel.png'>"
    page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("http://127.0.0.1:9/", wait_until="load")

    assert faults.off_the_machine() == ["https://elsewhere.example/pixel.png"]
    faults.requests.clear()
    faults.errors.clear()


@pytest.mark.parametrize("path", ["/", "/lifts", "/_stcore/health", "/static/js/missing.js"])
def test_every_answer_carries_the_security_headers(path: str, server: Server) -> None:
    headers = answer(server, path).headers

    assert "'unsafe-eval'" not in headers["Content-Security-Policy"]
    assert "script-src 'self' blob: 'sha256-" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_a_foreign_host_name_gets_no_page(server: Server) -> None:
    assert answer(server, "/", {"Host": "rebound.example"}).status == http.HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, http.HTTPStatus.SWITCHING_PROTOCOLS),
        ({"Origin": "http://elsewhere.example"}, http.HTTPStatus.FORBIDDEN),
        ({"Host": "rebound.example", "Origin": "http://rebound.example"}, http.HTTPStatus.BAD_REQUEST),
    ],
    ids=["own", "foreign origin", "rebound name"],
)
def test_the_socket_is_open_to_this_computer_alone(headers: dict[str, str], status: int, server: Server) -> None:
    assert answer(server, "/_stcore/stream", {**SOCKET, **headers}).status == status


def test_the_agent_interface_is_off(server: Server) -> None:
    assert answer(server, "/_stcore/agent/interact").status in (http.HTTPStatus.FORBIDDEN, 405)


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/%2e%2e/pyproject.toml", "/app/static/../../pyproject.toml"])
def test_no_file_of_the_checkout_is_served(path: str, server: Server) -> None:
    assert b"[project]" not in answer(server, path).body
