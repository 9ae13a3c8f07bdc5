"""A file that is not usable is refused with a message and keeps every byte; one that is missing is made whole."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hamcore.storage import StorageError, StorageKind, Store, open_store, schema
from hamcore.storage.opening import create, fresh_schema
from tests.unit.storage.conftest import Clock
from tests.unit.storage.examples import ME, a_set, a_workout


@pytest.fixture
def good(tmp_path: Path, clock: Clock) -> Path:
    """A database with a few workouts, closed."""
    path = tmp_path / "good.db"
    with closing_store(path, tmp_path, clock) as store:
        for number in range(40):
            store.add_workout(ME, a_workout(f"w{number:02}"))
            store.add_set(ME, a_set(1, f"w{number:02}"))
    return path


class closing_store:  # noqa: N801 - reads as a verb
    """Opens a store for a block."""

    def __init__(self, path: Path, backup_dir: Path, clock: Clock) -> None:
        self.store = open_store(f"sqlite:///{path}", backup_dir=backup_dir, clock=clock, busy_timeout_s=0.1)

    def __enter__(self) -> Store:
        return self.store

    def __exit__(self, *_: object) -> None:
        self.store.close()


def refusal(path: Path, clock: Clock) -> StorageError:
    """The error of opening ``path``, which must stay as it is and get no files beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(StorageError) as caught:
        open_store(f"sqlite:///{path}", backup_dir=path.parent / "backups", clock=clock)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    assert str(path) in str(caught.value)
    return caught.value


def test_an_empty_file_is_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "hamcore.db"
    path.touch()
    assert refusal(path, clock).kind is StorageKind.EMPTY


@pytest.mark.parametrize(
    "content",
    [b"x", b"Date,Exercise\n" * 100, bytes(4096), b"SQLite format 3\0"],
    ids=["byte", "text", "zeros", "short"],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, clock: Clock, content: bytes) -> None:
    path = tmp_path / "hamcore.db"
    path.write_bytes(content)
    assert refusal(path, clock).kind is StorageKind.DAMAGED


def test_the_database_of_another_program_is_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    assert refusal(path, clock).kind is StorageKind.FOREIGN


def test_a_file_of_a_newer_version_is_refused_with_both_versions(good: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(good)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 6}")
    error = refusal(good, clock)
    assert error.kind is StorageKind.NEWER
    assert f"version is {schema.VERSION + 6}" in str(error)
    assert f"up to {schema.VERSION}" in str(error)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON sets BEGIN DELETE FROM sets; END",
        "CREATE TABLE more (x TEXT)",
        "CREATE INDEX i ON sets (day)".replace("day", "note"),
        "DROP TABLE settings",
        "ALTER TABLE sets ADD COLUMN more TEXT",
    ],
    ids=["trigger", "table", "index", "lost table", "column"],
)
def test_a_file_with_other_tables_than_ours_is_refused(good: Path, clock: Clock, statement: str) -> None:
    with closing(sqlite3.connect(good)) as connection:
        connection.execute(statement)
    assert refusal(good, clock).kind is StorageKind.DAMAGED


def test_a_truncated_file_is_refused(good: Path, clock: Clock) -> None:
    whole = good.read_bytes()
    for size in (len(whole) - 1, len(whole) // 2, 5000, 99):
        good.write_bytes(whole[:size])
        assert refusal(good, clock).kind is StorageKind.DAMAGED


def test_the_message_names_the_newest_backup(good: Path, clock: Clock) -> None:
    backups = good.parent / "backups"
    backups.mkdir()
    for day in ("2026-11-20", "2026-11-22", "2026-11-21"):
        (backups / f"hamcore-{day}-080000-daily.db").write_bytes(b"copy")
    good.write_bytes(good.read_bytes()[:5000])
    error = refusal(good, clock)
    assert error.backup == backups / "hamcore-2026-11-22-080000-daily.db"
    assert str(error.backup) in str(error)


@pytest.mark.parametrize(
    "url", ["postgresql://host/db", "mysql://host/db", "hamcore.db", "sqlite://", "sqlite:///", ""]
)
def test_an_address_that_is_not_supported_is_refused(tmp_path: Path, clock: Clock, url: str) -> None:
    with pytest.raises(StorageError) as caught:
        open_store(url, backup_dir=tmp_path, clock=clock)
    assert caught.value.kind is StorageKind.UNSUPPORTED


def test_the_password_of_an_address_is_not_repeated(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(StorageError) as caught:
        open_store("postgresql://me:secret@host/db", backup_dir=tmp_path, clock=clock)
    assert "secret" not in str(caught.value)


def test_a_folder_in_place_of_the_file_is_said_so(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "hamcore.db").mkdir()
    with pytest.raises(StorageError) as caught:
        open_store(f"sqlite:///{tmp_path / 'hamcore.db'}", backup_dir=tmp_path, clock=clock)
    assert caught.value.kind is StorageKind.UNREACHABLE


def test_the_first_write_makes_folder_and_file_and_nothing_else(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.close()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]
    with closing(sqlite3.connect(store.path)) as connection:
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "journal_mode")]
    assert found == [schema.APPLICATION_ID, "wal"]


def test_a_file_that_appeared_meanwhile_is_never_replaced(tmp_path: Path, good: Path) -> None:
    before = good.read_bytes()
    create(good, "2026-11-24")
    assert good.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.db"]


def test_a_store_made_by_another_process_is_seen(store: Store, open_again: Callable[[], Store]) -> None:
    assert store.revision(ME) == 0
    open_again().add_workout(ME, a_workout())
    assert store.revision(ME) == 1


KINDS = ("truncate", "zero page", "random page", "garbage", "bit", "header")


def _damage(content: bytes, kind: str, chance: random.Random) -> bytes:
    spoiled = bytearray(content)
    page = 4096 * chance.randrange(len(content) // 4096)
    if kind == "truncate":
        return content[: chance.randrange(len(content))]
    if kind == "zero page":
        spoiled[page : page + 4096] = bytes(4096)
    elif kind == "random page":
        spoiled[page : page + 4096] = chance.randbytes(4096)
    elif kind == "garbage":
        at = chance.randrange(len(content) - 64)
        spoiled[at : at + 64] = chance.randbytes(64)
    elif kind == "bit":
        spoiled[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    else:
        at = chance.randrange(100)
        spoiled[at] ^= 1 + chance.randrange(255)
    return bytes(spoiled)


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_refused_or_found_by_the_check_or_harmless(
    good: Path, tmp_path: Path, clock: Clock, kind: str
) -> None:
    chance = random.Random(kind)
    whole = good.read_bytes()
    with closing_store(good, tmp_path, clock) as store:
        truth = store.load_log(ME)
    spoiled = tmp_path / "spoiled.db"
    seen = {"refused": 0, "found": 0, "harmless": 0}
    for _ in range(25):
        content = _damage(whole, kind, chance)
        spoiled.write_bytes(content)
        for side in ("-wal", "-shm"):
            Path(f"{spoiled}{side}").unlink(missing_ok=True)
        seen[_verdict(spoiled, tmp_path, clock, truth)] += 1
        assert spoiled.read_bytes() == content
    assert seen["refused"] + seen["found"] > 0


def _verdict(path: Path, tmp_path: Path, clock: Clock, truth: object) -> str:
    """What became of opening a damaged file; fails if it hands out other data and its check finds nothing."""
    try:
        with closing_store(path, tmp_path, clock) as store:
            log = store.load_log(ME)
            problems = store.check().problems
    except StorageError:
        return "refused"
    if problems:
        return "found"
    assert log == truth
    return "harmless"


def test_the_comparison_of_tables_sees_every_table() -> None:
    tables = {row[1] for row in fresh_schema() if row[0] == "table"}
    assert tables >= {"athletes", "workouts", "sets", "exercise_names", "imports", "settings", "upkeep"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_connection_is_not_used_across_a_fork(store: Store) -> None:
    store.add_workout(ME, a_workout())
    child = os.fork()
    if child == 0:
        ok = store.add_workout(ME, a_workout("w2"))
        os._exit(0 if ok else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert set(store.load_log(ME).workouts) == {"w1", "w2"}


def test_an_older_version_that_nothing_leads_on_from_is_refused_after_a_backup(good: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(good)) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = good.read_bytes()
    with pytest.raises(StorageError) as caught:
        open_store(f"sqlite:///{good}", backup_dir=good.parent / "backups", clock=clock)
    assert caught.value.kind is StorageKind.DAMAGED
    assert "Nothing leads from version 0 to 1" in str(caught.value)
    assert good.read_bytes() == before
    (backup,) = (good.parent / "backups").iterdir()
    assert backup.name.endswith("before-update.db")
