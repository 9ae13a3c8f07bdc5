"""Writing workouts and sets one at a time. Every function returns whether it changed anything.

A write that repeats one already done changes nothing, and neither does one that names another athlete's rows.
"""

from hamcore.model.log import LoggedSet, Workout
from hamcore.storage.coding import set_values
from hamcore.storage.digest import renewed
from hamcore.storage.names import number_of_exercise
from hamcore.storage.sqlite import Session

_ADD_WORKOUT = """
    INSERT INTO workouts (athlete_id, workout_id, day, started_at, title, note, duration_s, source, digest,
        seal, imported_sets, imported_digest, changed_in)
    VALUES (:athlete_id, :workout_id, :day, :started_at, :title, :note, :duration_s, :source, '', '', 0, '', 0)
    ON CONFLICT DO NOTHING"""
_EDIT_WORKOUT = """
    UPDATE workouts SET day = :day, started_at = :started_at, title = :title, note = :note, duration_s = :duration_s
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NULL"""
_DELETE_WORKOUT = """
    UPDATE workouts SET deleted_at = :now
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NULL"""
_RESTORE_WORKOUT = """
    UPDATE workouts SET deleted_at = NULL
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NOT NULL AND deleted_by IS NULL"""
_ADD_SET = """
    INSERT INTO sets (athlete_id, workout_id, set_no, position, name_no, set_type, load, reps, rir, seconds,
        distance_m, note, side, form, tempo, entry_id)
    SELECT w.athlete_id, w.workout_id, :set_no, :position, :name_no, :set_type, :load, :reps, :rir, :seconds,
        :distance_m, :note, :side, :form, :tempo, :entry_id
    FROM workouts w WHERE w.athlete_id = :athlete_id AND w.workout_id = :workout_id AND w.deleted_at IS NULL
    ON CONFLICT DO NOTHING"""
_EDIT_SET = """
    UPDATE sets SET position = :position, name_no = :name_no, set_type = :set_type, load = :load, reps = :reps,
        rir = :rir, seconds = :seconds, distance_m = :distance_m, note = :note, side = :side,
        form = :form, tempo = :tempo
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND set_no = :set_no AND deleted_at IS NULL"""
_DELETE_SET = """
    UPDATE sets SET deleted_at = :now
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND set_no = :set_no AND deleted_at IS NULL"""
_RESTORE_SET = """
    UPDATE sets SET deleted_at = NULL
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND set_no = :set_no AND deleted_at IS NOT NULL"""
_TOUCH = """
    UPDATE workouts SET digest = :digest, seal = :seal,
        changed_in = 1 + (SELECT revision FROM athletes WHERE athlete_id = :athlete_id)
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id"""


def add_workout(session: Session, athlete_id: str, workout: Workout) -> bool:
    """Store a new workout without sets."""
    added = session.run(_ADD_WORKOUT, athlete_id=athlete_id, source=workout.source, **_facts(workout))
    return _touched(session, athlete_id, workout.workout_id, added)


def edit_workout(session: Session, athlete_id: str, workout: Workout) -> bool:
    """Give a stored workout these facts; its source stays."""
    changed = session.run(_EDIT_WORKOUT, athlete_id=athlete_id, **_facts(workout))
    return _touched(session, athlete_id, workout.workout_id, changed)


def delete_workout(session: Session, athlete_id: str, workout_id: str, now: str) -> bool:
    """Take a workout and with it its sets out of the history; it can be restored."""
    changed = session.run(_DELETE_WORKOUT, athlete_id=athlete_id, workout_id=workout_id, now=now)
    return _touched(session, athlete_id, workout_id, changed)


def restore_workout(session: Session, athlete_id: str, workout_id: str) -> bool:
    """Bring a deleted workout back with the sets it had."""
    changed = session.run(_RESTORE_WORKOUT, athlete_id=athlete_id, workout_id=workout_id)
    return _touched(session, athlete_id, workout_id, changed)


def add_set(session: Session, athlete_id: str, entry: LoggedSet, entry_id: str | None = None) -> bool:
    """Store a new set of a stored workout, with the id under which it was sent if it has one."""
    name_no = number_of_exercise(session, athlete_id, entry.exercise)
    added = session.run(_ADD_SET, athlete_id=athlete_id, name_no=name_no, entry_id=entry_id, **set_values(entry))
    return _touched(session, athlete_id, entry.workout_id, added)


def edit_set(session: Session, athlete_id: str, entry: LoggedSet) -> bool:
    """Give the stored set with this workout and number the other values of ``entry``."""
    name_no = number_of_exercise(session, athlete_id, entry.exercise)
    changed = session.run(_EDIT_SET, athlete_id=athlete_id, name_no=name_no, **set_values(entry))
    return _touched(session, athlete_id, entry.workout_id, changed)


def delete_set(session: Session, athlete_id: str, workout_id: str, set_no: int, now: str) -> bool:
    """Take one set out of the history; it can be restored."""
    changed = session.run(_DELETE_SET, athlete_id=athlete_id, workout_id=workout_id, set_no=set_no, now=now)
    return _touched(session, athlete_id, workout_id, changed)


def restore_set(session: Session, athlete_id: str, workout_id: str, set_no: int) -> bool:
    """Bring a deleted set back."""
    changed = session.run(_RESTORE_SET, athlete_id=athlete_id, workout_id=workout_id, set_no=set_no)
    return _touched(session, athlete_id, workout_id, changed)


def touch(session: Session, athlete_id: str, workout_id: str) -> None:
    """Note that a workout was changed by the change being made; needed after every write to it or its sets."""
    digest, seal = renewed(session, athlete_id, workout_id)
    session.run(_TOUCH, athlete_id=athlete_id, workout_id=workout_id, digest=digest, seal=seal)


def next_set_no(session: Session, athlete_id: str, workout_id: str) -> int:
    """The number after the highest one this workout ever used, deleted sets included."""
    found = session.one(
        "SELECT max(set_no) FROM sets WHERE athlete_id = :athlete_id AND workout_id = :workout_id",
        athlete_id=athlete_id,
        workout_id=workout_id,
    )
    return 1 + ((found and found[0]) or 0)


def _facts(workout: Workout) -> dict[str, object]:
    return {
        "workout_id": workout.workout_id,
        "day": workout.day.isoformat(),
        "started_at": workout.started_at,
        "title": workout.title,
        "note": workout.note,
        "duration_s": workout.duration_s,
    }


def _touched(session: Session, athlete_id: str, workout_id: str, rows_changed: int) -> bool:
    if rows_changed:
        touch(session, athlete_id, workout_id)
    return rows_changed > 0
