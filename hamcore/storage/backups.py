"""Copies of the database: made through the backup interface, so that one taken while someone writes is whole."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hamcore.storage.database import Database

KEEP = 10
"""How many automatic backups are kept; the oldest go first."""

_PREFIX, _SUFFIX = "hamcore-", ".db"


def copy_to(database: Database, path: Path) -> None:
    """Copy the whole database to ``path``. The copy appears there whole or not at all. Raises StorageError, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        with database.errors(), database.connection() as source, closing(sqlite3.connect(building)) as target:
            source.backup(target)
        building.replace(path)
    finally:
        building.unlink(missing_ok=True)


def automatic_backup(database: Database, folder: Path, now: datetime, reason: str) -> Path:
    """Make a backup in ``folder``, named by time and reason, and let the oldest beyond ``KEEP`` go."""
    path = folder / f"{_PREFIX}{now:%Y-%m-%d-%H%M%S}-{reason}{_SUFFIX}"
    copy_to(database, path)
    for old in automatic_backups(folder)[KEEP:]:
        old.unlink(missing_ok=True)
    return path


def automatic_backups(folder: Path) -> list[Path]:
    """The automatic backups in ``folder``, newest first."""
    return sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"), reverse=True)


def newest_backup(folder: Path) -> Path | None:
    """The newest automatic backup, or None."""
    return next(iter(automatic_backups(folder)), None)
