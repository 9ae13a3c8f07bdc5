"""What a rerun of each page costs the server at different lengths of history, next to an empty app.

Run it with ``python -m tests.bench.rerun [sets ...]``. Pages run in this process through the entry script, without a
browser and without the collection after a run; each figure is the median CPU time of a rerun in which nothing changed.
"""

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import streamlit as st
from streamlit.testing.v1 import AppTest

from hamcore.catalog import load_catalog
from hamcore.places import DATABASE_VARIABLE, HOME_VARIABLE, app_dir, data_dir, database_url
from hamcore.storage import LOCAL_ATHLETE, open_store
from hamcore.transfer import ImportAnswers, preview_import, write_import
from hamcore.units import LoadUnit
from pages._parts.sections import ENTRIES
from tests.bench.make_log import strong_log

ENTRY_SCRIPT = app_dir() / "pages" / "_entry" / "app.py"
EMPTY_APP = 'import streamlit as st\n\nst.title("Empty")\n'
RERUNS = 15
TIMEOUT_S = 60.0


@contextmanager
def history(sets: int) -> Iterator[None]:
    """An app whose log holds ``sets`` sets."""
    kept = {name: os.environ.pop(name, None) for name in (HOME_VARIABLE, DATABASE_VARIABLE)}
    with TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        fill(Path(home), sets)
        st.cache_resource.clear()
        st.cache_data.clear()
        try:
            yield
        finally:
            st.cache_resource.clear()
            st.cache_data.clear()
            del os.environ[HOME_VARIABLE]
            os.environ.update({name: value for name, value in kept.items() if value is not None})


def fill(home: Path, sets: int) -> None:
    """Import a made-up file through the usual way."""
    catalog, _ = load_catalog(data_dir())
    url = database_url(os.environ)
    store = open_store(url, backup_dir=home / "backups", clock=lambda: datetime.now(UTC))
    answers = ImportAnswers(unit=LoadUnit.KG)
    preview = preview_import(
        strong_log(sets), "log.csv", store=store, athlete_id=LOCAL_ATHLETE, catalog=catalog, answers=answers
    )
    write_import(preview, store=store, athlete_id=LOCAL_ATHLETE, import_id="bench", progress=lambda _: None)
    store.close()


def page_files() -> list[str]:
    """The files of all pages in the navigation, the first page first."""
    return [entry.file for entry in sorted(ENTRIES, key=lambda entry: bool(entry.url_path))]


def rerun_ms(file: str) -> float:
    """Median CPU milliseconds of a rerun of one page."""
    app = AppTest.from_file(str(ENTRY_SCRIPT), default_timeout=TIMEOUT_S)
    app.context = {"timezone": "UTC"}
    app.run()
    if file != page_files()[0]:
        app.switch_page(f"../{file}").run()
    if app.exception:
        raise RuntimeError(f"{file}: {app.exception}")
    return _median_ms(app)


def empty_ms() -> float:
    """Median CPU milliseconds of a rerun of an empty app."""
    return _median_ms(AppTest.from_string(EMPTY_APP, default_timeout=TIMEOUT_S).run())


def _median_ms(app: AppTest) -> float:
    spent = []
    for _ in range(RERUNS + 3):
        gc.collect()
        start = process_time()
        app.run()
        spent.append(1e3 * (process_time() - start))
    return median(spent[3:])


def measured(sets: int) -> Mapping[str, float]:
    """Milliseconds by page at one length of history."""
    with history(sets):
        return {file: rerun_ms(file) for file in page_files()}


def main() -> None:
    """One line a page."""
    sizes = [int(text) for text in sys.argv[1:]] or [1_000, 100_000]
    floor = empty_ms()
    found = [measured(sets) for sets in sizes]
    sys.stdout.write(f"empty app: {floor:.1f} ms\n")
    for file in page_files():
        figures = ", ".join(f"{sets}: {part[file]:.1f} ms" for sets, part in zip(sizes, found, strict=True))
        growth = found[-1][file] / found[0][file]
        sys.stdout.write(f"{file}: {figures}; {growth:.2f} x; {found[-1][file] / floor:.1f} x empty\n")


if __name__ == "__main__":
    main()
