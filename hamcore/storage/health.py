"""Looking a whole database over: structure, references, and that every set says what it said when it was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import itemgetter

from hamcore.model.log import Form, Side
from hamcore.model.tempo import tempo_from
from hamcore.problems import Problem
from hamcore.storage import body, holds, own_stretches, plans, range_tests, routines, symptoms
from hamcore.storage.coding import SET_TYPES, load_from
from hamcore.storage.digest import digest_of_rows, seal
from hamcore.storage.sqlite import Row, Session

_SETS = """
    SELECT athlete_id, workout_id, set_no, position, name_no, set_type, load, reps, rir, seconds, distance_m, note,
        side, form, tempo
    FROM sets WHERE deleted_at IS NULL ORDER BY athlete_id, workout_id, set_no"""
_FACTS = """
    SELECT athlete_id, seal, workout_id, day, started_at, title, note, duration_s, source, digest
    FROM workouts WHERE digest <> ''"""
_NAMES = "SELECT seal, name_no, name, exercise_id FROM exercise_names"


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: how much there is, and what is wrong with it."""

    counts: Mapping[str, int]
    problems: tuple[Problem, ...]


def check(session: Session, where: str) -> Health:
    """Everything there is to say about the database ``where``. Takes about a second for 300,000 sets."""
    problems = tuple(Problem(where, message) for message in _faults(session))
    return Health(_counts(session), problems)


def _faults(session: Session) -> Iterator[str]:
    yield from (f"structure: {row[0]}" for row in session.rows("PRAGMA integrity_check") if row[0] != "ok")
    for table, *_ in session.rows("PRAGMA foreign_key_check"):
        yield f"a row of {table} belongs to a row that is not there"
    yield from spoiled_rows(session)
    yield from _unreadable(session)


def spoiled_rows(session: Session) -> Iterator[str]:
    """A message for each row of what a person logged, planned or said that is not what was written."""
    found = {key: [row[2:] for row in rows] for key, rows in groupby(session.rows(_SETS), key=itemgetter(0, 1))}
    for athlete_id, sealed, *facts in session.rows(_FACTS):
        workout_id, day, digest = facts[0], facts[1], facts[-1]
        if seal(*facts) != sealed:
            yield f"the workout of {day} ({workout_id}) is not as it was written"
        elif digest_of_rows(day, found.get((athlete_id, workout_id), [])) != digest:
            yield f"the sets of the workout of {day} ({workout_id}) are not as they were written"
    for sealed, number, name, exercise_id in session.rows(_NAMES):
        if seal(number, name, exercise_id) != sealed:
            yield f"the exercise name {name!r} is not as it was written"
    parts = (plans, body, symptoms, routines, holds, range_tests, own_stretches)
    yield from chain(*(part.faults(session) for part in parts))


def _unreadable(session: Session) -> Iterator[str]:
    checks: Iterable[tuple[str, str, object]] = (
        ("load", "SELECT DISTINCT load FROM sets WHERE load IS NOT NULL", load_from),
        ("type of set", "SELECT DISTINCT set_type FROM sets", SET_TYPES.__getitem__),
        ("side", "SELECT DISTINCT side FROM sets WHERE side IS NOT NULL", Side),
        ("note of form", "SELECT DISTINCT form FROM sets WHERE form IS NOT NULL", Form),
        ("tempo", "SELECT DISTINCT tempo FROM sets WHERE tempo IS NOT NULL", tempo_from),
        ("day", "SELECT DISTINCT day FROM workouts", date.fromisoformat),
    )
    for what, sql, read in checks:
        for (text,) in session.rows(sql):
            try:
                read(text)  # type: ignore[operator]
            except (ValueError, KeyError):
                yield f"{text!r} is not a {what}"


def _counts(session: Session) -> dict[str, int]:
    row: Row = session.rows(
        """SELECT (SELECT count(*) FROM athletes), (SELECT count(*) FROM workouts WHERE deleted_at IS NULL),
            (SELECT count(*) FROM sets s WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM workouts w
                WHERE w.athlete_id = s.athlete_id AND w.workout_id = s.workout_id AND w.deleted_at IS NULL)),
            (SELECT count(*) FROM imports WHERE undone_at IS NULL)"""
    )[0]
    return dict(zip(("athletes", "workouts", "sets", "imports"), row, strict=True))
