"""Holds, range tests and own stretches: stored once, changed, deleted and brought back, and never lost by accident."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamcore.model.log import Side
from hamcore.model.stretching import (
    Hold,
    HoldKind,
    Occasion,
    OwnStretch,
    RangeTest,
    RangeTestName,
    RangeUnit,
    StretchLog,
)
from hamcore.storage import Store
from tests.unit.storage.conftest import Clock
from tests.unit.storage.examples import DAY, ME

FOLD = Hold("h1", DAY, "standing_forward_bend", None, seconds=30)
SCOOP = Hold(
    "h2",
    DAY - timedelta(days=1),
    "hamstring_scoop",
    Side.LEFT,
    reps=10,
    kind=HoldKind.GUIDED,
    when=Occasion.AFTER_TRAINING,
    note="stiff 😀",
)
RAISE = RangeTest("t1", DAY, RangeTestName.STRAIGHT_LEG_RAISE, Side.LEFT, 71.5, RangeUnit.DEG)
REACH = RangeTest("t2", DAY, RangeTestName.SIT_AND_REACH, None, 31.0, RangeUnit.CM, 23.0, warm=False, note="cold")
DOOR = OwnStretch("Door frame", hold_s=30, rounds=3, forward_bend=True)


def everything(store: Store, athlete_id: str = ME) -> StretchLog:
    found = store.stretching(athlete_id)
    assert found is not None
    return found


def test_what_was_logged_is_there_after_a_restart_in_order_of_day(
    store: Store, open_again: Callable[[], Store]
) -> None:
    for hold in (FOLD, SCOOP):
        assert store.log_hold(ME, hold)
    assert store.log_range_test(ME, RAISE)
    assert store.log_range_test(ME, REACH)
    assert store.save_own_stretch(ME, DOOR)
    again = open_again()
    assert everything(again) == StretchLog((SCOOP, FOLD), (RAISE, REACH), {"name:Door frame": DOOR})
    assert again.check().problems == ()


def test_a_hold_sent_twice_is_stored_once(store: Store) -> None:
    assert store.log_hold(ME, FOLD)
    assert not store.log_hold(ME, FOLD)
    assert not store.log_hold(ME, replace(FOLD, seconds=20))
    assert (everything(store).holds, store.revision(ME)) == ((FOLD,), 1)


def test_a_deleted_hold_that_is_sent_again_stays_deleted(store: Store) -> None:
    store.log_hold(ME, FOLD)
    store.delete_hold(ME, "h1")
    assert not store.log_hold(ME, FOLD)
    assert everything(store).holds == ()


def test_a_hold_can_be_moved_to_another_day_and_changed(store: Store) -> None:
    store.log_hold(ME, FOLD)
    moved = replace(FOLD, day=DAY - timedelta(days=2), seconds=None, reps=5, side=Side.RIGHT, note="typed")
    assert store.edit_hold(ME, moved)
    assert not store.edit_hold(ME, moved)
    assert (everything(store).holds, store.revision(ME)) == ((moved,), 2)


def test_what_is_not_there_is_neither_edited_nor_deleted_nor_restored(store: Store) -> None:
    assert not store.edit_hold(ME, FOLD)
    assert not store.delete_hold(ME, "h1")
    assert not store.restore_hold(ME, "h1")
    store.log_hold(ME, FOLD)
    store.delete_hold(ME, "h1")
    assert not store.edit_hold(ME, replace(FOLD, seconds=20))
    assert not store.delete_hold(ME, "h1")
    assert store.revision(ME) == 2


def test_deleting_and_restoring_is_the_identity(store: Store) -> None:
    store.log_hold(ME, SCOOP)
    store.log_range_test(ME, REACH)
    store.save_own_stretch(ME, DOOR)
    before = everything(store)
    assert store.delete_hold(ME, "h2")
    assert store.delete_range_test(ME, "t2")
    assert store.delete_own_stretch(ME, "Door frame")
    assert everything(store) == StretchLog()
    assert store.restore_hold(ME, "h2")
    assert store.restore_range_test(ME, "t2")
    assert store.restore_own_stretch(ME, "Door frame")
    assert everything(store) == before
    assert store.check().problems == ()


def test_a_reading_is_corrected_in_its_place(store: Store) -> None:
    store.log_range_test(ME, RAISE)
    assert not store.log_range_test(ME, RAISE)
    assert store.edit_range_test(ME, replace(RAISE, value=74.0))
    assert everything(store).range_tests == (replace(RAISE, value=74.0),)


def test_a_tick_put_on_taken_off_and_put_on_again_is_one_tick(store: Store) -> None:
    ticked = [replace(FOLD, hold_id=f"tick-{number}") for number in (1, 2)]
    assert store.tick_stretch(ME, ticked)
    assert not store.tick_stretch(ME, ticked)
    assert store.untick_stretch(ME, DAY, FOLD.stretch)
    assert not store.untick_stretch(ME, DAY, FOLD.stretch)
    assert everything(store).holds == ()
    assert store.tick_stretch(ME, ticked)
    assert everything(store).holds == tuple(ticked)


def test_taking_a_tick_off_leaves_what_was_timed_and_other_days_and_stretches(store: Store) -> None:
    guided = replace(FOLD, hold_id="g", kind=HoldKind.GUIDED)
    other_day = replace(FOLD, hold_id="d", day=DAY - timedelta(days=1))
    other = replace(FOLD, hold_id="s", stretch="seated_forward_bend")
    for hold in (FOLD, guided, other_day, other):
        store.log_hold(ME, hold)
    assert store.untick_stretch(ME, DAY, FOLD.stretch)
    assert set(everything(store).holds) == {guided, other_day, other}


def test_saving_an_own_stretch_again_changes_it_and_brings_it_back(store: Store) -> None:
    store.save_own_stretch(ME, DOOR)
    assert not store.save_own_stretch(ME, DOOR)
    assert store.save_own_stretch(ME, replace(DOOR, hold_s=20))
    store.delete_own_stretch(ME, DOOR.name)
    assert store.save_own_stretch(ME, DOOR)
    assert everything(store).own == {DOOR.key: DOOR}


def test_one_persons_stretching_is_not_anothers(store: Store) -> None:
    store.log_hold(ME, FOLD)
    assert everything(store, "you") == StretchLog()
    assert not store.delete_hold("you", "h1")
    assert not store.untick_stretch("you", DAY, FOLD.stretch)
    assert store.log_hold("you", FOLD)
    assert everything(store).holds == everything(store, "you").holds == (FOLD,)


def test_nothing_is_read_anew_while_nothing_changed(store: Store) -> None:
    store.log_hold(ME, FOLD)
    first = store.revision(ME)
    assert store.stretching(ME, first) is None
    assert store.stretching(ME, first - 1) is not None
    store.log_range_test(ME, RAISE)
    store.save_own_stretch(ME, DOOR)
    assert [store.stretching(ME, since) is None for since in (first, first + 1, first + 2)] == [False, False, True]
    store.delete_hold(ME, "h1")
    assert store.stretching(ME, first + 2) is not None


def test_a_backup_put_in_the_files_place_is_read_anew(store: Store) -> None:
    store.log_hold(ME, FOLD)
    assert store.stretching(ME, store.revision(ME) + 5) is not None


@pytest.mark.parametrize(("days", "can"), [(29, True), (30, True), (31, False)])
def test_what_was_deleted_goes_for_good_after_thirty_days(store: Store, clock: Clock, days: int, *, can: bool) -> None:
    store.log_hold(ME, FOLD)
    store.log_range_test(ME, RAISE)
    store.save_own_stretch(ME, DOOR)
    store.delete_hold(ME, "h1")
    store.delete_range_test(ME, "t1")
    store.delete_own_stretch(ME, DOOR.name)
    clock.now += timedelta(days=days)
    store.log_hold(ME, SCOOP)
    assert store.restore_hold(ME, "h1") is can
    assert store.restore_range_test(ME, "t1") is can
    assert store.restore_own_stretch(ME, DOOR.name) is can
    assert store.check().problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE holds SET seconds = 31",
        "UPDATE holds SET deleted_at = '2026-11-24T18:30:00'",
        "UPDATE range_tests SET reading = 72.5",
        "UPDATE own_stretches SET rounds = 4",
    ],
)
def test_the_check_finds_what_was_changed_behind_its_back(store: Store, statement: str) -> None:
    store.log_hold(ME, FOLD)
    store.log_range_test(ME, RAISE)
    store.save_own_stretch(ME, DOOR)
    assert store.check().problems == ()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(statement)
        connection.commit()
    (problem,) = store.check().problems
    assert problem.message.endswith("is not as it was written")


def test_one_that_cannot_be_read_hides_no_other(store: Store) -> None:
    store.log_hold(ME, FOLD)
    store.log_hold(ME, SCOOP)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE holds SET seconds = 700 WHERE hold_id = 'h1'")
        connection.commit()
    assert everything(store).holds == (SCOOP,)


def test_the_earliest_and_latest_days_come_back(store: Store) -> None:
    old = replace(FOLD, hold_id="old", day=date(1970, 1, 1))
    store.log_hold(ME, old)
    assert everything(store).holds == (old,)
