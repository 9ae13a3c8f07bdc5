"""The least an import can do with the standard library: read the rows, type them, store them under a unique key.

It checks nothing, converts nothing, reports nothing. ``python floor.py LOG.csv DATABASE``.
"""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

TABLE = """CREATE TABLE sets (athlete INTEGER, start INTEGER, lift INTEGER, ordinal INTEGER, grams INTEGER,
    reps INTEGER, seconds INTEGER, rpe_tenths INTEGER, UNIQUE (athlete, start, lift, ordinal))"""


def main(log: str, database: str) -> None:
    """Import ``log`` into a new ``database``."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(TABLE)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR IGNORE INTO sets VALUES (?, ?, ?, ?, ?, ?, ?, ?)", typed_rows(log))
    connection.execute("COMMIT")
    connection.close()


def typed_rows(log: str) -> Iterator[tuple[int, int, int, int, int, int, int, int | None]]:
    """The rows as numbers; each distinct date is parsed once."""
    lifts: dict[str, int] = {}
    starts: dict[str, int] = {}
    ordinals: dict[tuple[int, int], int] = {}
    with Path(log).open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        for date, _, _, name, _, load, reps, _, seconds, rpe in reader:
            start = starts.get(date)
            if start is None:
                start = starts[date] = int(datetime.fromisoformat(date).timestamp())
            lift = lifts.setdefault(name, len(lifts))
            key = (start, lift)
            ordinals[key] = ordinal = ordinals.get(key, 0) + 1
            grams = int(float(load) * 1000)
            tenths = int(float(rpe) * 10) if rpe else None
            yield 1, start, lift, ordinal, grams, int(float(reps)), int(float(seconds)), tenths


if __name__ == "__main__":
    main(*sys.argv[1:])
