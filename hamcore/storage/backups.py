"""Copies of the database: made through the backup interface, so that one taken while someone writes is whole."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hamcore.storage.database import Database
from hamcore.storage.opening import unfinished

KEEP = 10
"""How many automatic backups are kept; the oldest go first."""

_AUTOMATIC, _KEPT, _SUFFIX = "hamcore-", "kept-", ".db"


def copy_to(database: Database, path: Path) -> None:
    """Copy the whole database to ``path``. The copy appears there whole or not at all. Raises StorageError, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    building = unfinished(path)
    try:
        with database.errors(), database.connection() as source, closing(sqlite3.connect(building)) as target:
            source.backup(target)
        building.replace(path)
    finally:
        building.unlink(missing_ok=True)


def automatic_backup(database: Database, folder: Path, now: datetime, reason: str) -> Path:
    """Make a backup in ``folder``, named by time and reason, and let the oldest beyond ``KEEP`` go."""
    path = folder / f"{_AUTOMATIC}{now:%Y-%m-%d-%H%M%S}-{reason}{_SUFFIX}"
    copy_to(database, path)
    for old in _named(folder, _AUTOMATIC)[KEEP:]:
        old.unlink(missing_ok=True)
    return path


def kept_backup(folder: Path, now: datetime) -> Path:
    """Where a backup goes that a person asks for at ``now``: it is never let go."""
    return folder / f"{_KEPT}{now:%Y-%m-%d-%H%M%S}{_SUFFIX}"


def all_backups(folder: Path) -> list[Path]:
    """The automatic and the kept backups in ``folder``, newest first by the time in their names."""
    found = [*_named(folder, _AUTOMATIC), *_named(folder, _KEPT)]
    return sorted(found, key=lambda path: path.name.partition("-")[2], reverse=True)


def newest_backup(folder: Path) -> Path | None:
    """The newest backup of either kind, or None."""
    return next(iter(all_backups(folder)), None)


def _named(folder: Path, prefix: str) -> list[Path]:
    return sorted(folder.glob(f"{prefix}*{_SUFFIX}"), reverse=True)
