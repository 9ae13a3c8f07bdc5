"""Tables of records that a person can change, delete and bring back: holds, range tests, own stretches.

Each such table has the record's columns, then ``changed_in`` (the revision that changed the row last, so that nothing
is read anew while nothing changed), ``deleted_at`` and ``seal``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from hamcore.storage import athletes
from hamcore.storage.digest import seal
from hamcore.storage.sqlite import Row, Session

Record = TypeVar("Record")
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Kept(Generic[Record]):
    """A table and its statements.

    ``add``, ``change`` name each column; ``one`` finds the columns of a record and ``deleted_at`` by ``:record_id``;
    ``there`` those of all records that are there, in order; ``every`` the same with the seal first, for all athletes.
    ``columns`` are those of a record, the id first, in the order of the statements; ``values`` gives their values in
    that order; ``read`` makes the record of them again and raises ValueError where it cannot.
    """

    what: str
    columns: tuple[str, ...]
    add: str
    change: str
    one: str
    there: str
    every: str
    values: Callable[[Record], tuple[Value, ...]]
    read: Callable[..., Record]


def add(session: Session, kept: Kept[Record], athlete_id: str, record: Record) -> bool:
    """Store a new record; False if its id is stored already, deleted or not."""
    values = kept.values(record)
    if _stored(session, kept, athlete_id, values[0]):
        return False
    return _write(session, kept, athlete_id, values, None, is_new=True)


def edit(session: Session, kept: Kept[Record], athlete_id: str, record: Record) -> bool:
    """Change a record that is there; False if it is not, or says the same already."""
    values = kept.values(record)
    before = _stored(session, kept, athlete_id, values[0])
    if before is None or before[-1] is not None or before[:-1] == values:
        return False
    return _write(session, kept, athlete_id, values, None)


def save(session: Session, kept: Kept[Record], athlete_id: str, record: Record) -> bool:
    """Store a record over the one of its id, which comes back if it was deleted; False if that changes nothing."""
    values = kept.values(record)
    before = _stored(session, kept, athlete_id, values[0])
    if before == (*values, None):
        return False
    return _write(session, kept, athlete_id, values, None, is_new=before is None)


def set_deleted(session: Session, kept: Kept[Record], athlete_id: str, record_id: str, deleted_at: str | None) -> bool:
    """Delete a record, or bring it back (None) as it was; False if it is not stored or that says nothing new."""
    before = _stored(session, kept, athlete_id, record_id)
    if before is None or (before[-1] is None) is (deleted_at is None):
        return False
    return _write(session, kept, athlete_id, before[:-1], deleted_at)


def load(session: Session, kept: Kept[Record], athlete_id: str) -> tuple[Record, ...]:
    """The records that are there, in the order of the statement; none that cannot be read."""
    statement = kept.there
    found = (_read(kept, row) for row in session.rows(statement, athlete_id=athlete_id))
    return tuple(record for record in found if record is not None)


def faults(session: Session, kept: Kept[Record]) -> Iterator[str]:
    """A message for each record that is not as it was written or cannot be read."""
    statement = kept.every
    for sealed, *row in session.rows(statement):
        if seal(*row) != sealed:
            yield f"{kept.what} {row[0]!r} is not as it was written"
        elif _read(kept, row[:-1]) is None:
            yield f"{kept.what} {row[0]!r} cannot be read"


def _read(kept: Kept[Record], row: Sequence[Value]) -> Record | None:
    try:
        return kept.read(*row)
    except ValueError:
        return None


def _stored(session: Session, kept: Kept[Record], athlete_id: str, record_id: Value) -> Row | None:
    """The columns of a record, and ``deleted_at`` behind them."""
    statement = kept.one
    return session.one(statement, athlete_id=athlete_id, record_id=record_id)


def _write(
    session: Session,
    kept: Kept[Record],
    athlete_id: str,
    values: Sequence[Value],
    deleted_at: str | None,
    *,
    is_new: bool = False,
) -> bool:
    statement = kept.add if is_new else kept.change
    row: dict[str, Value] = dict(zip(kept.columns, values, strict=True))
    row |= {"athlete_id": athlete_id, "changed_in": athletes.revision(session, athlete_id) + 1}
    row |= {"deleted_at": deleted_at, "seal": seal(*values, deleted_at)}
    return session.run(statement, **row) > 0
