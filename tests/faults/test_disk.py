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
from functools import partial
from pathlib import Path

import pytest

from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.storage import LOCAL_ATHLETE, LogStatus, StorageError, StorageKind, Store, schema
from hamcore.storage.opening import look_over
from hamcore.transfer import preview_parsed, write_import
from tests.faults.conftest import open_at
from tests.faults.test_kill import NO_DEFINITIONS, SETS, a_file_of_version_1, big_file, import_the_file, stored
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


SETS_OF_A_WORKOUT = 30
WINDOWS = 4
MORE_THAN_FIT = 200


def test_windows_that_log_the_same_sets_at_once_store_each_set_once(folder: Path) -> None:
    store = open_at(folder / "hamcore.db")
    together = threading.Barrier(WINDOWS)
    told: list[list[LogStatus]] = [[] for _ in range(WINDOWS)]
    threads = [threading.Thread(target=_log_all, args=(store, together, name, told[name])) for name in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert [sorted(answers) for answers in zip(*told, strict=True)] == [
        [LogStatus.ADDED] + [LogStatus.TAKEN] * (WINDOWS - 1)
    ] * SETS_OF_A_WORKOUT
    assert stored(store.path) == list(range(1, SETS_OF_A_WORKOUT + 1))


def _log_all(store: Store, together: threading.Barrier, name: int, told: list[LogStatus]) -> None:
    for number in range(1, SETS_OF_A_WORKOUT + 1):
        together.wait(20)
        told.append(store.log_entry(ME, a_workout(), a_set(), f"{name}-{number}", number).status)


def test_a_tap_sent_by_several_processes_at_once_is_stored_once(folder: Path) -> None:
    path = folder / "hamcore.db"

    def send() -> str:
        store = open_at(path)
        answers = [
            store.log_entry(ME, a_workout(), a_set(), f"tap-{number}", number).status
            for number in range(1, SETS_OF_A_WORKOUT + 1)
        ]
        return " ".join(answers)

    told = [told_by(*child).split() for child in [start_child(send) for _ in range(3)]]
    for answers in zip(*told, strict=True):
        assert sorted(answers) == [LogStatus.ADDED, LogStatus.REPEATED, LogStatus.REPEATED]
    assert stored(path) == list(range(1, SETS_OF_A_WORKOUT + 1))


def in_threads(work: Callable[[], object]) -> None:
    """Let several threads do the same at the same moment. What goes wrong in one of them fails the test."""
    together = threading.Barrier(WINDOWS)

    def start() -> None:
        together.wait(20)
        work()

    threads = [threading.Thread(target=start) for _ in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_windows_that_make_the_database_at_once_make_one(folder: Path) -> None:
    for number in range(20):
        with closing(open_at(folder / str(number) / "hamcore.db")) as store:
            in_threads(lambda store=store: store.log_entry(ME, a_workout(), a_set(), "tap-1", 1))  # type: ignore[misc]
        assert stored(store.path) == [1]
        assert [path.name for path in store.path.parent.iterdir()] == ["hamcore.db"]


def test_windows_that_update_an_old_file_at_once_keep_one_copy_of_how_it_was(folder: Path) -> None:
    for number in range(10):
        path = folder / str(number) / "hamcore.db"
        a_file_of_version_1(path)
        in_threads(lambda path=path: open_at(path).close())  # type: ignore[misc]
        assert look_over(path) == schema.VERSION
        assert [look_over(copy) for copy in (path.parent / "backups").iterdir()] == [1]


def test_windows_that_change_a_plan_at_once_lose_no_change(folder: Path) -> None:
    store = open_at(folder / "hamcore.db")
    store.save_plan(ME, WorkoutPlan(a_workout(), ()))

    def added(plan: WorkoutPlan, exercise: str) -> WorkoutPlan:
        return replace(plan, items=(*plan.items, PlanItem(exercise, None)))

    def add(name: int) -> None:
        for number in range(20):
            store.change_plan(ME, "w1", partial(added, exercise=f"name:{name}-{number}"))

    threads = [threading.Thread(target=add, args=(name,)) for name in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    plan = store.plan(ME, "w1")
    assert plan is not None
    assert len({item.exercise for item in plan.items}) == len(plan.items) == 20 * WINDOWS
    store.close()


@pytest.mark.parametrize("room", [0, 30_000])
def test_a_tap_without_room_is_not_stored_and_can_be_sent_again(imported: Path, room: int) -> None:
    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        store = open_at(imported)
        answers: list[str] = []
        while len(answers) < MORE_THAN_FIT and set(answers) <= {"done"}:
            number = len(answers) + 1
            answers.append(outcome(partial(store.log_entry, ME, a_workout(), a_set(), f"tap-{number}", number)))
        return " ".join(answers)

    *done, last = in_a_child(attempt).split()
    assert (set(done) <= {"done"}, last) == (True, "full")
    with closing(open_at(imported)) as store:
        again = [
            store.log_entry(ME, a_workout(), a_set(), f"tap-{number}", number).status
            for number in range(1, len(done) + 2)
        ]
        assert again == [LogStatus.REPEATED] * len(done) + [LogStatus.ADDED]
        assert store.check().problems == ()


@pytest.mark.parametrize("room", [0, 20_000, 40_000, 60_000])
def test_an_old_file_without_room_to_update_it_stays_as_it_was(folder: Path, room: int) -> None:
    path = folder / "home" / "hamcore.db"
    a_file_of_version_1(path)
    before = path.read_bytes()

    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        return outcome(lambda: open_at(path))

    assert in_a_child(attempt) == "full"
    assert path.read_bytes() == before
    with closing(open_at(path)) as store:
        assert store.check().problems == ()
    assert look_over(path) == schema.VERSION


def _write(store: Store, numbers: range) -> str:
    for number in numbers:
        store.add_set(ME, a_set(number))
    return "done"
