"""The thin layer over SQLite: connections, statements, and the kinds of its errors.

Statements name their parameters (``:day``) and nothing above this module knows the database library.
"""

import re
import sqlite3
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from hamcore.storage.errors import StorageKind

Row = tuple[Any, ...]

_PARAMETER = re.compile(r":[a-z_]+")
_VALUES = re.compile(r"VALUES\s*\(([^)]*)\)")
_ROWS_AT_ONCE = 80
_KINDS = {
    sqlite3.SQLITE_BUSY: StorageKind.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageKind.LOCKED,
    sqlite3.SQLITE_FULL: StorageKind.FULL,
    sqlite3.SQLITE_READONLY: StorageKind.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: StorageKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageKind.DAMAGED,
    sqlite3.SQLITE_IOERR_WRITE: StorageKind.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: StorageKind.FULL,
    sqlite3.SQLITE_IOERR_SHMOPEN: StorageKind.FULL,
    sqlite3.SQLITE_IOERR_SHORT_READ: StorageKind.DAMAGED,
}


@cache
def _for_rows(sql: str, count: int) -> str:
    """The statement with ``count`` groups of values and positions in place of names."""
    head, values, tail = _VALUES.split(sql)
    group = f"({_PARAMETER.sub('?', values)})"
    return f"{head}VALUES {', '.join([group] * count)}{tail}"


class Session:
    """Statements inside one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: object) -> list[Row]:
        """All rows of the answer."""
        return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, **values: object) -> Row | None:
        """The first row of the answer, or None."""
        row: Row | None = self._connection.execute(sql, values).fetchone()
        return row

    def run(self, sql: str, **values: object) -> int:
        """Do it; the number of rows it changed."""
        return self._connection.execute(sql, values).rowcount

    def bulk(self, sql: str, rows: Iterable[Row]) -> None:
        """Insert rows: an ``INSERT ... VALUES (:names)``, the values of each row in the order of the names.

        Eighty rows go in one statement, which takes a third less time than one by one.
        """
        left = iter(rows)
        while group := list(islice(left, _ROWS_AT_ONCE)):
            self._connection.execute(_for_rows(sql, len(group)), list(chain.from_iterable(group)))


def connect(path: Path, busy_timeout_s: float, *, create: bool = False) -> sqlite3.Connection:
    """A connection in explicit-transaction mode; nothing is left open if setting it up fails.

    Only with ``create`` is a missing file made.

    ``synchronous=FULL``: with NORMAL a power cut loses sets that were already acknowledged.
    """
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16000")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_view(path: Path) -> sqlite3.Connection:
    """A connection that reads and makes no files, for a place where none can be made.

    Only for a file without a write-ahead log, whose content this connection would not see.
    """
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def kind_of(error: sqlite3.Error) -> StorageKind | None:
    """The kind of trouble behind ``error``; None for a fault of the program."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return None
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return _KINDS.get(code) or _KINDS.get(code & 0xFF, StorageKind.UNREACHABLE)
