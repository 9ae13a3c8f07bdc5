import sqlite3
from contextlib import closing

import pytest

from hamcore.storage import StorageError, Store, schema
from hamcore.storage.migrations import STEPS, migrate
from tests.unit.storage.examples import ME, a_set, a_workout

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
