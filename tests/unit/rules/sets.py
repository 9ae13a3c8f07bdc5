"""Short ways to write sets and histories in tests."""

from datetime import date, timedelta
from decimal import Decimal

from hamcore.model.log import LoggedSet, SetType, Side
from hamcore.units import Load, LoadUnit

FIRST = date(2026, 1, 5)
"""A Monday."""


def a_set(
    load: str | None = "100",
    reps: int | None = 8,
    *,
    day: date = FIRST,
    workout: str | None = None,
    set_no: int = 1,
    rir: float | None = None,
    set_type: SetType = SetType.WORKING,
    unit: LoadUnit = LoadUnit.KG,
    exercise: str = "barbell_deadlift",
    seconds: float | None = None,
    side: Side | None = None,
) -> LoggedSet:
    """One set; the workout is named after its day if not given."""
    typed = None if load is None else Load(Decimal(load), unit)
    kg = None if typed is None else typed.kg
    name = workout or day.isoformat()
    return LoggedSet(name, set_no, set_no, day, exercise, set_type, typed, kg, reps, rir, seconds, None, "", side)


def weekly(loads: list[str], reps: int = 5, *, first: date = FIRST, every_days: int = 7) -> list[LoggedSet]:
    """One set a session, ``every_days`` apart, with these loads."""
    return [a_set(load, reps, day=first + timedelta(days=every_days * i)) for i, load in enumerate(loads)]
