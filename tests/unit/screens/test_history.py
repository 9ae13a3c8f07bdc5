"""History: the month's calendar, its workouts, and what a search finds."""

from datetime import date, timedelta

import pytest

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, Workout
from hamcore.screens.history import HistoryScreen, build
from tests.unit.demo_state import demo_state, state_of
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


def test_the_demo_log_has_a_line_for_every_workout_of_the_month() -> None:
    state = demo_state(TODAY)
    screen = build(state, TODAY)
    marked = [day for week in screen.weeks for day in week if day.label]
    assert marked
    assert len(screen.lines) >= len(marked)
    assert all(line.summary and line.functions for line in screen.lines)
