"""Writing an import as one step, and taking it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from hamcore.model.log import Workout
from hamcore.storage import StorageError, StorageKind, Store
from hamcore.storage.ids import encode, time_part
from hamcore.storage.imports import ImportPlan, ImportRecord, MovedOnError, NewWorkout
from hamcore.transfer.answers import ImportPreview, Plan, PlannedWorkout
from hamcore.transfer.pause import without_collections
from hamcore.transfer.preview import compared_anew
from hamcore.transfer.summary import summary_of

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What was written: sets in repetitions, workouts, and how many stored workouts gave way to a newer version."""

    import_id: str
    new: int
    workouts: int
    replaced: int


def write_import(
    preview: ImportPreview,
    *,
    store: Store,
    athlete_id: str,
    import_id: str,
    progress: Callable[[float], None] = lambda _: None,
) -> ImportReceipt:
    """Write what ``preview`` promised, in one transaction. ``progress`` hears of the share done, 0 to 1.

    If somebody wrote since, the file is compared anew first. Writing with the same ``import_id`` again does nothing.
    Raises ValueError for a preview that is not ready, StorageError with nothing written.
    """
    for _ in range(_ATTEMPTS):
        plan = preview.plan
        if plan is None:
            raise ValueError("the file leaves a question open")
        try:
            with without_collections():
                receipt = _write(preview, plan, store, athlete_id, import_id, progress)
        except MovedOnError:
            preview = compared_anew(preview, store, athlete_id)
            continue
        progress(1.0)
        return receipt
    raise StorageError(StorageKind.LOCKED, str(store.path))


def _write(
    preview: ImportPreview,
    plan: Plan,
    store: Store,
    athlete_id: str,
    import_id: str,
    progress: Callable[[float], None],
) -> ImportReceipt:
    if not plan.meanings:
        return ImportReceipt(import_id, 0, 0, 0)
    mark = _mark(import_id)
    source = preview.parsed.source
    workouts = [_with_id(planned, source, mark, place) for place, planned in enumerate(plan.workouts)]
    record = ImportRecord(
        import_id=import_id,
        source=source,
        variant=preview.parsed.variant,
        file_name=preview.file_name,
        imported_at=store.now(),
        sets=plan.new,
        workouts=len(workouts),
        first_day=min((new.workout.day for new in workouts), default=None),
        last_day=max((new.workout.day for new in workouts), default=None),
        undone=False,
        summary=summary_of(preview),
    )
    store.write_import(
        athlete_id,
        ImportPlan(record, preview.file_digest, plan.revision, plan.meanings, workouts, plan.replaced),
        progress,
    )
    return ImportReceipt(import_id, plan.new, len(workouts), len(plan.replaced))


def _mark(import_id: str) -> str:
    """11 characters that stand for an import."""
    return encode(int.from_bytes(blake2b(import_id.encode(), digest_size=8).digest(), "big"), 11)


def _with_id(planned: PlannedWorkout, source: str, mark: str, place: int) -> NewWorkout:
    """The workout with an id that follows from the import's, so that a repeated write makes the same ones.

    Its time is that of the workout, so that the rows of a whole history lie in the order of its days.
    """
    one = planned.workout
    start = datetime.fromisoformat(one.started_at or one.day.isoformat())
    workout_id = time_part(start) + mark + encode(place, 5)
    workout = Workout(workout_id, one.day, one.started_at, one.title, one.note, one.duration_s, source)
    return NewWorkout(workout, planned.sets, planned.digest)


def undo_import(store: Store, athlete_id: str, import_id: str) -> bool:
    """Take an import back as one step; False if it is not there or undone already.

    Its workouts go, with what was edited in them, and workouts it replaced come back. Sets that were added by hand to
    one of its workouts stay, in a workout that is the person's own from then on.
    """
    return store.undo_import(athlete_id, import_id)
