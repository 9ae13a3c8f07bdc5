import sqlite3
from contextlib import closing

import pytest

from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, Side
from hamcore.storage import StorageError, StorageKind, Store
from tests.unit.storage.examples import ME, a_set, a_workout


def spoil(store: Store, statement: str) -> list[str]:
    """What the check says after ``statement`` was run behind the program's back."""
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(statement)
        connection.commit()
    return [problem.message for problem in store.check().problems]


@pytest.fixture
def filled(store: Store) -> Store:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    store.add_set(ME, a_set(2, exercise="name:My lift"))
    return store


def test_a_healthy_database_has_counts_and_no_problems(filled: Store) -> None:
    health = filled.check()
    assert health.counts == {"athletes": 1, "workouts": 1, "sets": 2, "imports": 0}
    assert health.problems == ()


def test_a_store_without_a_file_is_healthy(store: Store) -> None:
    assert store.check().problems == ()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE sets SET reps = 50", "the sets of the workout of 2026-11-24"),
        ("UPDATE sets SET load = '101 kg'", "the sets of the workout of 2026-11-24"),
        ("DELETE FROM sets WHERE set_no = 2", "the sets of the workout of 2026-11-24"),
        ("UPDATE workouts SET title = 'Hinge dby'", "the workout of 2026-11-24"),
        ("UPDATE exercise_names SET name = 'My lifu' WHERE exercise_id IS NULL", "'My lifu' is not as it was"),
        ("UPDATE sets SET load = 'heavy'", "'heavy' is not a load"),
        ("UPDATE sets SET set_type = 'odd'", "'odd' is not a type of set"),
        ("UPDATE workouts SET day = '2026-13-01'", "'2026-13-01' is not a day"),
        ("DELETE FROM workouts", "a row of sets belongs to a row that is not there"),
    ],
)
def test_the_check_finds_what_was_changed_behind_its_back(filled: Store, statement: str, message: str) -> None:
    assert any(message in found for found in spoil(filled, statement))


@pytest.fixture
def noted(filled: Store) -> Store:
    filled.edit_set(ME, a_set()._replace(side=Side.LEFT, form=Form.CLEAN, tempo=Tempo(3, 1, 1, 0)))
    return filled


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE sets SET side = 'right' WHERE set_no = 1", "the sets of the workout of 2026-11-24"),
        ("UPDATE sets SET side = NULL, form = NULL, tempo = NULL", "the sets of the workout of 2026-11-24"),
        ("UPDATE sets SET form = 'pain' WHERE set_no = 2", "the sets of the workout of 2026-11-24"),
        ("UPDATE sets SET side = 'lefu'", "'lefu' is not a side"),
        ("UPDATE sets SET form = 'cleao'", "'cleao' is not a note of form"),
        ("UPDATE sets SET tempo = '3-1-1'", "'3-1-1' is not a tempo"),
    ],
)
def test_the_check_looks_at_what_was_noted_of_a_set(noted: Store, statement: str, message: str) -> None:
    assert noted.check().problems == ()
    assert any(message in found for found in spoil(noted, statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sets SET load = 'heavy'",
        "UPDATE sets SET set_type = 'odd'",
        "UPDATE sets SET tempo = '3-1-1'",
        "UPDATE sets SET side = 'left right'",
        "UPDATE workouts SET day = '2026-13-01'",
        "DELETE FROM exercise_names",
    ],
)
def test_a_log_that_cannot_be_read_is_said_to_be_damaged(noted: Store, statement: str) -> None:
    spoil(noted, statement)
    for read in (
        lambda: noted.load_log(ME),
        lambda: noted.load_changes(ME, 0),
        lambda: noted.log_entry(ME, a_workout(), a_set(), "tap-1", 9),
    ):
        with pytest.raises(StorageError) as caught:
            read()
        assert caught.value.kind is StorageKind.DAMAGED
