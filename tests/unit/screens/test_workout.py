"""The start of the Workout page: what can be started, continued, repeated, and what a workout is made of."""

from datetime import date, timedelta

import pytest

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Bounds, Prescription, Tempo
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.due import DayState
from hamcore.screens import workout as screen
from tests.unit.demo_state import demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

TODAY = date(2026, 11, 24)
DEADLIFT, CURL = "barbell_deadlift", "seated_leg_curl"
FIVE = Prescription(5, Bounds(5, 5), Bounds(180, 180), Tempo(2, 0, 1, 0))


def a_workout(day: date = TODAY, name: str = "", title: str = "Day A") -> Workout:
    return Workout(name or day.isoformat(), day, f"{day}T18:05:00", title, "", None, "manual")


def a_state(*workouts: tuple[Workout, list[LoggedSet]], routine: str = "article_split") -> AthleteState:
    store = WholeStore()
    store.settings = type(store.settings)(routine_id=routine)
    for workout, sets in workouts:
        store.write(workout, sets)
    return state_of(store)


def test_two_workouts_of_one_day_keep_their_sets_apart() -> None:
    morning, evening = a_workout(name="a morning"), a_workout(name="evening")
    log = a_state((morning, [a_set("100", 5)]), (evening, [a_set("90", 5)])).log
    assert [entry.workout_id for entry in screen.sets_of(log, evening)[DEADLIFT]] == ["evening"]
    assert screen.last_sets(log, DEADLIFT, evening) == []


def test_last_time_is_the_latest_earlier_workout_with_working_sets() -> None:
    days = [TODAY - timedelta(days=ago) for ago in (14, 7)]
    warm_up = [a_set("60", 5, set_type=SetType.WARM_UP)]
    log = a_state((a_workout(days[0]), [*warm_up, a_set("100", 5), a_set("100", 4)]), (a_workout(days[1]), warm_up)).log
    assert [entry.reps for entry in screen.last_sets(log, DEADLIFT, a_workout())] == [5, 4]


@pytest.mark.parametrize(("workouts", "more"), [(4, False), (5, False), (6, True)])
def test_the_list_of_the_past_says_whether_there_is_more(workouts: int, more: bool) -> None:
    past = [a_workout(TODAY - timedelta(days=1 + number)) for number in range(workouts)]
    view = screen.start(a_state(*((one, [a_set()]) for one in past)), [], TODAY)
    assert view.more is more
    assert [line.day for line in view.past] == sorted((one.day for one in past), reverse=True)[:5]
    assert view.past[0].summary == f"1 working set: {shipped().short_name(DEADLIFT)}"


def test_a_workout_that_is_still_open_is_to_be_continued_and_not_past() -> None:
    workout = a_workout()
    view = screen.start(a_state((workout, [a_set()])), [WorkoutPlan(workout, ())], TODAY)
    assert [line.title for line in view.open_plans] == ["Day A"]
    assert view.past == ()


def test_an_open_workout_without_a_set_says_so() -> None:
    view = screen.start(a_state(), [WorkoutPlan(a_workout(title=""), ())], TODAY)
    assert [(line.title, line.summary) for line in view.open_plans] == [("Workout", "nothing logged yet")]


def test_the_day_that_is_due_comes_first_with_a_target_and_a_reason_for_each_exercise() -> None:
    choices = screen.day_choices(a_state(), date(2026, 11, 26))
    assert choices[0].state_words in ("Planned for today", "Left from this week")
    assert len(choices) == len(shipped().routines["article_split"].training_days)
    first = choices[0].lines[0]
    assert first.name == shipped().display_name(choices[0].day.slots[0].exercise_id)
    assert first.target == "6–8 reps"
    assert first.reason.startswith("Nothing logged yet")


def test_a_day_that_is_done_makes_way_for_the_next_one() -> None:
    state = a_state((a_workout(), [a_set()] * 3 + [a_set(exercise=CURL)]))
    choices = screen.day_choices(state, TODAY + timedelta(days=1))
    assert [choice.state_words for choice in choices] == ["Later this week", "Done this week"]


def test_a_routine_that_is_gone_offers_no_days() -> None:
    assert screen.day_choices(a_state(routine="gone"), TODAY) == ()


def test_every_state_of_a_day_has_words() -> None:
    assert set(screen.STATE_WORDS) == set(DayState)


def test_an_exercise_that_is_added_takes_the_plan_of_the_routine_then_of_its_definition_then_none() -> None:
    state = a_state()
    slot = shipped().routines["article_split"].days[0].slots[0]
    assert screen.item_of(state, slot.exercise_id).prescription == slot.prescription
    nordic = shipped().exercises["nordic_curl"]
    assert screen.item_of(state, "nordic_curl").prescription == nordic.prescription
    assert screen.item_of(state, "name:Sled").prescription is None


def test_a_past_workout_is_repeated_with_its_own_plan_its_supersets_and_what_was_skipped() -> None:
    items = (
        PlanItem(DEADLIFT, FIVE, superset=1),
        PlanItem(CURL, None, superset=1, is_skipped=True, swapped_for="lying_leg_curl"),
    )
    again = screen.items_again(WorkoutPlan(a_workout(), items, is_open=False), a_state())
    assert [(item.exercise, item.superset, item.is_skipped) for item in again] == [
        (DEADLIFT, 1, False),
        (CURL, 1, False),
    ]
    assert again[0].prescription == FIVE
    assert again[1].prescription == screen.item_of(a_state(), CURL).prescription


def test_a_workout_without_a_plan_is_shown_as_it_was_logged() -> None:
    workout = a_workout()
    log = a_state((workout, [a_set(exercise=CURL), a_set()])).log
    plan = screen.plan_of_past(log, workout.workout_id)
    assert plan is not None
    assert (plan.is_open, [item.exercise for item in plan.items]) == (False, [CURL, DEADLIFT])
    assert screen.plan_of_past(log, "nobody") is None


@pytest.mark.parametrize(
    ("day", "words"),
    [(TODAY, "Tuesday 24 November · 18:05"), (date(2024, 3, 2), "Saturday 2 March 2024 · 18:05")],
)
def test_the_line_above_the_title_says_day_and_start_and_a_past_year(day: date, words: str) -> None:
    assert screen.title_over(a_workout(day), TODAY) == words


def test_the_demo_log_offers_two_days_with_loads() -> None:
    view = screen.start(demo_state(TODAY), [], TODAY)
    assert len(view.days) == 2
    assert all("\u202fkg" in line.target for choice in view.days for line in choice.lines)
