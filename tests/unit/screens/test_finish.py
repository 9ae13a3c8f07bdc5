"""The end of a workout: what was done, what was best, what changes next time and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Bounds, Prescription, Tempo
from hamcore.model.log import LoggedSet, SetType, Side, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.recommendation import Outcome
from hamcore.screens.finish import FinishScreen, build
from hamcore.units import LoadUnit
from tests.unit.demo_state import state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

TODAY = date(2026, 11, 24)
LIFT, CURL = "barbell_deadlift", "seated_leg_curl"
THREE = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))


def workout(day: date = TODAY, *, duration_s: int | None = None) -> Workout:
    return Workout(day.isoformat(), day, f"{day}T18:00:00", "Day A", "", duration_s, "manual")


def state(*days: tuple[Workout, list[LoggedSet]]) -> AthleteState:
    store = WholeStore()
    for one, sets in days:
        store.write(one, sets)
    return state_of(store)


def ended(
    sets: list[LoggedSet], *before: tuple[Workout, list[LoggedSet]], plan: WorkoutPlan | None = None
) -> FinishScreen:
    mine = workout(duration_s=2700)
    planned = plan or WorkoutPlan(mine, (PlanItem(LIFT, THREE),), is_open=False)
    return build(state(*before, (mine, sets)), planned, TODAY)


def test_the_top_of_the_range_in_every_set_says_what_comes_next_and_why() -> None:
    (line,) = ended([a_set("100", 8, rir=2)] * 3).lines
    assert line.done == "100\u202fkg × 8, 8, 8"
    assert (line.outcome, line.change) == (Outcome.MORE, "+2.5\u202fkg")
    assert line.target.startswith("3 × 102.5\u202fkg × 6")
    assert line.why.line == "You reached 8, 8, 8 at 100\u202fkg today, so the load goes up by 2.5\u202fkg (2.5\u202f%)."
    assert line.why.would_change
    assert line.open == ""


def test_a_planned_set_that_was_left_out_is_said_and_no_miss() -> None:
    (line,) = ended([a_set("100", 8), a_set("100", 8)]).lines
    assert line.open == "1 planned set not done"
    assert line.outcome is Outcome.SAME


def test_a_lighter_week_leaves_no_sets_out() -> None:
    mine = workout()
    plan = WorkoutPlan(mine, (PlanItem(LIFT, THREE),), is_open=False, is_deload=True)
    assert [line.open for line in ended([a_set("100", 8)], plan=plan).lines] == [""]


def test_exercises_come_in_the_order_of_the_plan_and_then_those_outside_it() -> None:
    mine = workout()
    plan = WorkoutPlan(mine, (PlanItem(CURL, THREE), PlanItem(LIFT, THREE), PlanItem("good_morning", THREE)))
    sets = [a_set("40", 8, exercise="nordic_curl"), a_set("100", 8), a_set("45", 8, exercise=CURL)]
    screen = ended(sets, plan=replace(plan, is_open=False))
    assert [line.key for line in screen.lines] == [CURL, LIFT, "nordic_curl"]
    assert (screen.skipped, screen.missed) == ((), ("Good morning",))


def test_a_record_is_named_once_a_set_with_its_note_on_noise() -> None:
    before = (workout(TODAY - timedelta(days=7)), [a_set("100", 5, rir=2)])
    screen = ended([a_set("60", 5, set_type=SetType.WARM_UP), a_set("105", 5, rir=2)], before)
    (best,) = screen.bests
    assert best.what == "105\u202fkg × 5"
    assert best.detail == "Best e1RM so far; heaviest so far; within normal session-to-session variation"


def test_a_first_workout_has_no_records() -> None:
    screen = ended([a_set("100", 5)])
    assert screen.bests == ()
    assert screen.no_bests == "The first time of an exercise is no record; the next better one is."


def test_a_workout_without_a_best_says_that_this_is_usual() -> None:
    before = (workout(TODAY - timedelta(days=7)), [a_set("100", 5)])
    assert ended([a_set("90", 5)], before).no_bests.startswith("No set was better than all before it.")


def test_the_figures_name_length_sets_and_the_week() -> None:
    screen = ended([a_set("60", 5, set_type=SetType.WARM_UP), *[a_set("100", 8)] * 3])
    assert screen.facts == (
        ("Duration", "45\u202fmin"),
        ("Exercises", "1"),
        ("Working sets", "3"),
        ("Planned sets done", "3 of 3"),
        ("Load × repetitions", "2\u202f400\u202fkg"),
    )
    assert screen.over == "Tuesday 24 November · 18:00"
    assert (screen.week.title, screen.week.total) == ("Weighted hamstring sets this week", 1.5)
    assert screen.week.note == "Under 4 so far; a whole week under 4 is low."


def test_a_week_that_is_over_is_named_and_not_judged() -> None:
    mine = workout(date(2025, 3, 5))
    week = build(state((mine, [a_set("100", 8)] * 3)), WorkoutPlan(mine, (), is_open=False), TODAY).week
    assert (week.title, week.note) == ("Weighted hamstring sets in the week of 3 Mar 2025", "")


def test_an_exercise_skipped_on_purpose_is_told_apart_from_one_that_was_not_begun() -> None:
    items = (PlanItem(LIFT, THREE), PlanItem(CURL, THREE, is_skipped=True), PlanItem("good_morning", THREE))
    screen = ended([a_set("100", 8)] * 3, plan=WorkoutPlan(workout(), items, is_open=False))
    assert (screen.skipped, screen.missed) == (("Seated leg curl",), ("Good morning",))
    assert dict(screen.facts)["Planned sets done"] == "3 of 9"


def test_a_swapped_exercise_says_what_it_stands_in_for() -> None:
    plan = WorkoutPlan(workout(), (PlanItem(LIFT, THREE, swapped_for="good_morning"),), is_open=False)
    assert [line.instead for line in ended([a_set("100", 8)], plan=plan).lines] == ["Good morning"]


def test_what_was_done_is_said_in_the_unit_of_the_person() -> None:
    store = WholeStore()
    mine = workout()
    store.write(mine, [a_set("100", 8), a_set("220", 8, unit=LoadUnit.LB)])
    store.save_settings(load_unit=LoadUnit.LB)
    screen = build(state_of(store), WorkoutPlan(mine, (PlanItem(LIFT, THREE),), is_open=False), TODAY)
    assert screen.lines[0].done == "220.5\u202flb (100\u202fkg) × 8; 220\u202flb × 8"
    assert dict(screen.facts)["Load × repetitions"] == "3\u202f524\u202flb"


def test_warm_ups_alone_are_called_so() -> None:
    warm_up = [a_set("60", 5, set_type=SetType.WARM_UP)]
    screen = ended(warm_up)
    assert (screen.lines, screen.missed) == ((), ("Barbell deadlift (warm-up only)",))
    assert dict(screen.facts)["Exercises"] == "0"
    skipped = WorkoutPlan(workout(), (PlanItem(LIFT, THREE, is_skipped=True),), is_open=False)
    assert ended(warm_up, plan=skipped).skipped == ("Barbell deadlift (warm-up only)",)


@pytest.mark.parametrize(
    ("sides", "working", "left"),
    [
        ("LRLRLR", "3", ""),
        ("LLLRRR", "3", ""),
        ("LRLRL", "3", "1 planned set not done"),
        ("LLL", "3", "3 planned sets not done"),
        ("--LR", "3", ""),
        ("---", "3", ""),
        ("-----", "5", ""),
    ],
)
def test_a_left_and_a_right_set_are_one_and_a_missing_side_leaves_a_set_open(
    sides: str, working: str, left: str
) -> None:
    of = {"L": Side.LEFT, "R": Side.RIGHT, "-": None}
    screen = ended([a_set("20", 8, side=of[side]) for side in sides])
    assert dict(screen.facts)["Working sets"] == working
    assert screen.lines[0].open == left


def test_help_is_no_load_that_was_lifted() -> None:
    mine = workout()
    sets = [a_set("20", 8, exercise="assisted_nordic_curl"), a_set("100", 5)]
    screen = build(state((mine, sets)), WorkoutPlan(mine, (), is_open=False), TODAY)
    assert dict(screen.facts)["Load × repetitions"] == "500\u202fkg"


def test_a_workout_without_sets_has_no_lines_and_no_load() -> None:
    screen = build(state(), WorkoutPlan(workout(), (), is_open=False), TODAY)
    assert (screen.lines, screen.bests) == ((), ())
    assert screen.facts == (("Exercises", "0"), ("Working sets", "0"))


some_sets = st.lists(
    st.builds(
        a_set,
        st.sampled_from([None, "0", "60", "100", "102.5"]),
        st.integers(1, 12),
        rir=st.none() | st.sampled_from([0.0, 1.0, 3.0]),
        set_type=st.sampled_from([SetType.WORKING, SetType.WARM_UP, SetType.DROP]),
        side=st.none() | st.sampled_from(Side),
        exercise=st.sampled_from([LIFT, CURL, "nordic_curl", "name:Sled drag"]),
    ),
    max_size=10,
)


@settings(max_examples=60, deadline=None)
@given(some_sets, st.permutations([LIFT, CURL, "good_morning"]), st.booleans())
def test_every_exercise_is_in_one_place_and_no_more_sets_are_done_than_planned(
    sets: list[LoggedSet], keys: list[str], is_deload: bool
) -> None:
    mine = workout()
    plan = WorkoutPlan(mine, tuple(PlanItem(key, THREE) for key in keys), is_open=False, is_deload=is_deload)
    athlete = state((mine, sets))
    screen = build(athlete, plan, TODAY)
    begun = {entry.exercise for entry in sets if entry.set_type is not SetType.WARM_UP}
    warmed_up = {entry.exercise for entry in sets} - begun
    assert sorted(line.key for line in screen.lines) == sorted(begun)
    name = athlete.catalog.display_name
    assert set(screen.missed) == {name(key) for key in keys if key not in begun | warmed_up} | {
        f"{name(key)} (warm-up only)" for key in warmed_up
    }
    assert all(line.done and line.target and line.why.line for line in screen.lines)
    planned = dict(screen.facts).get("Planned sets done")
    assert (planned is None) == is_deload
    if planned:
        assert 0 <= int(planned.split()[0]) <= int(planned.split()[2]) == 9


@settings(max_examples=60, deadline=None)
@given(some_sets)
def test_the_working_sets_are_those_the_exposures_count(sets: list[LoggedSet]) -> None:
    mine = workout()
    athlete = state((mine, sets))
    counted = sum(exposure.set_count for key in athlete.exercises() for exposure in athlete.history(key).exposures)
    assert dict(build(athlete, WorkoutPlan(mine, ()), TODAY).facts)["Working sets"] == str(counted)
