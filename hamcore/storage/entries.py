"""Storing a set that was tapped: once, however often it is sent, and never silently beside one from another window."""

from enum import StrEnum
from typing import NamedTuple

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.storage import workouts
from hamcore.storage.log import sets_of_workout, workout_of
from hamcore.storage.names import key_of_exercise
from hamcore.storage.sqlite import Session

_WORKOUT = "SELECT 1 FROM workouts WHERE athlete_id = :athlete_id AND workout_id = :workout_id"
_ENTRY = """
    SELECT set_no FROM sets WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND entry_id = :entry_id"""
_NEXT = """
    SELECT coalesce(max(set_no), 0) + 1, coalesce(max(position), 0) + 1 FROM sets
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id"""


class LogStatus(StrEnum):
    """What became of a set that was sent to be stored."""

    ADDED = "added"
    REPEATED = "repeated"
    """It is stored already, under this very id."""
    TAKEN = "taken"
    """Another set has its number: it was logged in another window."""
    GONE = "gone"
    """The workout was deleted."""


class LogResult(NamedTuple):
    """What became of a set, and the stored one it is about.

    ``entry`` is the set as stored (ADDED, REPEATED) or the one that has the number (TAKEN); None if the workout is
    gone, or a repeated set was deleted since.
    """

    status: LogStatus
    entry: LoggedSet | None


def log_entry(
    session: Session,
    athlete_id: str,
    workout: Workout,
    entry: LoggedSet,
    entry_id: str,
    number: int,
    *,
    keep_both: bool = False,
) -> LogResult:
    """Store a set at the end of its workout, which is made if it is not there yet; see ``Store.log_entry``."""
    mine = {"athlete_id": athlete_id, "workout_id": workout.workout_id}
    stored = workout_of(session, **mine)
    if stored is None and session.one(_WORKOUT, **mine):
        return LogResult(LogStatus.GONE, None)
    there = sets_of_workout(session, athlete_id, stored) if stored else []
    set_no = set_no_of(session, entry_id=entry_id, **mine)
    if set_no is not None:
        return LogResult(LogStatus.REPEATED, _numbered(there, set_no))
    if not keep_both and stored:
        alike = _alike(there, entry, key_of_exercise(session, athlete_id, entry.exercise))
        if len(alike) >= number:
            return LogResult(LogStatus.TAKEN, alike[number - 1])
    if stored is None:
        workouts.add_workout(session, athlete_id, workout)
    return LogResult(LogStatus.ADDED, _append(session, athlete_id, stored or workout, entry, entry_id))


def set_no_of(session: Session, athlete_id: str, workout_id: str, entry_id: str) -> int | None:
    """The number of the set stored under this id, deleted or not; None if there is none."""
    found = session.one(_ENTRY, athlete_id=athlete_id, workout_id=workout_id, entry_id=entry_id)
    return int(found[0]) if found else None


def _append(session: Session, athlete_id: str, workout: Workout, entry: LoggedSet, entry_id: str) -> LoggedSet | None:
    """Store the set behind all others of the workout; it as stored."""
    found = session.one(_NEXT, athlete_id=athlete_id, workout_id=workout.workout_id)
    set_no, position = found or (1, 1)
    new = entry._replace(workout_id=workout.workout_id, set_no=set_no, position=position)
    workouts.add_set(session, athlete_id, new, entry_id)
    return _numbered(sets_of_workout(session, athlete_id, workout), set_no)


def _alike(there: list[LoggedSet], entry: LoggedSet, exercise: str) -> list[LoggedSet]:
    """The sets a person counts together with ``entry``: same exercise and side, all warm-ups or none."""
    is_warm_up = entry.set_type is SetType.WARM_UP
    return [
        one
        for one in there
        if one.exercise == exercise and one.side is entry.side and (one.set_type is SetType.WARM_UP) == is_warm_up
    ]


def _numbered(sets: list[LoggedSet], set_no: int) -> LoggedSet | None:
    return next((one for one in sets if one.set_no == set_no), None)
