"""A process that is killed leaves all of an import or none of it, and every set it said was stored."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from hamcore.catalog import Catalog
from hamcore.interchange.parsed import ParsedFile, ParsedSet, ParsedWorkout, RecordClass
from hamcore.model.log import SetType
from hamcore.storage import LOCAL_ATHLETE
from hamcore.storage.migrations import migrate
from hamcore.transfer import preview_parsed, undo_import, write_import
from hamcore.units import LoadUnit
from tests.faults.conftest import open_at
from tests.faults.killing import Killed, Tell, Writer, kill_while_writing, moments
from tests.unit.storage.examples import a_set, a_workout

ME = LOCAL_ATHLETE
ROUNDS = 30
SETS = 3000
NO_DEFINITIONS = Catalog({}, {}, {}, {}, {}, {})


def big_file() -> ParsedFile:
    one = ParsedSet("Squat", SetType.WORKING, "100", LoadUnit.KG, 5, None, None, None, "")
    first = date(2020, 1, 1)
    days = [first + timedelta(days=number) for number in range(SETS // 30)]
    workouts = [ParsedWorkout(day, "", "", "", None, [one] * 30) for day in days]
    return ParsedFile("strong", "", SETS, {RecordClass.WORKING: SETS}, workouts, None)


def import_the_file(path: Path, tell: Tell, import_id: str = "import-1") -> None:
    store = open_at(path)
    preview = preview_parsed(big_file(), "big.csv", store=store, athlete_id=ME, catalog=NO_DEFINITIONS)
    tell("ready")
    write_import(preview, store=store, athlete_id=ME, import_id=import_id)
    tell("stored")
    store.close()


def import_without_a_transaction(path: Path, tell: Tell) -> None:
    """What an import must not be: every row a transaction of its own."""
    store = open_at(path)
    store.add_workout(ME, a_workout())
    tell("ready")
    for number in range(1, SETS + 1):
        store.add_set(ME, a_set(number))
    tell("stored")


def undo_the_import(path: Path, tell: Tell) -> None:
    store = open_at(path)
    tell("ready")
    undo_import(store, ME, "import-1")
    tell("stored")


def log_sets(path: Path, tell: Tell) -> None:
    store = open_at(path)
    store.add_workout(ME, a_workout())
    for number in range(1, 10_000):
        store.add_set(ME, a_set(number))
        tell(str(number))


def stored(path: Path) -> list[int]:
    """The numbers of the sets in the history; the database must be healthy."""
    store = open_at(path)
    try:
        assert store.check().problems == ()
        return sorted(one.set_no for sets in store.load_log(ME).sets.values() for one in sets)
    finally:
        store.close()


def copy_of_an_import(folder: Path) -> Callable[[Path], None]:
    """Puts a database with the file imported in place."""
    template = folder / "template" / "hamcore.db"
    import_the_file(template, lambda _: None)
    assert len(stored(template)) == SETS

    def copy(path: Path) -> None:
        path.parent.mkdir()
        shutil.copyfile(template, path)

    return copy


def rounds_of(
    writer: Writer,
    folder: Path,
    longest_s: float,
    prepare: Callable[[Path], None] = lambda _: None,
    rounds: int = ROUNDS,
) -> list[tuple[Killed, Path]]:
    """Kill the writer ``rounds`` times, each time in a folder of its own."""
    done = []
    for number, after_s in enumerate(moments(rounds, longest_s, seed=number_of(writer.__name__))):
        path = folder / str(number) / "hamcore.db"
        prepare(path)
        done.append((kill_while_writing(writer, path, after_s), path))
    return done


def number_of(text: str) -> int:
    return sum(text.encode())


def test_a_killed_import_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    rounds = rounds_of(import_the_file, tmp_path, longest_s=0.15)
    for killed, path in rounds:
        count = len(stored(path))
        assert count in (0, SETS)
        if "stored" in killed.told:
            assert count == SETS
    assert any("stored" not in killed.told for killed, _ in rounds)


def test_a_killed_import_can_be_done_again(tmp_path: Path) -> None:
    for killed, path in rounds_of(import_the_file, tmp_path, longest_s=0.1, rounds=8):
        assert killed.told
        import_the_file(path, lambda _: None)
        assert len(stored(path)) == SETS


def test_the_harness_sees_an_import_that_is_not_one_transaction(tmp_path: Path) -> None:
    counts = [
        len(stored(path)) for _, path in rounds_of(import_without_a_transaction, tmp_path, longest_s=0.1, rounds=8)
    ]
    assert any(0 < count < SETS for count in counts)


def test_a_killed_undo_is_done_or_not_done(tmp_path: Path) -> None:
    rounds = rounds_of(undo_the_import, tmp_path, 0.02, prepare=copy_of_an_import(tmp_path))
    for killed, path in rounds:
        count = len(stored(path))
        assert count in (0, SETS)
        if "stored" in killed.told:
            assert count == 0


def test_no_set_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    acknowledged = 0
    for killed, path in rounds_of(log_sets, tmp_path, longest_s=0.1):
        told = [int(number) for number in killed.told]
        found = stored(path)
        assert killed.was_working
        assert found[: len(told)] == told
        assert len(found) <= len(told) + 1
        acknowledged += len(told)
    assert acknowledged > ROUNDS


STEPS = {2: ("CREATE TABLE goals (athlete_id TEXT) STRICT", "UPDATE sets SET note = note || 'x'")}


def update_the_tables(path: Path, tell: Tell) -> None:
    tell("ready")
    migrate(path, 10, STEPS)
    tell("stored")


def test_a_killed_update_of_the_tables_is_the_old_version_or_the_new(tmp_path: Path) -> None:
    rounds = rounds_of(update_the_tables, tmp_path, 0.02, prepare=copy_of_an_import(tmp_path))
    for killed, path in rounds:
        with closing(sqlite3.connect(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            notes = dict(connection.execute("SELECT note, count(*) FROM sets GROUP BY note"))
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        assert (version, notes, "goals" in tables) in ((1, {"": SETS}, False), (2, {"x": SETS}, True))
        if "stored" in killed.told:
            assert version == 2


def back_up(path: Path, tell: Tell) -> None:
    store = open_at(path)
    tell("ready")
    store.backup(path.with_name("copy.db"))
    tell("stored")


def test_a_killed_backup_leaves_a_whole_copy_or_none(tmp_path: Path) -> None:
    rounds = rounds_of(back_up, tmp_path, 0.01, prepare=copy_of_an_import(tmp_path))
    for killed, path in rounds:
        copy = path.with_name("copy.db")
        assert copy.exists() or "stored" not in killed.told
        if copy.exists():
            assert len(stored(copy)) == SETS


@pytest.mark.parametrize("after_s", [0.0, 0.001])
def test_a_database_that_was_being_made_is_whole_or_missing(tmp_path: Path, after_s: float) -> None:
    def make(path: Path, tell: Tell) -> None:
        tell("ready")
        open_at(path).add_workout(ME, a_workout())

    for number in range(ROUNDS // 2):
        path = tmp_path / str(number) / "hamcore.db"
        kill_while_writing(make, path, after_s)
        assert stored(path) == []
        assert open_at(path).revision(ME) in (0, 1)
