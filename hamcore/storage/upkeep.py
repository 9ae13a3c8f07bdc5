"""What is done once a day, before the first write: see ``Store``."""

from hamcore.storage.sqlite import Session

KEEP_DELETED_DAYS = 30
"""How long a deleted set, workout, routine, hold, range test or own stretch can be brought back."""

_DROP_SETS = "DELETE FROM sets WHERE deleted_at < :before"
_DROP_SETS_OF_WORKOUTS = """
    DELETE FROM sets WHERE EXISTS (SELECT 1 FROM workouts w WHERE w.athlete_id = sets.athlete_id
        AND w.workout_id = sets.workout_id AND w.deleted_at < :before
        AND (w.deleted_by IS NULL OR w.deleted_by = w.import_id))"""
_DROP_PLANS_OF_WORKOUTS = """
    DELETE FROM workout_plans WHERE EXISTS (SELECT 1 FROM workouts w WHERE w.athlete_id = workout_plans.athlete_id
        AND w.workout_id = workout_plans.workout_id AND w.deleted_at < :before
        AND (w.deleted_by IS NULL OR w.deleted_by = w.import_id))"""
_DROP_VERSIONS_OF_ROUTINES = """
    DELETE FROM routine_versions WHERE EXISTS (SELECT 1 FROM routines r WHERE r.athlete_id = routine_versions.athlete_id
        AND r.routine_id = routine_versions.routine_id AND r.deleted_at < :before)"""
_DROP_ROUTINES = "DELETE FROM routines WHERE deleted_at < :before"
_DROP_HOLDS = "DELETE FROM holds WHERE deleted_at < :before"
_DROP_RANGE_TESTS = "DELETE FROM range_tests WHERE deleted_at < :before"
_DROP_OWN_STRETCHES = "DELETE FROM own_stretches WHERE deleted_at < :before"
_DROP_WORKOUTS = """
    DELETE FROM workouts WHERE deleted_at < :before
        AND (deleted_by = import_id OR (deleted_by IS NULL AND import_id IS NULL))"""
# An imported workout stays as an empty mark, so that the next import of the same file does not bring it back.
_EMPTY_WORKOUTS = """
    UPDATE workouts SET title = '', note = '', digest = '', deleted_by = 'purge'
    WHERE deleted_at < :before AND deleted_by IS NULL AND import_id IS NOT NULL"""
_DROPS = (
    *(_DROP_SETS, _DROP_SETS_OF_WORKOUTS, _DROP_PLANS_OF_WORKOUTS, _DROP_WORKOUTS),
    *(_DROP_VERSIONS_OF_ROUTINES, _DROP_ROUTINES),
    *(_DROP_HOLDS, _DROP_RANGE_TESTS, _DROP_OWN_STRETCHES),
)


def is_due(session: Session, day: str) -> bool:
    """Whether the work of ``day`` has not been done yet. The clock being set back does not count."""
    found = session.one("SELECT day FROM upkeep WHERE task = 'backup'")
    return found is None or found[0] < day


def mark_done(session: Session, day: str) -> None:
    """Note that the work of ``day`` is done."""
    session.run("INSERT INTO upkeep (task, day) VALUES ('backup', :day) ON CONFLICT DO NOTHING", day=day)
    session.run("UPDATE upkeep SET day = :day WHERE task = 'backup'", day=day)


def purge(session: Session, before: str) -> None:
    """Let go for good what was deleted before that time. What an import replaced is kept for undoing the import."""
    for statement in _DROPS:
        session.run(statement, before=before)
    session.run(_EMPTY_WORKOUTS, before=before)
