"""The Workout screen: what is open, what comes next, what was done before."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog, load_catalog
from hamcore.model.exercise import Bounds, Function, Prescription, Tempo
from hamcore.model.log import LoggedSet, SetType, TrainingLog, Workout
from hamcore.model.settings import Settings
from hamcore.places import data_dir
from hamcore.rules.due import DayState
from hamcore.screens import workout as screen
from hamcore.units import Load, LoadUnit
from tests.unit.memory_store import WholeStore

TODAY = date(2026, 11, 24)
DEADLIFT = "barbell_deadlift"
CURL = "seated_leg_curl"
THREE_OF_EIGHT = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 0, 1, 0))


@cache
def catalog() -> Catalog:
    return load_catalog(data_dir())[0]


def a_workout(day: date = TODAY, name: str = "", title: str = "Day A") -> Workout:
    return Workout(name or day.isoformat(), day, f"{day}T18:05:00", title, "", None, "manual")


def a_set(
    workout: Workout,
    set_no: int = 1,
    *,
    exercise: str = DEADLIFT,
    load: str | None = "120",
    unit: LoadUnit = LoadUnit.KG,
    reps: int | None = 8,
    rir: float | None = None,
    set_type: SetType = SetType.WORKING,
    seconds: float | None = None,
) -> LoggedSet:
    typed = Load(Decimal(load), unit) if load else None
    return LoggedSet(
        workout.workout_id,
        set_no,
        set_no,
        workout.day,
        exercise,
        set_type,
        typed,
        typed.kg if typed else None,
        reps,
        rir,
        seconds,
        None,
        "",
    )


def a_log(workouts: Iterable[Workout], sets: Iterable[LoggedSet]) -> TrainingLog:
    by_exercise: dict[str, list[LoggedSet]] = {}
    for entry in sorted(sets, key=lambda entry: (entry.day, entry.position)):
        by_exercise.setdefault(entry.exercise, []).append(entry)
    return TrainingLog({workout.workout_id: workout for workout in workouts}, by_exercise)


def built(log: TrainingLog, opened: screen.OpenWorkout, unit: LoadUnit = LoadUnit.KG) -> screen.WorkoutScreen:
    return screen.build(log, catalog(), opened, unit=unit, today=TODAY)


def test_planned_exercises_come_first_and_added_ones_after() -> None:
    workout = a_workout()
    log = a_log([workout], [a_set(workout, 1, exercise="name:Sled"), a_set(workout, 2)])
    view = built(log, screen.OpenWorkout(workout, {CURL: THREE_OF_EIGHT, DEADLIFT: THREE_OF_EIGHT}))
    assert [card.key for card in view.cards] == [CURL, DEADLIFT, "name:Sled"]
    assert view.cards[2].name == "Sled"
    assert view.cards[2].function is Function.OTHER
    assert view.summary == "2 exercises, 2 sets"


def test_warm_ups_carry_a_letter_and_do_not_count_as_done() -> None:
    workout = a_workout()
    sets = [a_set(workout, 1, load="60", set_type=SetType.WARM_UP), a_set(workout, 2), a_set(workout, 3)]
    view = built(a_log([workout], sets), screen.OpenWorkout(workout, {DEADLIFT: THREE_OF_EIGHT}))
    card = view.cards[0]
    assert [line.label for line in card.lines] == ["W", "1", "2"]
    assert (card.next_label, card.is_done, view.current) == ("set 3", False, DEADLIFT)


@pytest.mark.parametrize(("sets", "current"), [(2, DEADLIFT), (3, CURL), (4, CURL)])
def test_the_turn_passes_on_when_the_planned_sets_are_done(sets: int, current: str) -> None:
    workout = a_workout()
    log = a_log([workout], [a_set(workout, number) for number in range(1, sets + 1)])
    plan = {DEADLIFT: THREE_OF_EIGHT, CURL: THREE_OF_EIGHT}
    assert built(log, screen.OpenWorkout(workout, plan)).current == current


def test_the_next_set_starts_with_the_set_just_done() -> None:
    workout, before = a_workout(), a_workout(TODAY - timedelta(days=7))
    log = a_log([before, workout], [a_set(before, load="115"), a_set(workout, load="122.5", reps=7, rir=1.0)])
    entry = built(log, screen.OpenWorkout(workout, {DEADLIFT: THREE_OF_EIGHT}, 2)).cards[0].next_entry
    assert entry == screen.Entry(Decimal("122.5"), LoadUnit.KG, 7, None, SetType.WORKING)


def test_the_first_set_starts_with_last_times_first_working_set() -> None:
    workout, before = a_workout(), a_workout(TODAY - timedelta(days=7))
    sets = [
        a_set(before, 1, load="60", set_type=SetType.WARM_UP),
        a_set(before, 2, load="120", reps=8),
        a_set(before, 3, load="110", reps=6),
    ]
    card = built(a_log([before], sets), screen.OpenWorkout(workout, {DEADLIFT: THREE_OF_EIGHT})).cards[0]
    assert (card.next_entry.load, card.next_entry.reps) == (Decimal(120), 8)
    assert card.last_time == "Last time, 17 Nov: 120\u202fkg × 8; 110\u202fkg × 6"


def test_an_exercise_never_done_starts_without_a_load_at_the_lower_end_of_the_range() -> None:
    card = built(a_log([], []), screen.OpenWorkout(a_workout(), {DEADLIFT: THREE_OF_EIGHT})).cards[0]
    assert card.next_entry == screen.Entry(None, LoadUnit.KG, 6, None, SetType.WORKING)
    assert card.last_time == ""
    assert card.target == "3 × 6–8, rest 2–3\u202fmin"


def test_a_load_in_the_other_unit_is_offered_in_steps_of_the_persons_plates() -> None:
    workout, before = a_workout(), a_workout(TODAY - timedelta(days=7))
    log = a_log([before], [a_set(before, load="225", unit=LoadUnit.LB)])
    entry = built(log, screen.OpenWorkout(workout, {DEADLIFT: None})).cards[0].next_entry
    assert (entry.load, entry.unit) == (Decimal("102.5"), LoadUnit.KG)


def test_a_drop_set_is_not_offered_again_as_a_drop_set() -> None:
    workout = a_workout()
    log = a_log([workout], [a_set(workout, set_type=SetType.DROP)])
    assert built(log, screen.OpenWorkout(workout, {})).cards[0].next_entry.set_type is SetType.WORKING


def test_a_set_of_time_alone_has_no_form() -> None:
    workout = a_workout()
    log = a_log([workout], [a_set(workout, load=None, reps=None, seconds=30)])
    line = built(log, screen.OpenWorkout(workout, {})).cards[0].lines[0]
    assert line.entry is None
    assert line.done == "30\u202fs"


def test_two_workouts_of_one_day_keep_their_sets_apart() -> None:
    morning, evening = a_workout(name="morning"), a_workout(name="evening")
    log = a_log([morning, evening], [a_set(morning, 1), a_set(evening, 2, load="90")])
    assert [entry.workout_id for entry in screen.sets_of(log, evening)[DEADLIFT]] == ["evening"]
    assert screen.last_sets(log, DEADLIFT, evening) == []


@pytest.mark.parametrize(("workouts", "more"), [(9, False), (10, False), (11, True)])
def test_the_list_of_the_past_says_whether_there_is_more(workouts: int, more: bool) -> None:
    past = [a_workout(TODAY - timedelta(days=1 + number)) for number in range(workouts)]
    view = screen.start(a_log(past, [a_set(workout) for workout in past]), catalog(), today=TODAY)
    assert view.more is more
    assert [line.day for line in view.past] == sorted((workout.day for workout in past), reverse=True)[:10]
    assert view.past[0].summary == "1 set: " + catalog().short_name(DEADLIFT)


def test_todays_workout_can_be_continued() -> None:
    workout = a_workout()
    view = screen.start(a_log([workout], [a_set(workout)]), catalog(), today=TODAY)
    assert [line.title for line in view.open_today] == ["Day A"]
    assert view.past == ()


def test_a_past_year_is_written_out() -> None:
    workout = a_workout(date(2024, 3, 2))
    assert built(a_log([workout], []), screen.OpenWorkout(workout, {})).over == "Saturday 2 March 2024 · 18:05"


def a_state(settings: Settings) -> AthleteState:
    state = AthleteState(WholeStore(settings=settings), "local", catalog())
    state.refresh()
    return state


def test_the_day_that_is_due_comes_first() -> None:
    choices = screen.day_choices(a_state(Settings()), date(2026, 11, 26))
    assert choices[0].state_words in ("Planned for today", "Left from this week")
    assert len(choices) == len(catalog().routines["article_split"].training_days)
    assert choices[0].lines[0][0] == catalog().display_name(choices[0].day.slots[0].exercise_id)


def test_a_day_that_is_done_makes_way_for_the_next_one() -> None:
    store = WholeStore()
    workout = a_workout()
    store.write(workout, [a_set(workout), a_set(workout, 2, exercise=CURL)])
    state = AthleteState(store, "local", catalog())
    state.refresh()

    choices = screen.day_choices(state, TODAY + timedelta(days=1))

    assert [choice.state_words for choice in choices] == ["Later this week", "Done this week"]


def test_a_routine_that_is_gone_offers_no_days() -> None:
    assert screen.day_choices(a_state(Settings(routine_id="gone")), TODAY) == ()


def test_every_state_of_a_day_has_words() -> None:
    assert set(screen.STATE_WORDS) == set(DayState)
