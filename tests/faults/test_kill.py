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
from hamcore.storage import LOCAL_ATHLETE, LogStatus, schema
from hamcore.storage.migrations import migrate
from hamcore.storage.opening import look_over
from hamcore.transfer import preview_parsed, undo_import, write_import
from hamcore.units import LoadUnit
from tests.faults.conftest import open_at
from tests.faults.killing import Killed, Tell, Writer, kill_while_writing, moments
from tests.unit.storage.examples import a_set, a_workout

ME = LOCAL_ATHLETE
VERSION_1 = Path(__file__).parents[1] / "fixtures" / "version_1.db"
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


NEXT = schema.VERSION + 1
STEPS = {NEXT: ("CREATE TABLE goals (athlete_id TEXT) STRICT", "UPDATE sets SET note = note || 'x'")}


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
        assert (version, notes, "goals" in tables) in (
            (schema.VERSION, {"": SETS}, False),
            (NEXT, {"x": SETS}, True),
        )
        if "stored" in killed.told:
            assert version == NEXT


ADDED_BY_HAND = """
    WITH RECURSIVE numbers (no) AS (SELECT 11 UNION ALL SELECT no + 1 FROM numbers WHERE no < :last)
    INSERT INTO sets (athlete_id, workout_id, set_no, position, name_no, set_type, load, reps, note, deleted_at)
    SELECT 'local', 'w1', no, no, 1, 'working', '100 kg', 5, '', '2026-11-24T18:00:00' FROM numbers"""


def a_file_of_version_1(path: Path) -> None:
    """The kept file with many more sets, deleted ones, so that what was sealed stays true."""
    path.parent.mkdir()
    shutil.copyfile(VERSION_1, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(ADDED_BY_HAND, {"last": SETS})
        connection.commit()


def open_an_old_file(path: Path, tell: Tell) -> None:
    tell("ready")
    store = open_at(path)
    tell("stored")
    store.close()


def content_of(path: Path) -> tuple[int, int, bool]:
    """Version, number of sets, and whether there is a table of version 2."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (sets,) = connection.execute("SELECT count(*) FROM sets").fetchone()
        (plans,) = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'workout_plans'").fetchone()
        return version, sets, bool(plans)


def test_a_killed_update_from_version_1_is_that_version_or_this_one(tmp_path: Path) -> None:
    rounds = rounds_of(open_an_old_file, tmp_path, 0.03, prepare=a_file_of_version_1)
    (sets,) = {content_of(path)[1] for _, path in rounds}
    assert sets > SETS - 10
    for killed, path in rounds:
        version, _, has_plans = content_of(path)
        assert (version, has_plans) in ((1, False), (schema.VERSION, True))
        if "stored" in killed.told:
            assert version == schema.VERSION
        if version == schema.VERSION:
            assert [content_of(copy)[0] for copy in (path.parent / "backups").glob("*-before-update.db")] == [1]
        assert len(stored(path)) == 7
        assert look_over(path) == schema.VERSION
        assert content_of(path)[1] == sets


def log_entries(path: Path, tell: Tell) -> None:
    store = open_at(path)
    for number in range(1, 10_000):
        store.log_entry(ME, a_workout(), a_set(), f"tap-{number}", number)
        tell(str(number))


def test_a_tap_that_was_acknowledged_is_not_lost_and_sent_again_not_doubled(tmp_path: Path) -> None:
    for killed, path in rounds_of(log_entries, tmp_path, longest_s=0.1, rounds=12):
        told = len(killed.told)
        with closing(open_at(path)) as store:
            again = [
                store.log_entry(ME, a_workout(), a_set(), f"tap-{number}", number).status
                for number in range(1, told + 2)
            ]
        assert again[:-1] == [LogStatus.REPEATED] * told
        assert again[-1] in (LogStatus.REPEATED, LogStatus.ADDED)
        assert stored(path) == list(range(1, told + 2))


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
