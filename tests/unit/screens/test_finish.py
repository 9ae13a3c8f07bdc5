"""The end of a workout: what was done, what was best, what changes next time and why."""

from dataclasses import replace
from datetime import date, timedelta

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Bounds, Prescription, Tempo
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.recommendation import Outcome
from hamcore.screens.finish import FinishScreen, build
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
    assert screen.skipped == ("Good morning",)


def test_a_record_is_named_once_a_set_with_its_note_on_noise() -> None:
    before = (workout(TODAY - timedelta(days=7)), [a_set("100", 5, rir=2)])
    screen = ended([a_set("60", 5, set_type=SetType.WARM_UP), a_set("105", 5, rir=2)], before)
    (best,) = screen.bests
    assert best.what == "105\u202fkg × 5"
    assert best.detail == "Best e1RM so far; heaviest so far; within normal session-to-session variation"


def test_a_first_workout_has_no_records() -> None:
    assert ended([a_set("100", 5)]).bests == ()


def test_the_figures_name_length_sets_and_the_week() -> None:
    screen = ended([a_set("60", 5, set_type=SetType.WARM_UP), *[a_set("100", 8)] * 3])
    assert screen.facts == (
        ("Duration", "45\u202fmin"),
        ("Exercises", "1"),
        ("Working sets", "3"),
        ("Weighted hamstring sets this week", "1.5"),
    )
