"""An invented training log of two years, made on the spot: the same day and seed give the same log everywhere.

One lifter, two days a week: deadlift and seated curl on Monday, Romanian deadlift and swing on Thursday, plus a spell
of Nordics and back extensions. The log has what real logs have: missed weeks, a deload every eighth week, five weeks
away, fifteen weeks in a gym with pound plates, sets without a RIR, drop sets, days that went badly, and progress that
slows. Strength follows a curve that flattens; the sets follow from it by double progression (science rule 5), so the
loads are what a person with a plate rack would have written down. All numbers are invented.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hamcore.dates import week_start
from hamcore.interchange.parsed import ParsedFile, ParsedSet, ParsedWorkout, RecordClass
from hamcore.model.log import SetType
from hamcore.units import LoadUnit, convert, plain, round_to_step

WEEKS = 104
LAYOFF = range(57, 62)
POUND_WEEKS = range(66, 81)
NORDIC_WEEKS = range(28, 41)
BLOCK_WEEKS = range(89, WEEKS + 1)
"""A block in which the deadlift goes better than it did before."""
DELOAD_EVERY = 8

_CLASS_OF = {
    SetType.WARM_UP: RecordClass.WARM_UP,
    SetType.DROP: RecordClass.DROP,
    SetType.FAILURE: RecordClass.FAILURE,
}


@dataclass(frozen=True, slots=True)
class _Lift:
    """One exercise of the invented lifter: ``start_kg`` is the e1RM at first, ``gain_kg`` what is left to gain."""

    name: str
    start_kg: float
    gain_kg: float
    weeks_to_half: float
    low_reps: int
    high_reps: int
    step: dict[LoadUnit, Decimal]
    warm_ups: tuple[tuple[int, int], ...]


_DAYS = (_HINGE_DAY, _SWING_DAY) = ("Deadlift and curl", "RDL and swing")
_MISSED = {_HINGE_DAY: (0.0, 0.07), _SWING_DAY: (0.035, 0.14)}
"""The part of all draws that leaves a day out; both where they overlap."""

_BAR_STEPS = {LoadUnit.KG: Decimal("2.5"), LoadUnit.LB: Decimal(5)}
_STACK_STEPS = {LoadUnit.KG: Decimal("2.5"), LoadUnit.LB: Decimal(5)}
_DEADLIFT = _Lift("Deadlift (Barbell)", 122, 78, 72, 6, 8, _BAR_STEPS, ((45, 5), (65, 4), (85, 2)))
_ROMANIAN = _Lift("Romanian Deadlift (Barbell)", 92, 56, 80, 6, 8, _BAR_STEPS, ((50, 6), (75, 4)))
_CURL = _Lift("Seated Leg Curl (Machine)", 52, 30, 60, 10, 12, _STACK_STEPS, ((60, 10),))


@dataclass(slots=True)
class _Lifter:
    """The load each lift is at, in kilograms, and how often in a row it was missed."""

    chance: Random
    load_kg: dict[str, Decimal] = field(default_factory=dict)
    misses: Counter[str] = field(default_factory=Counter)
    missed: set[str] = field(default_factory=set)
    """The days left out last week."""


def demo_log(today: date, seed: int = 1) -> ParsedFile:
    """The demo log that ends just before ``today``: source ``demo``, about 170 workouts, kilograms and pounds."""
    lifter = _Lifter(Random(f"lifter {seed}"))  # noqa: S311 - an invented log, nothing secret
    first_monday = week_start(today) - timedelta(weeks=WEEKS)
    workouts: list[ParsedWorkout] = []
    for week in range(WEEKS + 1):
        monday = first_monday + timedelta(weeks=week)
        workouts += [workout for workout in _week(lifter, week, monday) if workout.day < today]
    classes = Counter(_class_of(one) for workout in workouts for one in workout.sets)
    return ParsedFile(
        source="demo",
        variant="two years",
        records=classes.total(),
        classes=dict(classes),
        workouts=_shared(workouts),
        unit=None,
    )


def _class_of(one: ParsedSet) -> RecordClass:
    return RecordClass.TIMED if one.seconds else _CLASS_OF.get(one.set_type, RecordClass.WORKING)


def _shared(workouts: list[ParsedWorkout]) -> list[ParsedWorkout]:
    """The same workouts, equal sets as one object."""
    known: dict[ParsedSet, ParsedSet] = {}
    return [workout._replace(sets=[known.setdefault(one, one) for one in workout.sets]) for workout in workouts]


def _week(lifter: _Lifter, week: int, monday: date) -> Iterator[ParsedWorkout]:
    """The workouts of one week. A day is missed now and then, never twice running; the layoff is another matter."""
    draw = lifter.chance.random()
    late = [int(lifter.chance.random() * 2.4) for _ in _DAYS]
    missed = {title for title, (low, high) in _MISSED.items() if low <= draw < high} - lifter.missed
    lifter.missed = missed
    for place, title in enumerate(_DAYS):
        if title not in missed and week not in LAYOFF:
            yield _workout(lifter, week, monday + timedelta(days=3 * place + late[place]), title)


def _workout(lifter: _Lifter, week: int, day: date, title: str) -> ParsedWorkout:
    unit = LoadUnit.LB if week in POUND_WEEKS else LoadUnit.KG
    form = _form_of_the_day(lifter.chance)
    if title == _HINGE_DAY:
        sets = [*_lift_sets(lifter, _DEADLIFT, week, unit, form), *_lift_sets(lifter, _CURL, week, unit, form)]
        sets += _single(week, unit, form)
    else:
        sets = [*_lift_sets(lifter, _ROMANIAN, week, unit, form), *_swings(lifter, week, unit)]
    sets += _extras(lifter, week, title)
    minute = int(lifter.chance.random() * 50)
    duration_s = 900 + 150 * len(sets) + int(lifter.chance.random() * 400)
    return ParsedWorkout(day, f"{day.isoformat()}T17:{minute:02d}:00", title, _note(week), duration_s, sets)


def _note(week: int) -> str:
    if week == LAYOFF.stop:
        return "First session after five weeks away"
    if week == POUND_WEEKS.start:
        return "New gym, plates in pounds"
    if week == POUND_WEEKS.stop:
        return "Back at the old gym"
    return "Deload: half the sets" if _is_deload(week) else ""


def _is_deload(week: int) -> bool:
    return week % DELOAD_EVERY == DELOAD_EVERY // 2


def _form_of_the_day(chance: Random) -> float:
    """A factor on strength: usually 0.97 to 1.03, now and then a bad day of 0.93."""
    spread = (chance.random() + chance.random() + chance.random()) / 3 - 0.5
    bad_day = chance.random() < 0.07
    return 1 + spread * 0.09 - (0.055 if bad_day else 0.0)


def _strength_kg(lift: _Lift, week: int) -> float:
    """The lifter's true e1RM in a week: half of the gain after ``weeks_to_half``, less after the layoff."""
    trained = week - (len(LAYOFF) if week >= LAYOFF.stop else 0)
    curve = lift.start_kg + lift.gain_kg * trained / (trained + lift.weeks_to_half)
    weeks_back = week - LAYOFF.stop
    loss = 0.09 * (1 - weeks_back / 9) if 0 <= weeks_back < 9 else 0.0
    extra = 0.0035 * max(0, week - BLOCK_WEEKS.start) if lift is _DEADLIFT else 0.0
    return curve * (1 - loss + extra)


def _lift_sets(lifter: _Lifter, lift: _Lift, week: int, unit: LoadUnit, form: float) -> list[ParsedSet]:
    """Warm-ups and working sets of one lift on one day; the load for the next time is settled on the way."""
    strength = _strength_kg(lift, week) * form
    load_kg = lifter.load_kg.get(lift.name, Decimal(str(round(lift.start_kg * 0.76, 1))))
    if week == LAYOFF.stop and lifter.misses[lift.name] >= 0:
        load_kg *= Decimal("0.88")
        lifter.misses[lift.name] = -1
    load = _on_plates(load_kg, lift, unit)
    sets = [
        _set(lift.name, _on_plates(load_kg * share / 100, lift, unit), unit, reps, None, SetType.WARM_UP)
        for share, reps in lift.warm_ups
    ]
    count = 2 if _is_deload(week) else 3
    reps_done = []
    for number in range(count):
        reps, rir = _effort(lifter.chance, lift, strength, float(convert(load, unit, LoadUnit.KG)), number)
        reps_done.append(reps)
        sets.append(_set(lift.name, load, unit, reps, rir, _set_type(lifter.chance, lift, number, rir)))
    sets += _drop(lifter.chance, lift, sets[-1], load)
    lifter.load_kg[lift.name] = _next_load(lifter, lift, convert(load, unit, LoadUnit.KG), reps_done, week)
    return sets


def _effort(chance: Random, lift: _Lift, strength: float, load_kg: float, number: int) -> tuple[int, float | None]:
    """Repetitions done and the RIR written down (None: forgotten), from what was possible on the day."""
    possible = 30 * (strength / load_kg - 1) - 0.6 * number
    reps = min(max(int(possible - 0.7 - chance.random()), lift.low_reps - 3, 1), lift.high_reps)
    left = min(max(round(possible - reps + 2.8 * chance.random() - 1.5), 0), 5)
    return reps, None if chance.random() < 0.12 else float(left)


def _set_type(chance: Random, lift: _Lift, number: int, rir: float | None) -> SetType:
    isolation = lift is _CURL
    to_failure = isolation and number == 2 and rir is not None and rir <= 1 and chance.random() < 0.25
    return SetType.FAILURE if to_failure else SetType.WORKING


def _drop(chance: Random, lift: _Lift, last: ParsedSet, load: Decimal) -> list[ParsedSet]:
    if lift is not _CURL or chance.random() > 0.14 or last.unit is None:
        return []
    lighter = _round(load * Decimal("0.7"), lift.step[last.unit])
    return [_set(lift.name, lighter, last.unit, 8 + int(chance.random() * 4), None, SetType.DROP)]


def _next_load(lifter: _Lifter, lift: _Lift, load_kg: Decimal, reps: list[int], week: int) -> Decimal:
    """Double progression: a step up at the top of the range, 5 % down after two misses in a row."""
    if _is_deload(week):
        return load_kg
    if min(reps) >= lift.high_reps:
        lifter.misses[lift.name] = 0
        return load_kg + Decimal("2.5")
    lifter.misses[lift.name] = lifter.misses[lift.name] + 1 if reps[0] < lift.low_reps else 0
    if lifter.misses[lift.name] >= 2:
        lifter.misses[lift.name] = 0
        return load_kg * Decimal("0.95")
    return load_kg


def _single(week: int, unit: LoadUnit, form: float) -> list[ParsedSet]:
    """A heavy single now and then, logged after the work."""
    if week % 13 != 6:
        return []
    load = _on_plates(Decimal(str(round(_strength_kg(_DEADLIFT, week) * form * 0.955, 2))), _DEADLIFT, unit)
    return [_set(_DEADLIFT.name, load, unit, 1, 1.0, SetType.WORKING)]


def _swings(lifter: _Lifter, week: int, unit: LoadUnit) -> list[ParsedSet]:
    """Three sets of swings with the bell of that half-year: 16, 20, 24, 28 kg, or the nearest in pounds."""
    bell = (16, 20, 24, 28)[min(week // 26, 3)]
    load = Decimal(bell) if unit is LoadUnit.KG else Decimal({16: 35, 20: 44, 24: 53, 28: 62}[bell])
    count = 2 if _is_deload(week) else 3
    return [
        _set("Kettlebell Swing", load, unit, 12 + int(lifter.chance.random() * 4), None, SetType.WORKING)
        for _ in range(count)
    ]


def _extras(lifter: _Lifter, week: int, title: str) -> list[ParsedSet]:
    """The Nordic and back extension spell, and two exercises under the lifter's own names."""
    draw = lifter.chance.random()
    if title == _SWING_DAY and week in NORDIC_WEEKS:
        reps = 3 + (week - NORDIC_WEEKS.start) // 3
        return [_set("Nordic Curl", None, LoadUnit.KG, max(reps - number, 2), None) for number in range(3)] + [
            _set("Back Extension", Decimal(10), LoadUnit.KG, 12 - number, 2.0) for number in range(2)
        ]
    if title == _SWING_DAY and draw < 0.25:
        return [_set("Towel slides on the kitchen floor", None, LoadUnit.KG, 8 + int(draw * 20), None)] * 2
    if title == _HINGE_DAY and draw < 0.2:
        hold = _set("Plank", None, LoadUnit.KG, None, None)
        return [hold._replace(seconds=seconds) for seconds in (45.0, 45.0 + 5 * int(draw * 30))]
    return []


def _on_plates(load_kg: Decimal, lift: _Lift, unit: LoadUnit) -> Decimal:
    return _round(convert(load_kg, LoadUnit.KG, unit), lift.step[unit])


def _round(value: Decimal, step: Decimal) -> Decimal:
    return plain(round_to_step(value, step))


def _set(
    name: str,
    load: Decimal | None,
    unit: LoadUnit,
    reps: int | None,
    rir: float | None,
    set_type: SetType = SetType.WORKING,
) -> ParsedSet:
    text, known_unit = ("", None) if load is None else (str(load), unit)
    return ParsedSet(name, set_type, text, known_unit, reps, rir, None, None, "")
