"""Workouts and sets for tests."""

from datetime import date
from decimal import Decimal

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit

ME = LOCAL_ATHLETE
DAY = date(2026, 11, 24)


def a_workout(workout_id: str = "w1", day: date = DAY, started_at: str = "2026-11-24T18:30:00") -> Workout:
    return Workout(workout_id, day, started_at, "Hinge day", "slept well", 3600, "manual")


def a_set(
    set_no: int = 1,
    workout_id: str = "w1",
    exercise: str = "barbell_deadlift",
    load: str = "100",
    reps: int | None = 5,
    day: date = DAY,
) -> LoggedSet:
    typed = Load(Decimal(load), LoadUnit.KG)
    return LoggedSet(
        workout_id, set_no, set_no, day, exercise, SetType.WORKING, typed, typed.kg, reps, 2.0, None, None, ""
    )
