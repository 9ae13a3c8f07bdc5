"""A person's own routines and their versions.

A routine is stored as JSON. A version is kept of each routine that was saved on purpose; what changes in between (a
card dragged on the board) replaces what there is without a version of its own. A deleted routine can be brought back
until the daily upkeep lets it go.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hamcore.catalog.routine_values import routine_from, routine_values
from hamcore.model.routine import Routine
from hamcore.storage.digest import seal
from hamcore.storage.sqlite import Row, Session

_ONE = """
    SELECT routine_id, name, document, version, created_at, changed_at, deleted_at FROM routines
    WHERE athlete_id = :athlete_id AND routine_id = :routine_id"""
_OF_ATHLETE = """
    SELECT routine_id, name, document, version, created_at, changed_at, deleted_at FROM routines
    WHERE athlete_id = :athlete_id ORDER BY created_at, routine_id"""
_KEPT = """
    SELECT document FROM routine_versions
    WHERE athlete_id = :athlete_id AND routine_id = :routine_id AND version = :version"""
_INSERT = """
    INSERT INTO routines (athlete_id, routine_id, name, document, version, created_at, changed_at, deleted_at, seal)
    VALUES (:athlete_id, :routine_id, :name, :document, :version, :created_at, :changed_at, :deleted_at, :seal)"""
_UPDATE = """
    UPDATE routines SET name = :name, document = :document, version = :version, created_at = :created_at,
        changed_at = :changed_at, deleted_at = :deleted_at, seal = :seal
    WHERE athlete_id = :athlete_id AND routine_id = :routine_id"""
_KEEP = """
    INSERT INTO routine_versions (athlete_id, routine_id, version, saved_at, note, document, seal)
    VALUES (:athlete_id, :routine_id, :version, :saved_at, :note, :document, :seal)"""
_VERSIONS = """
    SELECT version, saved_at, note, document FROM routine_versions
    WHERE athlete_id = :athlete_id AND routine_id = :routine_id ORDER BY version DESC"""
_ALL = "SELECT seal, routine_id, name, document, version, created_at, changed_at, deleted_at FROM routines"
_ALL_VERSIONS = "SELECT seal, routine_id, version, saved_at, note, document FROM routine_versions"


@dataclass(frozen=True, slots=True)
class StoredRoutine:
    """A routine as it is now. ``version`` is the latest one kept, 0 if there is none yet.

    ``is_draft``: it says something else than that version. Times are local, ``YYYY-MM-DDTHH:MM:SS``; ``deleted_at`` is
    empty for one that is there.
    """

    routine: Routine
    version: int
    created_at: str
    changed_at: str
    deleted_at: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class RoutineVersion:
    """A version that was kept: its number from 1 up, when it was saved, what the person noted."""

    version: int
    saved_at: str
    note: str
    routine: Routine


@dataclass(slots=True)
class _Stored:
    """A row of the table; the fields in the order of its columns."""

    routine_id: str
    name: str
    document: str
    version: int
    created_at: str
    changed_at: str
    deleted_at: str | None = None


def save(session: Session, athlete_id: str, routine: Routine, note: str, now: str, *, keep: bool) -> tuple[int, bool]:
    """Store a routine over the one of its id; the latest kept version, and whether anything changed.

    ``keep`` makes a version of it, unless the latest one says the same. A deleted routine comes back. Raises ValueError
    for a routine that could not be read again.
    """
    document, mine = text_of(routine), {"athlete_id": athlete_id, "routine_id": routine.routine_id}
    row = session.one(_ONE, **mine)
    before = _Stored(*row) if row else None
    stored = _Stored(routine.routine_id, routine.name, document, 0, now, now)
    if before:
        stored.version, stored.created_at = before.version, before.created_at
    is_kept = session.one(_KEPT, version=stored.version, **mine) == (document,)
    adds = keep and not is_kept
    if before and before.deleted_at is None and before.document == document and not adds:
        return before.version, False
    stored.version += adds
    _write(session, athlete_id, stored, is_new=before is None)
    if adds:
        sealed = seal(routine.routine_id, stored.version, now, note, document)
        session.run(_KEEP, version=stored.version, saved_at=now, note=note, document=document, seal=sealed, **mine)
    return stored.version, True


def load_all(session: Session, athlete_id: str, *, deleted: bool) -> list[StoredRoutine]:
    """The routines that are there, or those that were ``deleted``, the oldest first; none that cannot be read."""
    rows = (_Stored(*row) for row in session.rows(_OF_ATHLETE, athlete_id=athlete_id))
    found = (_stored(session, athlete_id, row) for row in rows if (row.deleted_at is not None) is deleted)
    return [one for one in found if one]


def load_present(session: Session, athlete_id: str) -> dict[str, Routine]:
    """Routine id to routine, of those that are there and can be read, the oldest first."""
    rows = (_Stored(*row) for row in session.rows(_OF_ATHLETE, athlete_id=athlete_id))
    read = ((row.routine_id, routine_of(row.document)) for row in rows if row.deleted_at is None)
    return {routine_id: routine for routine_id, routine in read if routine}


def versions(session: Session, athlete_id: str, routine_id: str) -> list[RoutineVersion]:
    """The kept versions of a routine, the newest first, also of a deleted one; none that cannot be read."""
    rows = session.rows(_VERSIONS, athlete_id=athlete_id, routine_id=routine_id)
    read = ((row, routine_of(row[3])) for row in rows)
    return [RoutineVersion(row[0], row[1], row[2], routine) for row, routine in read if routine]


def set_deleted(session: Session, athlete_id: str, routine_id: str, deleted_at: str | None) -> bool:
    """Delete a routine, or bring it back (None); False if it is not stored or that says nothing new."""
    row = session.one(_ONE, athlete_id=athlete_id, routine_id=routine_id)
    stored = _Stored(*row) if row else None
    if stored is None or (stored.deleted_at is None) is (deleted_at is None):
        return False
    stored.deleted_at = deleted_at
    _write(session, athlete_id, stored, is_new=False)
    return True


def faults(session: Session) -> Iterator[str]:
    """A message for each routine and version that is not as it was written or cannot be read."""
    for sealed, *row in session.rows(_ALL):
        what = f"the routine {row[1]!r} ({row[0]})"
        yield from _fault(what, sealed == seal(*row), row[2])
    for sealed, routine_id, version, *more in session.rows(_ALL_VERSIONS):
        what = f"version {version} of the routine {routine_id}"
        yield from _fault(what, sealed == seal(routine_id, version, *more), more[-1])


def _fault(what: str, is_sealed: bool, document: str) -> Iterator[str]:
    if not is_sealed:
        yield f"{what} is not as it was written"
    elif routine_of(document) is None:
        yield f"{what} cannot be read"


def text_of(routine: Routine) -> str:
    """The routine as JSON; equal routines give equal texts. Raises ValueError if it could not be read again."""
    values = routine_values(routine)
    _, problems = routine_from(values, "the routine")
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    return json.dumps(values, separators=(",", ":"))


# The same few texts are read again after every set that is logged, and a routine never changes.
@lru_cache(maxsize=256)
def routine_of(document: str) -> Routine | None:
    """The routine in a stored text, None if it cannot be read."""
    try:
        values = json.loads(document)
    except (ValueError, RecursionError):
        return None
    return routine_from(values, "")[0] if isinstance(values, dict) else None


def _write(session: Session, athlete_id: str, one: _Stored, *, is_new: bool) -> None:
    values = {name: getattr(one, name) for name in _Stored.__slots__}
    statement = _INSERT if is_new else _UPDATE
    session.run(statement, athlete_id=athlete_id, seal=seal(*values.values()), **values)


def _stored(session: Session, athlete_id: str, row: _Stored) -> StoredRoutine | None:
    routine = routine_of(row.document)
    if routine is None:
        return None
    kept: Row | None = session.one(_KEPT, athlete_id=athlete_id, routine_id=row.routine_id, version=row.version)
    return StoredRoutine(
        routine, row.version, row.created_at, row.changed_at, row.deleted_at or "", kept != (row.document,)
    )
