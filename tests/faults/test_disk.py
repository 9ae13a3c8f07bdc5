"""A full disk, a file that may not be written, a database in use: a message that says so, and nothing lost."""

import os
import resource
import shutil
import sqlite3
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hamcore.storage import LOCAL_ATHLETE, StorageError, StorageKind, Store
from hamcore.transfer import preview_parsed, write_import
from tests.faults.conftest import open_at
from tests.faults.test_kill import NO_DEFINITIONS, SETS, big_file, import_the_file, stored
from tests.unit.storage.examples import a_set, a_workout

ME = LOCAL_ATHLETE
NOBODY = 65534


def in_a_child(work: Callable[[], str]) -> str:
    """What ``work`` returns in a process of its own, whose limits and rights end with it."""
    return told_by(*start_child(work))


def start_child(work: Callable[[], str]) -> tuple[int, int]:
    """Start ``work`` in a process of its own; its id and where to read what it returns."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.write(writing, work().encode())
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def told_by(child: int, reading: int) -> str:
    """What a child returned, when it is done."""
    parts = []
    while part := os.read(reading, 65536):
        parts.append(part)
    os.close(reading)
    os.waitpid(child, 0)
    return b"".join(parts).decode()


def outcome(attempt: Callable[[], object]) -> str:
    """``done``, or the kind of the error."""
    try:
        attempt()
    except StorageError as error:
        return error.kind.value
    return "done"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that another user may enter."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def imported(folder: Path) -> Path:
    path = folder / "home" / "hamcore.db"
    import_the_file(path, lambda _: None)
    return path


@pytest.mark.parametrize("room", [0, 40_000, 150_000])
def test_without_room_an_import_says_so_and_adds_nothing(imported: Path, room: int) -> None:
    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        store = open_at(imported)
        written = outcome(lambda: write_more(store))
        return f"{written} {len(store.load_log(ME).sets['name:Squat'])}"

    assert in_a_child(attempt) == f"full {SETS}"
    assert len(stored(imported)) == SETS
    with closing(open_at(imported)) as store:
        assert outcome(lambda: write_more(store)) == "done"
    assert len(stored(imported)) == 2 * SETS


def write_more(store: Store) -> None:
    """Import as many sets again, of other days."""
    later = [one._replace(day=one.day + timedelta(days=1000)) for one in big_file().workouts]
    file = replace(big_file(), workouts=later)
    preview = preview_parsed(file, "later.csv", store=store, athlete_id=ME, catalog=NO_DEFINITIONS)
    write_import(preview, store=store, athlete_id=ME, import_id="import-2")


def test_without_room_for_a_new_database_none_is_left_behind(folder: Path) -> None:
    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        return outcome(lambda: open_at(folder / "hamcore.db").add_workout(ME, a_workout()))

    assert in_a_child(attempt) == "full"
    assert list(folder.iterdir()) == []


def _as_nobody() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.mark.parametrize("locked", ["file", "folder", "both"])
def test_a_database_that_may_not_be_written_is_shown_and_not_changed(imported: Path, locked: str) -> None:
    imported.chmod(0o444 if locked in ("file", "both") else 0o666)
    imported.parent.chmod(0o555 if locked in ("folder", "both") else 0o777)
    before = imported.read_bytes()

    def attempt() -> str:
        _as_nobody()
        store = open_at(imported)
        count = len(store.load_log(ME).sets["name:Squat"])
        return f"{count} {outcome(lambda: store.add_workout(ME, a_workout()))}"

    assert in_a_child(attempt) == f"{SETS} read_only"
    imported.parent.chmod(0o755)
    assert imported.read_bytes() == before


def test_a_folder_that_may_not_be_written_gets_no_database(folder: Path) -> None:
    folder.chmod(0o555)

    def attempt() -> str:
        _as_nobody()
        store = open_at(folder / "hamcore.db")
        assert store.load_log(ME).workouts == {}
        return outcome(lambda: store.add_workout(ME, a_workout()))

    assert in_a_child(attempt) == "unreachable"
    assert list(folder.iterdir()) == []


def test_a_database_that_another_program_is_writing_is_said_to_be_in_use(imported: Path) -> None:
    store = open_at(imported, busy_timeout_s=0.05)
    with closing(sqlite3.connect(imported, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            store.add_workout(ME, a_workout())
        assert caught.value.kind is StorageKind.LOCKED
        assert len(store.load_log(ME).sets["name:Squat"]) == SETS
        other.execute("ROLLBACK")
    assert store.add_workout(ME, a_workout())
    store.close()


def test_several_threads_write_without_losing_a_set(folder: Path) -> None:
    store = open_at(folder / "hamcore.db")
    store.add_workout(ME, a_workout())
    parts = [range(start, start + 40) for start in (1, 101, 201, 301)]
    threads = [threading.Thread(target=_write, args=(store, part)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert stored(store.path) == [number for part in parts for number in part]


def test_several_processes_write_without_losing_a_set(folder: Path) -> None:
    path = folder / "hamcore.db"
    with closing(open_at(path)) as store:
        store.add_workout(ME, a_workout())
    parts = [range(start, start + 40) for start in (1, 101, 201)]
    pipes = [start_child(lambda part=part: _write(open_at(path), part)) for part in parts]  # type: ignore[misc]
    assert [told_by(*child) for child in pipes] == ["done"] * 3
    assert stored(path) == [number for part in parts for number in part]


def _write(store: Store, numbers: range) -> str:
    for number in numbers:
        store.add_set(ME, a_set(number))
    return "done"
