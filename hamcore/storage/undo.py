"""Taking an import back as one step."""

from datetime import datetime

from hamcore.storage import athletes, workouts
from hamcore.storage.sqlite import Session

_RESTORE_REPLACED = """
    UPDATE workouts SET deleted_at = NULL, deleted_by = NULL, changed_in = :changed_in
    WHERE athlete_id = :athlete_id AND deleted_by = :import_id AND (import_id IS NULL OR import_id <> :import_id)"""
_WITH_OWN_SETS = """
    SELECT workout_id, imported_sets FROM workouts w
    WHERE athlete_id = :athlete_id AND import_id = :import_id AND deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM sets s WHERE s.athlete_id = w.athlete_id AND s.workout_id = w.workout_id
            AND s.set_no > w.imported_sets AND s.deleted_at IS NULL)"""
_DROP_IMPORTED_SETS = """
    UPDATE sets SET deleted_at = :now
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND set_no <= :imported_sets AND deleted_at IS NULL"""
_MAKE_OWN = """
    UPDATE workouts SET import_id = NULL, source = 'manual', imported_sets = 0, imported_digest = ''
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id"""
_DROP_IMPORTED = """
    UPDATE workouts SET deleted_at = :now, deleted_by = :import_id, changed_in = :changed_in
    WHERE athlete_id = :athlete_id AND import_id = :import_id"""
_MARK_UNDONE = """
    UPDATE imports SET undone_at = :now
    WHERE athlete_id = :athlete_id AND import_id = :import_id AND undone_at IS NULL"""


def undo(session: Session, athlete_id: str, import_id: str, now: datetime) -> bool:
    """Take an import back as one step; False if there is none such, or it is undone already.

    Its workouts go, edited or not, and those it replaced come back. Sets the person added to one of its workouts stay:
    that workout becomes the person's own, with these sets alone.
    """
    moment = now.isoformat(timespec="microseconds")
    if not session.run(_MARK_UNDONE, athlete_id=athlete_id, import_id=import_id, now=moment):
        return False
    changed_in = athletes.revision(session, athlete_id) + 1
    session.run(_RESTORE_REPLACED, athlete_id=athlete_id, import_id=import_id, changed_in=changed_in)
    for workout_id, count in session.rows(_WITH_OWN_SETS, athlete_id=athlete_id, import_id=import_id):
        mine = {"athlete_id": athlete_id, "workout_id": workout_id}
        session.run(_DROP_IMPORTED_SETS, now=moment, imported_sets=count, **mine)
        session.run(_MAKE_OWN, **mine)
        workouts.touch(session, **mine)
    session.run(_DROP_IMPORTED, athlete_id=athlete_id, import_id=import_id, now=moment, changed_in=changed_in)
    return True
