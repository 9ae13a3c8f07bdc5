"""A made-up log of any size for benchmarks, the same on every machine: 24 exercises, 7 a workout, 5 sets each."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.units import Load, LoadUnit

START = date(2010, 1, 4)
EXERCISES = (
    "barbell_deadlift",
    "romanian_deadlift",
    "seated_leg_curl",
    "kettlebell_swing",
    *(f"name:Lift {number}" for number in range(20)),
)


def workouts(sets: int, seed: int = 1) -> Iterator[tuple[Workout, list[LoggedSet]]]:
    """Workouts with about ``sets`` sets in all, oldest first, some with a warm-up, loads rising slowly."""
    chance = Random(seed)
    loads: dict[float, Load] = {}
    day, made, number = START, 0, 0
    while made < sets:
        workout = Workout(f"w{number:07}", day, "", "", "", None, "bench")
        own = []
        for place in range(35):
            exercise = EXERCISES[(number + place // 5 * 5) % len(EXERCISES)]
            kg = 60 + 2.5 * chance.randrange(8) + 2.5 * (16 * made // sets)
            load = loads.setdefault(kg, Load(Decimal(str(kg)), LoadUnit.KG))
            kind = SetType.WORKING if place % 5 else SetType.WARM_UP
            reps = chance.randint(5, 12)
            row = (workout.workout_id, place, place, day, exercise, kind, load, kg, reps, None, None, None, "")
            own.append(LoggedSet(*row))
        yield workout, own
        made, number, day = made + len(own), number + 1, day + timedelta(days=chance.choice([1, 1, 2]))
