"""Bringing the tables of an older version up to date. Loaded only when that is due."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hamcore.storage import schema
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.sqlite import connect

STEPS: Mapping[int, Sequence[str]] = {
    2: (
        "ALTER TABLE sets ADD COLUMN side TEXT",
        "ALTER TABLE sets ADD COLUMN form TEXT",
        "ALTER TABLE sets ADD COLUMN tempo TEXT",
        "ALTER TABLE sets ADD COLUMN entry_id TEXT",
        "CREATE UNIQUE INDEX sets_entry ON sets (athlete_id, workout_id, entry_id) WHERE entry_id IS NOT NULL",
        """CREATE TABLE workout_plans (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            workout_id TEXT NOT NULL,
            plan TEXT NOT NULL,
            is_open INTEGER NOT NULL,
            started_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, workout_id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE body_weights (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            day TEXT NOT NULL,
            load TEXT NOT NULL,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, day)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE symptoms (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            symptom_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            noted_on TEXT NOT NULL,
            cleared_on TEXT,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, symptom_id)
        ) STRICT, WITHOUT ROWID""",
    ),
    3: (
        """CREATE TABLE routines (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            routine_id TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            version INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            deleted_at TEXT,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, routine_id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE routine_versions (
            athlete_id TEXT NOT NULL,
            routine_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            saved_at TEXT NOT NULL,
            note TEXT NOT NULL,
            document TEXT NOT NULL,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, routine_id, version),
            FOREIGN KEY (athlete_id, routine_id) REFERENCES routines
        ) STRICT, WITHOUT ROWID""",
    ),
    4: (
        """CREATE TABLE holds (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            hold_id TEXT NOT NULL,
            day TEXT NOT NULL,
            stretch TEXT NOT NULL,
            side TEXT,
            seconds INTEGER,
            reps INTEGER,
            kind TEXT NOT NULL,
            occasion TEXT,
            note TEXT NOT NULL,
            changed_in INTEGER NOT NULL,
            deleted_at TEXT,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, hold_id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE range_tests (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            test_id TEXT NOT NULL,
            day TEXT NOT NULL,
            test TEXT NOT NULL,
            side TEXT,
            reading REAL NOT NULL,
            unit TEXT NOT NULL,
            zero_point_cm REAL,
            warm INTEGER NOT NULL,
            note TEXT NOT NULL,
            changed_in INTEGER NOT NULL,
            deleted_at TEXT,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, test_id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE own_stretches (
            athlete_id TEXT NOT NULL REFERENCES athletes,
            name TEXT NOT NULL,
            hold_s INTEGER,
            reps INTEGER,
            rounds INTEGER NOT NULL,
            each_side INTEGER NOT NULL,
            forward_bend INTEGER NOT NULL,
            changed_in INTEGER NOT NULL,
            deleted_at TEXT,
            seal TEXT NOT NULL,
            PRIMARY KEY (athlete_id, name)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX holds_changed ON holds (athlete_id, changed_in)",
        "CREATE INDEX holds_day ON holds (athlete_id, day)",
    ),
}
"""The statements that lead to each version from the one before it. Never changed once released."""


def migrate(
    path: Path,
    busy_timeout_s: float,
    steps: Mapping[int, Sequence[str]] = STEPS,
    *,
    before: Callable[[], object] = lambda: None,
) -> None:
    """Run the steps that are missing, all of them in one transaction. Raises StorageError if one is not known.

    ``before`` is called first if there is any, while nobody else can write: for a copy of how it was.
    """
    connection = connect(path, busy_timeout_s)
    try:
        connection.execute("BEGIN IMMEDIATE")
        # Asked again inside: another program may have done it in the meantime.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        missing = range(version + 1, max(schema.VERSION, *steps, 0) + 1)
        if missing:
            before()
        for target in missing:
            _step(connection, steps, target, path)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _step(connection: sqlite3.Connection, steps: Mapping[int, Sequence[str]], target: int, path: Path) -> None:
    if target not in steps:
        detail = f"Nothing leads from version {target - 1} to {target}."
        raise StorageError(StorageKind.DAMAGED, str(path), detail)
    for statement in steps[target]:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {target}")
