import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hamcore.model.log import Form, Side
from hamcore.model.stretching import Hold, StretchLog
from hamcore.storage import LogStatus, StorageError, Store, schema
from hamcore.storage.migrations import STEPS, migrate
from hamcore.storage.opening import look_over
from hamcore.units import LoadUnit
from tests.unit.shipped import shipped
from tests.unit.storage.examples import ME, a_set, a_workout

FIXTURES = Path(__file__).parents[2] / "fixtures"
VERSION_1 = FIXTURES / "version_1.db"
"""A file that version 1 wrote: workouts of its own and imported ones, a deleted set, a mapped name, settings."""
VERSION_2 = FIXTURES / "version_2.db"
"""A file that version 2 wrote: an open plan, two taps of which one is a left leg's, a body weight, a symptom."""
VERSION_3 = FIXTURES / "version_3.db"
"""A file that version 3 wrote: a routine of which a later draft is kept, a deleted one, two sets, a symptom."""

MORE = {
    schema.VERSION + 1: ("CREATE TABLE goals (athlete_id TEXT) STRICT",),
    schema.VERSION + 2: ("ALTER TABLE goals ADD COLUMN day TEXT", "INSERT INTO goals VALUES ('local', '2026-11-24')"),
}


@pytest.fixture
def closed(store: Store) -> Store:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    store.close()
    return store


def version_and_goals(store: Store) -> tuple[int, list[tuple[str, str]]]:
    with closing(sqlite3.connect(store.path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        has_goals = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'goals'").fetchone()
        return version, connection.execute("SELECT * FROM goals").fetchall() if has_goals else []


def test_there_is_a_step_to_every_version_but_the_first() -> None:
    assert sorted(STEPS) == list(range(2, schema.VERSION + 1))


def test_all_missing_steps_are_taken_in_order_and_once(closed: Store) -> None:
    migrate(closed.path, 1, MORE)
    migrate(closed.path, 1, MORE)
    assert version_and_goals(closed) == (schema.VERSION + 2, [("local", "2026-11-24")])


@pytest.mark.parametrize("broken", ["CREATE TABLE sets (x TEXT)", "INSERT INTO nowhere VALUES (1)"])
def test_a_step_that_fails_leaves_the_old_version(closed: Store, broken: str) -> None:
    last = schema.VERSION + 2
    with pytest.raises(sqlite3.OperationalError):
        migrate(closed.path, 1, {**MORE, last: (*MORE[last], broken)})
    assert version_and_goals(closed) == (schema.VERSION, [])


def test_a_gap_between_versions_is_refused(closed: Store) -> None:
    with pytest.raises(StorageError, match="Nothing leads from"):
        migrate(closed.path, 1, {schema.VERSION + 2: MORE[schema.VERSION + 2]})
    assert version_and_goals(closed) == (schema.VERSION, [])


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A copy of the file of version 1, where ``open_again`` looks for it."""
    path = tmp_path / "home" / "hamcore.db"
    path.parent.mkdir()
    shutil.copyfile(VERSION_1, path)
    return path


def rows_of_version_1(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a file, with the columns that version 1 had."""
    return rows_as_in(VERSION_1, path)


def rows_as_in(kept: Path, path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a file, of the tables and columns that the ``kept`` one has."""
    with closing(sqlite3.connect(f"{kept.as_uri()}?mode=ro&immutable=1", uri=True)) as old:
        tables = [name for (name,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        columns = {name: ", ".join(row[1] for row in old.execute(f"PRAGMA table_info({name})")) for name in tables}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return {name: connection.execute(f"SELECT {columns[name]} FROM {name}").fetchall() for name in tables}


def test_the_kept_file_is_one_of_version_1() -> None:
    assert look_over(VERSION_1) == 1
    assert len(rows_of_version_1(VERSION_1)["sets"]) == 9


def test_a_file_of_version_1_is_brought_up_to_date_with_every_row(
    old_file: Path, open_again: Callable[[], Store]
) -> None:
    store = open_again()
    log, health = store.load_log(ME), store.check()
    store.close()
    assert look_over(old_file) == schema.VERSION
    assert rows_of_version_1(old_file) == rows_of_version_1(VERSION_1)
    assert health.problems == ()
    assert {key: len(sets) for key, sets in log.sets.items()} == {
        "name:Squat": 4,
        "barbell_deadlift": 2,
        "romanian_deadlift": 1,
    }
    assert {(one.side, one.form, one.tempo) for sets in log.sets.values() for one in sets} == {(None, None, None)}


@pytest.mark.usefixtures("old_file")
def test_a_file_brought_up_to_date_is_used_like_a_new_one(open_again: Callable[[], Store]) -> None:
    store = open_again()
    entry = a_set()._replace(side=Side.LEFT, form=Form.CLEAN)
    assert store.log_entry(ME, a_workout(), entry, "tap-1", 1).status is LogStatus.ADDED
    assert store.restore_set(ME, "w1", 3)
    assert store.load_settings(ME).load_unit is LoadUnit.LB
    assert store.restore_workout(ME, "w2")
    assert store.undo_import(ME, "import-1")
    again = open_again()
    assert [one.set_no for one in again.load_log(ME).sets["barbell_deadlift"]] == [1, 1, 2, 3, 5]
    assert again.check().problems == ()


@pytest.mark.usefixtures("old_file")
def test_a_copy_of_the_old_version_is_kept(open_again: Callable[[], Store]) -> None:
    (backup,) = open_again().backups()
    assert backup.name.endswith("-before-update.db")
    assert look_over(backup) == 1
    assert rows_of_version_1(backup) == rows_of_version_1(VERSION_1)


def test_a_file_of_version_2_is_brought_up_to_date_with_every_row(
    tmp_path: Path, open_again: Callable[[], Store]
) -> None:
    path = tmp_path / "home" / "hamcore.db"
    path.parent.mkdir()
    shutil.copyfile(VERSION_2, path)
    store = open_again()
    plans, weights, health = store.open_plans(ME), store.body_weights(ME), store.check()
    routine = shipped().routines["article_split"]
    assert store.own_routines(ME) == {}
    assert store.save_routine(ME, routine) == 1
    assert store.own_routines(ME) == {"article_split": routine}
    store.close()
    assert look_over(path) == schema.VERSION
    assert look_over(VERSION_2) == 2
    before, after = rows_as_in(VERSION_2, VERSION_2), rows_as_in(VERSION_2, path)
    assert {key: rows for key, rows in after.items() if key not in ("athletes", "upkeep")} == {
        key: rows for key, rows in before.items() if key not in ("athletes", "upkeep")
    }
    assert health.problems == ()
    assert ([one.workout.workout_id for one in plans], len(weights), len(before["sets"])) == (["w1"], 1, 2)


def test_a_file_of_version_3_is_brought_up_to_date_with_every_row(
    tmp_path: Path, open_again: Callable[[], Store]
) -> None:
    path = tmp_path / "home" / "hamcore.db"
    path.parent.mkdir()
    shutil.copyfile(VERSION_3, path)
    store = open_again()
    stretching, routines, health = store.stretching(ME), store.own_routines(ME), store.check()
    hold = Hold("h1", date(2026, 11, 24), "standing_forward_bend", None, seconds=30)
    assert store.log_hold(ME, hold)
    store.close()
    assert look_over(path) == schema.VERSION
    assert look_over(VERSION_3) == 3
    before, after = rows_as_in(VERSION_3, VERSION_3), rows_as_in(VERSION_3, path)
    assert {key: rows for key, rows in after.items() if key not in ("athletes", "upkeep")} == {
        key: rows for key, rows in before.items() if key not in ("athletes", "upkeep")
    }
    assert (stretching, list(routines), health.problems) == (StretchLog(), ["mine"], ())
    assert (len(before["routine_versions"]), len(before["sets"])) == (2, 2)
