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
