"""Own routines are kept with their versions, and nothing of them is lost by accident."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from hamcore.model.routine import Routine
from hamcore.storage import Store
from hamcore.storage.routines import routine_of, text_of
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.shipped import shipped
from tests.unit.storage.conftest import Clock
from tests.unit.storage.examples import ME

MINE = replace(shipped().routines["article_split"], routine_id="mine", name="My week 😀")
SHORTER = replace(MINE, days=MINE.days[:1])
OTHER = replace(MINE, routine_id="other", name="Other")


@given(ANY_ROUTINE)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_routine_as_text_is_read_as_the_same_routine(routine: Routine) -> None:
    assert routine_of(text_of(routine)) == routine


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"id":"a"}', "[" * 100_000, '{"id":"a","name":"b","days":3}']
)
def test_a_spoiled_text_is_no_routine(text: str) -> None:
    assert routine_of(text) is None


def test_a_saved_routine_is_there_after_a_restart(store: Store, open_again: Callable[[], Store]) -> None:
    assert store.save_routine(ME, MINE, "first") == 1
    again = open_again()
    assert again.own_routines(ME) == {"mine": MINE}
    (stored,) = again.routines(ME)
    assert (stored.routine, stored.version, stored.is_draft) == (MINE, 1, False)
    assert (stored.created_at, stored.changed_at, stored.deleted_at) == (*("2026-11-24T18:30:00",) * 2, "")


def test_a_version_is_kept_of_every_change_and_of_no_repetition(store: Store, clock: Clock) -> None:
    assert [store.save_routine(ME, one) for one in (MINE, MINE, SHORTER, SHORTER, MINE)] == [1, 1, 2, 2, 3]
    clock.now += timedelta(hours=1)
    assert store.save_routine(ME, SHORTER, "fewer days") == 4
    kept = store.routine_versions(ME, "mine")
    assert [(one.version, one.routine) for one in kept] == [(4, SHORTER), (3, MINE), (2, SHORTER), (1, MINE)]
    assert (kept[0].note, kept[0].saved_at) == ("fewer days", "2026-11-24T19:30:00")
    (stored,) = store.routines(ME)
    assert (stored.created_at, stored.changed_at) == ("2026-11-24T18:30:00", "2026-11-24T19:30:00")


def test_saving_the_same_again_does_not_advance_the_revision(store: Store) -> None:
    store.save_routine(ME, MINE)
    before = store.revision(ME)
    store.save_routine(ME, MINE)
    store.save_routine(ME, MINE, keep=False)
    assert store.revision(ME) == before
    store.save_routine(ME, SHORTER)
    assert store.revision(ME) == before + 1


def test_a_change_without_a_version_is_a_draft_until_it_is_kept(store: Store) -> None:
    store.save_routine(ME, MINE)
    assert store.save_routine(ME, SHORTER, keep=False) == 1
    assert [(one.routine, one.is_draft) for one in store.routines(ME)] == [(SHORTER, True)]
    assert [one.routine for one in store.routine_versions(ME, "mine")] == [MINE]
    assert store.save_routine(ME, SHORTER) == 2
    assert [one.is_draft for one in store.routines(ME)] == [False]
    assert [one.routine for one in store.routine_versions(ME, "mine")] == [SHORTER, MINE]


def test_a_draft_taken_back_is_the_version_again(store: Store) -> None:
    store.save_routine(ME, MINE)
    store.save_routine(ME, SHORTER, keep=False)
    assert store.save_routine(ME, MINE) == 1
    assert [(one.routine, one.is_draft) for one in store.routines(ME)] == [(MINE, False)]


def test_a_routine_may_begin_as_a_draft(store: Store) -> None:
    assert store.save_routine(ME, MINE, keep=False) == 0
    assert [(one.version, one.is_draft) for one in store.routines(ME)] == [(0, True)]
    assert store.routine_versions(ME, "mine") == []
    assert store.save_routine(ME, MINE) == 1


def test_a_copy_and_a_new_name_are_saved_routines(store: Store) -> None:
    store.save_routine(ME, MINE)
    store.save_routine(ME, replace(MINE, name="Renamed"))
    store.save_routine(ME, replace(MINE, routine_id="copy"))
    assert {key: one.name for key, one in store.own_routines(ME).items()} == {"copy": MINE.name, "mine": "Renamed"}


def test_a_deleted_routine_can_be_brought_back_with_its_versions(store: Store) -> None:
    store.save_routine(ME, MINE)
    store.save_routine(ME, SHORTER)
    assert store.delete_routine(ME, "mine")
    assert not store.delete_routine(ME, "mine")
    assert (store.own_routines(ME), store.routines(ME)) == ({}, [])
    assert [one.routine for one in store.routines(ME, deleted=True)] == [SHORTER]
    assert store.restore_routine(ME, "mine")
    assert not store.restore_routine(ME, "mine")
    assert store.own_routines(ME) == {"mine": SHORTER}
    assert len(store.routine_versions(ME, "mine")) == 2


def test_saving_a_deleted_routine_brings_it_back(store: Store) -> None:
    store.save_routine(ME, MINE)
    store.delete_routine(ME, "mine")
    assert store.save_routine(ME, MINE) == 1
    assert store.own_routines(ME) == {"mine": MINE}


def test_what_is_not_there_is_neither_deleted_nor_restored(store: Store) -> None:
    assert not store.delete_routine(ME, "nobody")
    assert not store.restore_routine(ME, "nobody")
    assert store.routine_versions(ME, "nobody") == []


def test_one_persons_routines_are_not_anothers(store: Store) -> None:
    store.save_routine(ME, MINE)
    assert store.own_routines("you") == {}
    assert not store.delete_routine("you", "mine")
    assert store.routine_versions("you", "mine") == []


@pytest.mark.parametrize(("days", "left"), [(29, ["mine"]), (30, ["mine"]), (31, [])])
def test_a_deleted_routine_goes_for_good_after_thirty_days(
    store: Store, clock: Clock, days: int, left: list[str]
) -> None:
    store.save_routine(ME, MINE)
    store.save_routine(ME, OTHER)
    store.delete_routine(ME, "mine")
    clock.now += timedelta(days=days)
    store.save_routine(ME, replace(OTHER, why="Later"))
    assert [one.routine.routine_id for one in store.routines(ME, deleted=True)] == left
    assert bool(store.routine_versions(ME, "mine")) is bool(left)
    assert set(store.own_routines(ME)) == {"other"}
    assert store.check().problems == ()


def test_a_routine_that_could_not_be_read_again_is_refused(store: Store) -> None:
    store.save_routine(ME, MINE)
    with pytest.raises(ValueError, match="name: is missing"):
        store.save_routine(ME, replace(MINE, name=""))
    assert store.own_routines(ME) == {"mine": MINE}


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE routines SET name = 'Other'", "the routine 'Other' (mine) is not as it was written"),
        ("UPDATE routines SET document = replace(document, '120', '121')", "is not as it was written"),
        ("UPDATE routine_versions SET note = 'x'", "version 1 of the routine mine is not as it was written"),
        ("UPDATE routine_versions SET document = '{}'", "version 1 of the routine mine is not as it was written"),
        ("DELETE FROM routines", "a row of routine_versions belongs to a row that is not there"),
    ],
)
def test_the_check_finds_what_was_changed_behind_its_back(store: Store, statement: str, message: str) -> None:
    store.save_routine(ME, MINE)
    assert store.check().problems == ()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(statement)
        connection.commit()
    assert any(message in problem.message for problem in store.check().problems)


def test_one_that_cannot_be_read_hides_no_other(store: Store) -> None:
    store.save_routine(ME, MINE)
    store.save_routine(ME, OTHER)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE routines SET document = '{' WHERE routine_id = 'mine'")
        connection.commit()
    assert set(store.own_routines(ME)) == {"other"}
    assert [one.routine.routine_id for one in store.routines(ME)] == ["other"]
