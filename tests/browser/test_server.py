import re
import socket
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from hamcore.places import app_dir
from pages._parts.sections import ENTRIES
from tests.browser.conftest import Server, serve, wait_for_quiet
from tests.browser.test_network import answer

LAUNCHER = """
import sys

sys.path.insert(0, {root!r})
import streamlit as st
from starlette.middleware import Middleware

from pages._parts.server import SecurityHeaders, report_error

app = st.App("script.py", middleware=[Middleware(SecurityHeaders)], on_script_error=report_error)
app.run(
    config={{
        "server.port": int(sys.argv[1]),
        "server.address": "127.0.0.1",
        "server.headless": True,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
    }}
)
"""
FAILING = """
import streamlit as st

st.title("Before")
raise ValueError("the reader must not see this")
"""
EVERYTHING = """
import altair as alt
import pandas as pd
import streamlit as st

st.title("Everything")
rows = pd.DataFrame({"day": [1, 2, 3], "load": [100.0, 102.5, 105.0]})
st.altair_chart(alt.Chart(rows).mark_line(point=True).encode(x="day", y="load", tooltip="load"), key="chart")
st.dataframe(rows)
st.data_editor(rows, key="editor")
st.file_uploader("File")
st.latex("e = mc^2")
component = st.components.v2.component(
    "proof",
    html="<output></output>",
    css="output { color: inherit; }",
    js='''
export default function ({ parentElement }) {
  parentElement.querySelector("output").textContent = "drawn by the component"
}
''',
)
component(key="proof")
"""


def small_app(folder: Path, script: str) -> list[str]:
    """Write an app that is served as ours is, with ``script`` as its page; the command without the port."""
    Path(folder, "script.py").write_text(script)
    Path(folder, "launcher.py").write_text(LAUNCHER.format(root=str(app_dir())))
    return [sys.executable, str(folder / "launcher.py")]


def test_an_error_on_a_page_shows_an_id_that_the_log_explains(tmp_path: Path, page: Page) -> None:
    for server in serve(tmp_path / "home", small_app(tmp_path, FAILING)):
        page.goto(server.url)
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("Something went wrong on this page (error ")
        wait_for_quiet(page)
        expect(page.get_by_text("the reader must not see this")).to_have_count(0)
        expect(page.get_by_text("Traceback")).to_have_count(0)
        found = re.search(r"\(error (\w+)\)", alert.inner_text())
        assert found
        log = Path(server.home, "server.log").read_text()
        assert f"Error {found[1]} on a page" in log
        assert "ValueError: the reader must not see this" in log
        page.close()


def test_charts_tables_uploads_formulas_and_components_work_under_the_content_policy(
    tmp_path: Path, page: Page
) -> None:
    for server in serve(tmp_path / "home", small_app(tmp_path, EVERYTHING)):
        page.goto(server.url)
        expect(page.get_by_text("drawn by the component")).to_be_visible(timeout=60_000)
        expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first).to_be_visible()
        expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
        expect(page.locator(".katex").first).to_be_visible()
        page.close()


def test_streamlit_run_serves_with_the_same_settings_and_headers(tmp_path: Path, page: Page) -> None:
    run = [sys.executable, "-m", "streamlit", "run", str(app_dir() / "streamlit_app.py"), "--server.headless", "true"]
    for server in serve(tmp_path / "home", [*run, "--server.port"]):
        assert "script-src 'self' blob: 'sha256-" in answer(server, "/").headers["Content-Security-Policy"]
        assert answer(server, "/", {"Host": "rebound.example"}).status == 400
        page.goto(server.url + "/settings")
        expect(page.get_by_role("heading", name="Settings", level=1)).to_be_visible(timeout=60_000)
        expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(ENTRIES))
        page.close()  # before its server stops, or it would try to reach it again


def test_the_server_listens_on_one_address_of_this_computer_alone(server: Server) -> None:
    port = int(server.url.rsplit(":", 1)[1])

    # A server on every interface would answer here too: 127.0.0.2 is as much this computer as 127.0.0.1.
    with socket.socket() as probe:
        probe.settimeout(5)
        assert probe.connect_ex(("127.0.0.2", port)) != 0
