"""The coach of one athlete: targets of a workout, what an edit changes, when a light week is offered."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.athlete import AthleteState
from hamcore.coach import changes, deload_offer, next_up, plan_targets, prescription_for
from hamcore.model.log import LoggedSet, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.recommendation import RecommendationChange, RuleId
from hamcore.rules.records import RecordKind
from hamcore.rules.trend import TrendState
from hamcore.units import Load, LoadUnit
from tests.unit.definitions import CATALOG
from tests.unit.memory_store import ChangingStore
from tests.unit.rules.coaching import line, workout
from tests.unit.rules.sets import FIRST

DEADLIFT, HINGE = "barbell_deadlift", "romanian_deadlift"
TODAY = FIRST + timedelta(days=70)


def on(week: int, *, started_at: str = "", workout_id: str = "") -> Workout:
    """A workout on the Monday of a week."""
    day = FIRST + timedelta(weeks=week)
    return Workout(workout_id or f"week-{week}", day, started_at and f"{day}T{started_at}", "", "", None, "manual")


def sets(text: str, exercise: str = DEADLIFT) -> list[LoggedSet]:
    return [entry._replace(exercise=exercise) for entry in workout(text)]


def state_of(*texts: str, store: ChangingStore | None = None) -> AthleteState:
    """A deadlift workout a week."""
    store = store or ChangingStore()
    for week, text in enumerate(texts):
        store.write(on(week), sets(text))
    state = AthleteState(store, "local", CATALOG)
    state.refresh()
    return state


def next_line(state: AthleteState, day: date, *, before_workout: str = "") -> str:
    return line(next_up(state, DEADLIFT, None, day, before_workout=before_workout))


def plan_on(one: Workout, *keys: str, is_deload: bool = False) -> WorkoutPlan:
    return WorkoutPlan(one, tuple(PlanItem(key, None) for key in keys), is_deload=is_deload)


def test_what_comes_next_follows_from_everything_up_to_the_day() -> None:
    state = state_of("100x6 100x6 100x6", "100x8 100x8 100x8")
    assert next_line(state, FIRST + timedelta(days=6)) == "add_reps 100 kg 7/7/7"
    assert next_line(state, FIRST + timedelta(days=7)) == "step_load 102.5 kg 6/6/6"
    assert next_line(state, FIRST + timedelta(days=7), before_workout="week-1") == "add_reps 100 kg 7/7/7"
    assert next_line(state, FIRST + timedelta(days=7), before_workout="week-0") == "first_time - 6/6/6"


def test_the_targets_stay_while_the_workout_is_logged() -> None:
    store = ChangingStore()
    state = state_of("100x8 100x8 100x8", store=store)
    plan = plan_on(on(1), DEADLIFT, HINGE)
    before = plan_targets(state, plan)
    store.write(on(1), sets("102.5x6 102.5x5") + sets("60x8", HINGE))
    state.refresh()
    assert plan_targets(state, plan) == before
    assert [line(found) for found in before.values()] == ["step_load 102.5 kg 6/6/6", "first_time - 6/6/6"]


def test_a_second_workout_of_the_day_follows_the_first_and_not_the_third() -> None:
    store = ChangingStore()
    store.write(on(0, workout_id="c", started_at="07:00:00"), sets("100x8 100x8 100x8"))
    store.write(on(0, workout_id="a", started_at="20:00:00"), sets("110x8 110x8 110x8"))
    state = state_of(store=store)
    noon = plan_on(on(0, workout_id="b", started_at="12:00:00"), DEADLIFT)
    assert line(plan_targets(state, noon)[DEADLIFT]) == "step_load 102.5 kg 6/6/6"


def test_a_later_workout_does_not_change_a_plan_for_the_past() -> None:
    state = state_of("100x8 100x8 100x8", "", "120x8 120x8 120x8")
    assert line(plan_targets(state, plan_on(on(1), DEADLIFT))[DEADLIFT]) == "step_load 102.5 kg 6/6/6"


def test_another_exercise_moves_nothing() -> None:
    store = ChangingStore()
    state = state_of("100x8 100x8 100x8", store=store)
    before = next_up(state, DEADLIFT, None, TODAY)
    store.write(on(1), sets("100x3 100x3 100x3x", HINGE))
    state.refresh()
    assert next_up(state, DEADLIFT, None, TODAY) == before


def test_a_light_week_halves_the_sets() -> None:
    state = state_of("100x8 100x8 100x8")
    found = plan_targets(state, plan_on(on(1), DEADLIFT, is_deload=True))[DEADLIFT]
    assert line(found) == "deload 100 kg 6/6"


def test_pain_in_the_warm_ups_of_a_workout_without_work_stops_the_load() -> None:
    state = state_of("100x8 100x8 100x8", "60x5wx")
    found = next_up(state, DEADLIFT, None, TODAY)
    assert (found.rule, [entry.set_no for entry in found.facts]) == (RuleId.PAIN, [1])


def test_a_symptom_stops_the_load_from_its_day_to_its_end() -> None:
    store = ChangingStore()
    gone = FIRST + timedelta(days=9)
    store.reports = [Symptom("s", SymptomKind.RED_FLAG, FIRST + timedelta(days=8), gone)]
    state = state_of("100x8 100x8 100x8", store=store)
    rules = [next_up(state, DEADLIFT, None, FIRST + timedelta(days=days)).rule.value for days in (7, 8, 9)]
    assert rules == ["step_load", "red_flag", "step_load"]
    assert next_up(state, DEADLIFT, None, gone - timedelta(days=1)).stopped_by is SymptomKind.RED_FLAG


def test_work_in_seconds_alone_is_shown_again() -> None:
    store = ChangingStore()
    timed = sets("20x1")[0]._replace(reps=None, seconds=30.0)
    store.write(on(0), [timed])
    found = next_up(state_of(store=store), DEADLIFT, None, TODAY)
    assert (found.rule, found.facts[0].seconds) == (RuleId.TIMED_WORK, 30)


def test_the_flip_is_there_for_whom_it_was_asked() -> None:
    state = state_of("100x8 100x8 100x8")
    plan = plan_on(on(1), DEADLIFT)
    assert plan_targets(state, plan)[DEADLIFT].flip is None
    explained = plan_targets(state, plan, explained=[DEADLIFT])[DEADLIFT]
    assert explained.flip is not None
    assert explained.flip.after[0].reps == 7
    assert explained == next_up(state, DEADLIFT, None, plan.workout.day, explained=True)


def test_the_routine_says_what_is_planned_for_its_exercises_and_their_stand_ins() -> None:
    state = state_of()
    slots = [slot for day in CATALOG.routines[state.settings.routine_id].days for slot in day.slots]
    assert slots
    for slot in slots:
        assert prescription_for(state, slot.exercise_id) == slot.prescription
        for key in slot.alternatives:
            assert prescription_for(state, key) is not None
    assert prescription_for(state, "name:My own") is None


# What an edit changes


def edit(state: AthleteState, week: int, changed: Mapping[int, LoggedSet | None]) -> RecommendationChange:
    (found,) = changes(state, f"week-{week}", changed, TODAY)
    return found


def the_set(state: AthleteState, week: int, set_no: int) -> LoggedSet:
    return next(
        entry for entry in state.log.sets[DEADLIFT] if (entry.workout_id, entry.set_no) == (f"week-{week}", set_no)
    )


def shifts(found: RecommendationChange) -> list[str]:
    return [f"{shift.workout_id or 'next'}: {line(shift.before)} -> {line(shift.after)}" for shift in found.shifts]


def test_an_edit_says_what_changes_for_the_workout_after_it_and_no_further() -> None:
    state = state_of("100x8 100x8 100x7", "100x8 100x8 100x8", "102.5x6 102.5x6 102.5x6")
    found = edit(state, 0, {3: the_set(state, 0, 3)._replace(reps=8)})
    assert shifts(found) == ["week-1: add_reps 100 kg 8/8/8 -> step_load 102.5 kg 6/6/6"]


def test_an_edit_of_the_last_workout_changes_the_next_one() -> None:
    state = state_of(*["100x8 100x8 100x8"] * 9)
    found = edit(state, 8, {2: the_set(state, 8, 2)._replace(reps=5)})
    assert shifts(found) == ["next: step_load 102.5 kg 6/6/6 -> missed_once 100 kg 8/6/8"]


def test_a_deleted_miss_takes_the_second_miss_with_it() -> None:
    state = state_of(*["100x8 100x8 100x8"] * 7, "100x8 100x8 100x5", "100x8 100x8 100x5")
    found = edit(state, 7, dict.fromkeys((1, 2, 3)))
    assert shifts(found) == [
        "week-8: missed_once 100 kg 8/8/6 -> step_load 102.5 kg 6/6/6",
        "next: missed_twice 92.5 kg 6/6/6 -> missed_once 100 kg 8/8/6",
    ]


def test_an_edit_without_consequence_has_no_shifts() -> None:
    state = state_of("100x8 100x8 100x8")
    assert edit(state, 0, {1: the_set(state, 0, 1)._replace(note="felt light")}).shifts == ()


def test_a_set_moved_to_another_exercise_changes_both() -> None:
    state = state_of(*["100x8 100x8 100x8"] * 9)
    moved = the_set(state, 8, 3)._replace(exercise=HINGE)
    found = {one.exercise: shifts(one) for one in changes(state, "week-8", {3: moved}, TODAY)}
    assert found == {
        DEADLIFT: ["next: step_load 102.5 kg 6/6/6 -> not_comparable 100 kg 8/8/6"],
        HINGE: ["next: first_time - 6/6/6 -> not_comparable 100 kg 8/6/6"],
    }


def test_a_workout_moved_to_another_day_is_judged_there() -> None:
    state = state_of(*["100x8 100x8 100x8"] * 8, "100x8 100x8 100x5", "100x8 100x8 100x8")
    earlier = FIRST + timedelta(days=1)
    moved = {number: the_set(state, 9, number)._replace(day=earlier) for number in (1, 2, 3)}
    assert shifts(edit(state, 9, moved))[-1] == "next: step_load 102.5 kg 6/6/6 -> missed_once 100 kg 8/8/6"


def test_a_new_set_counts_too() -> None:
    state = state_of(*["100x8 100x8 100x8"] * 8, "100x8 100x8")
    more = the_set(state, 8, 2)._replace(set_no=3, position=3)
    assert shifts(edit(state, 8, {3: more})) == ["next: not_comparable 100 kg 8/8/6 -> step_load 102.5 kg 6/6/6"]


def test_an_edit_says_which_records_come_and_go() -> None:
    state = state_of("100x8", "102.5x8", "105x8")
    found = edit(state, 1, {1: the_set(state, 1, 1)._replace(load=Load(Decimal(110), LoadUnit.KG), load_kg=110.0)})
    assert {(record.kind, record.entry.workout_id) for record in found.records_lost} == {
        (RecordKind.E1RM, "week-2"),
        (RecordKind.HEAVIEST, "week-2"),
    }
    assert found.records_gained == ()
    back = edit(state, 1, {1: None})
    assert [record.entry.workout_id for record in back.records_lost] == ["week-1", "week-1"]


def test_an_edit_says_what_becomes_of_the_trend() -> None:
    state = state_of("", "", "", *["100x8"] * 8)
    found = edit(state, 5, {1: None})
    assert (found.trend_before, found.trend_after) == (TrendState.NO_CLEAR_CHANGE, TrendState.NOT_ENOUGH_SESSIONS)


def test_an_edit_changes_nothing_in_memory() -> None:
    state = state_of("100x8 100x8 100x8", "100x8 100x8 100x8")
    before = list(state.log.sets[DEADLIFT]), list(state.history(DEADLIFT).exposures)
    edit(state, 1, {1: None, 2: None, 3: None})
    assert (list(state.log.sets[DEADLIFT]), list(state.history(DEADLIFT).exposures)) == before


def test_an_edit_of_an_unknown_workout_touches_what_it_brings() -> None:
    state = state_of("100x8 100x8 100x8")
    new = sets("60x5", HINGE)[0]._replace(workout_id="new", day=FIRST + timedelta(days=69))
    assert [one.exercise for one in changes(state, "new", {1: new}, TODAY)] == [HINGE]
    assert changes(state, "new", {1: None}, TODAY) == ()


three = st.lists(st.integers(4, 9), min_size=3, max_size=3)


@settings(max_examples=40, deadline=None)
@given(st.lists(three, min_size=2, max_size=6), st.data())
def test_the_announced_change_is_what_then_happens_and_restoring_is_as_if_nothing_was(
    reps: list[list[int]], data: st.DataObject
) -> None:
    texts = [" ".join(f"100x{count}" for count in row) for row in reps]
    store = ChangingStore()
    state = state_of(*texts, store=store)
    week = data.draw(st.integers(0, len(reps) - 1))
    number = data.draw(st.integers(1, 3))
    new = data.draw(st.none() | st.integers(4, 9))
    today = FIRST + timedelta(weeks=len(reps))
    old = the_set(state, week, number)
    changed = {number: None if new is None else old._replace(reps=new)}
    (announced,) = changes(state, f"week-{week}", changed, today)

    def told() -> dict[str, str]:
        days = {f"week-{at}": FIRST + timedelta(weeks=at) for at in range(len(reps))} | {"": today}
        return {key: next_line(state, day, before_workout=key) for key, day in days.items()}

    before = told()
    kept = [entry for entry in state.log.sets[DEADLIFT] if entry.workout_id == f"week-{week}"]
    store.write(on(week), [one for entry in kept if (one := changed.get(entry.set_no, entry)) is not None])
    state.refresh()
    after = told()
    really = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    said = {shift.workout_id: (line(shift.before), line(shift.after)) for shift in announced.shifts}
    assert {key: pair for key, pair in said.items() if pair[0] != pair[1]} == really
    store.write(on(week), kept)
    state.refresh()
    assert told() == before


# A light week


def flat(weeks: int, *, falling: bool = False) -> ChangingStore:
    """Two lifts that do not move, twelve sets a week."""
    store = ChangingStore()
    for week in range(weeks):
        load = 120 - 2 * week if falling else 120
        store.write(on(week), sets(f"{load}x6 " * 3) + sets("100x6 100x6 100x6", HINGE))
    return store


def test_a_light_week_is_offered_when_two_lifts_stand_still() -> None:
    found = deload_offer(state_of(store=flat(14)), FIRST + timedelta(weeks=13, days=2))
    assert found is not None
    assert found.lifts == ((DEADLIFT, TrendState.LEVEL), (HINGE, TrendState.LEVEL))


def test_a_falling_lift_is_named_first() -> None:
    found = deload_offer(state_of(store=flat(14, falling=True)), FIRST + timedelta(weeks=13, days=2))
    assert found is not None
    assert found.lifts == ((DEADLIFT, TrendState.FALLING), (HINGE, TrendState.LEVEL))


def test_one_lift_alone_is_no_reason() -> None:
    assert deload_offer(state_of(*["120x6 120x6 120x6"] * 14), FIRST + timedelta(weeks=13, days=2)) is None


@pytest.mark.parametrize(("days", "offered"), [(20, True), (21, False)])
def test_lifts_that_rest_for_three_weeks_do_not_count(days: int, offered: bool) -> None:
    store = flat(14)
    last = on(13).day
    for week in range(14, 17):
        store.write(on(week), sets("60x8 60x8 60x8 60x8 60x8 60x8", "kettlebell_swing"))
    assert (deload_offer(state_of(store=store), last + timedelta(days=days)) is not None) is offered


def test_no_light_week_soon_after_a_light_one() -> None:
    store = flat(14)
    store.write(on(11), sets("120x6") + sets("100x6 100x6", HINGE))
    assert deload_offer(state_of(store=store), FIRST + timedelta(weeks=13, days=2)) is None
