"""Imports: what is stored of earlier ones, and what a new one consists of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from hamcore.model.log import Workout
from hamcore.storage import athletes, names
from hamcore.storage.sqlite import Row, Session

PlainContent = tuple[int, str, str | None, int | None, float | None, float | None, float | None, str]
NotedContent = tuple[*PlainContent, str | None, str | None, str | None]
SetContent = PlainContent | NotedContent
"""A set as stored: name number, type, load text, reps, RIR, seconds, metres, note. Numbers count from 1.

Side, form and tempo follow if any of the three was noted, and are left out otherwise: so a digest made before there
were such is still true, and the many sets without take no longer.
"""


class Standing(StrEnum):
    """What became of a stored workout."""

    LIVE = "live"
    DELETED = "deleted"
    """By the person."""
    REPLACED = "replaced"
    """By a later import."""


class StoredVersion(NamedTuple):
    """A stored workout as a later import has to know it. ``digest`` is that of its sets now, ``imported_digest`` that
    of the sets as they were imported (empty if not imported)."""

    workout_id: str
    day: date
    started_at: str
    source: str
    digest: str
    imported_digest: str
    standing: Standing


class StoredSet(NamedTuple):
    """A set in the history, as a later import has to know it."""

    workout_id: str
    name_no: int
    set_type: str
    load: str | None
    reps: int | None
    seconds: float | None
    distance_m: float | None


@dataclass(frozen=True, slots=True)
class ImportBasis:
    """What an import builds on; it may be written only while the revision is still the same."""

    revision: int
    names: Mapping[str, tuple[int, str | None]]
    """Name as written to its number and exercise id."""
    versions: Sequence[StoredVersion]


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that was written. ``sets`` counts what it added; ``summary`` is what the reader of the file said."""

    import_id: str
    source: str
    variant: str
    file_name: str
    imported_at: datetime
    sets: int
    workouts: int
    first_day: date | None
    last_day: date | None
    undone: bool
    summary: str


@dataclass(frozen=True, slots=True)
class NewWorkout:
    """A workout to write with its sets, in order, and their digest."""

    workout: Workout
    sets: Sequence[SetContent]
    digest: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """An import, decided and ready to be written."""

    record: ImportRecord
    file_digest: str
    revision: int
    names: Mapping[str, str | None]
    """Every name of the file with its exercise id; numbered in this order where it is new."""
    workouts: Sequence[NewWorkout]
    replaced: Sequence[str]
    """Ids of stored workouts that give way to a newer version among ``workouts``."""


class MovedOnError(Exception):
    """Somebody wrote since the plan was made; it has to be made again."""


_VERSIONS = """
    SELECT w.workout_id, w.day, w.started_at, w.source, w.digest, w.imported_digest,
        CASE WHEN w.deleted_at IS NULL THEN 'live'
            WHEN w.deleted_by IS NULL OR w.deleted_by = 'purge' THEN 'deleted' ELSE 'replaced' END
    FROM workouts w
    WHERE w.athlete_id = :athlete_id AND (w.deleted_by IS NULL OR w.import_id IS NULL OR w.deleted_by <> w.import_id)
    ORDER BY w.day, w.started_at, w.workout_id"""
_SETS_ON = """
    SELECT s.workout_id, s.name_no, s.set_type, s.load, s.reps, s.seconds, s.distance_m
    FROM workouts w JOIN sets s ON s.athlete_id = w.athlete_id AND s.workout_id = w.workout_id
    WHERE w.athlete_id = :athlete_id AND w.day >= :first AND w.day <= :last
        AND w.deleted_at IS NULL AND s.deleted_at IS NULL
    ORDER BY s.workout_id, s.position, s.set_no"""
_ALL = """
    SELECT import_id, source, variant, file_name, imported_at, sets, workouts, first_day, last_day,
        undone_at IS NOT NULL, summary, digest
    FROM imports WHERE athlete_id = :athlete_id ORDER BY imported_at DESC, import_id DESC"""
_UNDONE = "SELECT undone_at FROM imports WHERE athlete_id = :athlete_id AND undone_at IS NOT NULL"


def basis(session: Session, athlete_id: str) -> ImportBasis:
    """What is stored that an import has to know; nothing of imports that were undone."""
    versions = [
        StoredVersion(workout_id, date.fromisoformat(day), start, source, digest, imported_digest, Standing(standing))
        for workout_id, day, start, source, digest, imported_digest, standing in session.rows(
            _VERSIONS, athlete_id=athlete_id
        )
    ]
    stored = names.stored_names(session, athlete_id)
    return ImportBasis(athletes.revision(session, athlete_id), stored, versions)


def sets_on(session: Session, athlete_id: str, first: date, last: date) -> list[StoredSet]:
    """All sets in the history from day ``first`` to and with ``last``, those of a workout together and in order."""
    rows = session.rows(_SETS_ON, athlete_id=athlete_id, first=first.isoformat(), last=last.isoformat())
    return [StoredSet(*row) for row in rows]


def records(session: Session, athlete_id: str) -> list[ImportRecord]:
    """All imports, newest first, undone ones too."""
    return [_record(row) for row in session.rows(_ALL, athlete_id=athlete_id)]


def same_file(session: Session, athlete_id: str, file_digest: str) -> ImportRecord | None:
    """The import that took this very file, if everything it found or added then is still accounted for."""
    rows = session.rows(_ALL, athlete_id=athlete_id)
    undone = max((row[-1] for row in session.rows(_UNDONE, athlete_id=athlete_id)), default="")
    found = [row for row in rows if row[-1] == file_digest and not row[9] and row[4] > undone]
    return _record(found[0]) if found else None


def _record(row: Row) -> ImportRecord:
    import_id, source, variant, file_name, imported_at, sets, workouts, first, last, undone, summary, _ = row
    return ImportRecord(
        import_id,
        source,
        variant,
        file_name,
        datetime.fromisoformat(imported_at),
        sets,
        workouts,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        bool(undone),
        summary,
    )
