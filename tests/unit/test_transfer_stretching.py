"""Stretching brought in: a preview first, one step, the same file again adds nothing, and the way back."""

from datetime import datetime
from pathlib import Path

import pytest

from hamcore.interchange.stretch_file import write_stretching
from hamcore.model.stretching import StretchLog
from hamcore.storage import LOCAL_ATHLETE as ME
from hamcore.storage import Store, open_store
from hamcore.transfer import preview_stretching, write_stretches
from tests.unit.interchange.test_stretch_file import DAY, FOLD, LOG, REACH


@pytest.fixture
def store(tmp_path: Path) -> Store:
    url = f"sqlite:///{tmp_path / 'hamcore.db'}"
    return open_store(url, backup_dir=tmp_path / "backups", clock=lambda: datetime(2026, 11, 24, 18, 30))


def stored(store: Store) -> StretchLog:
    found = store.stretching(ME)
    assert found is not None
    return found


def test_a_file_brought_in_is_the_log_it_came_from_and_brought_in_again_adds_nothing(store: Store) -> None:
    data = write_stretching(LOG)
    preview = preview_stretching(data, "s.csv", stored(store), DAY)
    assert (preview.count, preview.new_count) == (5, 5)
    assert stored(store) == StretchLog()
    assert write_stretches(preview, store, ME) == LOG
    assert stored(store) == LOG
    revision = store.revision(ME)
    again = preview_stretching(data, "s.csv", stored(store), DAY)
    assert (again.count, again.new_count) == (5, 0)
    assert write_stretches(again, store, ME) == StretchLog()
    assert store.revision(ME) == revision
    assert write_stretching(stored(store)) == data


def test_bringing_in_can_be_taken_back_as_one_step_and_leaves_what_was_there(store: Store) -> None:
    store.log_hold(ME, FOLD)
    added = write_stretches(preview_stretching(write_stretching(LOG), "s.csv", stored(store), DAY), store, ME)
    assert FOLD not in added.holds
    assert store.delete_stretching(ME, added)
    assert not store.delete_stretching(ME, added)
    assert stored(store) == StretchLog((FOLD,))
    assert store.restore_stretching(ME, added)
    assert stored(store) == LOG
    assert store.check().problems == ()


def test_what_a_person_deleted_is_not_brought_back_by_the_same_file(store: Store) -> None:
    data = write_stretching(LOG)
    write_stretches(preview_stretching(data, "s.csv", stored(store), DAY), store, ME)
    store.delete_range_test(ME, REACH.test_id)
    write_stretches(preview_stretching(data, "s.csv", stored(store), DAY), store, ME)
    assert REACH not in stored(store).range_tests


def test_a_file_of_another_kind_changes_nothing(store: Store) -> None:
    preview = preview_stretching(b"Date\r\n", "log.csv", stored(store), DAY)
    assert (preview.count, preview.file.is_one) == (0, False)
    assert write_stretches(preview, store, ME) == StretchLog()
    assert store.revision(ME) == 0
