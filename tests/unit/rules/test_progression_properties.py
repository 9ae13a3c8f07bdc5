"""What holds for every log: later sets never matter, more is never less, kilograms and pounds are alike."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.model.settings import Plate, Settings
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import exposures
from hamcore.rules.judging import sign_of
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId
from hamcore.units import Load, LoadUnit
from tests.unit.rules.coaching import TEMPO, grid
from tests.unit.rules.sets import FIRST
from tests.unit.shipped import shipped

EXERCISES = [None, *map(shipped().exercises.get, ("nordic_curl", "assisted_nordic_curl", "single_leg_curl"))]
LOADABLE = {unit: grid("2.5", count=60, unit=unit) for unit in LoadUnit}
STEP = {unit: Load(Decimal("2.5"), unit) for unit in LoadUnit}

one_set = st.tuples(
    st.sampled_from([None, "40", "97.5", "100", "102.5"]),
    st.integers(4, 11),
    st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0]),
    st.sampled_from([*[SetType.WORKING] * 4, SetType.FAILURE, SetType.DROP]),
    st.none() | st.sampled_from(Side),
    st.sampled_from([*[None] * 6, Form.CLEAN, Form.BROKE]),
)
logs = st.lists(
    st.tuples(st.sampled_from([1, 7, 7, 7, 20, 21, 60]), st.lists(one_set, min_size=1, max_size=4)),
    min_size=1,
    max_size=4,
)
plans = st.builds(
    lambda sets, kind, times, tops: Prescription(
        sets, Bounds(6, tops), Bounds(60, 90), TEMPO, Progression(kind, times)
    ),
    st.integers(1, 3),
    st.sampled_from(ProgressionKind),
    st.sampled_from([1, 2]),
    st.sampled_from([6, 8, 9]),
)
Log = list[tuple[int, list[tuple[str | None, int, float | None, SetType, Side | None, Form | None]]]]


def sets_of(log: Log, unit: LoadUnit = LoadUnit.KG) -> list[LoggedSet]:
    day = FIRST
    found = []
    for gap, rows in log:
        day += timedelta(days=gap)
        for number, (text, reps, rir, kind, side, form) in enumerate(rows, 1):
            load = None if text is None else Load(Decimal(text), unit)
            kg = load.kg if load else None
            found.append(
                LoggedSet(
                    day.isoformat(), number, number, day, "x", kind, load, kg, reps, rir, None, None, "", side, form
                )
            )
    return found


def ask(
    sets: list[LoggedSet],
    plan: Prescription,
    exercise: object = None,
    *,
    unit: LoadUnit = LoadUnit.KG,
    day: date | None = None,
) -> Recommendation:
    around = CoachFrame(day or sets[-1].day + timedelta(days=7), LOADABLE[unit])
    return recommend(exposures(sets), exercise, "x", plan, around)  # type: ignore[arg-type]


@given(logs, plans, st.sampled_from(EXERCISES), st.data())
def test_sets_that_came_later_never_matter(log: Log, plan: Prescription, exercise: object, data: st.DataObject) -> None:
    sets = sets_of(log)
    days = sorted({entry.day for entry in sets})
    day = data.draw(st.sampled_from(days))
    known = [entry for entry in sets if entry.day <= day]
    assert ask(sets, plan, exercise, day=day) == ask(known, plan, exercise, day=day)


@given(logs, plans, st.sampled_from(EXERCISES), st.data())
def test_the_targets_of_a_workout_stay_while_it_is_done(
    log: Log, plan: Prescription, exercise: object, data: st.DataObject
) -> None:
    sets = sets_of(log)
    day = data.draw(st.sampled_from(sorted({entry.day for entry in sets})))
    around = CoachFrame(day, LOADABLE[LoadUnit.KG])
    before = exposures(entry for entry in sets if entry.day < day)
    during = exposures(entry for entry in sets if entry.day <= day)
    asked = (exercise, "x", plan, around)
    assert recommend(before, *asked) == recommend(during, *asked, workout_id=day.isoformat())  # type: ignore[arg-type]


def hardness(found: Recommendation, exercise: object) -> float:
    return sign_of(exercise) * (found.load.kg if found.load else 0.0)  # type: ignore[arg-type]


@settings(max_examples=400)
@given(logs, plans, st.sampled_from(EXERCISES), st.data())
def test_more_repetitions_never_lead_to_less(
    log: Log, plan: Prescription, exercise: object, data: st.DataObject
) -> None:
    sets = sets_of(log)
    place = data.draw(st.integers(0, len(sets) - 1))
    more = data.draw(st.integers(1, 4))
    better = [entry._replace(reps=(entry.reps or 0) + more * (at == place)) for at, entry in enumerate(sets)]
    then, now = ask(better, plan, exercise), ask(sets, plan, exercise)
    assert hardness(then, exercise) >= hardness(now, exercise)


@given(logs, plans, st.sampled_from(EXERCISES))
def test_kilograms_and_pounds_are_alike(log: Log, plan: Prescription, exercise: object) -> None:
    found = []
    for unit in LoadUnit:
        growth = Progression(plan.progression.kind, plan.progression.exposures, STEP[unit])  # type: ignore[union-attr]
        own = Prescription(plan.sets, plan.reps, plan.rest_s, plan.tempo, growth)
        one = ask(sets_of(log, unit), own, exercise, unit=unit)
        found.append((one.rule, one.outcome, one.load and one.load.value, [target.aim for target in one.targets]))
    assert found[0] == found[1]


@given(logs, plans, st.sampled_from(EXERCISES))
def test_every_load_can_be_made_and_every_aim_lies_in_its_range(log: Log, plan: Prescription, exercise: object) -> None:
    found = ask(sets_of(log), plan, exercise)
    for target in found.targets:
        assert target.load is None or LOADABLE[LoadUnit.KG].is_loadable(target.load)
        assert target.load is None or target.load.value > 0
        assert target.reps.lo <= target.aim <= target.reps.hi
    assert len({target.load for target in found.targets}) <= 1
    change = hardness(found, exercise) - sign_of(exercise) * (found.last_load.kg if found.last_load else 0.0)  # type: ignore[arg-type]
    signs = {
        Outcome.MORE: change > 0,
        Outcome.SAME: change == 0,
        Outcome.LESS: change < 0,
        Outcome.NONE: not found.load,
    }
    assert signs[found.outcome]


PLATES = [Plate(Load(Decimal(text), unit), 2) for unit in LoadUnit for text in ("25", "20", "10", "5", "2.5", "1.25")]
STEPS = st.none() | st.builds(
    Load, st.sampled_from(list(map(Decimal, ("2", "3.3", "7", "12.5")))), st.sampled_from(LoadUnit)
)
any_settings = st.builds(
    Settings,
    load_unit=st.sampled_from(LoadUnit),
    bar=st.sampled_from([Load(Decimal(20), LoadUnit.KG), Load(Decimal(45), LoadUnit.LB)]),
    plates=st.lists(st.sampled_from(PLATES), unique=True, max_size=5).map(tuple),
    dumbbell_step=STEPS,
    machine_step=STEPS,
    cable_step=STEPS,
    kettlebells=st.sampled_from([(), (Load(Decimal(16), LoadUnit.KG),), (Load(Decimal(35), LoadUnit.LB),)]),
)


@settings(max_examples=400, deadline=None)
@given(
    logs,
    plans,
    st.sampled_from(sorted(shipped().exercises)),
    any_settings,
    st.sampled_from(LoadUnit),
    st.sampled_from([7, 21, 60]),
    st.booleans(),
)
def test_whatever_somebody_owns_every_target_can_be_made_with_it(
    log: Log, plan: Prescription, key: str, own: Settings, typed: LoadUnit, gap: int, light: bool
) -> None:
    exercise = shipped().exercises[key]
    loadable = loadable_for(exercise, own)
    sets = sets_of(log, typed)
    around = CoachFrame(sets[-1].day + timedelta(days=gap), loadable, is_deload=light)
    found = recommend(exposures(sets), exercise, key, plan, around)
    for target in found.targets:
        assert target.load is None or loadable.is_loadable(target.load)
        assert target.load is None or target.load.value in loadable.values
        assert (target.load is not None and target.load.marked is not None) == bool(target.load and loadable.marks)
    if found.outcome is not Outcome.SAME or found.last_load is None or not found.load:
        return
    done = found.last_load.in_unit(own.load_unit)
    change = float(found.load.value - done)
    same = 0.05 if typed is own.load_unit else max(0.05, 0.005 * float(done))
    assert abs(change) <= same or dict(found.numbers)["rounded"] * change > 0


@given(logs, plans)
def test_a_step_keeps_the_range_or_comes_after_two_more_repetitions(log: Log, plan: Prescription) -> None:
    found = ask(sets_of(log), plan)
    if found.rule is not RuleId.STEP_LOAD:
        return
    numbers = dict(found.numbers)
    weakest = min(entry.reps or 0 for entry in found.facts)
    assert numbers["step_percent"] <= numbers["cap_percent"] + 1e-9 or weakest >= plan.reps.hi + 2
    assert numbers["tops"] >= numbers["tops_needed"]
    assert weakest >= numbers["goal_reps"] >= plan.reps.hi
