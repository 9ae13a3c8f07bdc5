"""Everything a person logged, as a file that can be imported again."""

from collections.abc import Iterator

from hamcore.catalog import Catalog
from hamcore.interchange import write_csv
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout
from hamcore.model.log import LoggedSet, TrainingLog


def export_csv(log: TrainingLog, catalog: Catalog) -> bytes:
    """The whole log as CSV. Exercises go by their name in the catalog, own names as typed."""
    return write_csv(_workouts(log, catalog))


def _workouts(log: TrainingLog, catalog: Catalog) -> Iterator[ParsedWorkout]:
    sets: dict[str, list[LoggedSet]] = {workout_id: [] for workout_id in log.workouts}
    for entries in log.sets.values():
        for entry in entries:
            sets[entry.workout_id].append(entry)
    for one in log.workouts.values():
        own = sorted(sets[one.workout_id], key=lambda entry: (entry.position, entry.set_no))
        rows = [_row(entry, catalog) for entry in own]
        yield ParsedWorkout(one.day, one.started_at, one.title, one.note, one.duration_s, rows)


def _row(entry: LoggedSet, catalog: Catalog) -> ParsedSet:
    load = entry.load
    return ParsedSet(
        catalog.display_name(entry.exercise),
        entry.set_type,
        "" if load is None else str(load.value),
        None if load is None else load.unit,
        entry.reps,
        entry.rir,
        entry.seconds,
        entry.distance_m,
        entry.note,
        entry.side,
        entry.form,
        entry.tempo,
    )
