"""The store of everything a person logged. One object per database, safe to use from several threads."""

import threading
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.model.settings import Settings
from hamcore.storage import athletes, backups, health, imports, log, names, settings, undo, upkeep, workouts
from hamcore.storage.database import Database
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.imports import ImportBasis, ImportPlan, ImportRecord, StoredSet
from hamcore.storage.sqlite import Session

LOCAL_ATHLETE = "local"
"""The one athlete of an installation without accounts."""


class Store:
    """Reads and writes one database. Every method says whose rows it means and touches no others.

    A method that writes is one transaction: done when it returns, not done at all when it raises StorageError. Those
    that return a bool say whether anything changed; repeating a write changes nothing.
    """

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

    # Reading

    def revision(self, athlete_id: str) -> int:
        """A number that grows with every change to this athlete's data."""
        with self._database.read() as session:
            return athletes.revision(session, athlete_id)

    def load_log(self, athlete_id: str) -> TrainingLog:
        """The whole history."""
        with self._database.read() as session:
            return log.load_log(session, athlete_id)

    def load_changes(self, athlete_id: str, since: int) -> log.LogChanges | None:
        """The workouts changed after revision ``since``; None if the whole history has to be loaded again."""
        with self._database.read() as session:
            return log.load_changes(session, athlete_id, since)

    def load_settings(self, athlete_id: str) -> Settings:
        """The settings; defaults where nothing was saved."""
        with self._database.read() as session:
            return settings.load_settings(session, athlete_id)

    def names(self, athlete_id: str) -> Mapping[str, str | None]:
        """Every name as written by the person or a file, with its exercise id; None: kept as an own name."""
        with self._database.read() as session:
            return names.written_names(names.stored_names(session, athlete_id))

    # Writing

    def save_settings(self, athlete_id: str, values: Settings) -> None:
        """Store all settings."""

        def save(session: Session) -> bool:
            settings.save_settings(session, athlete_id, values)
            return True

        self._change(athlete_id, save)

    def map_names(self, athlete_id: str, meanings: Mapping[str, str | None]) -> bool:
        """Let names mean these exercises (None: own name), from now on and in all of the history."""

        def remap(session: Session) -> bool:
            renamed = names.remap(session, athlete_id, meanings)
            if renamed.changed:
                athletes.names_change(session, athlete_id)
            return any(renamed)

        return self._change(athlete_id, remap)

    def add_workout(self, athlete_id: str, workout: Workout) -> bool:
        """Store a new workout."""
        return self._change(athlete_id, lambda session: workouts.add_workout(session, athlete_id, workout))

    def edit_workout(self, athlete_id: str, workout: Workout) -> bool:
        """Change the facts of a stored workout."""
        return self._change(athlete_id, lambda session: workouts.edit_workout(session, athlete_id, workout))

    def delete_workout(self, athlete_id: str, workout_id: str) -> bool:
        """Delete a workout with its sets; can be restored for 30 days."""
        now = self._now()
        return self._change(athlete_id, lambda session: workouts.delete_workout(session, athlete_id, workout_id, now))

    def restore_workout(self, athlete_id: str, workout_id: str) -> bool:
        """Bring back a deleted workout."""
        return self._change(athlete_id, lambda session: workouts.restore_workout(session, athlete_id, workout_id))

    def add_set(self, athlete_id: str, entry: LoggedSet) -> bool:
        """Store a new set of a stored workout; its exercise is an id or an own name."""
        return self._change(athlete_id, lambda session: workouts.add_set(session, athlete_id, entry))

    def edit_set(self, athlete_id: str, entry: LoggedSet) -> bool:
        """Change the stored set that has this workout and number."""
        return self._change(athlete_id, lambda session: workouts.edit_set(session, athlete_id, entry))

    def delete_set(self, athlete_id: str, workout_id: str, set_no: int) -> bool:
        """Delete one set; can be restored for 30 days."""
        now = self._now()
        return self._change(
            athlete_id, lambda session: workouts.delete_set(session, athlete_id, workout_id, set_no, now)
        )

    def restore_set(self, athlete_id: str, workout_id: str, set_no: int) -> bool:
        """Bring back a deleted set."""
        return self._change(athlete_id, lambda session: workouts.restore_set(session, athlete_id, workout_id, set_no))

    def next_set_no(self, athlete_id: str, workout_id: str) -> int:
        """A set number that no set of this workout ever had."""
        with self._database.read() as session:
            return workouts.next_set_no(session, athlete_id, workout_id)

    # Imports

    def imports(self, athlete_id: str) -> list[ImportRecord]:
        """Every import ever written, newest first, undone ones too."""
        with self._database.read() as session:
            return imports.records(session, athlete_id)

    def import_basis(self, athlete_id: str) -> ImportBasis:
        """What an import has to know of what is stored."""
        with self._database.read() as session:
            return imports.basis(session, athlete_id)

    def sets_on(self, athlete_id: str, first: date, last: date) -> list[StoredSet]:
        """All sets from day ``first`` to and with ``last``, those of a workout together."""
        with self._database.read() as session:
            return imports.sets_on(session, athlete_id, first, last)

    def same_file(self, athlete_id: str, file_digest: str) -> ImportRecord | None:
        """The import that took this very file, if importing it again cannot add anything."""
        with self._database.read() as session:
            return imports.same_file(session, athlete_id, file_digest)

    def write_import(
        self, athlete_id: str, plan: ImportPlan, progress: Callable[[float], None] = lambda _: None
    ) -> bool:
        """Write an import, all of it or nothing. Raises MovedOnError if somebody wrote since it was planned."""
        return self._change(athlete_id, lambda session: imports.write(session, athlete_id, plan, progress), bulk=True)

    def undo_import(self, athlete_id: str, import_id: str) -> bool:
        """Take an import back as one step; see ``undo.undo`` for what stays."""
        now = self._clock()
        return self._change(athlete_id, lambda session: undo.undo(session, athlete_id, import_id, now))

    # The whole file

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
