"""Pages as the server runs them: always through the entry script, never a page file alone."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hamcore.places import DATABASE_VARIABLE, HOME_VARIABLE, app_dir
from pages._parts.sections import ENTRIES

ENTRY_SCRIPT = app_dir() / "pages" / "_entry" / "app.py"
TIMEOUT_S = 30.0
OpenPage = Callable[..., AppTest]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the person's data, used by the app for this test alone."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    return folder


@pytest.fixture
def open_page(home: Path) -> Iterator[OpenPage]:  # noqa: ARG001 - sets the environment
    """Open a page by its file name, such as ``open_page("lifts.py")``, in a new session; the finished AppTest.

    ``query`` are address parameters, ``timezone`` is the browser's. A page that raises fails the test at once.
    """

    def open_one(file: str, *, query: Mapping[str, str] | None = None, timezone: str = "UTC") -> AppTest:
        assert file in {entry.file for entry in ENTRIES}, f"{file} is not in the navigation"
        app = AppTest.from_file(str(ENTRY_SCRIPT), default_timeout=TIMEOUT_S)
        app.context = {"timezone": timezone}
        for name, value in (query or {}).items():
            app.query_params[name] = value
        app.run()
        if file != next(entry.file for entry in ENTRIES if not entry.url_path):
            app.switch_page(f"../{file}").run()
        assert not app.exception, app.exception
        return app

    st.cache_data.clear()
    st.cache_resource.clear()
    yield open_one
    st.cache_data.clear()
    st.cache_resource.clear()
