"""History: the month's calendar, its workouts, and what a search finds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.athlete import AthleteState
from hamcore.catalog import name_key
from hamcore.dates import Weekday
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, Workout
from hamcore.screens.history import HistoryScreen, build
from tests.unit.demo_state import demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 16)


def a_state(*workouts: tuple[Workout, list[LoggedSet]]) -> AthleteState:
    store = WholeStore()
    for workout, sets in workouts:
        store.write(workout, sets)
    return state_of(store)


def on(day: date, *, title: str = "Day A", note: str = "") -> Workout:
    return Workout(f"{day}{title}", day, f"{day}T18:00:00", title, note, None, "manual")


def titles(screen: HistoryScreen) -> list[str]:
    return [line.title for line in screen.lines]


def test_an_empty_log_says_what_will_be_here() -> None:
    screen = build(a_state(), TODAY)
    assert (screen.lines, screen.earlier, screen.later) == ((), None, None)
    assert "Nothing is logged yet" in screen.empty
    assert screen.title == "November 2026"


def test_a_day_has_a_mark_for_each_function_and_says_them() -> None:
    sets = [a_set("100", 5, exercise="seated_leg_curl"), a_set("120", 5)]
    screen = build(a_state((on(MONDAY), sets)), TODAY)
    (day,) = [day for week in screen.weeks for day in week if day.functions]
    assert day.number == 16
    assert day.functions == (Function.HIP_HINGE, Function.KNEE_FLEXION)
    assert day.label == "Monday 16 November: Day A (hip hinge and knee flexion)"
    assert [day.number for week in screen.weeks for day in week if day.is_today] == [24]


def test_the_rows_of_the_calendar_are_weeks_from_the_first_weekday_on() -> None:
    screen = build(a_state(), TODAY)
    assert screen.weekdays == ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    assert [day.number for day in screen.weeks[0]] == [0, 0, 0, 0, 0, 0, 1]
    assert {len(week) for week in screen.weeks} == {7}


def test_without_a_choice_the_month_of_the_latest_workout_is_shown_and_leads_to_the_nearest_others() -> None:
    days = [date(2026, 3, 2), date(2026, 6, 8), date(2026, 8, 3)]
    state = a_state(*((on(day), [a_set("100", 5)]) for day in days))
    assert build(state, TODAY).title == "August 2026"
    june = build(state, TODAY, month=date(2026, 6, 30))
    assert [line.day for line in june.lines] == [date(2026, 6, 8)]
    assert (june.earlier, june.later) == (date(2026, 3, 2), date(2026, 8, 3))
    assert "No workouts in July 2026" in build(state, TODAY, month=date(2026, 7, 1)).empty


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("romanian", ["Legs"]),
        ("RDL", ["Legs"]),
        ("heavy", ["Heavy day"]),
        ("slept", ["Noted"]),
        ("sled", ["Own"]),
        ("grip", ["Gripped"]),
        ("héavy  DAY", ["Heavy day"]),
        ("heavy romanian", []),
        ("zumba", []),
    ],
)
def test_a_search_looks_at_exercises_titles_and_notes(asked: str, found: list[str]) -> None:
    state = a_state(
        (on(MONDAY, title="Legs"), [a_set("100", 5, exercise="romanian_deadlift")]),
        (on(MONDAY, title="Heavy day"), [a_set("100", 5, exercise="good_morning")]),
        (on(MONDAY, title="Noted", note="Slept\nbadly"), [a_set("100", 5, exercise="good_morning")]),
        (on(MONDAY, title="Own"), [a_set("100", 5, exercise="name:Sled drag")]),
        (on(MONDAY, title="Gripped"), [a_set("100", 5, exercise="good_morning")._replace(note="grip gave out")]),
    )
    assert titles(build(state, TODAY, asked=asked)) == found


@pytest.mark.parametrize("asked", ["heavy romanian", "romanian curl", "slept DAY", "curl grip badly"])
def test_the_words_of_a_search_may_stand_in_different_places_of_one_workout(asked: str) -> None:
    sets = [a_set("100", 5, exercise="romanian_deadlift"), a_set("50", 8, exercise="seated_leg_curl")]
    sets[0] = sets[0]._replace(note="grip gave out")
    state = a_state(
        (on(MONDAY, title="Heavy day", note="slept badly"), sets),
        (on(MONDAY, title="Heavy"), [a_set("100", 5, exercise="good_morning")]),
    )
    assert titles(build(state, TODAY, asked=asked)) == ["Heavy day"]


def test_the_note_shown_is_that_of_a_word_found_nowhere_else() -> None:
    state = a_state((on(MONDAY, title="Heavy day", note="a heavy one"), [a_set()._replace(note="grip gave out")]))
    assert [line.found for line in build(state, TODAY, asked="heavy grip").lines] == ["grip gave out"]
    assert [line.found for line in build(state, TODAY, asked="heavy").lines] == [""]


def test_every_exercise_is_found_by_its_name_short_name_and_aliases() -> None:
    catalog = shipped()
    for key, exercise in catalog.exercises.items():
        state = a_state((on(MONDAY, title=""), [a_set(exercise=key)]))
        for name in (exercise.name, exercise.short_name, *exercise.aliases[:2]):
            assert build(state, TODAY, asked=name).lines, name


def test_a_note_that_was_found_is_shown_around_the_words() -> None:
    note = f"{'a ' * 60}slept badly{' b' * 60}"
    state = a_state((on(MONDAY, note=note), [a_set("100", 5)]))
    (line,) = build(state, TODAY, asked="slept").lines
    assert line.found.startswith("…a a")
    assert "slept badly" in line.found
    assert len(line.found) < 100


def test_a_search_shows_the_newest_up_to_its_limit_and_says_that_there_are_more() -> None:
    days = [MONDAY - timedelta(weeks=week) for week in range(5)]
    state = a_state(*((on(day), [a_set("100", 5)]) for day in days))
    screen = build(state, TODAY, asked="deadlift", limit=4)
    assert [line.day for line in screen.lines] == days[:4]
    assert screen.more
    assert screen.summary == "5 workouts found"
    assert not build(state, TODAY, asked="deadlift", limit=5).more


def test_a_day_to_come_does_not_lead_the_calendar_away_from_what_was_done() -> None:
    state = a_state(*((on(day), [a_set("100", 5)]) for day in (MONDAY, date(2027, 11, 16))))
    screen = build(state, TODAY)
    assert (screen.title, screen.later) == ("November 2026", date(2027, 11, 16))
    assert build(a_state((on(date(2027, 11, 16)), [a_set()])), TODAY).title == "November 2027"


def test_two_workouts_of_a_day_are_counted() -> None:
    state = a_state((on(MONDAY, title="A"), [a_set()]), (on(MONDAY, title="B"), [a_set()]))
    assert [day.count for week in build(state, TODAY).weeks for day in week if day.count] == [2]


def test_a_line_says_how_many_of_its_sets_were_best_so_far() -> None:
    state = a_state(
        (on(MONDAY - timedelta(days=7)), [a_set("100", 5)]), (on(MONDAY), [a_set("105", 5), a_set("80", 5)])
    )
    assert [line.best for line in build(state, TODAY).lines] == ["1 set best so far", ""]


LETTERS = st.text("ab é", max_size=4)
a_workout = st.tuples(
    st.integers(0, 60),
    LETTERS,
    LETTERS,
    st.lists(st.tuples(st.sampled_from(["good_morning", "name:Ab É", "name:b"]), LETTERS), max_size=3),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(a_workout, max_size=5), LETTERS)
def test_a_search_finds_what_a_plain_look_at_every_text_finds(
    made: list[tuple[int, str, str, list[tuple[str, str]]]], asked: str
) -> None:
    workouts = [
        (
            Workout(f"w{at}", TODAY - timedelta(days=ago), "", title, note, None, "manual"),
            [a_set(exercise=key)._replace(note=told) for key, told in sets],
        )
        for at, (ago, title, note, sets) in enumerate(made)
    ]
    catalog = shipped()

    def texts(workout: Workout, sets: list[LoggedSet]) -> list[str]:
        exercises = [catalog.exercises.get(entry.exercise) for entry in sets]
        known = [name for one in exercises if one for name in (one.name, one.short_name, *one.aliases)]
        own = [entry.exercise.removeprefix("name:") for entry in sets if entry.exercise.startswith("name:")]
        return [workout.title, workout.note, *known, *own, *(entry.note for entry in sets)]

    wanted = name_key(asked).split()
    expected = {
        workout.workout_id
        for workout, sets in workouts
        if wanted and all(any(word in name_key(text) for text in texts(workout, sets)) for word in wanted)
    }
    screen = build(a_state(*workouts), TODAY, asked=asked)
    if wanted:
        assert {line.workout_id for line in screen.lines} == expected
    assert [line.day for line in screen.lines] == sorted((line.day for line in screen.lines), reverse=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-400, 60), max_size=12, unique=True), st.sampled_from(Weekday))
def test_the_ways_to_other_months_reach_every_workout_once(days: list[int], first: Weekday) -> None:
    store = WholeStore()
    for ago in days:
        store.write(on(TODAY + timedelta(days=ago)), [a_set()])
    store.save_settings(week_start=first)
    state = state_of(store)
    screen = build(state, TODAY)
    while screen.earlier:
        screen = build(state, TODAY, month=screen.earlier)
    seen = [*screen.lines[::-1]]
    while screen.later:
        screen = build(state, TODAY, month=screen.later)
        seen += screen.lines[::-1]
        assert [day.number for week in screen.weeks for day in week if day.number] == sorted(
            {day.number for week in screen.weeks for day in week if day.number}
        )
        assert sum(day.count for week in screen.weeks for day in week) == len(screen.lines)
    assert [line.day for line in seen] == sorted(TODAY + timedelta(days=ago) for ago in days)


def test_the_demo_log_has_a_line_for_every_workout_of_the_month() -> None:
    state = demo_state(TODAY)
    screen = build(state, TODAY)
    marked = [day for week in screen.weeks for day in week if day.label]
    assert marked
    assert len(screen.lines) >= len(marked)
    assert all(line.summary and line.functions for line in screen.lines)
