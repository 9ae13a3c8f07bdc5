from pathlib import Path

import pytest

from pages._parts.sections import ENTRIES, PAGES, Entry
from tests.pages.conftest import ENTRY_SCRIPT, OpenPage


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_every_page_opens_through_the_entry_script_on_an_empty_database(entry: Entry, open_page: OpenPage) -> None:
    app = open_page(entry.file)

    assert [title.value for title in app.title] == [entry.title]
    assert any("--hc-" in block.proto.body for block in app.html), "the entry script has not run"


def test_every_page_file_is_in_the_navigation() -> None:
    files = {path.name for path in PAGES.glob("*.py")} - {"__init__.py"}

    assert files
    assert files == {entry.file for entry in ENTRIES}


def test_addresses_and_titles_are_unique() -> None:
    assert len({entry.url_path for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.title for entry in ENTRIES}) == len(ENTRIES)


def test_no_pages_folder_lies_beside_the_script_streamlit_runs() -> None:
    assert {path.name for path in ENTRY_SCRIPT.parent.iterdir()} - {"__pycache__"} == {ENTRY_SCRIPT.name}
    assert not Path(ENTRY_SCRIPT.parent, "pages").exists()
