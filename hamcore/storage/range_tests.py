"""Readings of range tests."""

from collections.abc import Iterator
from datetime import date

from hamcore.model.log import Side
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit
from hamcore.storage import kept
from hamcore.storage.kept import Kept, Value
from hamcore.storage.sqlite import Session

_ADD = """
    INSERT INTO range_tests (athlete_id, test_id, day, test, side, reading, unit, zero_point_cm, warm, note,
        changed_in, deleted_at, seal)
    VALUES (:athlete_id, :test_id, :day, :test, :side, :reading, :unit, :zero_point_cm, :warm, :note,
        :changed_in, :deleted_at, :seal)"""
_CHANGE = """
    UPDATE range_tests SET day = :day, test = :test, side = :side, reading = :reading, unit = :unit,
        zero_point_cm = :zero_point_cm, warm = :warm, note = :note, changed_in = :changed_in,
        deleted_at = :deleted_at, seal = :seal
    WHERE athlete_id = :athlete_id AND test_id = :test_id"""
_ONE = """
    SELECT test_id, day, test, side, reading, unit, zero_point_cm, warm, note, deleted_at FROM range_tests
    WHERE athlete_id = :athlete_id AND test_id = :record_id"""
_THERE = """
    SELECT test_id, day, test, side, reading, unit, zero_point_cm, warm, note FROM range_tests
    WHERE athlete_id = :athlete_id AND deleted_at IS NULL ORDER BY day, test_id"""
_EVERY = "SELECT seal, test_id, day, test, side, reading, unit, zero_point_cm, warm, note, deleted_at FROM range_tests"


def faults(session: Session) -> Iterator[str]:
    """A message for each reading that is not as it was written or cannot be read."""
    return kept.faults(session, RANGE_TESTS)


def _values(one: RangeTest) -> tuple[Value, ...]:
    return (
        one.test_id,
        one.day.isoformat(),
        one.test.value,
        one.side and one.side.value,
        float(one.value),
        one.unit.value,
        None if one.zero_point_cm is None else float(one.zero_point_cm),
        int(one.warm),
        one.note,
    )


def _read(
    test_id: str,
    day: str,
    test: str,
    side: str | None,
    reading: float,
    unit: str,
    zero_point_cm: float | None,
    warm: int,
    note: str,
) -> RangeTest:
    return RangeTest(
        test_id=test_id,
        day=date.fromisoformat(day),
        test=RangeTestName(test),
        side=None if side is None else Side(side),
        value=reading,
        unit=RangeUnit(unit),
        zero_point_cm=zero_point_cm,
        warm=bool(warm),
        note=note,
    )


RANGE_TESTS: Kept[RangeTest] = Kept(
    what="the range test",
    columns=("test_id", "day", "test", "side", "reading", "unit", "zero_point_cm", "warm", "note"),
    add=_ADD,
    change=_CHANGE,
    one=_ONE,
    there=_THERE,
    every=_EVERY,
    values=_values,
    read=_read,
)
