"""Bringing the tables of an older version up to date. Loaded only when that is due."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from hamcore.storage import schema
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.sqlite import connect

STEPS: Mapping[int, Sequence[str]] = {}
"""The statements that lead to each version from the one before it. Never changed once released."""


def migrate(path: Path, busy_timeout_s: float, steps: Mapping[int, Sequence[str]] = STEPS) -> None:
    """Run the steps that are missing, all of them in one transaction. Raises StorageError if one is not known."""
    connection = connect(path, busy_timeout_s)
    try:
        connection.execute("BEGIN IMMEDIATE")
        # Asked again inside: another program may have done it in the meantime.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for target in range(version + 1, max(schema.VERSION, *steps, 0) + 1):
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
