"""Volume week by week: equal to a plain count, whatever the week's first day, the rule, the unit or the sides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Weekday, week_start
from hamcore.model.exercise import CountingRule, Function
from hamcore.model.log import LoggedSet, SetType, Side, Workout
from hamcore.rules.exposures import exposures
from hamcore.rules.volume import sets_per_week
from hamcore.rules.volume_weeks import (
    LONGEST_MIN,
    block_weeks,
    blocks,
    credit_weeks,
    means,
    minutes_of,
    minutes_weeks,
    tonnage_weeks,
    weeks_between,
)
from hamcore.units import LoadUnit
from tests.unit.definitions import EXERCISES
from tests.unit.rules.sets import FIRST, a_set

KEYS = ("barbell_deadlift", "romanian_deadlift", "seated_leg_curl", "kettlebell_swing", "squat", "name:Mine")
LAST = FIRST + timedelta(days=60)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.integers(0, 60),
        st.sampled_from((SetType.WORKING, SetType.WARM_UP, SetType.DROP)),
        st.integers(1, 30),
        st.integers(1, 400),
    ),
    max_size=40,
)


def logged(rows: list[tuple[str, int, SetType, int, int]], unit: LoadUnit = LoadUnit.KG) -> dict[str, list[LoggedSet]]:
    """Exercise key to its sets in order of day."""
    found: dict[str, list[LoggedSet]] = {}
    for number, (key, day, kind, reps, load) in enumerate(sorted(rows, key=lambda row: row[1]), 1):
        entry = a_set(
            str(load), reps, day=FIRST + timedelta(days=day), set_no=number, set_type=kind, exercise=key, unit=unit
        )
        found.setdefault(key, []).append(entry)
    return found


@given(ENTRIES, st.sampled_from(CountingRule), st.sampled_from(Weekday))
def test_the_weeks_add_up_to_a_plain_count(
    rows: list[tuple[str, int, SetType, int, int]], rule: CountingRule, begins: Weekday
) -> None:
    sets = logged(rows)
    weeks = weeks_between(FIRST, LAST, begins)
    weekly = {key: sets_per_week(exposures(own), begins) for key, own in sets.items()}
    plain = dict.fromkeys(weeks, 0.0)
    for own in sets.values():
        for entry in own:
            if entry.is_working and entry.exercise in EXERCISES:
                plain[week_start(entry.day, begins)] += EXERCISES[entry.exercise].credits.under(rule)

    found = credit_weeks(weekly, EXERCISES, weeks, rule, begins)

    assert [week.start for week in found] == weeks
    for week in found:
        assert week.total == pytest.approx(plain[week.start])
        assert sum(week.by_function.values()) == pytest.approx(week.total)
        assert sum(week.by_length.values()) == pytest.approx(week.total)
        assert all(share <= week.total for share in week.by_belly.values())


@given(ENTRIES, st.sampled_from(Weekday))
def test_tonnage_adds_up_to_a_plain_sum_and_loads_nothing_that_does_not_count(
    rows: list[tuple[str, int, SetType, int, int]], begins: Weekday
) -> None:
    sets = logged(rows)
    weeks = weeks_between(FIRST, LAST, begins)
    counted = [key for key in sets if key in EXERCISES and EXERCISES[key].credits.raw]
    plain = sum(e.load_kg * e.reps for key in counted for e in sets[key] if e.is_working and e.load_kg and e.reps)

    found = tonnage_weeks({key: exposures(own) for key, own in sets.items()}, EXERCISES, weeks, begins)

    assert sum(sum(week.values()) for week in found) == pytest.approx(plain)


@given(ENTRIES)
def test_pounds_are_converted_before_they_are_added(rows: list[tuple[str, int, SetType, int, int]]) -> None:
    weeks = weeks_between(FIRST, LAST)
    half = len(rows) // 2
    mixed = [*logged(rows[:half]).items(), *logged(rows[half:], LoadUnit.LB).items()]
    alone = [tonnage_weeks({key: exposures(own)}, EXERCISES, weeks) for key, own in mixed]
    both: dict[str, list[LoggedSet]] = {}
    for key, own in mixed:
        both.setdefault(key, []).extend(one._replace(workout_id=f"{one.load}{one.set_no}{one.day}") for one in own)

    found = tonnage_weeks({key: exposures(own) for key, own in both.items()}, EXERCISES, weeks)

    apart = sum(sum(week.values()) for weeks_ in alone for week in weeks_)
    assert sum(sum(week.values()) for week in found) == pytest.approx(apart)


def test_the_same_log_in_pounds_weighs_0_45359237_of_it() -> None:
    rows = [("barbell_deadlift", 0, SetType.WORKING, 5, 200)]
    kg, lb = (
        tonnage_weeks({key: exposures(own) for key, own in logged(rows, unit).items()}, EXERCISES, [FIRST])
        for unit in LoadUnit
    )
    assert kg == [{Function.HIP_HINGE: 1000.0}]
    assert lb[0][Function.HIP_HINGE] == pytest.approx(453.59237)


def test_a_left_and_a_right_set_count_and_weigh_as_one() -> None:
    sides = [a_set("50", 10, set_no=n, side=side, exercise="seated_leg_curl") for n, side in enumerate(Side, 1)]
    one = exposures(sides)
    weekly = {"seated_leg_curl": sets_per_week(one)}
    assert credit_weeks(weekly, EXERCISES, [FIRST], CountingRule.RAW)[0].total == 1
    assert tonnage_weeks({"seated_leg_curl": one}, EXERCISES, [FIRST]) == [{Function.KNEE_FLEXION: 500.0}]


def test_no_weeks_lie_between_a_later_and_an_earlier_one() -> None:
    assert weeks_between(FIRST, FIRST - timedelta(days=7)) == []
    assert weeks_between(FIRST, FIRST + timedelta(days=6)) == [FIRST]
    assert weeks_between(FIRST, FIRST + timedelta(days=7)) == [FIRST, FIRST + timedelta(days=7)]


@given(st.integers(1, 900))
def test_every_week_lies_in_exactly_one_block_and_only_the_oldest_may_be_short(count: int) -> None:
    size = block_weeks(count)
    runs = blocks(count, size)
    assert [week for run in runs for week in run] == list(range(count))
    assert len(runs) <= 111
    assert all(len(run) == size for run in runs[1:])
    assert 1 <= len(runs[0]) <= size


@pytest.mark.parametrize(("weeks", "size"), [(1, 1), (110, 1), (111, 4), (440, 4), (441, 13), (1430, 13), (1431, 52)])
def test_a_bar_stands_for_more_weeks_the_longer_the_time(weeks: int, size: int) -> None:
    assert block_weeks(weeks) == size


def test_a_mean_counts_the_weeks_without_anything() -> None:
    assert means([{"a": 3.0, "b": 1.0}, {}, {"a": 3.0}], range(3)) == {"a": 2.0, "b": 1 / 3}


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(None, None), (0, None), (-5, None), (60, 1.0), (LONGEST_MIN * 60, LONGEST_MIN), (LONGEST_MIN * 60 + 1, None)],
)
def test_a_clock_nobody_stopped_is_no_duration(seconds: int | None, minutes: float | None) -> None:
    assert minutes_of(Workout("w", FIRST, "", "", "", seconds, "manual")) == minutes


def test_minutes_lie_in_the_week_of_their_workout() -> None:
    days = (date(2026, 1, 4), FIRST, FIRST + timedelta(days=6), FIRST + timedelta(days=7))
    workouts = [Workout(day.isoformat(), day, "", "", "", 60 * at, "manual") for at, day in enumerate(days, 1)]
    assert minutes_weeks(workouts, [FIRST]) == [[2.0, 3.0]]
