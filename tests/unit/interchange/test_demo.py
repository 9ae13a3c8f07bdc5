"""The demo log: the same everywhere, every record in one class, and with the marks of a real log."""

import hashlib
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.interchange.demo import demo_log
from hamcore.interchange.parsed import SET_CLASSES, ParsedFile, RecordClass
from hamcore.model.log import SetType
from hamcore.units import LoadUnit, parse_decimal

TODAY = date(2026, 11, 24)
DIGEST = "eb2e13c6605e3c83"


def digest(log: ParsedFile) -> str:
    rows = [
        "|".join(map(str, (workout.started_at, workout.title, workout.note, workout.duration_s, *one)))
        for workout in log.workouts
        for one in workout.sets
    ]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def test_one_day_and_seed_give_one_log_everywhere() -> None:
    assert digest(demo_log(TODAY)) == DIGEST


def test_another_seed_gives_another_log() -> None:
    assert digest(demo_log(TODAY, seed=2)) != DIGEST


@settings(max_examples=20, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1000))
def test_every_record_is_in_one_class_and_the_classes_add_up(today: date, seed: int) -> None:
    log = demo_log(today, seed)
    assert sum(log.classes.values()) == log.records == sum(len(workout.sets) for workout in log.workouts)
    assert log.records > 1500


@settings(max_examples=20, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1000))
def test_the_workouts_are_in_order_of_day_and_end_before_today(today: date, seed: int) -> None:
    days = [workout.day for workout in demo_log(today, seed).workouts]
    assert days == sorted(set(days))
    assert today - timedelta(weeks=4) < days[-1] < today
    assert timedelta(days=690) < days[-1] - days[0] < timedelta(days=740)


def test_a_load_is_a_plain_number_on_the_plates_of_its_unit() -> None:
    steps = {LoadUnit.KG: Decimal("0.5"), LoadUnit.LB: Decimal(1)}
    loads = [(one.load, one.unit) for workout in demo_log(TODAY).workouts for one in workout.sets if one.load]
    assert loads
    for text, unit in loads:
        value = parse_decimal(text)
        assert value is not None
        assert unit is not None
        assert str(value) == text
        assert value % steps[unit] == 0


def test_a_set_has_repetitions_or_seconds_and_a_plausible_rir() -> None:
    for workout in demo_log(TODAY).workouts:
        for one in workout.sets:
            assert (one.reps is None) != (one.seconds is None)
            assert one.reps is None or 1 <= one.reps <= 15
            assert one.rir is None or 0 <= one.rir <= 5


def test_the_log_has_a_layoff_a_pound_phase_deloads_and_missed_weeks() -> None:
    log = demo_log(TODAY)
    days = [workout.day for workout in log.workouts]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert sum(gap >= 28 for gap in gaps) == 1
    units = [one.unit for workout in log.workouts for one in workout.sets if one.name.startswith("Deadlift")]
    changes = [unit for earlier, unit in pairwise(units) if unit != earlier]
    assert changes == [LoadUnit.LB, LoadUnit.KG]
    assert sum(workout.note.startswith("Deload") for workout in log.workouts) >= 20
    weeks = Counter(day.isocalendar()[:2] for day in days)
    assert sum(count == 1 for count in weeks.values()) >= 5


def test_the_log_has_all_the_kinds_of_set_and_mostly_a_rir() -> None:
    log = demo_log(TODAY)
    for kind in (*SET_CLASSES, RecordClass.TIMED):
        assert log.classes[kind] >= 3, kind
    working = [
        one
        for workout in log.workouts
        for one in workout.sets
        if one.set_type is SetType.WORKING and one.name.startswith(("Deadlift", "Romanian", "Seated"))
    ]
    assert 0.8 < sum(one.rir is not None for one in working) / len(working) < 0.95


def test_progress_slows() -> None:
    heaviest = []
    for workout in demo_log(TODAY).workouts:
        loads = [
            float(one.load) * (1 if one.unit is LoadUnit.KG else 0.45359237)
            for one in workout.sets
            if one.name.startswith("Deadlift") and one.reps and one.reps > 1
        ]
        if loads:
            heaviest.append(max(loads))
    half = len(heaviest) // 2
    assert heaviest[half] - heaviest[0] > heaviest[-1] - heaviest[half] > 0
