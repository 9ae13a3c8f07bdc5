"""The tables, in SQL that SQLite and PostgreSQL both understand, and what each of the two needs of its own.

Common rules: ids are text made by the program, days and times are ISO text, every row belongs to an athlete, and a
repeated insert is made harmless by ``ON CONFLICT DO NOTHING``. ``digest`` covers the day and the sets of a workout,
``seal`` what the row itself says (see ``digest.py``). ``entry_id`` is the id under which a set was sent to be stored,
so that sending it again does nothing. A plan does not refer to its workout, which is stored with its first set only.

What differs is in this module alone. SQLite gets ``STRICT, WITHOUT ROWID`` behind every table, so that types are kept
and rows lie in the order of their key; PostgreSQL needs neither and reads ``REAL`` as ``DOUBLE PRECISION``. The version
is ``PRAGMA user_version`` on SQLite, a one-row table on PostgreSQL.
"""

VERSION = 4
"""The version of the tables below. A higher one in a file means a newer program wrote it."""

APPLICATION_ID = 0x48616D43
"""Marks a SQLite file as ours (the letters HamC), so that no other program's file is ever changed."""

_TABLES = {
    "athletes": """
        athlete_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        names_revision INTEGER NOT NULL,
        PRIMARY KEY (athlete_id)""",
    "exercise_names": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        name_no INTEGER NOT NULL,
        name TEXT NOT NULL,
        exercise_id TEXT,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, name_no),
        UNIQUE (athlete_id, name)""",
    "imports": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        import_id TEXT NOT NULL,
        source TEXT NOT NULL,
        variant TEXT NOT NULL,
        file_name TEXT NOT NULL,
        digest TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        sets INTEGER NOT NULL,
        workouts INTEGER NOT NULL,
        first_day TEXT,
        last_day TEXT,
        summary TEXT NOT NULL,
        undone_at TEXT,
        PRIMARY KEY (athlete_id, import_id)""",
    "workouts": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        workout_id TEXT NOT NULL,
        day TEXT NOT NULL,
        started_at TEXT NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        duration_s INTEGER,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        seal TEXT NOT NULL,
        import_id TEXT,
        imported_sets INTEGER NOT NULL,
        imported_digest TEXT NOT NULL,
        changed_in INTEGER NOT NULL,
        deleted_at TEXT,
        deleted_by TEXT,
        PRIMARY KEY (athlete_id, workout_id),
        FOREIGN KEY (athlete_id, import_id) REFERENCES imports""",
    "sets": """
        athlete_id TEXT NOT NULL,
        workout_id TEXT NOT NULL,
        set_no INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name_no INTEGER NOT NULL,
        set_type TEXT NOT NULL,
        load TEXT,
        reps INTEGER,
        rir REAL,
        seconds REAL,
        distance_m REAL,
        note TEXT NOT NULL,
        deleted_at TEXT,
        side TEXT,
        form TEXT,
        tempo TEXT,
        entry_id TEXT,
        PRIMARY KEY (athlete_id, workout_id, set_no),
        FOREIGN KEY (athlete_id, workout_id) REFERENCES workouts,
        FOREIGN KEY (athlete_id, name_no) REFERENCES exercise_names""",
    "settings": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (athlete_id, key)""",
    "workout_plans": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        workout_id TEXT NOT NULL,
        plan TEXT NOT NULL,
        is_open INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, workout_id)""",
    "body_weights": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        day TEXT NOT NULL,
        load TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, day)""",
    "symptoms": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        symptom_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        noted_on TEXT NOT NULL,
        cleared_on TEXT,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, symptom_id)""",
    "routines": """
        athlete_id TEXT NOT NULL REFERENCES athletes,
        routine_id TEXT NOT NULL,
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        version INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        deleted_at TEXT,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, routine_id)""",
    "routine_versions": """
        athlete_id TEXT NOT NULL,
        routine_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        note TEXT NOT NULL,
        document TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (athlete_id, routine_id, version),
        FOREIGN KEY (athlete_id, routine_id) REFERENCES routines""",
    "holds": """
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
        PRIMARY KEY (athlete_id, hold_id)""",
    "range_tests": """
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
        PRIMARY KEY (athlete_id, test_id)""",
    "own_stretches": """
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
        PRIMARY KEY (athlete_id, name)""",
    "upkeep": """
        task TEXT NOT NULL,
        day TEXT NOT NULL,
        PRIMARY KEY (task)""",
}

_INDEXES = (
    "CREATE UNIQUE INDEX sets_entry ON sets (athlete_id, workout_id, entry_id) WHERE entry_id IS NOT NULL",
    "CREATE INDEX holds_changed ON holds (athlete_id, changed_in)",
    "CREATE INDEX holds_day ON holds (athlete_id, day)",
)


def sqlite_statements() -> list[str]:
    """The statements that make the tables of ``VERSION`` in an empty SQLite database."""
    tables = [f"CREATE TABLE {name} ({columns}\n) STRICT, WITHOUT ROWID" for name, columns in _TABLES.items()]
    return [*tables, *_INDEXES]
