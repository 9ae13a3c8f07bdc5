"""Today: the empty page with its three ways on, the demo, what is due, and that no text of a person becomes markup."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.places import app_dir
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit
from tests.pages.conftest import ENTRY_SCRIPT, OpenPage
from tests.pages.parts import floor_of, labels, log_tap, page_text, send, store_of

HOSTILE = '<img src=x onerror="document.title=1"> **bold** :red[red] [l](javascript:x)'


def log_one(home: Path, workout_id: str = "own", title: str = "Mine", exercise: str = "barbell_deadlift") -> None:
    day = date(2026, 3, 2)
    store = store_of(home)
    store.add_workout(LOCAL_ATHLETE, Workout(workout_id, day, f"{day}T18:00:00", title, "", None, "manual"))
    load = Load(Decimal(100), LoadUnit.KG)
    store.add_set(
        LOCAL_ATHLETE,
        LoggedSet(workout_id, 1, 1, day, exercise, SetType.WORKING, load, load.kg, 5, None, None, None, ""),
    )
    store.close()


def test_an_empty_log_offers_import_demo_and_workout_with_one_primary_button(home: Path, open_page: OpenPage) -> None:
    app = open_page("today.py")

    assert labels(app) == ["Import a log", "Try the demo", "Log a workout"]
    assert [button.label for button in app.button if button.proto.type == "primary"] == ["Import a log"]
    assert not (home / "backups").exists()


@pytest.mark.parametrize(
    ("button", "title"), [("go_import", "Import, export"), ("go_workout", "Workout")], ids=["import", "workout"]
)
def test_each_way_on_leads_to_its_page(button: str, title: str, open_page: OpenPage) -> None:
    app = open_page("today.py")

    app.button(key=button).click().run()

    assert [heading.value for heading in app.title] == [title]


def test_a_log_with_rows_of_its_own_does_not_offer_the_demo(home: Path, open_page: OpenPage) -> None:
    log_one(home)

    app = open_page("today.py")

    assert "Try the demo" not in labels(app)
    assert "Demo data" not in page_text(app)


def test_the_demo_shows_what_is_due_the_week_records_and_both_lifts(open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()

    text = page_text(app)
    for part in ("Demo data", "This week", "weighted sets", "Newest records", "Deadlift e1RM", "Strength trend"):
        assert part in text
    assert not app.exception
    assert "start_due" in [button.key for button in app.button]


def test_removing_the_demo_leaves_an_empty_page_again(open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()

    app.button(key="remove_demo").click().run()

    assert "Try the demo" in labels(app)
    assert "The demo data are gone" in page_text(app)


def test_removing_the_demo_keeps_workouts_logged_beside_it(home: Path, open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()
    log_one(home)
    app.run()

    app.button(key="remove_demo").click().run()

    log = store_of(home).load_log(LOCAL_ATHLETE)
    assert [workout.title for workout in log.workouts.values()] == ["Mine"]


def test_start_workout_opens_the_workout_page_with_the_exercises_of_the_day(open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()

    app.button(key="start_due").click().run()

    assert len(floor_of(app)["exercises"]) == 2
    assert app.query_params["workout"] == floor_of(app)["workout_id"]


def test_a_workout_begun_today_is_continued_and_not_begun_twice(home: Path, open_page: OpenPage) -> None:
    log_one(home)
    app = open_page("today.py")
    app.button(key="start_due").click().run()
    begun = floor_of(app)
    send(app, log_tap(begun["current"]))
    app.switch_page("../today.py").run()
    assert "Continue workout" in labels(app)

    app.button(key="start_due").click().run()

    assert floor_of(app)["workout_id"] == begun["workout_id"]
    assert len(store_of(home).load_log(LOCAL_ATHLETE).workouts) == 2


def test_a_hostile_title_and_name_stay_text(home: Path, open_page: OpenPage) -> None:
    log_one(home, title=HOSTILE, exercise=f"name:{HOSTILE}")
    log_one(home, workout_id="second", title=HOSTILE, exercise=f"name:{HOSTILE}")

    for page in ("today.py", "workout.py"):
        app = open_page(page)
        assert "<img" not in "".join(block.proto.body for block in app.html)
        assert not [element for element in app.markdown if "onerror" in element.value]


@pytest.mark.usefixtures("home")
def test_pages_without_charts_leave_pandas_and_altair_unimported() -> None:
    script = f"""
import sys
from streamlit.testing.v1 import AppTest
before = set(sys.modules)
app = AppTest.from_file({str(ENTRY_SCRIPT)!r}, default_timeout=60).run()
app.button(key="load_demo").click().run()
for page in ("workout", "import_export", "settings", "today"):
    app.switch_page(f"../{{page}}.py").run()
    assert not app.exception, app.exception
print(sorted({{"pandas", "altair", "pyarrow"}} & (set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=app_dir())

    assert done.stdout.strip() == "[]", done.stderr


def test_a_database_that_cannot_be_opened_is_a_message_and_not_a_traceback(home: Path) -> None:
    home.mkdir()
    (home / "hamcore.db").write_bytes(b"not a database at all" * 200)
    app = AppTest.from_file(str(ENTRY_SCRIPT), default_timeout=60).run()

    assert not app.exception
    text = page_text(app)
    assert "Your log cannot be opened" in text
    assert str(home / "hamcore.db") in text
