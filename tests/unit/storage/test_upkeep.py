"""What happens once a day before the first write: a backup of how it was, and deleted things let go after 30 days."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hamcore.storage import StorageError, StorageKind, Store, open_store
from hamcore.storage.backups import KEEP
from tests.unit.storage.conftest import Clock
from tests.unit.storage.examples import ME, a_set, a_workout


def log_a_workout(store: Store, workout_id: str) -> None:
    store.add_workout(ME, a_workout(workout_id))
    store.add_set(ME, a_set(1, workout_id))


def in_backup(path: Path, clock: Clock) -> set[str]:
    backup = open_store(f"sqlite:///{path}", backup_dir=path.parent / "none", clock=clock)
    try:
        return set(backup.load_log(ME).workouts)
    finally:
        backup.close()


def test_the_first_write_of_a_day_backs_up_how_it_was(store: Store, clock: Clock) -> None:
    log_a_workout(store, "w1")
    assert store.backups() == []
    assert store.notice == ""
    clock.now += timedelta(days=1)
    log_a_workout(store, "w2")
    log_a_workout(store, "w3")
    (backup,) = store.backups()
    assert in_backup(backup, clock) == {"w1"}


def test_a_day_without_writes_makes_no_backup(store: Store, clock: Clock, open_again: Callable[[], Store]) -> None:
    log_a_workout(store, "w1")
    clock.now += timedelta(days=1)
    assert set(open_again().load_log(ME).workouts) == {"w1"}
    assert store.backups() == []


def test_a_second_start_on_the_same_day_makes_no_second_backup(
    store: Store, clock: Clock, open_again: Callable[[], Store]
) -> None:
    log_a_workout(store, "w1")
    clock.now += timedelta(days=1)
    log_a_workout(store, "w2")
    log_a_workout(open_again(), "w3")
    assert len(store.backups()) == 1


def test_only_the_newest_backups_are_kept(store: Store, clock: Clock) -> None:
    for day in range(KEEP + 4):
        log_a_workout(store, f"w{day}")
        clock.now += timedelta(days=1)
    newest = store.backups()[0]
    assert len(store.backups()) == KEEP
    assert f"{clock.now - timedelta(days=1):%Y-%m-%d}" in newest.name


def test_a_backup_that_cannot_be_made_does_not_stop_a_set(store: Store, clock: Clock, tmp_path: Path) -> None:
    log_a_workout(store, "w1")
    (tmp_path / "backups").write_text("a file where the folder should be")
    clock.now += timedelta(days=1)
    log_a_workout(store, "w2")
    assert set(store.load_log(ME).workouts) == {"w1", "w2"}
    assert "backup could not be made" in store.notice


def test_a_database_with_spoiled_rows_does_not_push_out_good_backups(store: Store, clock: Clock) -> None:
    log_a_workout(store, "w1")
    clock.now += timedelta(days=1)
    log_a_workout(store, "w2")
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE sets SET reps = 50 WHERE workout_id = 'w1'")
        connection.commit()
    clock.now += timedelta(days=1)
    log_a_workout(store, "w3")
    assert len(store.backups()) == 1
    assert "2026-11-24 (w1)" in store.notice


def test_a_database_with_a_broken_page_is_not_written(
    store: Store, clock: Clock, open_again: Callable[[], Store]
) -> None:
    for number in range(60):
        log_a_workout(store, f"w{number}")
    store.close()
    content = bytearray(store.path.read_bytes())
    page = next(at for at in range(4096, len(content), 4096) if b"slept well" in content[at : at + 4096])
    content[page : page + 8] = bytes(8)
    store.path.write_bytes(content)
    clock.now += timedelta(days=1)
    with pytest.raises(StorageError) as caught:
        log_a_workout(open_again(), "more")
    assert caught.value.kind is StorageKind.DAMAGED
    assert store.path.read_bytes() == content


DAYS = pytest.mark.parametrize(("days", "comes_back"), [(29, True), (30, True), (31, False)])


@DAYS
def test_a_deleted_workout_can_be_restored_for_thirty_days(
    store: Store, clock: Clock, days: int, comes_back: bool
) -> None:
    log_a_workout(store, "w1")
    store.delete_workout(ME, "w1")
    clock.now += timedelta(days=days)
    log_a_workout(store, "w2")
    assert store.restore_workout(ME, "w1") is comes_back
    assert store.check().problems == ()


@DAYS
def test_a_deleted_set_can_be_restored_for_thirty_days(store: Store, clock: Clock, days: int, comes_back: bool) -> None:
    log_a_workout(store, "w1")
    store.delete_set(ME, "w1", 1)
    clock.now += timedelta(days=days)
    log_a_workout(store, "w2")
    assert store.restore_set(ME, "w1", 1) is comes_back
    assert store.check().problems == ()


def test_a_clock_set_back_neither_backs_up_nor_purges(store: Store, clock: Clock) -> None:
    log_a_workout(store, "w1")
    store.delete_workout(ME, "w1")
    clock.now = datetime(2020, 1, 1)
    log_a_workout(store, "w2")
    assert store.backups() == []
    assert store.restore_workout(ME, "w1")


def test_a_backup_on_request_is_a_whole_database(store: Store, clock: Clock, tmp_path: Path) -> None:
    log_a_workout(store, "w1")
    target = tmp_path / "somewhere" / "copy.db"
    store.backup(target)
    assert in_backup(target, clock) == {"w1"}
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
