"""What a person reported that asks for care before load."""

from collections.abc import Iterator
from datetime import date

from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.storage.digest import seal
from hamcore.storage.sqlite import Row, Session

_NOTE = """
    INSERT INTO symptoms (athlete_id, symptom_id, kind, noted_on, cleared_on, seal)
    VALUES (:athlete_id, :symptom_id, :kind, :noted_on, :cleared_on, :seal)
    ON CONFLICT DO NOTHING"""
_CLEAR = """
    UPDATE symptoms SET kind = :kind, noted_on = :noted_on, cleared_on = :cleared_on, seal = :seal
    WHERE athlete_id = :athlete_id AND symptom_id = :symptom_id"""
_ONE = """
    SELECT symptom_id, kind, noted_on, cleared_on FROM symptoms
    WHERE athlete_id = :athlete_id AND symptom_id = :symptom_id"""
_OF_ATHLETE = """
    SELECT symptom_id, kind, noted_on, cleared_on FROM symptoms
    WHERE athlete_id = :athlete_id ORDER BY noted_on, symptom_id"""
_ALL = "SELECT seal, symptom_id, kind, noted_on, cleared_on FROM symptoms"


def note(session: Session, athlete_id: str, symptom: Symptom) -> bool:
    """Store a report; False if it is stored already."""
    return session.run(_NOTE, athlete_id=athlete_id, seal=_sealed(symptom), **_values(symptom)) > 0


def clear(session: Session, athlete_id: str, symptom_id: str, day: date | None) -> bool:
    """Note on which day it had gone, None to take that back; False if it is not stored or nothing changes.

    Raises ValueError for a day before the report.
    """
    row = session.one(_ONE, athlete_id=athlete_id, symptom_id=symptom_id)
    if row is None:
        return False
    before = _read(row)
    if day is not None and day < before.noted_on:
        raise ValueError(f"what was noted on {before.noted_on} cannot have gone on {day}")
    after = Symptom(symptom_id, before.kind, before.noted_on, day)
    if after == before:
        return False
    session.run(_CLEAR, athlete_id=athlete_id, seal=_sealed(after), **_values(after))
    return True


def load_all(session: Session, athlete_id: str) -> tuple[Symptom, ...]:
    """All reports, the oldest first, also those that have gone.

    One whose kind or day cannot be read counts as a red flag that still holds: to stop once too often is safe.
    """
    return tuple(_read(row) for row in session.rows(_OF_ATHLETE, athlete_id=athlete_id))


def faults(session: Session) -> Iterator[str]:
    """A message for each report that is not as it was written."""
    for sealed, symptom_id, *more in session.rows(_ALL):
        if seal(symptom_id, *more) != sealed:
            yield f"the report {symptom_id} of something that hurts is not as it was written"


def _read(row: Row) -> Symptom:
    symptom_id, kind, noted_on, cleared_on = row
    try:
        gone = None if cleared_on is None else date.fromisoformat(cleared_on)
        return Symptom(symptom_id, SymptomKind(kind), date.fromisoformat(noted_on), gone)
    except ValueError:
        return Symptom(symptom_id, SymptomKind.RED_FLAG, date.min)


def _values(symptom: Symptom) -> dict[str, str | None]:
    return {
        "symptom_id": symptom.symptom_id,
        "kind": symptom.kind.value,
        "noted_on": symptom.noted_on.isoformat(),
        "cleared_on": None if symptom.cleared_on is None else symptom.cleared_on.isoformat(),
    }


def _sealed(symptom: Symptom) -> str:
    return seal(*_values(symptom).values())
