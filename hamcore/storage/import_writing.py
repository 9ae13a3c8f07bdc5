"""Writing an import as a whole."""

from collections.abc import Callable, Iterator, Sequence

from hamcore.storage import athletes, names
from hamcore.storage.digest import seal
from hamcore.storage.imports import ImportPlan, ImportRecord, MovedOnError, NewWorkout
from hamcore.storage.sqlite import Row, Session

_ROWS_BETWEEN_REPORTS = 5000
_IS_WRITTEN = "SELECT 1 FROM imports WHERE athlete_id = :athlete_id AND import_id = :import_id"
_ADD_IMPORT = """
    INSERT INTO imports (athlete_id, import_id, source, variant, file_name, digest, imported_at, sets, workouts,
        first_day, last_day, summary)
    VALUES (:athlete_id, :import_id, :source, :variant, :file_name, :digest, :imported_at, :sets, :workouts,
        :first_day, :last_day, :summary) ON CONFLICT DO NOTHING"""
_ADD_WORKOUT = """
    INSERT INTO workouts (athlete_id, workout_id, day, started_at, title, note, duration_s, source, digest, seal,
        import_id, imported_sets, imported_digest, changed_in)
    VALUES (:athlete_id, :workout_id, :day, :started_at, :title, :note, :duration_s, :source, :digest, :seal,
        :import_id, :imported_sets, :imported_digest, :changed_in)"""
_ADD_SET = """
    INSERT INTO sets (athlete_id, workout_id, set_no, position, name_no, set_type, load, reps, rir, seconds,
        distance_m, note)
    VALUES (:athlete_id, :workout_id, :set_no, :position, :name_no, :set_type, :load, :reps, :rir, :seconds,
        :distance_m, :note)"""
_ADD_NOTED_SET = """
    INSERT INTO sets (athlete_id, workout_id, set_no, position, name_no, set_type, load, reps, rir, seconds,
        distance_m, note, side, form, tempo)
    VALUES (:athlete_id, :workout_id, :set_no, :position, :name_no, :set_type, :load, :reps, :rir, :seconds,
        :distance_m, :note, :side, :form, :tempo)"""
_PLAIN, _NOTED = 8, 11
_REPLACE = """
    UPDATE workouts SET deleted_at = :now, deleted_by = :import_id, changed_in = :changed_in
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NULL"""


def write(
    session: Session, athlete_id: str, plan: ImportPlan, progress: Callable[[float], None] = lambda _: None
) -> bool:
    """Write an import; False if it was written before. Raises MovedOnError if the plan is out of date."""
    record = plan.record
    if session.one(_IS_WRITTEN, athlete_id=athlete_id, import_id=record.import_id):
        return False
    revision = athletes.revision(session, athlete_id)
    if revision != plan.revision:
        raise MovedOnError
    renamed = names.remap(session, athlete_id, plan.names)
    if renamed.changed:
        athletes.names_change(session, athlete_id)
    if plan.workouts or plan.replaced:
        _write_rows(session, athlete_id, plan, progress)
    return any(renamed) or bool(plan.workouts or plan.replaced)


def _write_rows(session: Session, athlete_id: str, plan: ImportPlan, progress: Callable[[float], None]) -> None:
    record, changed_in = plan.record, plan.revision + 1
    session.run(_ADD_IMPORT, athlete_id=athlete_id, digest=plan.file_digest, **_record_values(record))
    now, by = record.imported_at.isoformat(timespec="microseconds"), record.import_id
    for old in plan.replaced:
        session.run(_REPLACE, athlete_id=athlete_id, workout_id=old, now=now, import_id=by, changed_in=changed_in)
    session.bulk(_ADD_WORKOUT, (_workout_row(athlete_id, new, by, changed_in) for new in plan.workouts))
    session.bulk(_ADD_SET, _set_rows(athlete_id, plan.workouts, progress))
    session.bulk(_ADD_NOTED_SET, _rows_of(athlete_id, plan.workouts, _NOTED))


def _workout_row(athlete_id: str, new: NewWorkout, import_id: str, changed_in: int) -> Row:
    one = new.workout
    facts = (one.day.isoformat(), one.started_at, one.title, one.note, one.duration_s, one.source)
    sealed = seal(one.workout_id, *facts, new.digest)
    imported = (new.digest, sealed, import_id, len(new.sets), new.digest, changed_in)
    return (athlete_id, one.workout_id, *facts, *imported)


def _set_rows(athlete_id: str, workouts: Sequence[NewWorkout], progress: Callable[[float], None]) -> Iterator[Row]:
    """The rows of the sets of which nothing was noted, all but a few; the report counts every set."""
    total = sum(len(new.sets) for new in workouts)
    done = reported = 0
    for new in workouts:
        yield from _rows_of(athlete_id, [new], _PLAIN)
        done += len(new.sets)
        if done - reported >= _ROWS_BETWEEN_REPORTS:
            reported = done
            progress(done / total)


def _rows_of(athlete_id: str, workouts: Sequence[NewWorkout], columns: int) -> Iterator[Row]:
    """The rows of the sets whose content has that many columns."""
    for new in workouts:
        workout_id = new.workout.workout_id
        yield from [
            (athlete_id, workout_id, no, no, *content)
            for no, content in enumerate(new.sets, 1)
            if len(content) == columns
        ]


def _record_values(record: ImportRecord) -> dict[str, object]:
    return {
        "import_id": record.import_id,
        "source": record.source,
        "variant": record.variant,
        "file_name": record.file_name,
        "imported_at": record.imported_at.isoformat(timespec="microseconds"),
        "sets": record.sets,
        "workouts": record.workouts,
        "first_day": record.first_day and record.first_day.isoformat(),
        "last_day": record.last_day and record.last_day.isoformat(),
        "summary": record.summary,
    }
