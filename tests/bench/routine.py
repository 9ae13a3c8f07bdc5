"""How long a routine takes to be checked and to be played forward.

Run it with ``python -m tests.bench.routine``. Each figure stands beside a plain loop timed in the same run: only the
ratio travels between machines. Playing 20 exercises forward for 12 weeks in 200 runs is to stay under 0.3 s on an idle
machine.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from statistics import median
from time import process_time

from hamcore.dates import Weekday
from hamcore.model.exercise import LoadKind
from hamcore.model.log import LoggedSet, SetType
from hamcore.model.routine import Routine, RoutineDay, Slot
from hamcore.model.settings import Settings
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.forecast import forecast, lifts_of
from hamcore.rules.loadable import loadable_for
from hamcore.rules.routine_check import check
from hamcore.units import Load, LoadUnit
from tests.unit.rules.routines import SHIPPED, routine

ROUNDS = 7
START = date(2026, 3, 2)
FULL = "mon: fold 2x30s, swing 3x12-15, seated 6x10-12 r30, dl 5x6-8 drop; tue: rdl 6x6-8, lying 6x10-12"
"""A routine with eight findings worth a look."""
KEYS = [
    key
    for key, one in SHIPPED.exercises.items()
    if one.credits.weighted and one.load_kind in (LoadKind.EXTERNAL, LoadKind.PER_HAND)
][:20]


def past(key: str) -> list[Exposure]:
    """Thirty weekly workouts in which seven sets of ten are made."""
    planned = SHIPPED.exercises[key].prescription
    chance = Random(key)
    rows: list[LoggedSet] = []
    for week in range(30):
        day = START - timedelta(weeks=30 - week)
        load = Load(Decimal(60) + Decimal("2.5") * (week // 3), LoadUnit.KG)
        for number in range(1, planned.sets + 1):
            reps = planned.reps.lo + week % 3 - (chance.random() > 0.7)
            row = LoggedSet(str(week), number, number, day, key, SetType.WORKING, load, load.kg, reps, *_REST)
            rows.append(row)
    return exposures(rows)


_REST = (None, None, None, "")


def plain_loop() -> int:
    """The floor: a million additions."""
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = process_time()
    work()
    return process_time() - start


def main() -> None:
    """Print both figures."""
    days = tuple(
        RoutineDay("Day", Weekday(2 * at), tuple(Slot(key, SHIPPED.exercises[key].prescription) for key in keys))
        for at, keys in enumerate((KEYS[:7], KEYS[7:14], KEYS[14:]))
    )
    histories = {key: past(key) for key in KEYS}
    frames = {key: CoachFrame(START, loadable_for(SHIPPED.exercises[key], Settings())) for key in KEYS}
    plan = Routine("r", "Bench", "", days)
    lifts = lifts_of(plan, START, 12, SHIPPED.exercises, histories.__getitem__, frames.__getitem__)
    full = routine(FULL)
    works: dict[str, Callable[[], object]] = {
        "check of a routine with eight findings": lambda: check(full, SHIPPED.exercises, SHIPPED.stretches),
        f"{len(lifts)} exercises, 12 weeks, 200 runs": lambda: forecast(lifts, START, 12, seed=1),
        f"{len(lifts)} exercises, 12 weeks, one run": lambda: forecast(lifts, START, 12, seed=1, runs=1),
    }
    for name, work in works.items():
        pairs = [(timed(work), timed(plain_loop)) for _ in range(ROUNDS)]
        seconds, ratio = median(own for own, _ in pairs), median(own / floor for own, floor in pairs)
        print(f"{name}: {seconds * 1000:.1f} ms, {ratio:.2f} of a million additions")


if __name__ == "__main__":
    main()
