"""A database file: its connections, its transactions, and errors a person can act on."""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from hamcore.storage import opening
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.sqlite import Session, connect, connect_to_view, kind_of

_SYSTEM_KINDS = {
    errno.ENOSPC: StorageKind.FULL,
    errno.EDQUOT: StorageKind.FULL,
    errno.EFBIG: StorageKind.FULL,
    errno.EROFS: StorageKind.READ_ONLY,
}


class Database:
    """One SQLite file; it appears with the first write, and reads before that find it empty.

    Connections are opened when first needed, used by one thread at a time and never across a fork. They are pooled and
    not tied to threads because Streamlit runs each script in a new thread.
    """

    def __init__(
        self,
        path: Path,
        *,
        today: Callable[[], str],
        before_migration: Callable[["Database"], object],
        newest_backup: Callable[[], Path | None],
        busy_timeout_s: float,
    ) -> None:
        self.path = path
        self._today = today
        self._before_migration = before_migration
        self._newest_backup = newest_backup
        self._busy_timeout_s = busy_timeout_s
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._process = os.getpid()
        self._is_open = False

    @property
    def exists(self) -> bool:
        """Whether the file is there; if so it was looked over. Raises StorageError if it is not usable."""
        with self.errors():
            if not self._is_open and self.path.exists():
                try:
                    opening.prepare(self.path, self._busy_timeout_s, lambda: self._before_migration(self))
                except StorageError as error:
                    raise self.trouble(error.kind, error.detail) from error
                self._is_open = True
        return self._is_open

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only reads: all its statements see the same state."""
        if self.exists:
            with self.errors(), self._reader() as connection, _transaction(connection, "BEGIN") as session:
                yield session
        else:
            with closing(opening.blank()) as connection:
                yield Session(connection)

    @contextmanager
    def write(self, *, bulk: bool = False) -> Iterator[Session]:
        """A transaction that writes: all of it or, on any exception, none of it.

        With ``bulk`` references between rows are not looked up one by one, a sixth of the time of an import; only for
        work that writes every row before those that refer to it.
        """
        if not self.exists:
            with self.errors():
                opening.create(self.path, self._today())
            self._is_open = True
        with self.errors(), self.connection() as connection:
            # SQLite takes this only between transactions. If it fails, the connection is closed and not used again.
            connection.execute(f"PRAGMA foreign_keys = {'OFF' if bulk else 'ON'}")
            with _transaction(connection, "BEGIN IMMEDIATE") as session:
                yield session

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with; in a place where nothing can be written, one that only views."""
        try:
            with self.connection() as connection:
                connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            if kind_of(error) is StorageKind.DAMAGED or self._has_write_ahead_log:
                raise
            with closing(connect_to_view(self.path)) as connection:
                yield connection
        else:
            with self.connection() as connection:
                yield connection

    @property
    def _has_write_ahead_log(self) -> bool:
        log = Path(f"{self.path}-wal")
        return log.exists() and log.stat().st_size > 0

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread, given back to the pool afterwards; closed instead after an error."""
        connection = self._take()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        with self._lock:
            self._idle.append(connection)

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if self._process != os.getpid():
                # Closing a parent's connection would drop the parent's locks: forget it instead.
                self._idle, self._process = [], os.getpid()
            if self._idle:
                return self._idle.pop()
        return connect(self.path, self._busy_timeout_s)

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what the database library and the system raise into StorageError."""
        try:
            yield
        except sqlite3.Error as error:
            kind = kind_of(error)
            if kind is None:
                raise
            raise self.trouble(kind, f"({error})") from error
        except UnicodeDecodeError as error:
            raise self.trouble(StorageKind.DAMAGED, "It holds text that cannot be read.") from error
        except OSError as error:
            kind = _SYSTEM_KINDS.get(error.errno or 0, StorageKind.UNREACHABLE)
            raise self.trouble(kind, f"({error.strerror or error})") from error

    def trouble(self, kind: StorageKind, detail: str) -> StorageError:
        """The error of this kind for this file, with the newest backup where that helps."""
        helps = kind in (StorageKind.DAMAGED, StorageKind.EMPTY)
        return StorageError(kind, str(self.path), detail, self._newest_backup() if helps else None)

    def close(self) -> None:
        """Close all idle connections; the last one folds the write-ahead log into the file."""
        with self._lock:
            idle, self._idle = self._idle, []
        if self._process == os.getpid():
            for connection in idle:
                connection.close()


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[Session]:
    connection.execute(begin)
    try:
        yield Session(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
