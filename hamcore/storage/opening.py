"""Opening a database file: make a new one whole, or look an existing one over before anything touches it."""

import os
import sqlite3
import struct
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from hamcore.storage import schema
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.sqlite import connect

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


def create(path: Path, today: str) -> None:
    """Make an empty database at ``path``, its folder too. The file appears whole or not at all.

    If another program or thread makes it at the same moment, that one's file stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    building = unfinished(path)
    _remove(building)
    try:
        with closing(connect(building, 0, create=True)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            fill(connection)
            connection.execute("INSERT INTO upkeep (task, day) VALUES ('backup', :day)", {"day": today})
            connection.execute("COMMIT")
        _publish(building, path)
    finally:
        _remove(building)


def unfinished(path: Path) -> Path:
    """A name beside ``path`` to build it under, that no other process or thread uses at the same time."""
    return path.with_name(f"{path.name}.new-{os.getpid()}-{threading.get_ident()}")


def _remove(path: Path) -> None:
    for name in (str(path), f"{path}-wal", f"{path}-shm"):
        Path(name).unlink(missing_ok=True)


def blank() -> sqlite3.Connection:
    """An empty database in memory, for reading before there is a file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection)
    return connection


def prepare(path: Path, busy_timeout_s: float, before_migration: Callable[[], object]) -> None:
    """Look an existing file over and bring it up to date. Raises StorageError if it is not usable."""
    if look_over(path) < schema.VERSION:
        from hamcore.storage.migrations import migrate

        migrate(path, busy_timeout_s, before=before_migration)


def fill(connection: sqlite3.Connection) -> None:
    """Make the tables and mark the file as ours, inside the transaction that is open."""
    for statement in schema.sqlite_statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def _publish(building: Path, path: Path) -> None:
    # A link never replaces a file that is already there; file systems without links get the rename.
    try:
        with suppress(FileExistsError):
            path.hardlink_to(building)
    except OSError:
        if not path.exists():
            building.rename(path)


def look_over(path: Path) -> int:
    """The version of the database at ``path``. Raises StorageError and leaves every byte if it is not usable."""
    size = path.stat().st_size
    if size == 0:
        raise StorageError(StorageKind.EMPTY, str(path))
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise StorageError(StorageKind.DAMAGED, str(path), "Its first bytes are not those of a database.")
    (application,) = struct.unpack(">I", header[68:72])
    if application != schema.APPLICATION_ID:
        raise StorageError(StorageKind.FOREIGN, str(path))
    if size < _pages_bytes(header) and not Path(f"{path}-wal").exists():
        raise StorageError(StorageKind.DAMAGED, str(path), "Its end is missing.")
    return _version(path)


def _pages_bytes(header: bytes) -> int:
    (page_bytes,) = struct.unpack(">H", header[16:18])
    (pages,) = struct.unpack(">I", header[28:32])
    return (65536 if page_bytes == 1 else int(page_bytes)) * int(pages)


def _version(path: Path) -> int:
    # Immutable: without a write-ahead log beside it, looking must not make one.
    quiet = "" if Path(f"{path}-wal").exists() else "&immutable=1"
    uri = f"{path.resolve().as_uri()}?mode=ro{quiet}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > schema.VERSION:
            detail = f"Its version is {version}, this program knows up to {schema.VERSION}."
            raise StorageError(StorageKind.NEWER, str(path), detail)
        found = _schema_of(connection)
        if version == schema.VERSION and found != fresh_schema():
            odd = sorted({str(row[1]) for row in set(found) ^ set(fresh_schema())})
            detail = f"Its tables are not those of version {version}: {', '.join(odd)}."
            raise StorageError(StorageKind.DAMAGED, str(path), detail)
    return int(version)


@cache
def fresh_schema() -> list[tuple[str, str, str, str | None]]:
    """What ``sqlite_schema`` holds in a new database of this version."""
    with closing(blank()) as connection:
        return _schema_of(connection)


def _schema_of(connection: sqlite3.Connection) -> list[tuple[str, str, str, str | None]]:
    """Everything in ``sqlite_schema``, spaces aside: a column that was added later is written without a line break."""
    rows = connection.execute(_SCHEMA)
    return [(kind, name, table, sql and " ".join(sql.split())) for kind, name, table, sql in rows]
