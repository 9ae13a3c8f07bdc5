"""What every part of the store stands on: its database, its clock, one transaction per change, the daily upkeep."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from hamcore.storage import athletes, backups, health, upkeep
from hamcore.storage.database import Database
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.sqlite import Session


class StoreBase:
    """A database with a clock and a folder for its backups."""

    def __init__(self, database: Database, *, backup_dir: Path, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._backup_dir = backup_dir
        self._clock = clock
        self._upkeep_lock = threading.Lock()
        self._upkeep_day = ""
        self.notice = ""
        """What the last daily backup found wrong, in one sentence; empty if nothing."""

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    def close(self) -> None:
        """Close all connections that are not in use."""
        self._database.close()

    def revision(self, athlete_id: str) -> int:
        """A number that grows with every change to this athlete's data."""
        with self._database.read() as session:
            return athletes.revision(session, athlete_id)

    def now(self) -> datetime:
        """The time by the store's clock."""
        return self._clock()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _change(self, athlete_id: str, work: Callable[[Session], bool], *, bulk: bool = False) -> bool:
        self._daily_upkeep()
        with self._database.write(bulk=bulk) as session:
            athletes.ensure(session, athlete_id)
            changed = work(session)
            if changed:
                athletes.advance(session, athlete_id)
            return changed

    def _daily_upkeep(self) -> None:
        """Before the first write of a day: a backup of how it was, and out with what was deleted 30 days ago."""
        now = self._clock()
        day = now.date().isoformat()
        with self._upkeep_lock:
            if self._upkeep_day == day:
                return
            self._upkeep_day = day
        with self._database.read() as session:
            due = upkeep.is_due(session, day)
        if due and self._database.exists:
            self._back_up(now)
            before = (now - timedelta(days=upkeep.KEEP_DELETED_DAYS)).isoformat(timespec="seconds")
            with self._database.write() as session:
                upkeep.purge(session, before)
                upkeep.mark_done(session, day)

    def _back_up(self, now: datetime) -> None:
        # What cannot be backed up must not keep a person from logging a set; a damaged file must not push out good
        # backups, and one whose structure is broken must not be written.
        with self._database.read() as session:
            broken = [row[0] for row in session.rows("PRAGMA quick_check") if row[0] != "ok"]
            changed = [] if broken else list(health.spoiled_rows(session))
        if broken:
            raise self._database.trouble(StorageKind.DAMAGED, f"({broken[0]})")
        self.notice = "; ".join(changed)
        if not changed:
            try:
                backups.automatic_backup(self._database, self._backup_dir, now, "daily")
            except (OSError, StorageError) as error:
                self.notice = f"The daily backup could not be made: {error}"
