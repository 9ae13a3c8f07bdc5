"""The store of everything a person logged. One object per database, safe to use from several threads."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hamcore.storage import backups, health
from hamcore.storage.database import Database
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.import_store import ImportStore
from hamcore.storage.log_store import LogStore
from hamcore.storage.person_store import PersonStore
from hamcore.storage.routine_store import RoutineStore
from hamcore.storage.stretch_store import StretchStore

LOCAL_ATHLETE = "local"
"""The one athlete of an installation without accounts."""


class Store(LogStore, PersonStore, RoutineStore, StretchStore, ImportStore):
    """Reads and writes one database. Every method says whose rows it means and touches no others.

    A method that writes is one transaction: done when it returns, not done at all when it raises StorageError. Those
    that return a bool say whether anything changed; repeating a write changes nothing.
    """

    def backup(self, path: Path) -> None:
        """Copy the database to ``path``, also while others write. Raises StorageError or OSError."""
        backups.copy_to(self._database, path)

    def backups(self) -> list[Path]:
        """The automatic backups and those a person asked for, newest first."""
        return backups.all_backups(self._backup_dir)

    def check(self) -> health.Health:
        """Look the whole database over."""
        with self._database.read() as session:
            return health.check(session, str(self.path))


def open_store(url: str, *, backup_dir: Path, clock: Callable[[], datetime], busy_timeout_s: float = 10.0) -> Store:
    """The store at a database address such as ``sqlite:////home/me/hamcore.db``.

    A file that is not there yet is made by the first write. ``clock`` tells local wall-clock time; automatic backups go
    to ``backup_dir``. Raises StorageError if the file is there and not usable, or the address is not supported.
    """
    database = Database(
        sqlite_path(url),
        today=lambda: clock().date().isoformat(),
        before_migration=lambda old: backups.automatic_backup(old, backup_dir, clock(), "before-update"),
        newest_backup=lambda: backups.newest_backup(backup_dir),
        busy_timeout_s=busy_timeout_s,
    )
    store = Store(database, backup_dir=backup_dir, clock=clock)
    store.revision(LOCAL_ATHLETE)
    return store


def sqlite_path(url: str) -> Path:
    """The file a ``sqlite:///`` address names. Raises StorageError for any other address.

    >>> sqlite_path("sqlite:////srv/hamcore.db").as_posix(), sqlite_path("sqlite:///here.db").as_posix()
    ('/srv/hamcore.db', 'here.db')
    """
    scheme, found, rest = url.partition("://")
    if scheme in ("postgresql", "postgres"):
        raise StorageError(StorageKind.UNSUPPORTED, f"{scheme}://...", "PostgreSQL comes with a later version.")
    if scheme != "sqlite" or not found or len(rest) < 2 or not rest.startswith("/"):
        raise StorageError(StorageKind.UNSUPPORTED, f"{scheme}://..." if found else "a text without ://")
    return Path(rest[1:]).expanduser()
