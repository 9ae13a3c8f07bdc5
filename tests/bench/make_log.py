"""A long training log in Strong's comma form, the same bytes for the same arguments. All numbers are invented."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
LIFTS = (
    *("Deadlift (Barbell)", "Romanian Deadlift (Barbell)", "Seated Leg Curl (Machine)", "Kettlebell Swing"),
    *("Squat (Barbell)", "Good Morning (Barbell)", "Lying Leg Curl (Machine)", "Hip Thrust (Barbell)"),
    *("Bench Press (Barbell)", "Overhead Press (Barbell)", "Pull Up", "Bicep Curl (Dumbbell)", "Plank"),
)
SETS_PER_WORKOUT = 36
_FIRST_DAY = datetime(2010, 1, 4, 18, 5, 30)


def strong_log(sets: int, seed: int = 1) -> bytes:
    """A log of ``sets`` sets, about 36 in each workout, a workout every other day."""
    return (HEADER + "".join(_workouts(sets, random.Random(seed)))).encode()


def one_workout(start: datetime, sets: int = SETS_PER_WORKOUT, seed: int = 2) -> bytes:
    """The rows of one more workout, without a header."""
    return "".join(_rows(start, sets, random.Random(seed))).encode()


def _workouts(sets: int, chance: random.Random) -> Iterator[str]:
    number = 0
    while sets > 0:
        start = _FIRST_DAY + timedelta(days=2 * number, minutes=chance.randrange(180))
        yield from _rows(start, min(sets, SETS_PER_WORKOUT), chance)
        sets -= SETS_PER_WORKOUT
        number += 1


def _rows(start: datetime, sets: int, chance: random.Random) -> Iterator[str]:
    lifts = chance.sample(LIFTS, 6)
    for place in range(sets):
        lift = lifts[place * len(lifts) // sets]
        order = place % (sets // len(lifts) or 1) + 1
        timed = lift == "Plank"
        load = 0.0 if timed else 20 + 2.5 * chance.randrange(72)
        reps = 0 if timed else chance.choice((5, 5, 6, 8, 8, 10, 12))
        rpe = "" if timed or chance.random() < 0.3 else str(chance.choice((7, 7.5, 8, 8.5, 9)))
        seconds = 5.0 * chance.randrange(6, 19) if timed else 0.0
        yield f"{start},Day {start.weekday()},1h 10m,{lift},{order},{load},{reps}.0,0,{seconds},{rpe}\n"
