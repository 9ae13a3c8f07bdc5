"""Reading a whole history, or the workouts that changed since a revision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.storage.coding import SET_TYPES, LoadBook, NotedBook
from hamcore.storage.names import keys_by_number, stored_names
from hamcore.storage.sqlite import Row, Session

_WORKOUTS = """
    SELECT workout_id, day, started_at, title, note, duration_s, source FROM workouts
    WHERE athlete_id = :athlete_id AND deleted_at IS NULL"""
# Side, form and tempo come as one column, empty for most sets: as three they double what they cost to read.
_COLUMNS = """
    SELECT workout_id, set_no, position, name_no, set_type, load, reps, rir, seconds, distance_m, note,
        CASE WHEN coalesce(side, form, tempo) IS NOT NULL
            THEN coalesce(side, '') || ' ' || coalesce(form, '') || ' ' || coalesce(tempo, '') END
    FROM sets"""
_SETS = (
    _COLUMNS
    + """
    WHERE athlete_id = :athlete_id AND deleted_at IS NULL ORDER BY workout_id, set_no"""
)
_CHANGED = """
    SELECT workout_id, deleted_at IS NULL FROM workouts
    WHERE athlete_id = :athlete_id AND changed_in > :since"""
_ONE_WORKOUT = _WORKOUTS + " AND workout_id = :workout_id"
_SETS_OF_ONE = (
    _COLUMNS
    + """
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NULL ORDER BY position, set_no"""
)

_MOST_CHANGES = 100
"""With more workouts than this changed, loading all of the history is quicker."""

_by_position = itemgetter(2, 1)


class _Books(NamedTuple):
    """What is shared by equal sets while a history is read."""

    loads: LoadBook
    noted: NotedBook


@dataclass(frozen=True, slots=True)
class LogChanges:
    """What happened to a history after some revision, up to ``revision``.

    ``workouts`` holds None for one that is gone; ``sets`` all sets of a changed workout, in order of position.
    """

    revision: int
    workouts: Mapping[str, Workout | None]
    sets: Mapping[str, Sequence[LoggedSet]]


def load_log(session: Session, athlete_id: str) -> TrainingLog:
    """The whole history of one athlete."""
    workouts = [_workout(row) for row in session.rows(_WORKOUTS, athlete_id=athlete_id)]
    workouts.sort(key=lambda one: (one.day, one.started_at, one.workout_id))
    grouped = {
        workout_id: list(rows)
        for workout_id, rows in groupby(session.rows(_SETS, athlete_id=athlete_id), key=itemgetter(0))
    }
    sets: dict[str, list[LoggedSet]] = {}
    keys = dict(keys_by_number(stored_names(session, athlete_id)))
    books = _Books(LoadBook(), NotedBook())
    for workout in workouts:
        for entry in _logged_sets(workout, grouped.pop(workout.workout_id, []), keys, books):
            try:
                sets[entry[4]].append(entry)
            except KeyError:
                sets[entry[4]] = [entry]
    return TrainingLog({one.workout_id: one for one in workouts}, sets)


def _logged_sets(workout: Workout, rows: list[Row], keys: Mapping[int, str], books: _Books) -> list[LoggedSet]:
    rows.sort(key=_by_position)
    workout_id, day = workout.workout_id, workout.day
    loads, noted = books
    # Building the tuples directly halves the time of a whole load against calling LoggedSet with 16 arguments.
    new = tuple.__new__
    return [
        new(
            LoggedSet,
            (
                workout_id,
                no,
                position,
                day,
                keys[name],
                SET_TYPES[kind],
                *loads[load],
                reps,
                rir,
                seconds,
                metres,
                note,
                *noted[details],
            ),
        )
        for _, no, position, name, kind, load, reps, rir, seconds, metres, note, details in rows
    ]


def sets_of_workout(session: Session, athlete_id: str, workout: Workout) -> list[LoggedSet]:
    """The sets of one workout that are not deleted, in order of position."""
    keys = dict(keys_by_number(stored_names(session, athlete_id)))
    return _sets_of_one(session, athlete_id, workout, keys, _Books(LoadBook(), NotedBook()))


def workout_of(session: Session, athlete_id: str, workout_id: str) -> Workout | None:
    """One workout; None if it is not stored or deleted."""
    row = session.one(_ONE_WORKOUT, athlete_id=athlete_id, workout_id=workout_id)
    return _workout(row) if row else None


def _sets_of_one(
    session: Session, athlete_id: str, workout: Workout, keys: Mapping[int, str], books: _Books
) -> list[LoggedSet]:
    rows = session.rows(_SETS_OF_ONE, athlete_id=athlete_id, workout_id=workout.workout_id)
    return _logged_sets(workout, rows, keys, books)


def load_changes(session: Session, athlete_id: str, since: int) -> LogChanges | None:
    """What changed after revision ``since``; None if too much has (an import, names with another meaning)."""
    found = session.one(
        "SELECT revision, names_revision FROM athletes WHERE athlete_id = :athlete_id", athlete_id=athlete_id
    )
    revision, names_revision = found or (0, 0)
    if names_revision > since or since > revision:
        return None
    keys = dict(keys_by_number(stored_names(session, athlete_id)))
    books = _Books(LoadBook(), NotedBook())
    changed = session.rows(_CHANGED, athlete_id=athlete_id, since=since)
    if len(changed) > _MOST_CHANGES:
        return None
    workouts: dict[str, Workout | None] = {}
    sets: dict[str, Sequence[LoggedSet]] = {}
    for workout_id, alive in changed:
        workout = workout_of(session, athlete_id, workout_id) if alive else None
        workouts[workout_id] = workout
        sets[workout_id] = _sets_of_one(session, athlete_id, workout, keys, books) if workout else ()
    return LogChanges(revision, workouts, sets)


def _workout(row: Row) -> Workout:
    workout_id, day, started_at, title, note, duration_s, source = row
    return Workout(workout_id, date.fromisoformat(day), started_at, title, note, duration_s, source)
